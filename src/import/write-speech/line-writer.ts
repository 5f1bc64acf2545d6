import type { Diagnostic } from '../../text/diagnostic.ts';
import type { ParagraphBlock, Run, TextRun } from '../document.ts';
import { escapeLineStart, escapeText } from './markdown-escapes.ts';

/** A line of the text with the places where something could not be read. */
export interface WrittenLine {
  readonly text: string;
  readonly problems: readonly (Omit<Diagnostic, 'range'> & { readonly at: number })[];
  /** Lines of one group stand on neighbouring lines: rows of a table, items of a list. */
  readonly group?: 'table' | 'list' | 'quote' | 'note';
}

const HAN_OR_WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]/;

interface Written {
  text: string;
  problems: WrittenLine['problems'][number][];
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
      .filter(({ text, problems }) => text !== '' || problems.length > 0);
    return lines.map(({ text, problems }, index): WrittenLine => {
      if (text === '') return { text, problems };
      if (bullet !== undefined)
        return prefixed(`${'  '.repeat(Math.min(8, bullet))}- `, text, problems, 'list');
      if (quote) return prefixed('> ', text, problems, 'quote');
      if (depth !== undefined && index === 0) {
        this.rich = true;
        return prefixed(`${'#'.repeat(depth)} `, text, problems);
      }
      return { text: this.escapes ? escapeLineStart(text) : text, problems };
    });
  }

  /** The paragraphs of a cell on one line. */
  cell(paragraphs: readonly ParagraphBlock[]): Written {
    const written: Written = { text: '', problems: [] };
    for (const block of paragraphs)
      for (const runs of linesOf(numbered(block), false)) {
        const { text, problems } = this.line(runs);
        if (text === '' && problems.length === 0) continue;
        if (written.text !== '' && text !== '') written.text += '<br>';
        for (const problem of problems)
          written.problems.push({ ...problem, at: written.text.length + problem.at });
        written.text += text.replace(/\\?\|/g, '\\|');
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
    if (lines.length === 0) lines.push({ text: '', problems: [] });
    return lines.map(({ text, problems }, index) =>
      index === 0
        ? prefixed(`[^${number}]: `, text, problems, 'note')
        : prefixed('    ', this.escapes ? escapeLineStart(text) : text, problems, 'note'),
    );
  }

  private line(runs: readonly Run[]): Written {
    const written: Written = { text: '', problems: [] };
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
    for (const run of trimmed(merged(runs))) {
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
        case 'problem':
          written.problems.push({
            code: run.code,
            severity: run.severity,
            values: run.values,
            at: written.text.length,
          });
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

function prefixed(
  prefix: string,
  text: string,
  problems: WrittenLine['problems'],
  group?: WrittenLine['group'],
): WrittenLine {
  return {
    text: (prefix + text).trimEnd(),
    problems: problems.map((problem) => ({ ...problem, at: prefix.length + problem.at })),
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
    const [last, next] = [joined.at(-1), trimmed(line)[0]];
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
