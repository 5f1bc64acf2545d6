import { expect, it } from 'vitest';
import { speechOutline } from '../../src/speech/outline.ts';
import { parse } from '../../src/speech/parse.ts';
import { cleanText } from './read-speech.ts';

// 3 characters at 180 a minute take 1 s; a stop 0.3, a paragraph 0.8, a heading 2.
it('prints levels, markers, headings and minutes', () => {
  const text = `题目\n\n同志们：\n\n一、甲事\n（一）丙事。${'话'.repeat(180)}。\n（二）丁事。话说完了。\n二、乙事\n话说完了。\n\n谢谢大家！`;
  expect(speechOutline(parse(cleanText(text)), 180)).toBe(
    [
      '题目',
      '1:19（1:12–1:27）',
      '· 0:02',
      '1 一、甲事  1:09',
      '  2 （一）丙事。  1:02',
      '  2 （二）丁事。  0:04',
      '1 二、乙事  0:05',
      '· 0:02',
      '',
    ].join('\n'),
  );
});
