import { describe, expect, it } from 'vitest';
import { headlineParagraphs } from '../../src/deck/plan/headlines.ts';
import { paragraphsIn } from './planner-input.ts';

const REST = '全县各级各部门都要把这件事放在心上。一件一件地抓，一件一件地办。';

function heads(first: string, title = '题目', rest = REST): boolean {
  return headlineParagraphs(paragraphsIn(first + rest), title).has(0);
}

describe('a short first sentence heads its paragraph', () => {
  it.each([
    '安全生产没有局外人。',
    '成绩来之不易，是大家干出来的。',
    '要把责任扛起来。',
    '先有活水，后有清渠。',
  ])('%s', (first) => expect(heads(first)).toBe(true));

  it.each([
    ['leans', '因此，责任重于泰山。'],
    ['asks', '责任在哪里？'],
    ['quotes', '“安全是天字号工程。”'],
    ['announces', '下面我讲三点意见。'],
    ['is long', '全县各级各部门在过去的一年里坚持把安全生产摆在最突出的位置来抓。'],
    ['has no predicate', '一个冬天的早晨。'],
    ['greets', '同志们，要把责任扛起来。'],
  ])('not where it %s: %s', (_, first) => expect(heads(first)).toBe(false));

  it('not where the heading says it already', () => {
    expect(heads('要把责任扛起来。', '把责任扛起来')).toBe(false);
  });

  it('not where little follows it', () => {
    expect(heads('安全生产没有局外人。', '题目', '')).toBe(false);
  });

  it('not where the neighbour opens alike: both are a series', () => {
    const paragraphs = paragraphsIn(`要把责任扛起来。${REST}\n要把制度立起来。${REST}`);
    expect([...headlineParagraphs(paragraphs, '题目')]).toEqual([]);
  });
});
