import type { TextFormat } from '../text/source.ts';
import type { Inline } from './types.ts';

/** One character the author's markup can begin with; a line without any is one text node. */
const SYNTAX = /==|[[*_\\`<]/;
const ESCAPED = /[!-/:-@[-`{-~]/;
const CALL = /^\[\^([^\]\s]{1,64})\]/;
const LINE_END_TAG = /^<br\s*\/?>/i;
/** Target of a link or picture: `(src)`, `(<src>)`, `(src "title")`. */
const TARGET =
  /^\(\s{0,20}(?:<([^<>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s{1,20}(?:"([^"]*)"|'([^']*)'|“([^”]*)”))?\s{0,20}\)/;

interface Delimiter {
  kind: 'delimiter';
  character: '*' | '_' | '=';
  length: number;
  opens: boolean;
  closes: boolean;
  /** Length as written: what the rule of three counts. */
  written: number;
  start: number;
}
type Piece = Inline | Delimiter;

export interface InlineContext {
  readonly format: TextFormat;
  /** Ids of footnotes that are defined; a call of any other is plain text. Returns its number. */
  call(id: string): number | undefined;
}

/**
 * The author's markup within one line of Markdown: `**strong**`, `*emphasis*`, `==mark==`, links, pictures,
 * footnote calls, escapes, `<br>`. All else is text, verbatim; plain text is nothing but text.
 *
 * Emphasis follows CommonMark's delimiter rules with the one change Chinese needs: punctuation
 * beside the asterisks is no hindrance (`**“重点。”**后文`), as micromark-extension-cjk-friendly does,
 * which the tests hold this against, and the one that speeches need: a sign between digits or Latin
 * letters (`2**10`, `a==b`) is text.
 *
 * @param offset where `text` begins, in whatever offsets the caller counts
 */
export function parseInlines(text: string, offset: number, context: InlineContext): Inline[] {
  if (text === '') return [];
  if (context.format === 'plain' || !SYNTAX.test(text)) return [textNode(text, offset)];
  return resolve(scan(text, offset, context));
}

function textNode(text: string, start: number, end = start + text.length): Inline {
  return { kind: 'text', text, range: { start, end } };
}

function scan(text: string, offset: number, context: InlineContext): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let at = 0;
  const flush = (to: number) => {
    if (to > from) pieces.push(textNode(text.slice(from, to), offset + from));
  };
  const take = (length: number, ...nodes: Piece[]) => {
    flush(at);
    pieces.push(...nodes);
    at += length;
    from = at;
  };
  let noBracket = -1;
  while (at < text.length) {
    const character = text[at]!;
    switch (character) {
      case '*':
      case '_':
      case '=': {
        let length = 1;
        while (text[at + length] === character) length++;
        const known = character === '*' || (character === '_' ? length <= 2 : length === 2);
        const flank = known ? flanking(text, at, length, character) : undefined;
        if (flank)
          take(length, {
            kind: 'delimiter',
            character,
            length,
            written: length,
            ...flank,
            start: offset + at,
          });
        else at += length;
        continue;
      }
      case '\\':
        if (ESCAPED.test(text[at + 1] ?? '')) {
          take(2, textNode(text[at + 1]!, offset + at, offset + at + 2));
          continue;
        }
        break;
      case '`': {
        // A code span is not markup of speeches: its content, marks included, is text.
        const end = text.indexOf('`', at + 1);
        if (end > 0) {
          at = end + 1;
          continue;
        }
        break;
      }
      case '<': {
        const gap = LINE_END_TAG.exec(text.slice(at, at + 8));
        if (gap) {
          take(gap[0].length);
          continue;
        }
        break;
      }
      case '!':
      case '[': {
        if (at <= noBracket) break;
        const link = bracket(text, at, offset, context);
        if (link === 'none-left') noBracket = text.length;
        else if (link) {
          take(link.length, ...link.nodes);
          continue;
        }
        break;
      }
    }
    at++;
  }
  flush(text.length);
  return pieces;
}

/** A footnote call, picture or link that begins at `at`. */
function bracket(
  text: string,
  at: number,
  offset: number,
  context: InlineContext,
): { length: number; nodes: Inline[] } | 'none-left' | undefined {
  const picture = text[at] === '!';
  const open = picture ? at + 1 : at;
  if (text[open] !== '[') return undefined;
  if (text[open + 1] === '^' && !picture) {
    const call = CALL.exec(text.slice(open, open + 70));
    const number = call ? context.call(call[1]!) : undefined;
    if (!call || number === undefined) return undefined;
    const range = { start: offset + at, end: offset + at + call[0].length };
    return { length: call[0].length, nodes: [{ kind: 'note-ref', id: call[1]!, number, range }] };
  }
  const close = text.indexOf('](', open);
  if (close < 0) return 'none-left';
  const label = text.slice(open + 1, close);
  if (label.includes('[') || label.endsWith('\\')) return undefined;
  const target = TARGET.exec(text.slice(close + 1, close + 4000));
  if (!target) return undefined;
  const length = close + 1 - at + target[0].length;
  const range = { start: offset + at, end: offset + at + length };
  const href = target[1] ?? target[2] ?? '';
  if (picture) return { length, nodes: [{ kind: 'image', src: href, alt: label, range }] };
  // What would be a link without words is text: nothing of it could be seen.
  if (label.trim() === '') return undefined;
  const children = parseInlines(label, offset + open + 1, context);
  return { length, nodes: [{ kind: 'link', href, children, range }] };
}

/** Title of a picture on a line of its own, with its place: `![alt](src "title")`. */
export function pictureTitle(line: string, offset: number): { text: string; start: number } | undefined {
  const close = line.indexOf('](');
  const target = close < 0 ? null : TARGET.exec(line.slice(close + 1));
  const title = target?.[3] ?? target?.[4] ?? target?.[5];
  if (!title) return undefined;
  return { text: title, start: offset + line.lastIndexOf(title) };
}

const LATIN = /[A-Za-z0-9]/;
/** Signs in a row that may be marks: a run pairs with another one level a sign or two, and levels are walked recursively. */
const LONGEST_RUN = 24;

/** CommonMark 6.2, left- and right-flanking, without its rule about punctuation. */
function flanking(text: string, at: number, length: number, character: string) {
  if (length > LONGEST_RUN) return undefined;
  const before = text[at - 1] ?? ' ';
  const after = text[at + length] ?? ' ';
  if (character !== '_' && LATIN.test(before) && LATIN.test(after)) return undefined;
  const opens = !/\s/.test(after);
  const closes = !/\s/.test(before);
  if (!opens && !closes) return undefined;
  if (character === '_') {
    const word = /[\p{L}\p{N}]/u;
    return { opens: opens && !word.test(before), closes: closes && !word.test(after) };
  }
  const bracketAfter = /[“‘（《「『(]/.test(after);
  const stopBefore = /[”’）》」』)，。；：、！？]/.test(before);
  // `**后文**“引` : beside a bracket the side it belongs to decides.
  return { opens: opens && !(stopBefore && closes && !opens), closes: closes && !(bracketAfter && !closes) };
}

const WRAPPERS = { 1: 'emphasis', 2: 'strong' } as const;

/** Pairs delimiters, innermost first; one stack, each delimiter looked at once. */
function resolve(pieces: readonly Piece[]): Inline[] {
  // The stack holds finished inlines and delimiters still open.
  const stack: Piece[] = [];
  const open: Record<string, number> = { '*': 0, _: 0, '=': 0 };
  for (const piece of pieces) {
    if (piece.kind !== 'delimiter') {
      stack.push(piece);
      continue;
    }
    let rest: Delimiter | undefined = piece;
    while (rest?.closes && open[rest.character]! > 0) {
      const opener = openerFor(rest, stack);
      if (opener < 0) break;
      rest = close(stack, opener, rest, open);
    }
    if (!rest) continue;
    if (rest.opens && open['*']! + open._! + open['=']! < DEEPEST) {
      open[rest.character]!++;
      stack.push(rest);
    } else stack.push(literal(rest));
  }
  return mergeText(stack.map((piece) => (piece.kind === 'delimiter' ? literal(piece) : piece)));
}

/** Marks that may be open within each other; of senseless input the further ones are text. */
const DEEPEST = 24;

/** How far back an opener is looked for: bounds the work on senseless input. */
const REACH = 500;

/**
 * The nearest opener of the same kind. CommonMark's rule of three: where one of both could open as well as
 * close, lengths that add up to a multiple of three do not pair (`**粗*斜*粗**`).
 */
function openerFor(closer: Delimiter, stack: readonly Piece[]): number {
  for (let index = stack.length - 1; index >= Math.max(0, stack.length - REACH); index--) {
    const piece = stack[index]!;
    if (piece.kind !== 'delimiter' || piece.character !== closer.character) continue;
    const both = closer.opens || piece.closes;
    const threes = (piece.written + closer.written) % 3 === 0 && piece.written % 3 !== 0;
    if (closer.character === '=' || !(both && threes)) return index;
  }
  return -1;
}

/** Wraps what stands after the opener; returns what is left of the closer. */
function close(
  stack: Piece[],
  index: number,
  closer: Delimiter,
  open: Record<string, number>,
): Delimiter | undefined {
  const opener = stack[index] as Delimiter;
  const use = closer.character === '=' ? 2 : Math.min(opener.length, closer.length) >= 2 ? 2 : 1;
  const inner = stack.splice(index).slice(1);
  open[opener.character]!--;
  const children = mergeText(
    inner.map((piece) => {
      if (piece.kind !== 'delimiter') return piece;
      open[piece.character]!--;
      return literal(piece);
    }),
  );
  const range = { start: opener.start + opener.length - use, end: closer.start + use };
  if (opener.length > use) {
    stack.push({ ...opener, length: opener.length - use });
    open[opener.character]!++;
  }
  if (children.length > 0) {
    const kind = closer.character === '=' ? 'mark' : WRAPPERS[use as 1 | 2];
    stack.push({ kind, children, range });
  } else {
    stack.push(textNode(closer.character.repeat(use * 2), range.start, range.end));
  }
  const left = closer.length - use;
  return left > 0 ? { ...closer, length: left, start: closer.start + use } : undefined;
}

function literal(delimiter: Delimiter): Inline {
  return textNode(delimiter.character.repeat(delimiter.length), delimiter.start);
}

/** Neighbouring texts that also touch in the source become one. */
function mergeText(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (
      inline.kind === 'text' &&
      last?.kind === 'text' &&
      last.range.end === inline.range.start &&
      last.text.length === last.range.end - last.range.start &&
      inline.text.length === inline.range.end - inline.range.start
    ) {
      merged[merged.length - 1] = textNode(last.text + inline.text, last.range.start);
    } else merged.push(inline);
  }
  return merged;
}
