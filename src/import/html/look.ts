import { raisedText } from '../../text/raised.ts';
import { isSymbolFont, symbolText } from '../../text/symbol-fonts.ts';
import type { ParagraphBlock } from '../document.ts';
import type { ListCounter } from './lists.ts';
import { type Declarations, isBold } from './style.ts';
import { type HtmlElement, hasClass, isElement } from './tree.ts';

/** What an element hands down to its children. */
export interface Around {
  readonly bold: boolean;
  readonly mark: boolean;
  readonly pre: boolean;
  /** Text of size 0 is not seen. */
  readonly tiny: boolean;
  readonly raised?: 'superscript' | 'subscript';
  /** A symbol font, in which letters are signs. */
  readonly font?: string;
  readonly heading?: ParagraphBlock['heading'];
  readonly quote: boolean;
  readonly list?: ListCounter;
  readonly listDepth: number;
  readonly depth: number;
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** A quotation with more paragraphs is an indented page. */
const LONGEST_QUOTE = 8;
/** The characters a reader sees for those of the source: signs of symbol fonts, raised figures. */
export function shownText(text: string, { font, raised }: Around): string {
  const seen = font === undefined ? text : symbolText(font, text);
  return (raised === undefined ? undefined : raisedText(seen, raised)) ?? seen;
}

function symbolFontOf(family: string | undefined): string | undefined {
  const [first = ''] = (family ?? '').replace(/["']/g, '').split(',');
  return isSymbolFont(first.trim()) ? first.trim() : undefined;
}

function raisedBy(tagName: string, declared: Declarations, above: Around['raised']): Around['raised'] {
  const align = declared.get('vertical-align');
  if (align === 'super') return 'superscript';
  if (align === 'sub') return 'subscript';
  if (align === 'baseline') return undefined;
  return tagName === 'sup' ? 'superscript' : tagName === 'sub' ? 'subscript' : above;
}

/** What an element hands down, given what it was handed. */
export function inside(element: HtmlElement, above: Around, declared: Declarations): Around {
  const { tagName } = element;
  const own = isBold(declared);
  const bold = own ?? (/^(?:b|strong|th)$/.test(tagName) ? true : above.bold);
  const highlight = declared.get('mso-highlight');
  const size = declared.get('font-size');
  const space = declared.get('white-space');
  return {
    ...above,
    depth: above.depth + 1,
    bold,
    mark: tagName === 'mark' || (highlight !== undefined && highlight !== 'none') || above.mark,
    pre: space === undefined ? tagName === 'pre' || above.pre : /^(?:pre|break-spaces)/.test(space),
    tiny: size === undefined ? above.tiny : /^0+(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(size),
    raised: raisedBy(tagName, declared, above.raised),
    font: declared.has('font-family') ? symbolFontOf(declared.get('font-family')) : above.font,
    heading: headingOf(element, declared) ?? above.heading,
    quote: above.quote || (tagName === 'blockquote' && isQuotation(element)),
  };
}

function headingOf(element: HtmlElement, declared: Declarations): ParagraphBlock['heading'] | undefined {
  const match = /^h([1-6])$/.exec(element.tagName);
  if (hasClass(element, /^MsoTitle/)) return 'title';
  if (match) return Number(match[1]) - 1;
  const level = declared.get('mso-outline-level');
  if (level !== undefined && /^[1-6]$/.test(level)) return Number(level) - 1;
  return undefined;
}

function isQuotation(element: HtmlElement): boolean {
  let paragraphs = 0;
  const stack = [...element.childNodes];
  for (let node = stack.pop(); node !== undefined && paragraphs <= LONGEST_QUOTE; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (/^(?:h[1-6]|table|ul|ol)$/.test(node.tagName)) return false;
    if (node.tagName === 'p') paragraphs++;
    for (const inner of node.childNodes) stack.push(inner);
  }
  return paragraphs <= LONGEST_QUOTE;
}

/** True for an element that ends the line before it. */
export function isBlock(tagName: string, declared: Declarations): boolean {
  const display = declared.get('display');
  if (display === 'inline' || display === 'contents') return false;
  if (display === 'block' || display === 'flex' || display === 'grid' || display === 'list-item') return true;
  return BLOCKS.has(tagName);
}
