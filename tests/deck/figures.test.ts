import { describe, expect, it } from 'vitest';
import { figuresIn, isStriking } from '../../src/deck/plan/figures.ts';

const shown = (text: string) => figuresIn(text).map(({ start, end }) => text.slice(start, end));

describe('figures', () => {
  it.each([
    ['全县共发生各类生产安全事故17起，同比下降22.7%', ['17起', '22.7%']],
    ['變賣所得8萬7,500元，清淤2,350公尺', ['8萬7,500元', '2,350公尺']],
    ['兑现奖金5.2万元，增长3.5个百分点，翻了2倍', ['5.2万元', '3.5个百分点', '2倍']],
    ['擁有九千五百多万名党员，占百分之二十一', ['九千五百多万名', '百分之二十一']],
    ['在5月15日上午9:30，第3次会议，2024年，第十九届', []],
    ['一家人，两个维护，三个代表', []],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));

  it('striking: large, a share, or money; not every little number', () => {
    expect(isStriking('路燈故障通報86件，平均2.3天修復')).toBe(true);
    expect(isStriking('我讲3个问题')).toBe(false);
    expect(isStriking('要做到“两个维护”')).toBe(false);
    expect(isStriking(`${'全县'.repeat(30)}17起，下降22.7%`)).toBe(false);
  });
});
