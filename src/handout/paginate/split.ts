import type { CloneMap, SourcePlace } from './clone-map.ts';

/**
 * Marks what of a page goes on on the next, as Paged.js does when it has laid that one out: here the page after
 * may be an old one that stays. The last line of a marked paragraph is no last line and is filled like the others.
 */
export function markSplit(page: HTMLElement, end: SourcePlace | undefined, map: CloneMap): void {
  if (end === undefined) return;
  const content = page.querySelector('.pagedjs_page_content > div');
  const last = content?.lastElementChild;
  if (!last) return;
  // Elements on the page that the next page's beginning lies in.
  let inner: Element | undefined;
  for (let element: Element | null = last; element; element = element.lastElementChild) {
    const source = map.sourceElement(element);
    if (source === undefined || source === end.node || !source.contains(end.node)) break;
    element.setAttribute('data-split-to', element.getAttribute('data-ref') ?? '');
    if (!element.hasAttribute('data-split-from')) element.setAttribute('data-split-original', 'true');
    inner = element;
  }
  if (!inner) return;
  const { textAlign, textAlignLast } = getComputedStyle(inner);
  inner.setAttribute('data-last-split-element', 'true');
  inner.setAttribute(
    'data-align-last-split-element',
    textAlign === 'justify' && textAlignLast === 'auto' ? 'justify' : textAlignLast,
  );
}
