import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { slideChoiceChange } from '../../src/app/editor/slide-choice-change.ts';
import type { SlideChoice } from '../../src/deck/plan/types.ts';

/** The text after a choice for the `nth` slide of the line that holds `words`. */
function textAfter(text: string, words: string, nth: number, choice?: SlideChoice): string {
  const state = EditorState.create({ doc: text });
  const start = text.indexOf(words);
  const range = { start, end: start + words.length };
  return state
    .update(slideChoiceChange(state, { range, nth, ...(choice && { choice }) }))
    .state.doc.toString();
}

describe('a choice for a slide', () => {
  const TEXT = '甲。\n\n乙。丙。\n\n| 丁 | 戊 |\n| --- | --- |\n| 己 | 3 |\n';

  it('stands in a comment above its line, and is taken out again', () => {
    const chosen = textAfter(TEXT, '丙', 0, 'points');
    expect(chosen).toBe(TEXT.replace('乙', '<!-- layout: points -->\n\n乙'));
    expect(textAfter(chosen, '丙', 0, 'statement')).toBe(chosen.replace('points', 'statement'));
    expect(textAfter(chosen, '丙', 0)).toBe(TEXT);
  });

  it('of the second slide of a line leaves the first as planned', () => {
    const chosen = textAfter(TEXT, '丙', 1, 'join');
    expect(chosen).toContain('<!-- layout: -, join -->\n\n乙');
    expect(textAfter(chosen, '丙', 0, 'points')).toContain('<!-- layout: points, join -->\n\n乙');
    expect(textAfter(chosen, '丙', 1)).toBe(TEXT);
  });

  it('of a table stands above its first row', () => {
    const chosen = textAfter(TEXT, '己', 0, 'figures');
    expect(chosen).toBe(TEXT.replace('| 丁', '<!-- layout: figures -->\n\n| 丁'));
    expect(textAfter(chosen, '己', 0)).toBe(TEXT);
  });

  it('is found behind the comment that keeps a paragraph off, and never above another line', () => {
    const both = '<!-- layout: points -->\n<!-- notes only -->\n乙。\n';
    expect(textAfter(both, '乙', 0)).toBe('<!-- notes only -->\n乙。\n');
    expect(textAfter(`甲。\n${both}丙。\n`, '丙', 0, 'points')).toBe(
      `甲。\n${both}<!-- layout: points -->\n\n丙。\n`,
    );
  });

  it('leaves the cursor at the line of its slide', () => {
    const state = EditorState.create({ doc: TEXT });
    const start = TEXT.indexOf('丙');
    const range = { start, end: start + 1 };
    const next = state.update(slideChoiceChange(state, { range, nth: 0, choice: 'points' })).state;
    expect(next.sliceDoc(next.selection.main.head).startsWith('丙')).toBe(true);
  });

  it('is not written where nothing was chosen', () => {
    expect(textAfter(TEXT, '丙', 3)).toBe(TEXT);
  });

  it('at the first line and at the end of a text', () => {
    expect(textAfter('甲', '甲', 0, 'points')).toBe('<!-- layout: points -->\n\n甲');
    expect(textAfter('<!-- layout: points -->\n甲', '甲', 0)).toBe('甲');
  });
});
