import type { PreviewResult } from '../../compile/protocol.ts';
import type { Library } from '../../library/library.ts';
import { PICTURE_TYPES } from '../../text/media-types.ts';

/** A place in a deck or a handout that shows a picture. */
interface PicturePlace {
  src: string;
}

/**
 * Gives slides and pages the pictures of a library that no server serves: their addresses become `data:`,
 * which every page of ours takes.
 */
export class PictureData {
  /** By name; a picture that is not there is looked for again next time. */
  private readonly known = new Map<string, Promise<string | undefined>>();

  constructor(private readonly library: Library) {}

  /** Writes the addresses into a result that came from the worker and is not shared yet. */
  async fill(result: PreviewResult): Promise<void> {
    const places = [...placesIn(result.deck), ...placesIn(result.handout)];
    await Promise.all(
      places.map(async (place) => {
        const name = nameOf(place.src);
        const address = name === undefined ? undefined : await this.address(name);
        if (address) place.src = address;
      }),
    );
  }

  /** Names of the pictures by the address they were given. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all(
      [...this.known].map(async ([name, address]) => [await address, name] as const),
    );
    return new Map(found.flatMap(([address, name]) => (address === undefined ? [] : [[address, name]])));
  }

  private address(name: string): Promise<string | undefined> {
    const known = this.known.get(name);
    if (known) return known;
    const found = this.library.bytes(name).then(
      (bytes) => dataAddress(bytes, PICTURE_TYPES[name.slice(name.lastIndexOf('.')).toLowerCase()]!),
      () => {
        this.known.delete(name);
        return undefined;
      },
    );
    this.known.set(name, found);
    return found;
  }
}

/** Name of a picture beside the speech; undefined for any other address. */
function nameOf(src: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(src)) return undefined;
  try {
    const name = decodeURIComponent(src.replace(/^\.\//, '').replace(/[?#].*$/, ''));
    return PICTURE_TYPES[name.slice(name.lastIndexOf('.')).toLowerCase()] ? name : undefined;
  } catch {
    return undefined;
  }
}

/** All objects with an `src`, however deep. */
function placesIn(value: unknown, found: PicturePlace[] = []): PicturePlace[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('src' in value && typeof value.src === 'string') found.push(value as PicturePlace);
  for (const part of Object.values(value)) placesIn(part, found);
  return found;
}

function dataAddress(bytes: Uint8Array, type: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  });
}
