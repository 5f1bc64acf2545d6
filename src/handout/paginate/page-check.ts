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

/** Characters lost, and characters too many. */
export interface PagesDifference {
  readonly missing: number;
  readonly added: number;
}

/** How far `have` is from `want`, both bare. */
export function textDifference(want: string, have: string): PagesDifference {
  if (want === have) return { missing: 0, added: 0 };
  const counts = new Map<string, number>();
  for (const character of want) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of have) counts.set(character, (counts.get(character) ?? 0) - 1);
  let [missing, added] = [0, 0];
  for (const count of counts.values()) {
    if (count > 0) missing += count;
    else added -= count;
  }
  // Same characters, other order: count the displaced ones as missing and as added.
  if (missing + added === 0) missing = added = middleLength(want, have);
  return { missing, added };
}

/** Length of what lies between the common beginning and the common end. */
function middleLength(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return a.length - start - end;
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
