import type { CloneMap, SourcePlace } from './clone-map.ts';

/**
 * Marks the elements of a page that continue on the next one. Paged.js marks them while laying out the next page, which
 * here may be a kept page. The last line of a marked paragraph is justified, because the paragraph continues.
 */
export function markSplit(page: HTMLElement, end: SourcePlace | undefined, map: CloneMap): void {
  if (end === undefined) return;
  const content = page.querySelector('.pagedjs_page_content > div');
  const last = content?.lastElementChild;
  if (!last) return;
  // Ancestors, on this page, of the next page's first node.
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
