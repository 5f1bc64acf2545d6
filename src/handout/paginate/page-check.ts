import { REPEATED } from './continued-table.ts';

/** Text of one page as laid out, without its margins and what it repeats from another page. */
export function pageText(page: Element): string {
  const content = page.querySelector('.pagedjs_page_content');
  if (content === null) return '';
  if (content.querySelector(`[${REPEATED}]`) === null) return content.textContent ?? '';
  const copy = content.cloneNode(true) as Element;
  for (const repeated of copy.querySelectorAll(`[${REPEATED}]`)) repeated.remove();
  return copy.textContent ?? '';
}

/** Whether a page's content is larger than its type area: what is outside is not printed. */
export function overflows(page: Element): boolean {
  const content = page.querySelector<HTMLElement>('.pagedjs_page_content');
  if (content === null || !isLarger(content)) return false;
  // In one document of two thousand Chromium leaves lines in an overflow column although the text that needed it was
  // removed. A forced layout from scratch places them right.
  const { display } = content.style;
  content.style.display = 'none';
  content.getBoundingClientRect();
  content.style.display = display;
  return isLarger(content);
}

/** One pixel: Paged.js rounds the area's width to whole pixels. */
function isLarger({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
}
