import { trimmedOf } from '../../text/trim.ts';
import { type Block, leftOutBlock, type Run, runsText, unread } from '../document.ts';
import { chosenAlternative } from './alternate-content.ts';
import { unshownControl } from './content-control.ts';
import { readDrawing } from './drawing.ts';
import { fieldText } from './fields.ts';
import { formula } from './formula.ts';
import type { DocxParts } from './parts.ts';
import { rawText } from './raw-text.ts';
import { leaveOut, shownText, symbolOf, textRun } from './run-text.ts';
import { lookOver, type RunLook, runLook } from './styles.ts';
import { child, childValue, elements, textOf, type XmlElement } from './xml.ts';

/** What runs inherit from around them. */
interface Around {
  readonly look: RunLook;
  readonly href?: string;
}

/** A complex field (17.16.18): its code is not shown, its result is. */
interface Field {
  code: string;
  readonly form?: XmlElement;
  /** Where its result begins: the runs it goes to, and how many these were before. */
  result?: { readonly runs: readonly Run[]; readonly at: number };
}

/** Elements that only hold others. */
const TRANSPARENT = new Set([
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
]);

/** What a paragraph holds besides its runs. */
export interface Beside {
  /** Text boxes, floating pictures and comments: they stand after it. */
  readonly floating: readonly Block[];
}

/** Reads what is in the paragraphs of one story, one after the other: fields may run over several. */
export class InlineReader {
  private readonly fields: Field[] = [];
  private floating: Block[] = [];
  /** Words of the paragraph that are struck through. */
  private struck = '';
  /** Outline level of the paragraph. */
  private depth = 0;

  constructor(
    private readonly parts: DocxParts,
    private readonly readBox: (content: XmlElement) => readonly Block[],
  ) {}

  /**
   * Reads one paragraph.
   *
   * @param runs where its runs are added
   * @param depth its outline level, from 0
   */
  paragraph(element: XmlElement, look: RunLook, depth: number, runs: Run[]): Beside {
    this.floating = [];
    this.struck = '';
    this.depth = depth;
    for (const inner of elements(element)) this.readInline(inner, { look }, runs);
    // A field's code never runs past its paragraph; where it seems to, its end is missing.
    while (this.fields.length > 0 && this.fields.at(-1)!.result === undefined) this.fields.pop();
    if (this.struck !== '')
      runs.push({ kind: 'diagnostic', code: 'struck', severity: 'info', values: { text: this.struck } });
    return { floating: this.floating };
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
      case 'w:sdt': {
        const what = unshownControl(element);
        if (what === undefined)
          for (const inner of elements(child(element, 'w:sdtContent'))) this.readInline(inner, around, runs);
        else leaveOut(what, rawText(element), runs);
        return;
      }
      case 'w:fldSimple': {
        const before = runs.length;
        for (const inner of elements(element)) this.readInline(inner, around, runs);
        if (runs.length === before && !this.inFieldCode())
          runs.push(
            ...this.fieldRuns({ code: element.attributes['w:instr'] ?? '' }, false, around.look, around),
          );
        return;
      }
      case 'w:hyperlink': {
        const address = this.parts.address(element.attributes['r:id'] ?? '');
        const linked = address === undefined ? around : { ...around, href: address };
        for (const inner of elements(element)) this.readInline(inner, linked, runs);
        return;
      }
      case 'w:del':
        leaveOut('deleted', rawText(element), runs);
        this.parts.revision();
        return;
      case 'w:moveFrom':
        this.parts.revision();
        return;
      case 'mc:AlternateContent':
        for (const inner of elements(chosenAlternative(element))) this.readInline(inner, around, runs);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        runs.push(...formula(element));
    }
  }

  private readRun(element: XmlElement, around: Around, runs: Run[]): void {
    if (this.parts.styles.isLabel(childValue(child(element, 'w:rPr'), 'w:rStyle'))) return;
    const look = this.lookOf(element, around);
    for (const inner of elements(element)) this.readRunContent(inner, look, around, runs);
  }

  private lookOf(element: XmlElement, around: Around): RunLook {
    const properties = child(element, 'w:rPr');
    const own = runLook(properties);
    const styled = this.parts.styles.run(childValue(properties, 'w:rStyle'));
    return {
      ...lookOver(own, lookOver(styled, around.look)),
      // Bold in both styles is plain (17.7.3).
      bold: own.bold ?? (styled.bold === true) !== (around.look.bold === true),
    };
  }

  private readRunContent(element: XmlElement, look: RunLook, around: Around, runs: Run[]): void {
    switch (element.name) {
      case 'w:fldChar':
        this.readFieldSign(element, look, around, runs);
        return;
      case 'w:instrText': {
        const field = this.fields.at(-1);
        if (field && field.result === undefined) field.code += textOf(element);
        return;
      }
      case 'mc:AlternateContent':
        for (const inner of elements(chosenAlternative(element)))
          this.readRunContent(inner, look, around, runs);
        return;
    }
    const coded = this.fields.findLast((field) => field.result === undefined);
    if (coded !== undefined) {
      // The result of a field inside the code of another is part of that code.
      if (element.name === 'w:t') coded.code += textOf(element);
      if (element.name === 'w:sym') coded.code += symbolOf(element) ?? '';
      return;
    }
    if (look.hidden === true) {
      leaveOut('hidden', rawText({ ...element, children: [element] }), runs);
      return;
    }
    const push = (text: string) => {
      if (text === '') return;
      runs.push(textRun(text, look, around.href));
      if (look.struck === true) this.struck += text;
    };
    switch (element.name) {
      case 'w:t': {
        const text = textOf(element).replace(/[\r\n]+/g, ' ');
        const kept = element.attributes['xml:space'] === 'preserve' ? text : trimmedOf(text, /[ \t]/);
        push(shownText(kept, look));
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
      case 'w:sym':
      case 'symEx': {
        const sign = symbolOf(element);
        const { 'w:font': font = '', 'w:char': code = '' } = element.attributes;
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
      case 'w:commentReference': {
        const text = this.parts.comment(element.attributes['w:id'] ?? '') ?? '';
        for (const block of leftOutBlock('comment', text)) this.floating.push(block);
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.readDrawing(element, runs);
    }
  }

  private inFieldCode(): boolean {
    return this.fields.some((field) => field.result === undefined);
  }

  private readFieldSign(element: XmlElement, look: RunLook, around: Around, runs: Run[]): void {
    switch (element.attributes['w:fldCharType']) {
      case 'begin':
        this.fields.push({ code: '', form: child(element, 'w:ffData') });
        return;
      case 'separate': {
        const field = this.fields.at(-1);
        if (field) field.result ??= { runs, at: runs.length };
        return;
      }
      case 'end': {
        const field = this.fields.pop();
        if (field === undefined || look.hidden === true) return;
        const { result } = field;
        if (result !== undefined && (result.runs !== runs || result.at < runs.length)) return;
        const outer = this.fields.findLast((above) => above.result === undefined);
        // What a nested field shows inside the code of another is part of that code.
        if (outer !== undefined && result !== undefined) return;
        const found = this.fieldRuns(field, result !== undefined, look, around);
        if (outer === undefined) runs.push(...found);
        else outer.code += runsText(found);
      }
    }
  }

  private fieldRuns(field: Field, hasResult: boolean, look: RunLook, around: Around): Run[] {
    return fieldText(field.code, hasResult, {
      form: field.form,
      numbers: this.parts.fieldNumbers,
      depth: this.depth,
      text: (text) => textRun(text, look, around.href),
    });
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
    const drawing = readDrawing(element, {
      picture: (id, alt) => this.parts.picture(id, alt),
      textBox: (content) => this.readBox(content),
    });
    for (const block of drawing.boxes) this.floating.push(block);
    for (const run of drawing.runs)
      if (drawing.floats) this.floating.push({ kind: 'paragraph', runs: [run] });
      else runs.push(run);
  }
}
