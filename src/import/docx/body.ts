import type { Block, NoteRun, PictureRun, ProblemRun, Run, TableCell } from '../document.ts';
import { runsText, unread } from '../document.ts';
import { numberText } from '../list-number.ts';
import { equationField } from './fields.ts';
import { formula } from './formula.ts';
import type { Numbering } from './numbering.ts';
import { paragraphLook, type RunLook, runLook, type Styles } from './styles.ts';
import { symbolCharacter } from './wingdings.ts';
import { child, childValue, descendants, elements, textOf, toggle, type XmlElement } from './xml.ts';

/** What the body refers to. */
export interface DocxParts {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Keeps the picture a relationship names. */
  picture(relationship: string, alt: string): PictureRun | ProblemRun;
  /** Address of an external link. */
  address(relationship: string): string | undefined;
  /** Called for each footnote and endnote, in the order of the text. */
  note(kind: 'footnote' | 'endnote', id: string): NoteRun | undefined;
  /** Called for each tracked insertion and deletion. */
  revision(): void;
}

/** What runs inherit from around them. */
interface Around {
  readonly look: RunLook;
  readonly href?: string;
}

/** A complex field (17.16.18): its code is not shown, its result is. */
interface Field {
  code: string;
  inResult: boolean;
}

/** Elements that only hold others. */
const TRANSPARENT = new Set([
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:ins',
  'w:moveTo',
]);

/** Reads one story: the body, or a note. */
export class StoryReader {
  private readonly fields: Field[] = [];
  /** Runs of a paragraph whose end was deleted: they go on in the next. */
  private carried: Run[] = [];
  /** Text boxes and floating pictures of the paragraph being read: they stand after it. */
  private floating: Block[] = [];

  constructor(private readonly parts: DocxParts) {}

  /** Blocks of a container of paragraphs and tables. */
  read(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    for (const element of elements(container)) this.readBlock(element, blocks);
    return blocks;
  }

  private readBlock(element: XmlElement, blocks: Block[]): void {
    switch (element.name) {
      case 'w:p':
        this.readParagraph(element, blocks);
        return;
      case 'w:tbl':
        blocks.push({ kind: 'table', rows: this.readRows(element) });
        return;
      case 'w:sdt': {
        const gallery = descendants(child(element, 'w:sdtPr') ?? element, 'w:docPartGallery').next().value;
        // A table of contents repeats the headings.
        if (gallery !== undefined && /table of contents/i.test(gallery.attributes['w:val'] ?? '')) return;
        for (const inner of elements(child(element, 'w:sdtContent'))) this.readBlock(inner, blocks);
        return;
      }
      case 'mc:AlternateContent':
        for (const inner of elements(alternative(element))) this.readBlock(inner, blocks);
        return;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        for (const inner of elements(element)) this.readBlock(inner, blocks);
        return;
      case 'w:altChunk':
        // A document of another format, which the word processor takes in when it opens the file.
        blocks.push({ kind: 'paragraph', runs: [unread('chunk-not-read', '')] });
        return;
      case 'm:oMathPara':
      case 'm:oMath':
        blocks.push({ kind: 'paragraph', runs: formula(element) });
    }
  }

  private readParagraph(element: XmlElement, blocks: Block[]): void {
    const properties = child(element, 'w:pPr');
    const style = childValue(properties, 'w:pStyle');
    const { styles } = this.parts;
    const role = styles.role(style);
    if (role === 'contents') {
      dropContentsTitle(blocks);
      return;
    }
    const outer = this.floating;
    this.floating = [];
    const runs: Run[] = this.carried;
    this.carried = [];
    const around: Around = { look: styles.run(style) };
    for (const inner of elements(element)) this.readInline(inner, around, runs);
    // A field's code never runs past its paragraph; where it seems to, its end is missing.
    while (this.fields.length > 0 && !this.fields.at(-1)!.inResult) this.fields.pop();
    const floating = this.floating;
    this.floating = outer;

    const mark = child(properties, 'w:rPr');
    if (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined) {
      this.parts.revision();
      this.carried = runs;
      for (const block of floating) blocks.push(block);
      return;
    }
    const own = paragraphLook(properties);
    const inherited = styles.paragraph(style);
    const outline = own.outline ?? inherited.outline;
    // A hidden paragraph is not counted; an empty one is.
    const hidden = runs.length === 0 && (runLook(mark).hidden ?? around.look.hidden) === true;
    const listMark = hidden ? undefined : this.listMark(own, inherited);
    const heading = role === 'title' ? 'title' : outline !== undefined && outline < 9 ? outline : undefined;
    const number =
      listMark?.kind === 'number' ? numberText(listMark.text, listMark.separator, runs) : undefined;
    const depth = own.level ?? inherited.level ?? 0;
    blocks.push({
      kind: 'paragraph',
      runs,
      ...(heading !== undefined && { heading }),
      ...(number !== undefined && { number }),
      ...(listMark?.kind === 'bullet' && { bullet: depth }),
    });
    for (const block of floating) blocks.push(block);
  }

  private listMark(own: ReturnType<typeof paragraphLook>, inherited: ReturnType<Styles['paragraph']>) {
    const numId = own.numId ?? inherited.numId;
    // Number 0 turns a list off that the style turned on (17.9.18).
    if (numId === undefined || numId === '0') return undefined;
    const { numbering } = this.parts;
    const byStyle =
      own.numId === undefined && inherited.numberedBy !== undefined
        ? numbering.levelOfStyle(numId, inherited.numberedBy)
        : undefined;
    return numbering.next(numId, own.level ?? byStyle ?? inherited.level ?? 0);
  }

  private readInline(element: XmlElement, around: Around, runs: Run[]): void {
    if (TRANSPARENT.has(element.name)) {
      if (element.name === 'w:ins' || element.name === 'w:moveTo') this.parts.revision();
      for (const inner of elements(element)) this.readInline(inner, around, runs);
      return;
    }
    switch (element.name) {
      case 'w:r':
        this.readRun(element, around, runs);
        return;
      case 'w:hyperlink': {
        const address = this.parts.address(element.attributes['r:id'] ?? '');
        const linked = address === undefined ? around : { ...around, href: address };
        for (const inner of elements(element)) this.readInline(inner, linked, runs);
        return;
      }
      case 'w:del':
      case 'w:moveFrom':
        this.parts.revision();
        return;
      case 'mc:AlternateContent':
        for (const inner of elements(alternative(element))) this.readInline(inner, around, runs);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        runs.push(...formula(element));
    }
  }

  private readRun(element: XmlElement, around: Around, runs: Run[]): void {
    const look = this.lookOf(element, around);
    for (const inner of elements(element)) this.readRunContent(inner, look, around, runs);
  }

  private lookOf(element: XmlElement, around: Around): RunLook {
    const properties = child(element, 'w:rPr');
    const own = runLook(properties);
    const styled = this.parts.styles.run(childValue(properties, 'w:rStyle'));
    return {
      // Bold in both styles is plain (17.7.3).
      bold: own.bold ?? (styled.bold === true) !== (around.look.bold === true),
      hidden: own.hidden ?? styled.hidden ?? around.look.hidden,
      mark: own.mark ?? styled.mark ?? around.look.mark,
    };
  }

  private readRunContent(element: XmlElement, look: RunLook, around: Around, runs: Run[]): void {
    switch (element.name) {
      case 'w:fldChar':
        this.readFieldSign(element, look, around, runs);
        return;
      case 'w:instrText': {
        const field = this.fields.at(-1);
        if (field && !field.inResult) field.code += textOf(element);
        return;
      }
      case 'mc:AlternateContent':
        for (const inner of elements(alternative(element))) this.readRunContent(inner, look, around, runs);
        return;
    }
    if (look.hidden === true || this.fields.some((field) => !field.inResult)) return;
    const push = (text: string) => {
      if (text !== '') runs.push(textRun(text, look, around.href));
    };
    switch (element.name) {
      case 'w:t': {
        const text = textOf(element).replace(/[\r\n]+/g, ' ');
        push(element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, ''));
        return;
      }
      case 'w:tab':
      case 'w:ptab':
        push('\t');
        return;
      case 'w:br':
      case 'w:cr':
        runs.push({ kind: 'break' });
        return;
      case 'w:noBreakHyphen':
        push('-');
        return;
      case 'w:sym': {
        const { 'w:font': font = '', 'w:char': code = '' } = element.attributes;
        const sign = symbolCharacter(font, code);
        if (sign !== undefined) push(sign);
        else runs.push(unread('symbol', `${font} ${code}`));
        return;
      }
      case 'w:ruby':
        this.readRuby(element, around, runs);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        const note = this.parts.note(kind, element.attributes['w:id'] ?? '');
        if (note) runs.push(note);
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.readDrawing(element, runs);
    }
  }

  private readFieldSign(element: XmlElement, look: RunLook, around: Around, runs: Run[]): void {
    switch (element.attributes['w:fldCharType']) {
      case 'begin':
        this.fields.push({ code: '', inResult: false });
        return;
      case 'separate': {
        const field = this.fields.at(-1);
        if (field) field.inResult = true;
        return;
      }
      case 'end': {
        const field = this.fields.pop();
        if (field === undefined || field.inResult || look.hidden || this.fields.some((f) => !f.inResult))
          return;
        // An equation has no result: the word processor draws it from the code.
        runs.push(...equationField(field.code, (text) => textRun(text, look, around.href)));
      }
    }
  }

  private readRuby(element: XmlElement, around: Around, runs: Run[]): void {
    const part = (name: string): string => {
      const inner: Run[] = [];
      for (const run of elements(child(element, name))) this.readInline(run, around, inner);
      return runsText(inner).trim();
    };
    const [base, reading] = [part('w:rubyBase'), part('w:rt')];
    if (base !== '') runs.push(reading === '' ? textRun(base, around.look) : { kind: 'ruby', base, reading });
  }

  /** Pictures of a drawing; its text boxes go after the paragraph. */
  private readDrawing(element: XmlElement, runs: Run[]): void {
    const floats = descendants(element, 'wp:anchor').next().value !== undefined;
    const found: Run[] = [];
    this.walkDrawing(element, alternativeText(element), found);
    for (const run of found)
      if (floats) this.floating.push({ kind: 'paragraph', runs: [run] });
      else runs.push(run);
  }

  private walkDrawing(element: XmlElement, alt: string, found: Run[]): void {
    for (const inner of elements(element)) {
      switch (inner.name) {
        case 'w:txbxContent': {
          const fields = this.fields.splice(0);
          const carried = this.carried.splice(0);
          const inside = this.read(inner);
          for (const block of inside) this.floating.push(block);
          this.fields.splice(0, Number.POSITIVE_INFINITY, ...fields);
          this.carried = carried;
          break;
        }
        case 'mc:AlternateContent':
          this.walkDrawing({ ...inner, children: [...elements(alternative(inner))] }, alt, found);
          break;
        case 'a:blip': {
          const { 'r:embed': embedded, 'r:link': linked } = inner.attributes;
          if (embedded !== undefined) found.push(this.parts.picture(embedded, alt));
          else if (linked !== undefined) found.push(unread('picture-remote', alt));
          break;
        }
        case 'v:imagedata': {
          const id = inner.attributes['r:id'];
          if (id !== undefined) found.push(this.parts.picture(id, inner.attributes['o:title'] ?? alt));
          break;
        }
        case 'v:textpath': {
          const text = inner.attributes.string?.trim();
          if (text) this.floating.push({ kind: 'paragraph', runs: [{ kind: 'text', text }] });
          break;
        }
        case 'a:graphicData':
          if (/\/(?:diagram|chart|chartex)$/.test(inner.attributes.uri ?? ''))
            found.push(unread('drawing-not-read', alt));
          this.walkDrawing(inner, alt, found);
          break;
        default:
          this.walkDrawing(inner, alt, found);
      }
    }
  }

  private readRows(table: XmlElement): TableCell[][] {
    const rows: { blocks: Block[]; columns: number; rows: number }[][] = [];
    /** Of each column: the cell that a vertical merge goes on with. */
    const above = new Map<number, { rows: number }>();
    for (const row of tableParts(table, 'w:tr')) {
      const rowProperties = child(row, 'w:trPr');
      if (child(rowProperties, 'w:del') !== undefined || toggle(rowProperties, 'w:hidden') === true) continue;
      const cells: { blocks: Block[]; columns: number; rows: number }[] = [];
      let column = span(childValue(rowProperties, 'w:gridBefore'), 0);
      for (const cell of tableParts(row, 'w:tc')) {
        const properties = child(cell, 'w:tcPr');
        const columns = span(childValue(properties, 'w:gridSpan'), 1);
        const merge = child(properties, 'w:vMerge');
        const upper = above.get(column);
        if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && upper !== undefined)
          upper.rows++;
        else if (child(properties, 'w:hMerge')?.attributes['w:val'] === 'continue' && cells.length > 0)
          cells.at(-1)!.columns += columns;
        else {
          const read = { blocks: this.read(cell), columns, rows: 1 };
          cells.push(read);
          if (merge === undefined) above.delete(column);
          else above.set(column, read);
        }
        column += columns;
      }
      rows.push(cells);
    }
    return rows;
  }
}

/** Rows of a table, cells of a row; content controls and insertions between them are seen through. */
function* tableParts(element: XmlElement, name: string): Generator<XmlElement> {
  for (const inner of elements(element)) {
    if (inner.name === name) yield inner;
    else if (TRANSPARENT.has(inner.name)) yield* tableParts(inner, name);
  }
}

/** No table of a speech is wider. */
const WIDEST = 100;

function span(value: string | undefined, least: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) ? Math.min(WIDEST, Math.max(least, number)) : least;
}

function textRun(text: string, look: RunLook, href?: string): Run {
  return {
    kind: 'text',
    text,
    ...(look.bold === true && { bold: true }),
    ...(look.mark === true && { mark: true }),
    ...(href !== undefined && { href }),
  };
}

/** Of several ways to store one thing the first is the modern one; the last is for old programs. */
function alternative(element: XmlElement): XmlElement | undefined {
  return child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
}

function alternativeText(element: XmlElement): string {
  const described = descendants(element, 'wp:docPr').next().value;
  return described?.attributes.descr ?? '';
}

/** 目录 above a table of contents that is not in a content control. */
function dropContentsTitle(blocks: Block[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'paragraph' && /^(?:目\s*[录錄]|contents)$/i.test(runsText(last.runs).trim()))
    blocks.pop();
}
