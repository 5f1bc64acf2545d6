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

const frameOf = (event: Event) => (event.target as Element).closest('.picture');
const lost = (event: Event) => frameOf(event)?.setAttribute('data-missing', '');
const found = (event: Event) => frameOf(event)?.removeAttribute('data-missing');

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
