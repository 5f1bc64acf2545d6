import type { LeftOutKind } from '../left-out.ts';
import type { Declarations, PageStyles } from './style.ts';
import { attribute, type HtmlElement, hasClass, visibleText } from './tree.ts';

/** Why an element with words is not read; undefined for one that is. */
export function unshownAs(
  element: HtmlElement,
  declared: Declarations,
  styles: PageStyles,
): LeftOutKind | undefined {
  const office = declared.get('mso-element') ?? '';
  if (office === 'comment-list' || office === 'comment') return 'comment';
  if (office === 'header' || office === 'footer') return 'margin';
  if (hasClass(element, /^MsoToc(?:\d|Heading)/i)) return 'contents';
  return styles.hides(element) ? 'hidden' : undefined;
}

/** Elements of forms whose words are seen but are no text. */
export const CONTROLS = new Set(['button', 'select', 'textarea', 'input']);
export const NOTHING_HIDDEN: ReadonlySet<string> = new Set(['script', 'style']);
export const NOTHING_LEFT_OUT: ReadonlyMap<HtmlElement, LeftOutKind> = new Map();

/** What a reader sees of a control. */
export function controlText(element: HtmlElement): string {
  if (element.tagName !== 'input') return visibleText(element, NOTHING_HIDDEN).replace(/\s+/g, ' ').trim();
  const type = (attribute(element, 'type') ?? 'text').toLowerCase();
  return /^(?:text|button|submit|reset|search)$/.test(type) ? (attribute(element, 'value') ?? '').trim() : '';
}
