import type { PageStyles } from './style.ts';
import {
  allElements,
  attribute,
  type HtmlDocument,
  type HtmlElement,
  hasClass,
  isElement,
  isText,
  NEVER_SHOWN,
  visibleText,
} from './tree.ts';

/** Where the speech stands in a page. */
export interface Article {
  readonly root: HtmlElement;
  /** Outside the root: the headline and the line with source and date. */
  readonly before: readonly HtmlElement[];
  /** Parts of the page around it, not to be read. */
  readonly leftOut: ReadonlySet<HtmlElement>;
}

/** Parts of a page by what their element or role says. */
const AROUND = new Set(['nav', 'aside', 'footer']);
const AROUND_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alert)$/;
/** What content systems call the element that holds the article, besides the standard's own elements. */
const ARTICLE_NAMES =
  /^(?:js_content|rich_media_content|rm_txt_con|trs_editor|ucap-content|zoom|ozoom|article-?(?:content|body|text)|(?:main|news|text|detail|post|entry)-?content|content-?(?:text|main|body)|view-content)$/i;
/** The line under a headline. */
const SOURCE_LINE = /来源|來源|发布|發布|日期|作者|记者|\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}/;

interface Amount {
  /** Visible characters, and those of them in links. */
  text: number;
  linked: number;
  links: number;
}

/** A block that is mostly links is a menu or a list of other pages. */
const LINK_SHARE = 0.7;
const FEWEST_LINKS = 3;

/** Share of a page's words that its article has at least; comments and footers have the rest. */
const MOST_WORDS = 0.4;

/** Finds the article of a page and the parts around it. */
export function articleOf(document: HtmlDocument, body: HtmlElement, styles: PageStyles): Article {
  const amounts = measure(body, styles);
  const own = (element: HtmlElement) => {
    const amount = amounts.get(element);
    return amount ? amount.text - amount.linked : 0;
  };
  const all = own(body);
  const named: HtmlElement[] = [];
  for (const element of allElements(body)) if (isArticle(element)) named.push(element);
  // The innermost one that still holds the words of the page.
  const root = named.findLast((element) => all > 0 && own(element) > all * MOST_WORDS) ?? body;
  const leftOut = new Set<HtmlElement>();
  for (const element of allElements(root)) {
    const amount = amounts.get(element);
    const menu =
      amount !== undefined &&
      amount.links >= FEWEST_LINKS &&
      amount.linked > amount.text * LINK_SHARE &&
      isBlock(element);
    if (menu || isAround(element, root)) leftOut.add(element);
  }
  let lost = 0;
  for (const element of leftOut) lost += own(element);
  // A page that is nothing but such parts is read whole.
  if (lost >= own(root)) leftOut.clear();
  return { root, before: root === body ? [] : headlines(document, root), leftOut };
}

function isArticle(element: HtmlElement): boolean {
  return (
    element.tagName === 'article' ||
    element.tagName === 'main' ||
    attribute(element, 'role') === 'main' ||
    attribute(element, 'itemprop') === 'articleBody' ||
    ARTICLE_NAMES.test(attribute(element, 'id') ?? '') ||
    hasClass(element, ARTICLE_NAMES)
  );
}

function isAround(element: HtmlElement, root: HtmlElement): boolean {
  if (AROUND.has(element.tagName) || AROUND_ROLES.test(attribute(element, 'role') ?? '')) return true;
  return element.tagName === 'header' && root.tagName === 'body' && !insideArticle(element);
}

/** How far up a part of a page is looked for: bounds the work on senseless pages. */
const HIGHEST = 60;
const MOST_SOURCES = 3;

function insideArticle(element: HtmlElement): boolean {
  let above = element.parentNode;
  for (let depth = 0; depth < HIGHEST && above && 'tagName' in above; depth++) {
    if (isArticle(above)) return true;
    above = above.parentNode;
  }
  return false;
}

function isBlock(element: HtmlElement): boolean {
  return /^(?:div|ul|ol|dl|table|tbody|tr|td|section|p|li|center|form|span)$/.test(element.tagName);
}

/** The last headline before the root, and the line between them that names source and date. */
function headlines(document: HtmlDocument, root: HtmlElement): HtmlElement[] {
  let headline: HtmlElement | undefined;
  let sources: HtmlElement[] = [];
  for (const element of allElements(root)) if (element.tagName === 'h1') return [];
  for (const element of allElements(document)) {
    if (element === root) break;
    if (element.tagName === 'h1' || attribute(element, 'id') === 'activity-name') {
      if (visibleText(element).trim() === '') continue;
      headline = element;
      sources = [];
    } else if (
      headline !== undefined &&
      sources.length < MOST_SOURCES &&
      !element.childNodes.some((node) => isElement(node) && node.tagName !== 'span' && isBlock(node))
    ) {
      const text = visibleText(element).trim();
      const nested = sources.some((other) => isInside(element, other));
      if (!nested && text.length < 120 && isBlock(element) && SOURCE_LINE.test(text)) sources.push(element);
    }
  }
  return headline === undefined ? [] : [headline, ...sources];
}

function isInside(element: HtmlElement, other: HtmlElement): boolean {
  let above = element.parentNode;
  for (let depth = 0; depth < HIGHEST && above && 'tagName' in above; depth++) {
    if (above === other) return true;
    above = above.parentNode;
  }
  return false;
}

/** Characters of each element that a reader sees, bottom up without recursion. */
function measure(body: HtmlElement, styles: PageStyles): Map<HtmlElement, Amount> {
  const amounts = new Map<HtmlElement, Amount>();
  const order: HtmlElement[] = [body];
  for (const element of allElements(body)) order.push(element);
  const unseen = new Set<HtmlElement>();
  for (const element of order) {
    amounts.set(element, { text: 0, linked: 0, links: 0 });
    const above = element.parentNode;
    if ((above && 'tagName' in above && unseen.has(above)) || styles.hides(element)) unseen.add(element);
  }
  // Parents come before their children, so the list backwards is bottom up.
  for (let index = order.length - 1; index >= 0; index--) {
    const element = order[index]!;
    if (NEVER_SHOWN.has(element.tagName) || unseen.has(element)) continue;
    const amount = amounts.get(element)!;
    for (const node of element.childNodes)
      if (isText(node)) amount.text += node.value.replace(/\s+/g, '').length;
    if (element.tagName === 'a' && attribute(element, 'href') !== undefined) {
      amount.linked = amount.text;
      amount.links = 1;
    }
    const above =
      element.parentNode && 'tagName' in element.parentNode ? amounts.get(element.parentNode) : undefined;
    if (above === undefined || element === body) continue;
    above.text += amount.text;
    above.linked += amount.linked;
    above.links += amount.links;
  }
  return amounts;
}
