import { html, nothing, type TemplateResult } from 'lit';

/**
 * A picture, or what it would have shown: its description, else the name of its file, in a frame. Never the
 * browser's broken picture. Both words are the author's.
 *
 * @param address where the picture lies; undefined when it may not be asked for
 */
export function pictureOf(src: string, alt: string, address: string | undefined): TemplateResult {
  const name = alt.trim() || fileName(src);
  return html`<div class="picture" data-src=${src} ?data-missing=${address === undefined}>${
    address ? html`<img src=${address} alt=${alt} @error=${lost} @load=${found} />` : nothing
  }<p class="substitute">${name}</p></div>`;
}

const lost = (event: Event) => markLost(event.target as Element);
const found = (event: Event) =>
  (event.target as Element).closest('.picture')?.removeAttribute('data-missing');

/** Puts the substitute in the place of a picture that cannot be shown. */
export function markLost(image: Element): void {
  image.closest('.picture')?.setAttribute('data-missing', '');
}

/** `a/b%20c.png` → `b c.png`; a picture inside the speech has no name. */
function fileName(src: string): string {
  if (src.startsWith('data:')) return '';
  const last = src.split(/[?#]/, 1)[0]?.split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Addresses, as the author wrote them, of the pictures that are not shown. */
export function missingPictures(slides: Element): string[] {
  return [...slides.querySelectorAll<HTMLElement>('.picture[data-missing]')].map(
    (picture) => picture.dataset.src ?? '',
  );
}
