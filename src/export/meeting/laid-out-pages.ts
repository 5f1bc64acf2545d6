import { pictureSources } from '../../handout/flow/pictures.ts';
import type { Handout } from '../../handout/flow/types.ts';
import { pageText } from '../../handout/paginate/page-check.ts';
import { pictureAddress } from '../../page/picture-address.ts';
import type { HandoutBlock } from './meeting-data.ts';

/** Papers' widths as the handout page prints them, mm. */
const WIDTHS: Readonly<Record<Handout['style']['paper'], number>> = { a4: 210, '16k': 184, a5: 148 };

/**
 * The pages that the handout page shows, as they can be shown again without laying them out.
 *
 * @param page of the laid-out handout
 * @param named the name of a picture whose address is its data
 * @returns also the addresses of their pictures, as the author named them
 */
export async function handoutBlock(
  page: Document,
  handout: Handout,
  baseUrl: string,
  named: (src: string) => string,
): Promise<{ readonly handout: HandoutBlock; readonly pictures: readonly string[] }> {
  const sheets = page.querySelector('.handout:not(.staging)')!.cloneNode(true) as HTMLElement;
  sheets.style.removeProperty('--scale');
  for (const sheet of sheets.querySelectorAll('.settling')) sheet.classList.remove('settling');
  const sources = pictureSources(handout);
  const names = new Map(sources.map((src) => [pictureAddress(src, baseUrl), named(src)]));
  for (const image of sheets.querySelectorAll('img')) {
    const src = names.get(image.src);
    if (src === undefined || src.startsWith('data:')) continue;
    image.dataset.picture = src;
    image.removeAttribute('src');
  }
  return {
    handout: {
      style: await styleOf(page),
      html: sheets.outerHTML,
      title: handout.title,
      width: WIDTHS[handout.style.paper],
      booklet: handout.style.booklet,
    },
    pictures: sources,
  };
}

/** Text of the pages in a block. */
export function pagesText(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.querySelectorAll('.pagedjs_page')].map(pageText).join('');
}

/** All styles of a page but its faces, in their order. */
async function styleOf(page: Document): Promise<string> {
  const sheets = await Promise.all(
    [...page.styleSheets].map(async ({ ownerNode, href }) => {
      if (ownerNode instanceof page.defaultView!.HTMLStyleElement) return ownerNode.textContent ?? '';
      return href ? (await fetch(href)).text() : '';
    }),
  );
  return sheets
    .join('\n')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/@import[^;]+;/g, '');
}
