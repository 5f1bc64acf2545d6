import {
  type Block,
  blocksText,
  type KeptPicture,
  leftOutBlock,
  type ParagraphBlock,
  type Run,
  type TableCell,
} from '../document.ts';
import type { LeftOutKind } from '../left-out.ts';
import { numberText } from '../list-number.ts';
import { ListCounter } from './lists.ts';
import { type Around, inside, isBlock, shownText } from './look.ts';
import { pictureRuns } from './pictures.ts';
import type { Declarations, PageStyles } from './style.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  NEVER_SHOWN,
  visibleText,
} from './tree.ts';
import { CONTROLS, controlText, NOTHING_HIDDEN, NOTHING_LEFT_OUT, unshownAs } from './unshown.ts';
import { collapseSpace } from './white-space.ts';

/** What reading a page shares among its parts. */
export interface HtmlContext {
  readonly styles: PageStyles;
  readonly leftOut: ReadonlyMap<HtmlElement, LeftOutKind>;
  /** Definitions of footnotes by id. */
  readonly definitions: ReadonlyMap<string, HtmlElement>;
  readonly notes: Map<string, readonly ParagraphBlock[]>;
  readonly pictures: KeptPicture[];
  readonly name: string;
  /** What a web archive holds beside the page, by address. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** Deeper elements are read for their words only: walking is recursive. */
const DEEPEST = 250;
/** Call and definition of a footnote as Word, WPS and LibreOffice write them: address → id. */
const NOTE_CALLS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^#_(ftn|edn)(\d+)$/, ([, kind, number]) => `${kind}${number}`],
  [/^#(sdfootnote|sdendnote)(\d+)sym$/, ([, kind, number]) => `${kind}${number}`],
];
const NOTE_BACK = /^#(?:_(?:ftn|edn)ref\d+|sd(?:footnote|endnote)\d+anc)$/;
/** What Word puts before an item of a bulleted list, in the letters of its symbol fonts. */
const BULLET_SIGN = /^(?:[·•●○■□◆◇▪▫➢✓Ø§üvnluqto\uf000-\uf0ff–—-]|--?)$/;

/** Reads elements into blocks: block boundaries make paragraphs, white space is as a browser shows it. */
export class HtmlFlow {
  readonly blocks: Block[] = [];
  private runs: Run[] = [];
  /** The mark of an item whose first paragraph has not come yet. */
  private pending: { number: string } | { bullet: number } | undefined;

  constructor(private readonly context: HtmlContext) {}

  static readonly top: Around = {
    bold: false,
    mark: false,
    pre: false,
    tiny: false,
    quote: false,
    listDepth: 0,
    depth: 0,
  };

  /** Reads an element whole; the blocks are complete then. */
  read(element: HtmlElement, around: Around = HtmlFlow.top): Block[] {
    this.walk(element, around);
    this.flush(around);
    return this.blocks;
  }

  /** Reads what is in an element, whatever the element itself is. */
  readInside(element: HtmlElement, around: Around = HtmlFlow.top): Block[] {
    this.children(element, around);
    this.flush(around);
    return this.blocks;
  }

  private walk(node: HtmlNode, around: Around): void {
    if (isText(node)) this.text(node.value, around);
    else if (isElement(node)) this.element(node, around);
  }

  private text(written: string, around: Around): void {
    if (written === '') return;
    if (around.tiny) {
      this.leaveOut('hidden', written);
      return;
    }
    const value = shownText(written, around);
    const look = { ...(around.bold && { bold: true }), ...(around.mark && { mark: true }) };
    if (!around.pre) {
      this.runs.push({ kind: 'text', text: value, ...look });
      return;
    }
    for (const [index, line] of value.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.runs.push({ kind: 'break' });
      if (line !== '') this.runs.push({ kind: 'text', text: line, ...look });
    }
  }

  private element(element: HtmlElement, above: Around): void {
    const { tagName } = element;
    if (CONTROLS.has(tagName)) {
      this.leaveOut('control', controlText(element));
      return;
    }
    if (NEVER_SHOWN.has(tagName)) {
      if (tagName === 'del') this.leaveOut('deleted', visibleText(element, NOTHING_HIDDEN));
      return;
    }
    const declared = this.context.styles.of(element);
    const what = this.context.leftOut.get(element) ?? unshownAs(element, declared, this.context.styles);
    if (what !== undefined) {
      // What is not shown does not interrupt the line it stands in.
      if (what !== 'hidden') this.flush(above);
      this.leaveOut(what, this.wordsOf(element));
      if (what !== 'hidden') this.flush(above);
      return;
    }
    if (/^(?:footnote|endnote)-list$/.test(declared.get('mso-element') ?? '')) return;
    if (this.isDefinition(element)) return;
    if (above.depth > DEEPEST) {
      this.text(visibleText(element), above);
      return;
    }
    if (declared.get('mso-list') === 'ignore') {
      this.wordMark(element);
      return;
    }
    const special = declared.get('mso-special-format');
    if (special !== undefined && /bullet/.test(special)) {
      this.slideMark(element, special);
      return;
    }
    const around = inside(element, above, declared);
    switch (tagName) {
      case 'br':
        this.runs.push({ kind: 'break' });
        return;
      case 'hr':
        this.flush(around);
        return;
      case 'img':
        this.runs.push(...pictureRuns(element, this.context));
        return;
      case 'ruby':
        this.ruby(element, around);
        return;
      case 'rt':
      case 'rtc':
        return;
      case 'a':
        if (this.noteCall(element)) return;
        break;
      case 'q':
        this.text('“', around);
        this.children(element, around);
        this.text('”', around);
        return;
      case 'table':
        this.flush(above);
        this.table(element, around);
        return;
      case 'li':
        this.item(element, around, declared);
        return;
      case 'ol':
      case 'ul':
      case 'menu':
      case 'dir': {
        this.flush(above);
        const list = new ListCounter(element, declared);
        this.children(element, { ...around, list, listDepth: above.listDepth + 1 });
        this.flush(around);
        return;
      }
    }
    if (!isBlock(tagName, declared)) {
      this.children(element, around);
      return;
    }
    this.flush(above);
    this.children(element, around);
    this.flush(around);
  }

  private children(element: HtmlElement, around: Around): void {
    for (const node of element.childNodes) this.walk(node, around);
  }

  private item(element: HtmlElement, around: Around, declared: Declarations): void {
    this.flush(around);
    const mark = around.list?.next(element, declared);
    this.pending =
      mark === 'bullet'
        ? { bullet: Math.max(0, around.listDepth - 1) }
        : mark === undefined
          ? undefined
          : mark;
    this.children(element, around);
    this.flush(around);
    this.pending = undefined;
  }

  /** `<span style="mso-list:Ignore">一、<span>&nbsp;&nbsp;</span></span>`: the number Word shows. */
  private wordMark(element: HtmlElement): void {
    const mark = visibleText(element).trim();
    if (mark === '') return;
    const level = /level(\d)/.exec(this.listLevel(element) ?? '')?.[1];
    this.pending = BULLET_SIGN.test(mark) ? { bullet: Number(level ?? 1) - 1 } : { number: mark };
  }

  /** `<span style="mso-special-format:bullet">`: what PowerPoint shows before a point, a sign or a number. */
  private slideMark(element: HtmlElement, format: string): void {
    const mark = visibleText(element).trim();
    this.pending = /^['"]?numbullet/.test(format) && mark !== '' ? { number: mark } : { bullet: 0 };
  }

  private leaveOut(what: LeftOutKind, text: string): void {
    const last = this.runs.at(-1);
    if (text.trim() === '') return;
    if (last?.kind === 'left-out' && last.what === what)
      this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
    else this.runs.push({ kind: 'left-out', what, text });
  }

  /** All words of an element as a reader would see them, were it shown: a line each block. */
  private wordsOf(element: HtmlElement): string {
    const context = {
      ...this.context,
      leftOut: NOTHING_LEFT_OUT,
      definitions: new Map(),
      notes: new Map(),
      pictures: [],
    };
    return blocksText(new HtmlFlow(context).readInside(element), false);
  }

  private listLevel(element: HtmlElement): string | undefined {
    for (let above = element.parentNode; above && 'tagName' in above; above = above.parentNode) {
      const list = this.context.styles.of(above).get('mso-list');
      if (list !== undefined) return list;
    }
    return undefined;
  }

  private isDefinition(element: HtmlElement): boolean {
    const id = attribute(element, 'id');
    return id !== undefined && this.context.definitions.get(id) === element;
  }

  /** True if the link calls a footnote or leads back from one. */
  private noteCall(element: HtmlElement): boolean {
    const href = attribute(element, 'href') ?? '';
    if (!href.startsWith('#')) return false;
    if (NOTE_BACK.test(href) && this.context.definitions.size > 0) return true;
    const { definitions, notes } = this.context;
    for (const [pattern, idOf] of NOTE_CALLS) {
      const match = pattern.exec(href);
      const definition = match && definitions.get(idOf(match));
      if (!match || !definition) continue;
      const id = idOf(match);
      if (!notes.has(id)) {
        notes.set(id, []);
        const blocks = new HtmlFlow(this.context).readInside(definition);
        notes.set(
          id,
          blocks.filter((block) => block.kind === 'paragraph'),
        );
      }
      this.runs.push({ kind: 'note', id });
      return true;
    }
    return false;
  }

  private ruby(element: HtmlElement, around: Around): void {
    let base = '';
    const close = (reading: string) => {
      const text = base.trim();
      if (text !== '')
        this.runs.push(reading === '' ? { kind: 'text', text } : { kind: 'ruby', base: text, reading });
      base = '';
    };
    if (around.tiny) {
      this.leaveOut('hidden', visibleText(element));
      return;
    }
    for (const node of element.childNodes) {
      if (isText(node)) base += node.value;
      else if (!isElement(node)) continue;
      else if (node.tagName === 'rt' || node.tagName === 'rtc')
        close(visibleText(node).replace(/\s+/g, ' ').trim());
      else if (node.tagName !== 'rp') base += visibleText(node);
    }
    close('');
  }

  private table(element: HtmlElement, around: Around): void {
    const rows: TableCell[][] = [];
    const heads: HtmlElement[] = [];
    const feet: HtmlElement[] = [];
    const bodies: HtmlElement[] = [];
    const lost: Block[] = [];
    const isLost = (node: HtmlElement): boolean => {
      const { styles, leftOut } = this.context;
      const what = leftOut.get(node) ?? unshownAs(node, styles.of(node), styles);
      if (what !== undefined) for (const block of leftOutBlock(what, this.wordsOf(node))) lost.push(block);
      return what !== undefined;
    };
    const parts = (parent: HtmlElement, into: HtmlElement[]) => {
      for (const node of parent.childNodes) {
        if (!isElement(node) || isLost(node)) continue;
        if (node.tagName === 'caption') {
          this.children(node, around);
          this.flush(around);
        } else if (node.tagName === 'thead') parts(node, heads);
        else if (node.tagName === 'tfoot') parts(node, feet);
        else if (node.tagName === 'tbody') parts(node, bodies);
        else if (node.tagName === 'tr') into.push(node);
      }
    };
    parts(element, bodies);
    const all = [...heads, ...bodies, ...feet];
    for (const [index, row] of all.entries()) {
      const cells: TableCell[] = [];
      for (const node of row.childNodes) {
        if (!isElement(node) || !/^t[dh]$/.test(node.tagName) || isLost(node)) continue;
        const flow = new HtmlFlow(this.context);
        const blocks = flow.readInside(node, {
          ...around,
          list: undefined,
          listDepth: 0,
          heading: undefined,
          quote: false,
        });
        cells.push({
          blocks,
          columns: span(attribute(node, 'colspan'), 100),
          rows:
            attribute(node, 'rowspan') === '0'
              ? all.length - index
              : span(attribute(node, 'rowspan'), all.length - index),
        });
      }
      rows.push(cells);
    }
    this.blocks.push({ kind: 'table', rows });
    for (const block of lost) this.blocks.push(block);
  }

  /** Ends the paragraph. An empty one that has a height of its own is a blank line. */
  private flush(around: Around): void {
    const raw = this.runs;
    this.runs = [];
    const runs = collapseSpace(raw);
    if (runs.every((run) => (run.kind === 'text' && run.text.trim() === '') || !isShown(run))) {
      const unshown = runs.filter((run) => run.kind === 'left-out');
      if (unshown.length > 0) this.blocks.push({ kind: 'paragraph', runs: unshown });
      if (runs.length > unshown.length) this.blocks.push({ kind: 'paragraph', runs: [] });
      return;
    }
    const mark = this.pending;
    this.pending = undefined;
    this.blocks.push({
      kind: 'paragraph',
      runs,
      ...(around.heading !== undefined && { heading: around.heading }),
      ...(mark && 'number' in mark && { number: numberText(mark.number, 'tab', runs) }),
      ...(mark && 'bullet' in mark && { bullet: mark.bullet }),
      ...(around.quote && { quote: true }),
    });
  }
}

function isShown(run: Run): boolean {
  return run.kind !== 'break' && run.kind !== 'left-out';
}

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isInteger(number) ? Math.max(1, Math.min(most, number)) : 1;
}
