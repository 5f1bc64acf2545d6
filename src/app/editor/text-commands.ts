import { type ChangeSpec, EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import { sentenceEnds } from '../../speech/sentences.ts';

/** What the toolbar can do to the text, for people who know no markup. */
export type TextCommand = 'heading' | 'on-slide' | 'off-slide' | 'quote' | 'table' | 'cue' | 'new-slide';

const ON = '==';
const OFF = '<!-- notes only -->';

/**
 * A command as a change of the document. Each is its own undo step and, where it makes sense, its own
 * opposite: given again, it takes itself back.
 *
 * @param words template texts in the user's language
 */
export function commandChange(
  state: EditorState,
  command: TextCommand,
  words: { readonly table: readonly [string, string]; readonly cue: string },
): TransactionSpec {
  switch (command) {
    case 'heading':
      return linePrefix(state, /^#{1,6}\s+/, '## ');
    case 'quote':
      return linePrefix(state, /^>\s?/, '> ');
    case 'on-slide':
      return onSlide(state);
    case 'off-slide':
      return offSlide(state);
    case 'table': {
      const [first, second] = words.table;
      return block(state, `| ${first} | ${second} |\n| --- | --- |\n|  |  |\n|  |  |`, 2);
    }
    case 'cue': {
      const { to } = state.selection.main;
      return { changes: { from: to, insert: words.cue }, selection: { anchor: to + words.cue.length } };
    }
    case 'new-slide':
      return block(state, '---', 3);
  }
}

/** The range of the sentence that holds `offset`, without the white space around it. */
export function sentenceAround(state: EditorState, offset: number): { from: number; to: number } {
  const line = state.doc.lineAt(offset);
  let from = 0;
  let to = line.text.length;
  for (const end of sentenceEnds(line.text)) {
    if (end <= offset - line.from && end < line.text.length) from = end;
    else {
      to = end;
      break;
    }
  }
  const text = line.text.slice(from, to);
  const lead = text.length - text.trimStart().length;
  return { from: line.from + from + lead, to: line.from + from + text.trimEnd().length };
}

/** Marks the selection, or the sentence at the cursor, for the slide; or takes the mark away. */
function onSlide(state: EditorState): TransactionSpec {
  const { main } = state.selection;
  const found = main.empty ? sentenceAround(state, main.head) : main;
  // The stop at the end is not shown on slides, so it stays outside.
  const text = state.sliceDoc(found.from, found.to).replace(/[。；，\s]+$/u, '');
  const { from } = found;
  const to = from + text.length;
  if (text.trim() === '' || text.includes('\n')) return {};
  if (text.length > 2 * ON.length && text.startsWith(ON) && text.endsWith(ON))
    return { changes: [cut(from), cut(to - ON.length)] };
  if (state.sliceDoc(Math.max(0, from - ON.length), from) === ON && state.sliceDoc(to, to + ON.length) === ON)
    return { changes: [cut(from - ON.length), cut(to)] };
  // The stop of a quotation (。”) ends the sentence before the closing mark.
  if (text.startsWith(ON) && state.sliceDoc(to, to + ON.length) === ON)
    return { changes: [cut(from), cut(to)] };
  // A mark inside another is no mark.
  if (text.includes(ON)) return {};
  return {
    changes: [
      { from, insert: ON },
      { from: to, insert: ON },
    ],
    selection: main.empty ? undefined : EditorSelection.range(from + ON.length, to + ON.length),
  };
}

const cut = (from: number): ChangeSpec => ({ from, to: from + ON.length });

/** Keeps the paragraph at the cursor off the slides; or lets it on again. */
function offSlide(state: EditorState): TransactionSpec {
  const { doc } = state;
  const { head } = state.selection.main;
  const line = doc.lineAt(head);
  for (let number = line.number; number >= 1 && number >= line.number - 2; number--) {
    const above = doc.line(number);
    if (above.text.trim() === OFF) {
      const next = above.number < doc.lines ? doc.line(above.number + 1) : undefined;
      const blank = next?.text.trim() === '' ? next.to + 1 : above.to + 1;
      return { changes: { from: above.from, to: Math.min(blank, doc.length) } };
    }
    if (number < line.number && above.text.trim() !== '') break;
  }
  if (line.text.trim() === '') return {};
  const insert = `${OFF}\n\n`;
  return { changes: { from: line.from, insert }, selection: { anchor: head + insert.length } };
}

/** Puts a sign before each line of the selection, or takes it from all of them. */
function linePrefix(state: EditorState, sign: RegExp, insert: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const lines: { from: number; text: string }[] = [];
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    if (line.text.trim() !== '' || from === to) lines.push(line);
    at = line.to + 1;
  }
  const all = lines.every((line) => sign.test(line.text));
  return {
    changes: lines.map((line): ChangeSpec => {
      const found = sign.exec(line.text)?.[0].length ?? 0;
      return { from: line.from, to: line.from + found, insert: all ? '' : insert };
    }),
  };
}

/** Inserts a block behind the line of the cursor, with blank lines around it. */
function block(state: EditorState, text: string, cursor: number): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.head);
  const before = line.text.trim() === '' ? '' : '\n\n';
  const at = line.to;
  const spaced = line.number < state.doc.lines && state.doc.line(line.number + 1).text.trim() === '';
  return {
    changes: { from: at, insert: `${before}${text}${spaced ? '' : '\n'}` },
    selection: { anchor: at + before.length + cursor },
    scrollIntoView: true,
  };
}
