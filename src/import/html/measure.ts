import type { PageStyles } from './style.ts';
import { allElements, attribute, type HtmlElement, isElement, isText, NEVER_SHOWN } from './tree.ts';

/** What an element holds that a reader sees, in characters without white space. */
export interface Amount {
  text: number;
  /** Of them in links, and how many links. */
  linked: number;
  links: number;
  /** Of them in sentences outside links; words of a page's boilerplate not counted. */
  prose: number;
  /** Paragraphs of some length among the prose. */
  paragraphs: number;
  /** Headings of the first two levels. */
  headings: number;
}

const NOTHING: Amount = { text: 0, linked: 0, links: 0, prose: 0, paragraphs: 0, headings: 0 };

/** Elements that end a line of text. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/** A sentence has a mark. */
const MARK = /[，。；：！？、…”」,.;:!?]/;
/** A paragraph of a speech: this long, and with the end of a sentence. */
const PARAGRAPH = 20;
const STOP = /[。！？；…”」.!?]/;
/** Sentences of pages that are no speech. */
const FURNITURE =
  /版权所有|版權所有|ICP[备備]|公网安备|转载请注明|轉載請註明|免责声明|免責聲明|本(?:站|网|網)(?:声明|聲明|所)|Copyright|技术支持|技術支援|责任编辑|責任編輯|浏览(?:次数|器)|瀏覽(?:次數|器)|点击(?:次数|数|量)|點擊(?:次數|數)|邮编|郵編|(?:联系|聯絡|聯繫)(?:电话|電話)|地址[：:]|扫一扫|掃一掃|客户端|分享到|分享至|上一篇|下一篇/i;

/** True for words of a page that are no speech. */
export function isFurniture(text: string): boolean {
  return FURNITURE.test(text);
}

export function isBlockElement(element: HtmlElement): boolean {
  return BLOCK.test(element.tagName);
}

/** True for a line of running text. */
export function isParagraph(text: string): boolean {
  return text.length >= PARAGRAPH && STOP.test(text) && !FURNITURE.test(text);
}

/** Amounts of all elements of a page, bottom up without recursion. */
export class PageAmounts {
  private readonly amounts = new Map<HtmlElement, Amount>();

  constructor(body: HtmlElement, styles: PageStyles) {
    const order: HtmlElement[] = [body];
    for (const element of allElements(body)) order.push(element);
    const unseen = new Set<HtmlElement>();
    /** Of each block: its own text and that of the inline elements in it; all of it, and what is outside links. */
    const lines = new Map<HtmlElement, { all: string; own: string }>();
    const blockOf = new Map<HtmlElement, HtmlElement>();
    for (const element of order) {
      this.amounts.set(element, { ...NOTHING });
      const above = parentOf(element);
      if ((above && unseen.has(above)) || styles.hides(element) || NEVER_SHOWN.has(element.tagName)) {
        unseen.add(element);
        continue;
      }
      const block =
        above === undefined || isBlockElement(element) ? element : (blockOf.get(above) ?? element);
      blockOf.set(element, block);
    }
    const inLink = new Set<HtmlElement>();
    for (const element of order) {
      if (unseen.has(element)) continue;
      const above = parentOf(element);
      const linked = isLink(element) || (above !== undefined && inLink.has(above));
      if (linked) inLink.add(element);
      const block = blockOf.get(element)!;
      for (const node of element.childNodes) {
        if (!isText(node)) continue;
        const text = node.value.replace(/\s+/g, '');
        const line = lines.get(block) ?? { all: '', own: '' };
        lines.set(block, { all: line.all + text, own: linked ? line.own : line.own + text });
      }
    }
    // Parents come before their children, so the list backwards is bottom up.
    for (let index = order.length - 1; index >= 0; index--) {
      const element = order[index]!;
      if (unseen.has(element)) continue;
      const amount = this.amounts.get(element)!;
      for (const node of element.childNodes)
        if (isText(node)) amount.text += node.value.replace(/\s+/g, '').length;
      if (isLink(element)) {
        amount.linked = amount.text;
        amount.links = 1;
      }
      if (/^h[12]$/.test(element.tagName)) amount.headings++;
      const line = lines.get(element);
      if (line !== undefined && MARK.test(line.own) && !FURNITURE.test(line.all)) {
        amount.prose += line.own.length;
        // A sentence with many links in it is a paragraph; a list of links has no stop of its own.
        if (isParagraph(line.all) && STOP.test(line.own)) amount.paragraphs++;
      }
      const above = index === 0 ? undefined : this.amounts.get(parentOf(element)!);
      if (above === undefined) continue;
      above.text += amount.text;
      above.linked += amount.linked;
      above.links += amount.links;
      above.prose += amount.prose;
      above.paragraphs += amount.paragraphs;
      above.headings += amount.headings;
    }
  }

  of(element: HtmlElement): Readonly<Amount> {
    return this.amounts.get(element) ?? NOTHING;
  }
}

export function parentOf(element: HtmlElement): HtmlElement | undefined {
  const above = element.parentNode;
  return above && 'tagName' in above && isElement(above) ? above : undefined;
}

function isLink(element: HtmlElement): boolean {
  return element.tagName === 'a' && attribute(element, 'href') !== undefined;
}
