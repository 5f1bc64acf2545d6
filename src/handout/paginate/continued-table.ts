import type { CloneMap } from './clone-map.ts';

/** Marks what a page repeats: not text of the handout a second time. */
export const REPEATED = 'data-repeated';

/**
 * Repeats column widths and head of a table that continues from the previous page (Paged.js repeats neither;
 * docs/spec/pagination.md, D10). Call it for each row that is placed on the page.
 */
export function continueTable(clone: Node, map: CloneMap): void {
  if (!(clone instanceof HTMLTableRowElement)) return;
  const table = clone.closest('table');
  if (!table?.hasAttribute('data-split-from') || table.querySelector('colgroup')) return;
  const source = map.sourceElement(table);
  if (source === undefined) return;
  const parts = [...source.children].filter((part) => part.matches('colgroup, thead'));
  const copies = parts.map((part) => part.cloneNode(true) as Element);
  for (const copy of copies) {
    copy.setAttribute(REPEATED, '');
    for (const element of [copy, ...copy.querySelectorAll('[data-ref]')]) element.removeAttribute('data-ref');
  }
  table.prepend(...copies);
}
