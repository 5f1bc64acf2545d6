import { describe, expect, it } from 'vitest';
import { hanNumeral, numeralValue } from '../../src/speech/han-number.ts';
import { matchMarker, matchWeakMarker, NUMBERING_RULES } from '../../src/speech/numbering.ts';
import { outermostSections } from '../../src/speech/outermost-sections.ts';
import { parse } from '../../src/speech/parse.ts';
import type { NumberingStyle, Section } from '../../src/speech/types.ts';
import { cleanText } from './read-speech.ts';

const EXAMPLES: readonly (readonly [string, NumberingStyle, number, string])[] = [
  ['一、永葆初心', 'han', 1, '一、'],
  ['二十一、永葆初心', 'han', 21, '二十一、'],
  ['一 、 永葆初心', 'han', 1, '一 、 '],
  ['（一）一切为了群众', 'paren-han', 1, '（一）'],
  ['(二）一切依靠群众', 'paren-han', 2, '(二）'],
  ['㈢从群众中来', 'paren-han', 3, '㈢'],
  ['1.加强学习', 'digit', 1, '1.'],
  ['2．加强学习', 'digit', 2, '2．'],
  ['３、加强学习', 'digit', 3, '３、'],
  ['1.2023年工作', 'digit', 1, '1.'],
  ['（1）加强', 'paren-digit', 1, '（1）'],
  ['2）加强', 'paren-digit', 2, '2）'],
  ['③加强', 'circled', 3, '③'],
  ['⑵加强', 'circled', 2, '⑵'],
  ['壹、稳', 'formal-han', 1, '壹、'],
  ['參、結語', 'formal-han', 3, '參、'],
  ['第一章　入园', 'chapter', 1, '第一章　'],
  ['第二部分：回头看', 'chapter', 2, '第二部分：'],
  ['第3讲 防线', 'chapter', 3, '第3讲 '],
  ['第一，把账交底', 'ordinal', 1, '第一，'],
  ['首先，思想上绷紧', 'ordinal', 1, '首先，'],
  ['其次要做细', 'ordinal', 2, '其次'],
  ['一是加强', 'first-is', 1, '一是'],
  ['三要查城区', 'first-is', 3, '三要'],
  ['二曰勤', 'first-is', 2, '二曰'],
  ['其二，真味', 'first-of', 2, '其二，'],
  ['第一个关键词：忠诚', 'keyword', 1, '第一个关键词：'],
  ['第二句话：把手伸出去', 'keyword', 2, '第二句话：'],
];

describe('matchMarker', () => {
  it.each(EXAMPLES)('%s', (text, style, ordinal, marker) => {
    const found = matchMarker(text)!;
    expect([found.habit.style, found.ordinal, text.slice(0, found.length)]).toEqual([style, ordinal, marker]);
  });

  it('has an example of every habit', () => {
    const used = new Set(EXAMPLES.map(([text]) => matchMarker(text)!.habit));
    for (const text of ['二，丰富活动', '一、五年来的工作', '2，读书沙龙', '三', '3'])
      used.add(matchWeakMarker(text)!.habit);
    expect(NUMBERING_RULES.filter((habit) => !used.has(habit))).toEqual([]);
  });

  it.each([
    '一、二年级学生',
    '十一、二岁的孩子',
    '三、四月份倒春寒',
    '1.5亿元',
    '2023.6.12',
    '2021年以来',
    '3、4月',
    '第一线的老师',
    '第一节课',
    '一是一，二是二',
    '一定要',
    '12345热线',
    '（停顿）',
    '一',
    '',
  ])('is not fooled by %s', (text) => expect(matchMarker(text)).toBeUndefined());
});

describe('levels', () => {
  const BODY = '这一段是正文，说的是一件事情，话说得清清楚楚，明明白白。';
  const levels = (...heads: string[]) => {
    const text = `题目\n\n同志们：\n\n${heads.map((head) => `${head}\n${BODY}`).join('\n')}`;
    const walk = (section: Section): string[] => [
      `${section.level}${section.marker?.text ?? ''}`,
      ...section.children.flatMap((child) => (child.kind === 'section' ? walk(child) : [])),
    ];
    return outermostSections(parse(cleanText(text)))
      .flatMap(walk)
      .join(' ');
  };

  it.each([
    [['一、甲', '（一）乙', '1.丙', '（1）丁', '二、戊'], '1一、 2（一） 31. 4（1） 1二、'],
    [['壹、甲', '一、乙', '(一)丙', '二、丁', '貳、戊'], '1壹、 2一、 3(一) 2二、 1貳、'],
    [['一、甲', '1.乙', '2.丙', '二、丁', '（一）戊'], '1一、 21. 22. 1二、 2（一）'],
    [['（一）甲', '1、乙', '（二）丙'], '1（一） 21、 1（二）'],
    [['1.甲', '（1）乙', '①丙', '2.丁'], '11. 2（1） 3① 12.'],
    [['第一部分　甲', '一、乙', '第二部分　丙', '一、丁'], '1第一部分　 2一、 1第二部分　 2一、'],
    [['一、甲', '一是好事。很好。', '二是好人。很好。', '二、乙'], '1一、 2一是 2二是 1二、'],
    [['第一，好。真好。', '（一）甲', '（二）乙', '第二，行。真行。'], '1第一， 2（一） 2（二） 1第二，'],
  ])('%j', (heads, expected) => expect(levels(...heads)).toBe(expected));

  it('leaves points of the opening words in them when headings follow', () => {
    const text = `题目\n\n同志们：\n\n要做好三件事：一是学习；二是落实；三是督查。\n\n一、甲\n${BODY}\n二、乙\n一是好。很好。二是妙。很妙。`;
    const speech = parse(cleanText(text));
    const sections = outermostSections(speech);
    expect(speech.opening.map((block) => block.kind)).toEqual(['salutation', 'paragraph']);
    expect(sections.map((section) => section.marker?.text)).toEqual(['一、', '二、']);
    expect(sections[1]!.children.map((child) => child.kind)).toEqual(['section', 'section']);
  });

  it('takes twelve kinds of marks inside each other, and goes back to the first', () => {
    const marks = [
      '第一章　',
      '第一节　',
      '壹、',
      '一、',
      '（一）',
      '1.',
      '1）',
      '（1）',
      '①',
      '⑴',
      'a.',
      '(a)',
    ];
    const deep = levels(...marks.map((mark) => `${mark}甲`), '第二章　乙');
    expect(deep).toMatch(/ 1第二章\s*$/);
    const depths = [...deep.matchAll(/(?:^| )(\d)/g)].map((match) => Number(match[1]));
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(8);
    // Each goes at most one deeper than what stands before it.
    for (const [index, depth] of depths.entries())
      expect(depth).toBeLessThanOrEqual((depths[index - 1] ?? 0) + 1);
  });

  it('goes seven deep by the usual marks', () => {
    const marks = ['第一章　', '壹、', '一、', '（一）', '1.', '（1）', '①'];
    expect(levels(...marks.map((mark) => `${mark}甲`), '第二章　乙')).toMatch(/7① 1第二章/);
  });
});

describe('numerals', () => {
  it('are there and back for 1–99', () => {
    for (let value = 1; value < 100; value++) expect(numeralValue(hanNumeral(value))).toBe(value);
  });
  it.each([
    ['二〇二三', 2023],
    ['廿一', 21],
    ['一百零五', 105],
    ['壹拾', 10],
    ['人', Number.NaN],
    ['', Number.NaN],
  ])('%s', (text, value) => expect(numeralValue(text)).toBe(value));
});
