import { type ChangeSpec, EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import { blockChange } from './block-change.ts';
import { isTableRow, lineSign, selectedLines, sentenceAround } from './line-parts.ts';

/** What the toolbar can do to the text, for people who know no markup. */
export type TextCommand =
  | 'heading'
  | 'on-slide'
  | 'off-slide'
  | 'quote'
  | 'bold'
  | 'table'
  | 'cue'
  | 'new-slide';

const ON = '==';
const BOLD = '**';
type PairedSign = typeof ON | typeof BOLD;
const OFF = '<!-- notes only -->';

/**
 * A command as a change of the document. Each is its own undo step and, where it makes sense, its own
 * opposite: given again, it takes itself back. Settings at the head and rows of tables are left whole.
 *
 * @param words template texts in the user's language
 * @param bodyStart length of the settings at the head, UTF-16 units
 */
export function commandChange(
  state: EditorState,
  command: TextCommand,
  words: { readonly table: readonly [string, string]; readonly cue: string },
  bodyStart = 0,
): TransactionSpec {
  if (command === 'table') {
    const [first, second] = words.table;
    const table = `| ${first} | ${second} |\n| --- | --- |\n|  |  |\n|  |  |`;
    return blockChange(state, table, bodyStart, 2);
  }
  if (command === 'new-slide') return blockChange(state, '---', bodyStart);
  if (state.selection.main.from < bodyStart) return {};
  switch (command) {
    case 'heading':
      return linePrefix(state, /^#{1,6}\s+/, '## ');
    case 'quote':
      return linePrefix(state, /^>\s?/, '> ');
    case 'on-slide':
      return paired(state, ON);
    case 'bold':
      return paired(state, BOLD);
    case 'off-slide':
      return offSlide(state);
    case 'cue': {
      const { to } = state.selection.main;
      return { changes: { from: to, insert: words.cue }, selection: { anchor: to + words.cue.length } };
    }
  }
}

/**
 * Puts a pair of signs around the selection, line by line, or takes them away: of the slide around the sentence at the cursor where
 * nothing is selected, of bold around the words up to the next stops.
 */
function paired(state: EditorState, sign: PairedSign): TransactionSpec {
  const { main } = state.selection;
  const marks = selectedLines(state)
    // A heading is on its slide anyway.
    .filter(({ text }) => !isTableRow(text) && !lineSign(text).includes('#'))
    .map((line) => {
      const around = sign === BOLD ? state.wordAt(main.head) : sentenceAround(state, main.head);
      const found = main.empty ? (around ?? main) : main;
      const from = Math.max(found.from, line.from + lineSign(line.text).length);
      return toggledMark(state, sign, from, Math.min(found.to, line.to));
    });
  const put = marks.filter((mark) => mark?.on);
  const changes = (put.length > 0 ? put : marks).flatMap((mark) => mark?.changes ?? []);
  const [only] = put;
  if (main.empty || put.length !== 1 || !only) return { changes };
  return { changes, selection: EditorSelection.range(only.from + sign.length, only.to + sign.length) };
}

interface Mark {
  readonly changes: readonly ChangeSpec[];
  /** It is put, not taken away. */
  readonly on: boolean;
  readonly from: number;
  readonly to: number;
}

/** Puts a mark around a piece of a line, or takes it away; undefined where it can be neither. */
function toggledMark(state: EditorState, sign: PairedSign, begin: number, end: number): Mark | undefined {
  const piece = state.sliceDoc(begin, Math.max(begin, end));
  // The stop at the end is not shown on slides, so it stays outside.
  const text = piece.trimStart().replace(/(?<![。；，\s])[。；，\s]+$/u, '');
  const from = begin + piece.length - piece.trimStart().length;
  const to = from + text.length;
  if (text === '' || /^(?:-{3,}|<!--.*-->)$/.test(text)) return undefined;
  const off = (...places: number[]): Mark => ({
    changes: places.map((at) => ({ from: at, to: at + sign.length })),
    on: false,
    from,
    to,
  });
  if (text.length > 2 * sign.length && text.startsWith(sign) && text.endsWith(sign))
    return off(from, to - sign.length);
  if (
    state.sliceDoc(Math.max(0, from - sign.length), from) === sign &&
    state.sliceDoc(to, to + sign.length) === sign
  )
    return off(from - sign.length, to);
  // The stop of a quotation (。”) ends the sentence before the closing mark.
  if (text.startsWith(sign) && state.sliceDoc(to, to + sign.length) === sign) return off(from, to);
  // A mark inside another is no mark.
  if (text.includes(sign)) return undefined;
  const changes = [
    { from, insert: sign },
    { from: to, insert: sign },
  ];
  return { changes, on: true, from, to };
}

/** Keeps the paragraphs of the selection off the slides; or lets them on again. */
function offSlide(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  const paragraphs = selectedLines(state).filter(({ text }) => text.trim() !== '' && text.trim() !== OFF);
  const own = (paragraphs.length > 0 ? paragraphs : selectedLines(state)).map((line) =>
    offParagraph(state, line),
  );
  const put = own.filter((one) => one?.insert);
  const changes = (put.length > 0 ? put : own).flatMap((one) => one ?? []);
  if (!main.empty) return { changes };
  return { changes, selection: { anchor: state.changes(changes).mapPos(main.head, 1) } };
}

/** The comment put before the paragraph of a line, or the one that stands there taken away. */
function offParagraph(state: EditorState, at: { readonly number: number }) {
  const { doc } = state;
  let line = doc.line(at.number);
  // A table begins with its first row.
  while (isTableRow(line.text) && line.number > 1 && isTableRow(doc.line(line.number - 1).text))
    line = doc.line(line.number - 1);
  for (let number = line.number; number >= 1 && number >= line.number - 2; number--) {
    const above = doc.line(number);
    if (above.text.trim() === OFF) {
      const next = above.number < doc.lines ? doc.line(above.number + 1) : undefined;
      const blank = next?.text.trim() === '' ? next.to + 1 : above.to + 1;
      return { from: above.from, to: Math.min(blank, doc.length), insert: '' };
    }
    if (number < line.number && above.text.trim() !== '') break;
  }
  if (line.text.trim() === '') return undefined;
  return { from: line.from, to: line.from, insert: `${OFF}\n\n` };
}

/** Puts a sign before each line of the selection, in place of another one, or takes it from all of them. */
function linePrefix(state: EditorState, sign: RegExp, insert: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const lines = selectedLines(state).filter(
    ({ text }) =>
      !isTableRow(text) && !/^\s*(?:-{3,}|<!--.*-->)\s*$/.test(text) && (text.trim() !== '' || from === to),
  );
  const all = lines.every(({ text }) => sign.test(text));
  const changes = lines.map((line): ChangeSpec => {
    const found = (all ? sign.exec(line.text)?.[0] : lineSign(line.text)) ?? '';
    return { from: line.from, to: line.from + found.length, insert: all ? '' : insert };
  });
  if (from !== to) return { changes };
  // Who writes on at the beginning of the line writes behind its sign.
  return { changes, selection: { anchor: state.changes(changes).mapPos(from, 1) } };
}
