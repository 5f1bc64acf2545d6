import type { LeftOutKind } from '../left-out.ts';
import { headlineOf, titleParts } from './headline.ts';
import { type Amount, isBlockElement, isFurniture, PageAmounts, parentOf } from './measure.ts';
import type { PageStyles } from './style.ts';
import {
  allElements,
  attribute,
  type HtmlDocument,
  type HtmlElement,
  hasClass,
  isElement,
  isText,
  visibleText,
} from './tree.ts';

/** Where the speech stands in a page. */
export interface Article {
  readonly root: HtmlElement;
  /** Name of the page where no line of it is its title. */
  readonly title?: string;
  /** Outside the root: the headline and the line with source and date. */
  readonly before: readonly HtmlElement[];
  /** Parts inside the root that are not to be read, and why. */
  readonly leftOut: ReadonlyMap<HtmlElement, LeftOutKind>;
  /** What a part outside the root is. */
  kindOf(element: HtmlElement): LeftOutKind;
}

/** Parts of a page by what their element or role says. */
const AROUND = new Set(['nav', 'aside', 'footer']);
const AROUND_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alert)$/;
/** What content systems call the parts around an article. Those of the second list may hold an article. */
const AROUND_NAMES =
  /^(?:[a-z]{1,8}[-_])?(?:nav(?:bar|igation)?|menu|footer?|copyright|breadcrumbs?|crumbs?|share(?:box|bar)?|bdsharebuttonbox|comments?|pinglun|gentie|related?|relevant|recommend|tuijian|hotnews|rank(?:ing)?|adverts?|ads?|login|search|toolbar|qrcode|erweima|pager|pagination|friendlinks?)(?:[-_]?(?:box|bar|wrap|list|area|con|content|news|links?|\d{1,2}))?$/i;
const LIKELY_AROUND_NAMES =
  /^(?:[a-z]{1,8}[-_])?(?:side(?:bar)?|bottom|foot|top|header|right|hot|tools?|links?|lang(?:uage)?|weixin|mobile)(?:[-_]?(?:box|bar|wrap|list|area|con|news|links?|\d{1,2}))?$/i;
/** What content systems call the element that holds the article, besides the standard's own elements. */
const ARTICLE_NAMES =
  /^(?:js_content|rich_media_content|rm_txt_con|trs_editor|ucap-content|zoom|ozoom|article-?(?:content|body|text)|(?:main|news|text|detail|post|entry)-?content|content-?(?:text|main|body)|view-content)$/i;

/** A block that is mostly links is a menu or a list of other pages. */
const LINK_SHARE = 0.7;
const FEWEST_LINKS = 3;
/** Share of a page's words that a named article has at least; comments and footers have the rest. */
const MOST_WORDS = 0.4;
/** Share of the prose of a block that the part of it has which is the article. */
const MOST_PROSE = 0.7;
/** What has more of a page's prose is no part around it, whatever its name. */
const TOO_MUCH = 0.4;

/** The end of an article, alone in its block: what follows is comments, recommendations, buttons. */
const END =
  /^[【[（(]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|网络编辑|網路編輯)[：:].{0,30}$|^[（(]?原[标標][题題][：:]|^[-=—…·\s]*(?:正文|全文|本文)(?:已?[结結]束|完)|^(?:网友|網友|全部|最新|热门|熱門|精彩)?(?:评论|評論|跟[贴帖]|留言)(?:[（(]?\d*[）)]?|列表|[区區])$|^(?:热帖|熱帖|热评|熱評|热门|熱門).{0,6}$|^(?:为[您你]|為[您你]|相关|相關|推荐|推薦|猜你喜欢|猜你喜歡|更多|延伸)(?:推荐|推薦|阅读|閱讀|新闻|新聞|文章|链接|連結|报道|報導|内容|內容)?[：:]?$|^[【[（(]?(?:分享(?:到|至|让|讓)?|扫[一码描]|掃[一碼描]|上一[篇条條页頁]|下一[篇条條页頁]|打印|列印|返回|关闭|關閉|举报|舉報|纠错|加载更多|載入更多|点赞|收藏).{0,24}$/;

/**
 * Finds the article of a page: the smallest block that holds its prose, by what the page's elements say and by
 * where its sentences stand.
 *
 * Nothing that holds the headline or running paragraphs of the article is left out as a menu: a wrapper around the
 * article and a list of links is looked into, and paragraphs beside the smallest block widen it.
 */
export function articleOf(document: HtmlDocument, body: HtmlElement, styles: PageStyles): Article {
  const amounts = new PageAmounts(body, styles);
  const around = new AroundArticle(body, amounts);
  const root = smallest(around.named(), amounts, around, titleParts(document).length > 0);
  const headline = headlineOf(document, body, root, (element) => around.is(element));
  const leftOut = new Map<HtmlElement, LeftOutKind>();
  const keep = new Set([...headline.before, ...(headline.inside ? [headline.inside] : [])]);
  for (const element of allElements(root)) {
    const kind = around.kind(element);
    if (kind === undefined || holds(element, keep)) continue;
    leftOut.set(element, kind);
  }
  for (const element of tailOf(root, amounts, around))
    if (!holds(element, keep)) leftOut.set(element, 'surroundings');
  let lost = 0;
  for (const element of leftOut.keys()) if (!hasAncestor(element, leftOut)) lost += own(amounts.of(element));
  // A page that is nothing but such parts is read whole.
  if (lost >= own(amounts.of(root))) leftOut.clear();
  const before = headline.before.filter(
    (element) => element !== root && !hasAncestor(element, new Map([[root, 1]])),
  );
  return {
    root,
    before,
    leftOut,
    kindOf: (element) => around.kind(element) ?? kindOf(amounts.of(element)),
    ...(headline.title !== undefined && { title: headline.title }),
  };
}

const own = ({ text, linked }: Amount): number => text - linked;

/** Tells the parts around the article of one page. */
class AroundArticle {
  private readonly prose: number;

  constructor(
    private readonly body: HtmlElement,
    private readonly amounts: PageAmounts,
  ) {
    this.prose = amounts.of(body).prose;
  }

  /** The innermost element that is called an article and has most words of the page; else the body. */
  named(): HtmlElement {
    const all = own(this.amounts.of(this.body));
    let found = this.body;
    for (const element of allElements(this.body))
      if (isArticle(element) && all > 0 && own(this.amounts.of(element)) > all * MOST_WORDS) found = element;
    return found;
  }

  is(element: HtmlElement): boolean {
    return this.kind(element) !== undefined;
  }

  /** Why an element is no part of the article; undefined for one that may be. */
  kind(element: HtmlElement): LeftOutKind | undefined {
    const amount = this.amounts.of(element);
    const most = amount.prose > this.prose * TOO_MUCH;
    if (!most && (AROUND.has(element.tagName) || AROUND_ROLES.test(attribute(element, 'role') ?? '')))
      return kindOf(amount);
    if (element.tagName === 'header' && amount.paragraphs === 0 && !insideArticle(element))
      return kindOf(amount);
    if (!isBlockElement(element) && element.tagName !== 'span') return undefined;
    if (amount.links >= FEWEST_LINKS && amount.linked > amount.text * LINK_SHARE && amount.paragraphs === 0)
      return 'navigation';
    if (!most && isNamed(element, AROUND_NAMES)) return kindOf(amount);
    if (
      !most &&
      amount.paragraphs === 0 &&
      amount.text > 0 &&
      isNamed(element, LIKELY_AROUND_NAMES) &&
      amount.headings === 0
    )
      return kindOf(amount);
    return undefined;
  }
}

/** Parts of links are navigation; others are what else stands around. */
function kindOf({ text, linked }: Amount): LeftOutKind {
  return linked * 2 >= text ? 'navigation' : 'surroundings';
}

function isNamed(element: HtmlElement, names: RegExp): boolean {
  return names.test(attribute(element, 'id') ?? '') || hasClass(element, names);
}

/**
 * From a block down to the smallest one that holds its prose.
 *
 * @param isNamed whether the page has a name. One without is a piece of a page or was made by hand: it has no logo and
 *   no toolbar, and its short lines before the block are text.
 */
function smallest(
  from: HtmlElement,
  amounts: PageAmounts,
  around: AroundArticle,
  isNamed: boolean,
): HtmlElement {
  let root = from;
  for (;;) {
    const children = root.childNodes.filter(isElement);
    let total = 0;
    let best: HtmlElement | undefined;
    for (const child of children) {
      if (around.is(child)) continue;
      const { prose } = amounts.of(child);
      total += prose;
      if (prose > 0 && (best === undefined || prose > amounts.of(best).prose)) best = child;
    }
    if (best === undefined || !isContainer(best, amounts)) return root;
    // Text of the root itself, between its children, is part of the article.
    if (ownText(root).length >= (isNamed ? OWN_LINE : 1) || amounts.of(best).prose < total * MOST_PROSE)
      return root;
    if (!standsAlone(best, children, amounts, around, isNamed)) return root;
    root = best;
  }
}

/** A block of several lines; a single paragraph is no article, nor is a heading or an item. */
function isContainer(element: HtmlElement, amounts: PageAmounts): boolean {
  if (
    /^(?:p|h[1-6]|li|dd|dt|blockquote|pre|figure|figcaption|span|a|b|strong|em|font|tr|tbody|thead)$/.test(
      element.tagName,
    )
  )
    return /^(?:tr|tbody|font|span)$/.test(element.tagName) && amounts.of(element).paragraphs > 1;
  return true;
}

/** Text between the children of a block that is a line, not a sign between links. */
const OWN_LINE = 8;

function ownText(element: HtmlElement): string {
  let text = '';
  for (const node of element.childNodes) if (isText(node)) text += node.value.trim();
  return text;
}

/**
 * True if nothing of the article stands beside the block: no paragraph before it, and behind it no line at all up to
 * the article's end, a menu or another part around it.
 */
function standsAlone(
  block: HtmlElement,
  siblings: readonly HtmlElement[],
  amounts: PageAmounts,
  around: AroundArticle,
  isNamed: boolean,
): boolean {
  const at = siblings.indexOf(block);
  const before = siblings.slice(0, at).filter((sibling) => !around.is(sibling));
  const isLine = ({ text, linked, paragraphs }: Amount) => (isNamed ? paragraphs > 0 : text > linked);
  if (before.some((sibling) => isLine(amounts.of(sibling)))) return false;
  for (const sibling of siblings.slice(at + 1)) {
    if (isEnd(sibling, amounts) || around.is(sibling)) return true;
    const { text, linked } = amounts.of(sibling);
    if (text > linked) return false;
  }
  return true;
}

function isEnd(element: HtmlElement, amounts: PageAmounts): boolean {
  if (amounts.of(element).text > 80) return false;
  const text = visibleText(element).trim().replace(/\s+/g, '');
  return (text.length <= 60 && END.test(text)) || (isFurniture(text) && amounts.of(element).paragraphs === 0);
}

/** What stands in the root behind the article's end, if no paragraph follows. */
function tailOf(root: HtmlElement, amounts: PageAmounts, around: AroundArticle): HtmlElement[] {
  const children = root.childNodes.filter(isElement).filter((child) => !around.is(child));
  const last = children.findLastIndex((child) => amounts.of(child).paragraphs > 0);
  const end = children.findIndex((child, index) => index > last && isEnd(child, amounts));
  return end < 1 || end <= last ? [] : children.slice(end);
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

/** How far up a part of a page is looked for: bounds the work on senseless pages. */
const HIGHEST = 60;

function insideArticle(element: HtmlElement): boolean {
  let above = parentOf(element);
  for (let depth = 0; depth < HIGHEST && above; depth++) {
    if (isArticle(above)) return true;
    above = parentOf(above);
  }
  return false;
}

function hasAncestor(element: HtmlElement, among: ReadonlyMap<HtmlElement, unknown>): boolean {
  let above = parentOf(element);
  for (let depth = 0; depth < HIGHEST && above; depth++) {
    if (among.has(above)) return true;
    above = parentOf(above);
  }
  return false;
}

/** True if one of the elements is this one or inside it. */
function holds(element: HtmlElement, elements: ReadonlySet<HtmlElement>): boolean {
  for (const one of elements) {
    let above: HtmlElement | undefined = one;
    for (let depth = 0; depth < HIGHEST && above; depth++) {
      if (above === element) return true;
      above = parentOf(above);
    }
  }
  return false;
}
