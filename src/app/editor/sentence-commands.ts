import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { SourceRange } from '../../text/source.ts';
import { commandChange } from './text-commands.ts';

/** What may be asked for one sentence, wherever the cursor is. */
export interface SentenceCommand {
  readonly range: SourceRange;
  readonly command: 'on-slide' | 'off-slide';
}

const NO_WORDS = { table: ['', ''], cue: '' } as const;

/**
 * What the toolbar's 上屏 and 不上屏 do for a selected sentence, as one change; the cursor goes to the sentence.
 * Unlike there each is no opposite of itself: the sentence is on slides afterwards, or is not asked for.
 * 上屏 also lets its paragraph on again; 不上屏 takes back a mark before it keeps the whole paragraph off.
 */
export function sentenceChange(state: EditorState, { range, command }: SentenceCommand): TransactionSpec {
  const text = state.sliceDoc(range.start, range.end);
  const from = range.start + text.length - text.trimStart().length;
  const to = range.start + text.trimEnd().length;
  if (from >= to) return {};
  const at = state.update({ selection: EditorSelection.range(from, to) }).state;
  const grows = ({ changes = [] }: TransactionSpec) => at.changes(changes).newLength - at.doc.length;
  const mark = commandChange(at, 'on-slide', NO_WORDS);
  const paragraph = commandChange(at, 'off-slide', NO_WORDS);
  const wanted =
    command === 'on-slide'
      ? [grows(paragraph) < 0 ? paragraph : {}, grows(mark) > 0 ? mark : {}]
      : grows(mark) < 0
        ? [mark]
        : [grows(paragraph) > 0 ? paragraph : {}];
  const changes = at.changes(wanted.flatMap((one) => one.changes ?? []));
  return changes.empty ? {} : { changes, selection: { anchor: changes.mapPos(from, 1) } };
}
