import { pictureAddress } from '../../page/picture-address.ts';

/** Size of a picture, px; null when there is no such picture or it may not be loaded. */
type Size = { readonly width: number; readonly height: number } | null;

const known = new Map<string, Promise<Size>>();

/** The pictures of one handout, loaded before layout so that pages know their sizes. */
export class Pictures {
  readonly #baseUrl: string;
  readonly #sizes = new Map<string, Size>();

  /** @param baseUrl where the speech's pictures lie */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Loads all of `sources`. */
  async load(sources: readonly string[]): Promise<void> {
    await Promise.all(
      sources.map(async (source) => {
        const url = this.#url(source);
        if (url === undefined) return;
        let size = known.get(url);
        if (size === undefined) {
          size = sizeOf(url);
          known.set(url, size);
        }
        this.#sizes.set(source, await size);
        // Try again later: the author may be saving the picture just now.
        if ((await size) === null) known.delete(url);
      }),
    );
  }

  /** What its element depends on: equal keys, equal elements. */
  key(source: string): string {
    const size = this.#sizes.get(source);
    return size ? `${this.#url(source)} ${size.width} ${size.height}` : 'missing';
  }

  /** Of `sources`, those that cannot be shown. */
  missing(sources: readonly string[]): string[] {
    return sources.filter((source) => !this.#sizes.get(source));
  }

  /** The picture, or an empty frame in its place, which keeps what the author wrote about it for a reader aloud. */
  element(source: string, alt: string, className: string): HTMLElement {
    const size = this.#sizes.get(source);
    const url = this.#url(source);
    if (!size || url === undefined) {
      const frame = document.createElement('span');
      frame.className = `missing-picture ${className}`;
      frame.setAttribute('role', 'img');
      frame.setAttribute('aria-label', alt || source);
      return frame;
    }
    const image = document.createElement('img');
    image.className = className;
    image.src = url;
    image.alt = alt;
    image.width = size.width;
    image.height = size.height;
    return image;
  }

  #url(source: string): string | undefined {
    return pictureAddress(source, this.#baseUrl);
  }
}

async function sizeOf(url: string): Promise<Size> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return null;
  }
  // A drawing without a size of its own is set as wide as the column, four to three.
  return { width: image.naturalWidth || 590, height: image.naturalHeight || 442 };
}
