import { bareText } from '../../text/bare-text.ts';
import { isBlockElement, parentOf } from './measure.ts';
import {
  allElements,
  attribute,
  type HtmlDocument,
  type HtmlElement,
  isElement,
  visibleText,
} from './tree.ts';

/** The title of a page's article. */
export interface Headline {
  /** Outside the article: the headline, and the line with source and date. */
  readonly before: readonly HtmlElement[];
  /** The line inside the article that is its title. */
  readonly inside?: HtmlElement;
  /** The name of the page, where no line of it is its title. */
  readonly title?: string;
}

/** The line under a headline. */
const SOURCE_LINE = /来源|來源|发布|發布|日期|作者|记者|記者|\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}/;
/** Buttons and counters of a page between headline and article. */
const BUTTON =
  /^[【[（(]?\s*(?:字[号號体體]|[大中小]\b|分享|打印|列印|收藏|浏览|瀏覽|点击|點擊|阅读|閱讀|访问|訪問|评论|評論|微信|微博|QQ|扫|掃|关闭|關閉|返回|朗读|语音|[Aa][+-]|首页|首頁|当前位置|您的位置|位置)/;
const MOST_LINES = 6;
const LONGEST_SOURCE = 120;
/** Longer lines are paragraphs. */
const LONGEST_TITLE = 80;
const SHORTEST_TITLE = 4;

/** Names of pages that say nothing about their article. */
const EMPTY_TITLE =
  /^(?:无标题.*|未命名.*|untitled.*|new document|document\d*|文档\d*|首页|首頁|正文|详情页?|詳情頁?|内容页?|內容頁?|文章(?:详情|内容页?)?|新闻(?:中心|详情|内容)?|新聞(?:中心|內容)?|default|index|home|网页|網頁|x|test|标题|標題|title)$/i;
/** Word processors put into the name of a page whatever the file once was called. */
const WORD_PROCESSOR = /Microsoft (?:Word|Office)|WPS|Kingsoft|LibreOffice|OpenOffice/i;

/**
 * The title of an article. Where the first part of `<title>` stands as a line of the page, that; else the last `h1`
 * before the article that is not the site's own name; else the `<title>`, if the article does not begin with a line
 * that looks like a title.
 *
 * @param isAround true for the parts around an article
 */
export function headlineOf(
  document: HtmlDocument,
  body: HtmlElement,
  root: HtmlElement,
  isAround: (element: HtmlElement) => boolean,
): Headline {
  const parts = titleParts(document);
  const [first] = parts;
  const path = pathOf(root);
  let named: HtmlElement | undefined;
  let heading: HtmlElement | undefined;
  const within = new Set<HtmlElement>(allElements(root)).add(root);
  let inRoot = false;
  const wanted = first === undefined ? undefined : bareText(first);
  for (const element of allElements(body)) {
    if (element === root) inRoot = true;
    const inside = within.has(element);
    // The article is over: what comes is around it.
    if (inRoot && !inside) break;
    if (path.has(element) || hasBlocks(element)) continue;
    const isTitleElement = /^h[1-6]$/.test(element.tagName) || attribute(element, 'id') === 'activity-name';
    if (!isTitleElement && !isBlockElement(element) && element.tagName !== 'span') continue;
    const text = visibleText(element).trim();
    if (text === '' || text.length > LONGEST_TITLE) continue;
    if (
      wanted !== undefined &&
      isTitleLine(bareText(text), wanted, parts) &&
      !(named && holds(named, element))
    )
      if (named === undefined || !inside) named = element;
    const top = element.tagName === 'h1' || attribute(element, 'id') === 'activity-name';
    if (top && !inside && !isSiteName(element, text, parts)) heading = element;
    if (top && inside) heading ??= element;
  }
  const found = named ?? heading;
  if (found === undefined) {
    const usable =
      first !== undefined &&
      !/[<>]/.test(first) &&
      !EMPTY_TITLE.test(first) &&
      !isOfWordProcessor(document) &&
      visibleText(root).trim() !== '';
    const title = usable && !beginsWithTitle(root, isAround) ? first : undefined;
    const lines = root === body ? [] : linesAbove(document, undefined, root, isAround);
    return { before: lines, ...(title !== undefined && { title }) };
  }
  if (within.has(found)) return { before: [], inside: found };
  return { before: [found, ...linesAbove(document, found, root, isAround)] };
}

const SITE =
  '(?:网|網|网站|網站|资讯网|資訊網|门户|門戶|政府|频道|頻道|在线|在線|日报|日報|新闻|新聞|官网|官網|部落格|博客)';
/** Borders between a title and the names of its site; a dash is one only beside such a name, or between spaces. */
const BORDER = new RegExp(
  `\\s*[_|｜»›]+\\s*|\\s+[-–—·]+\\s+|-{2,}|[-–—](?=[^-–—]{2,20}${SITE}\\s*$)|(?<=${SITE})[-–—]`,
);
const IS_SITE = new RegExp(`${SITE}$`);

/**
 * The parts of `<title>`, that of the article first: 在年会上的讲话_某某单位网站 → 在年会上的讲话, 某某单位网站.
 */
export function titleParts(document: HtmlDocument): string[] {
  for (const element of allElements(document)) {
    if (element.tagName !== 'title') continue;
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    const parts = text
      .replace(/\s+/g, ' ')
      .split(BORDER)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const sites = parts.filter((part) => IS_SITE.test(part));
    return sites.length === parts.length ? parts : [...parts.filter((part) => !IS_SITE.test(part)), ...sites];
  }
  return [];
}

/** True for a line that is the first part of `<title>`, or most of it. */
function isTitleLine(line: string, wanted: string, parts: readonly string[]): boolean {
  if (line.length < SHORTEST_TITLE || EMPTY_TITLE.test(line)) return false;
  if (line === wanted) return true;
  // Pages cut long titles short, or leave out what stands behind them.
  if (parts.slice(1).some((part) => bareText(part) === line)) return false;
  const cut = wanted.replace(/(?:…|(?<!\.)\.{2,})$/, '');
  return (
    (cut.length >= 8 && line.startsWith(cut)) ||
    (line.length * 3 >= wanted.length * 2 && wanted.startsWith(line))
  );
}

function hasBlocks(element: HtmlElement): boolean {
  return element.childNodes.some((node) => isElement(node) && isBlockElement(node));
}

/** A logo: the name of the site, or a link to its first page. */
function isSiteName(element: HtmlElement, text: string, parts: readonly string[]): boolean {
  const bare = bareText(text);
  if (parts.slice(1).some((part) => bareText(part) === bare)) return true;
  for (const inner of allElements(element)) {
    if (inner.tagName !== 'a') continue;
    const href = (attribute(inner, 'href') ?? '').trim();
    if (/^(?:\/|\.\/|#|https?:\/\/[^/]+\/?|(?:\.\.?\/)*(?:index|default)\.\w+)$/i.test(href)) return true;
  }
  return false;
}

/** The article's first line stands for a title by itself: short, without a stop, no salutation. */
function beginsWithTitle(root: HtmlElement, isAround: (element: HtmlElement) => boolean): boolean {
  for (const element of allElements(root)) {
    if (!isBlockElement(element) || isAround(element)) continue;
    if (hasBlocks(element)) continue;
    const text = visibleText(element).trim();
    if (text === '') continue;
    return text.length <= 40 && !/[，。；！？：:]/.test(text) && !SOURCE_LINE.test(text);
  }
  return false;
}

/**
 * The lines between headline and article: source, date, name, subtitle. Links and the buttons of the page are none.
 *
 * @param headline undefined where the page has none: then the lines right beside the article
 */
function linesAbove(
  document: HtmlDocument,
  headline: HtmlElement | undefined,
  root: HtmlElement,
  isAround: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const lines: HtmlElement[] = [];
  const path = pathOf(root);
  const parent = parentOf(root);
  let behind = headline === undefined;
  const taken = new Set<HtmlElement>();
  for (const element of allElements(headline === undefined ? (parent ?? document) : document)) {
    if (element === root) break;
    const above = parentOf(element);
    if (above && taken.has(above)) {
      taken.add(element);
      continue;
    }
    if (element === headline) {
      behind = true;
      taken.add(element);
    }
    if (!behind || taken.has(element) || path.has(element)) continue;
    if (isAround(element)) {
      taken.add(element);
      continue;
    }
    if (hasBlocks(element) || (!isBlockElement(element) && element.tagName !== 'span')) continue;
    const text = visibleText(element).trim();
    const isLine = SOURCE_LINE.test(text) || !(BUTTON.test(text) || holdsLink(element));
    if (text === '' || text.length >= LONGEST_SOURCE || !isLine) continue;
    lines.push(element);
    taken.add(element);
  }
  return lines.slice(-MOST_LINES);
}

function holdsLink(element: HtmlElement): boolean {
  for (const inner of allElements(element)) if (inner.tagName === 'a') return true;
  return false;
}

function isOfWordProcessor(document: HtmlDocument): boolean {
  for (const element of allElements(document))
    if (element.tagName === 'meta' && /^generator$/i.test(attribute(element, 'name') ?? ''))
      return WORD_PROCESSOR.test(attribute(element, 'content') ?? '');
  return false;
}

/** How far up a part of a page is looked for: bounds the work on senseless pages. */
const HIGHEST = 60;

function isInside(element: HtmlElement, other: HtmlElement): boolean {
  let above: HtmlElement | undefined = element;
  for (let depth = 0; depth < HIGHEST && above; depth++) {
    if (above === other) return true;
    above = parentOf(above);
  }
  return false;
}

function holds(outer: HtmlElement, inner: HtmlElement): boolean {
  return outer !== inner && isInside(outer, inner);
}

/** The elements around an element. */
function pathOf(element: HtmlElement): Set<HtmlElement> {
  const path = new Set<HtmlElement>();
  for (let above = parentOf(element); above && path.size < 1000; above = parentOf(above)) path.add(above);
  return path;
}
