import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../src/app/session/merge-texts.ts';

const BASE = '标题\n同志们：\n第一段。\n第二段。\n第三段。\n谢谢！';

describe('W5: two people who began from one text', () => {
  it('edits of other paragraphs are joined, also of neighbours', () => {
    const mine = BASE.replace('第一段', '第一段（改）');
    const theirs = BASE.replace('第二段', '第二段（也改）').replace('谢谢！', '谢谢大家！');
    expect(mergeTexts(BASE, mine, theirs)).toBe(
      '标题\n同志们：\n第一段（改）。\n第二段（也改）。\n第三段。\n谢谢大家！',
    );
  });

  it('new paragraphs in different places are joined', () => {
    const mine = BASE.replace('同志们：', '同志们：\n新的开头。');
    const theirs = BASE.replace('谢谢！', '新的结尾。\n谢谢！');
    expect(mergeTexts(BASE, mine, theirs)).toBe(
      '标题\n同志们：\n新的开头。\n第一段。\n第二段。\n第三段。\n新的结尾。\n谢谢！',
    );
  });

  it('the same edit is made once', () => {
    const edited = BASE.replace('第一段', '同样的改动');
    expect(mergeTexts(BASE, edited, edited)).toBe(edited);
  });

  it.each([
    ['one paragraph', BASE.replace('第一段', '甲'), BASE.replace('第一段', '乙')],
    ['an edit in what the other deleted', BASE.replace('第二段', '甲'), BASE.replace('第二段。\n', '')],
    ['additions in one place', `${BASE}\n甲`, `${BASE}\n乙`],
    ['a line taken out and a line made empty', BASE.replace('第一段。\n', ''), BASE.replace('第一段。', '')],
    ['an addition beside an edit', BASE.replace('第一段。', '甲'), BASE.replace('第一段。', '第一段。\n乙')],
  ])('%s: a person has to choose', (_what, mine, theirs) => {
    expect(mergeTexts(BASE, mine, theirs)).toBeUndefined();
  });

  it('with edits of one side only, that side is the result; nobody’s line is lost', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '丁', ''), { minLength: 1, maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mergeTexts(base, mine, base)).toBe(mine);
        expect(mergeTexts(base, base, theirs)).toBe(theirs);
        const merged = mergeTexts(base, mine, theirs);
        expect(mergeTexts(base, theirs, mine)).toBe(merged);
      }),
    );
  });
});
