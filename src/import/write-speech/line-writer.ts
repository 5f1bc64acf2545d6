import { escapeLineStart, escapeText } from '../../text/markdown-escapes.ts';
import type { ParagraphBlock, Run, TextRun } from '../document.ts';
import type { LeftOutMark, WrittenLine } from './written-line.ts';

const HAN_OR_WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]/;

interface Written {
  text: string;
  diagnostics: WrittenLine['diagnostics'][number][];
  leftOut: LeftOutMark[];
}

function nothingWritten(): Written {
  return { text: '', diagnostics: [], leftOut: [] };
}

function isNothing({ text, diagnostics, leftOut }: Written): boolean {
  return text === '' && diagnostics.length === 0 && leftOut.length === 0;
}

/** Writes runs with their signs. One writer a text: it numbers the footnotes in the order of their calls. */
export class LineWriter {
  /** Keys of the notes called so far; the first is number 1. */
  readonly notes: string[] = [];
  /** A sign of Markdown was written. */
  rich = false;

  constructor(private readonly escapes: boolean) {}

  /**
   * Lines of a paragraph: a break begins a line, except in headings and items.
   *
   * @param depth of a heading, 1 … 6
   */
  paragraph(block: ParagraphBlock, depth?: number): WrittenLine[] {
    const { bullet, quote } = block;
    const together = bullet !== undefined || (depth !== undefined && depth > 1);
    const lines = linesOf(numbered(block), together)
      .flatMap(picturesApart)
      .map((runs) => this.line(runs))
      .filter((written) => !isNothing(written));
    return lines.map((written, index): WrittenLine => {
      const more = index > 0 && { continues: true };
      if (written.text === '') return { ...written, ...more };
      if (bullet !== undefined)
        return { ...prefixed(`${'  '.repeat(Math.min(8, bullet))}- `, written, 'list'), ...more };
      if (quote) return { ...prefixed('> ', written, 'quote'), ...more };
      if (depth !== undefined && index === 0) {
        this.rich = true;
        return prefixed(`${'#'.repeat(depth)} `, written);
      }
      return { ...this.lineStart(written), ...more };
    });
  }

  /** The paragraphs of a cell on one line. */
  cell(paragraphs: readonly ParagraphBlock[]): Written {
    const written = nothingWritten();
    for (const block of paragraphs)
      for (const runs of linesOf(numbered(block), false)) {
        const line = this.line(runs);
        if (isNothing(line)) continue;
        if (written.text !== '' && line.text !== '') written.text += '<br>';
        const moved = shifted(line, written.text.length);
        written.diagnostics.push(...moved.diagnostics);
        written.leftOut.push(...moved.leftOut);
        written.text += line.text.replace(/\\?\|/g, '\\|');
      }
    return written;
  }

  /** Definition of a footnote; its further paragraphs are indented. */
  note(number: number, paragraphs: readonly ParagraphBlock[]): WrittenLine[] {
    this.rich = true;
    const lines = paragraphs
      .flatMap((block) => linesOf(numbered(block), true))
      .map((runs) => this.line(runs))
      .filter(({ text }) => text !== '');
    if (lines.length === 0) lines.push(nothingWritten());
    return lines.map((written, index) =>
      index === 0
        ? prefixed(`[^${number}]: `, written, 'note')
        : { ...prefixed('    ', this.lineStart(written), 'note'), continues: true },
    );
  }

  /** A line that begins with what the parser would take for a sign. */
  private lineStart(written: Written): Written {
    const text = this.escapes ? escapeLineStart(written.text) : written.text;
    return { ...shifted(written, text.length - written.text.length), text };
  }

  private line(runs: readonly Run[]): Written {
    const written = nothingWritten();
    /** Signs that are open: bold outside, mark inside. */
    let bold = false;
    let mark = false;
    const change = (toBold: boolean, toMark: boolean) => {
      if (mark && (!toMark || bold !== toBold)) {
        written.text += '==';
        mark = false;
      }
      if (bold !== toBold) written.text += '**';
      bold = toBold;
      if (toMark && !mark) written.text += '==';
      mark = toMark;
      if (bold || mark) this.rich = true;
    };
    for (const run of trimmed(merged(wordsOfOneLook(merged(runs))))) {
      switch (run.kind) {
        case 'text': {
          // Signs of emphasis stand beside characters, never beside white space.
          const body = run.text.trim();
          const from = run.text.indexOf(body);
          if (from > 0 || body === '') change(false, false);
          written.text += run.text.slice(0, from);
          if (body === '') {
            written.text += run.text;
            break;
          }
          change(run.bold === true, run.mark === true);
          written.text += this.linked(run, body);
          if (from + body.length < run.text.length) change(false, false);
          written.text += run.text.slice(from + body.length);
          break;
        }
        case 'ruby':
          change(false, false);
          written.text += this.escaped(`${run.base}（${run.reading}）`);
          break;
        case 'note':
          change(false, false);
          this.rich = true;
          if (!this.notes.includes(run.id)) this.notes.push(run.id);
          written.text = this.beforeBracket(written.text);
          written.text += `[^${this.notes.indexOf(run.id) + 1}]`;
          break;
        case 'picture':
          change(false, false);
          this.rich = true;
          written.text += `![${altText(run.alt)}](${address(run.name)})`;
          break;
        case 'diagnostic':
          written.diagnostics.push({
            code: run.code,
            severity: run.severity,
            values: run.values,
            at: written.text.length,
          });
          break;
        case 'left-out':
          written.leftOut.push({ kind: run.what, text: run.text, at: written.text.length });
      }
    }
    change(false, false);
    return written;
  }

  private linked(run: TextRun, body: string): string {
    const text = this.escaped(body);
    const { href } = run;
    if (href === undefined || /[[\]]/.test(body) || isAddress(body, href)) return text;
    this.rich = true;
    return `[${text}](${address(href)})`;
  }

  private escaped(text: string): string {
    return this.escapes ? escapeText(text) : text;
  }

  /** `!` before a bracket would make a picture of it. */
  private beforeBracket(text: string): string {
    return this.escapes && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text;
  }
}

/** With its places moved by so many characters. */
function shifted({ text, diagnostics, leftOut }: Written, by: number): Written {
  const move = <Place extends { readonly at: number }>(place: Place): Place => ({
    ...place,
    at: place.at + by,
  });
  return { text, diagnostics: diagnostics.map(move), leftOut: leftOut.map(move) };
}

function prefixed(prefix: string, written: Written, group?: WrittenLine['group']): WrittenLine {
  return {
    ...shifted(written, prefix.length),
    text: (prefix + written.text).trimEnd(),
    ...(group && { group }),
  };
}

/** The number before the first words, in their look. */
function numbered({ number, runs }: ParagraphBlock): Run[] {
  if (number === undefined) return [...runs];
  const first = runs.find((run): run is TextRun => run.kind === 'text' && run.text.trim() !== '');
  const before = trimmed(merged(runs));
  return [{ kind: 'text', text: number, ...(first?.bold && { bold: true }) }, ...before];
}

function isSeen(run: Run): boolean {
  return run.kind !== 'left-out' && run.kind !== 'diagnostic';
}

/** Runs up to each break. Together: breaks become nothing between Han, a space between others. */
function linesOf(runs: readonly Run[], together: boolean): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind !== 'break') lines.at(-1)!.push(run);
    else lines.push([]);
  }
  if (!together) return lines;
  const joined: Run[] = [];
  for (const line of lines) {
    const [last, next] = [joined.findLast(isSeen), trimmed(line).find(isSeen)];
    const wide =
      (last?.kind === 'text' && HAN_OR_WIDE.test(last.text.trimEnd().slice(-1))) ||
      (next?.kind === 'text' && HAN_OR_WIDE.test(next.text.trimStart()[0] ?? ''));
    if (last !== undefined && next !== undefined && !wide) joined.push({ kind: 'text', text: ' ' });
    for (const run of trimmed(line)) joined.push(run);
  }
  return [joined];
}

/** Pictures with no words beside them each stand on a line, where the parser makes figures of them. */
function picturesApart(runs: Run[]): Run[][] {
  const wordless = runs.every((run) => (run.kind === 'text' ? run.text.trim() === '' : run.kind !== 'ruby'));
  if (!wordless || runs.filter((run) => run.kind === 'picture').length < 2) return [runs];
  return runs.filter((run) => run.kind !== 'text').map((run) => [run]);
}

const LATIN_END = /[A-Za-z0-9]$/;
const LATIN_START = /^[A-Za-z0-9]/;

/** A sign between two Latin letters or digits is text, so runs that share a word lose what tells them apart. */
function wordsOfOneLook(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  let first = 0;
  const close = (end: number) => {
    const word = all.slice(first, end) as TextRun[];
    const [one] = word;
    if (one && word.some((run) => !!run.bold !== !!one.bold || !!run.mark !== !!one.mark))
      for (let at = first; at < end; at++) all[at] = { ...(all[at] as TextRun), bold: false, mark: false };
    first = end;
  };
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1];
    const joined =
      run.kind === 'text' &&
      before?.kind === 'text' &&
      LATIN_END.test(before.text) &&
      LATIN_START.test(run.text);
    if (!joined) close(at);
    all.push(run);
    if (run.kind !== 'text') first = at + 1;
  }
  close(all.length);
  return all;
}

/** Neighbouring texts of one look as one; bold on nothing but punctuation is none. */
function merged(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && sameLook(run, last))
      all[all.length - 1] = { ...last, text: last.text + run.text };
    else if (run.kind === 'ruby' && last?.kind === 'ruby' && last.base.length < 4)
      all[all.length - 1] = {
        ...last,
        base: last.base + run.base,
        reading: `${last.reading} ${run.reading}`,
      };
    else if (run.kind !== 'text' || run.text !== '') all.push(run);
  }
  const quiet = all.map((run): Run => {
    if (run.kind !== 'text' || /[\p{L}\p{N}]/u.test(run.text)) return run;
    return { kind: 'text', text: run.text, ...(run.href !== undefined && { href: run.href }) };
  });
  return quiet.length < runs.length || quiet.some((run, index) => run !== all[index])
    ? mergedOnce(quiet)
    : quiet;
}

function mergedOnce(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && sameLook(run, last))
      all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}

function sameLook(a: TextRun, b: TextRun): boolean {
  return (
    (a.bold === true) === (b.bold === true) && (a.mark === true) === (b.mark === true) && a.href === b.href
  );
}

/** Without the white space at the ends of a line. */
function trimmed(runs: readonly Run[]): Run[] {
  const all = [...runs];
  for (let first = all[0]; first?.kind === 'text'; first = all[0]) {
    const text = first.text.trimStart();
    if (text !== '') {
      all[0] = { ...first, text };
      break;
    }
    all.shift();
  }
  for (let last = all.at(-1); last?.kind === 'text'; last = all.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      all[all.length - 1] = { ...last, text };
      break;
    }
    all.pop();
  }
  return all;
}

function altText(alt: string): string {
  return alt
    .replace(/[\s[\]()|\\`<>]+/g, ' ')
    .trim()
    .slice(0, 200);
}

function address(href: string): string {
  return href.replace(
    /[\s()<>|"'\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** A link that only says its own address. */
function isAddress(text: string, href: string): boolean {
  const bare = (address: string) =>
    address
      .trim()
      .replace(/^(?:https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '');
  return bare(text) === bare(href);
}
