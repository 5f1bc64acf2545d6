import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameFromText, renameSuggestion, speechNameProblem } from '../../src/library/speech-name.ts';

it.each([
  ['绷紧安全弦　守牢责任田\n\n同志们：', '绷紧安全弦 守牢责任田'],
  ['# 学会提问：让成长看得见？\n', '学会提问：让成长看得见？'],
  ['关于“a/b”的 <说明>\n', '关于“ab”的 说明'],
  ['.....隐藏', '隐藏'],
  ['', ''],
  ['……！', ''],
])('%j', (text, name) => expect(nameFromText(text)).toBe(name));

it('is a name a file may have, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const name = nameFromText(text);
      if (name !== '') expect(speechNameProblem(`${name}.txt`)).toBeUndefined();
    }),
  );
});

it.each([
  ['新讲稿', '防汛动员讲话\n\n同志们：', '防汛动员讲话'],
  ['新讲稿 2', '# 防汛动员讲话\n', '防汛动员讲话'],
  ['新讲稿', '', '新讲稿'],
  ['新讲稿二稿', '防汛动员讲话\n', '新讲稿二稿'],
  ['我的稿子', '防汛动员讲话\n', '我的稿子'],
])('offers for %j with the text %j the name %j', (stem, text, name) =>
  expect(renameSuggestion(stem, text, ['新讲稿', 'New speech'])).toBe(name),
);
