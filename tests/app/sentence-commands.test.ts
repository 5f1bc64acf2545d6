import { EditorState } from '@codemirror/state';
import { expect, it } from 'vitest';
import { type SentenceCommand, sentenceChange } from '../../src/app/editor/sentence-commands.ts';

/** 上屏 and 不上屏 of one sentence; `|` stands at both its ends. */
function after(text: string, command: SentenceCommand['command']): string {
  const [before = '', sentence = '', rest = ''] = text.split('|');
  const state = EditorState.create({ doc: before + sentence + rest });
  const range = { start: before.length, end: before.length + sentence.length };
  return state.update(sentenceChange(state, { range, command })).state.doc.toString();
}

it.each<[string, SentenceCommand['command'], string]>([
  ['甲。|要加强学习。|乙。', 'on-slide', '甲。==要加强学习==。乙。'],
  ['甲。|==要加强学习==。|乙。', 'on-slide', '甲。==要加强学习==。乙。'],
  ['甲。|==要加强学习==。|乙。', 'off-slide', '甲。要加强学习。乙。'],
  ['甲。==|要加强学习|==。乙。', 'off-slide', '甲。要加强学习。乙。'],
  ['甲。|要加强学习。|乙。', 'off-slide', '<!-- notes only -->\n\n甲。要加强学习。乙。'],
  ['<!-- notes only -->\n\n甲。|要加强学习。|', 'on-slide', '甲。==要加强学习==。'],
  ['<!-- notes only -->\n\n甲。|要加强学习。|', 'off-slide', '<!-- notes only -->\n\n甲。要加强学习。'],
  ['甲。||乙。', 'on-slide', '甲。乙。'],
])('%j %s', (text, command, expected) => {
  expect(after(text, command)).toBe(expected);
});
