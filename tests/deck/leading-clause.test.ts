import { describe, expect, it } from 'vitest';
import { leadingClauseEnd } from '../../src/deck/plan/leading-clause.ts';

describe('the leading clause of a long sentence', () => {
  it.each([
    [
      '全县9家危化品生产企业要在5月15日前完成新一轮风险辨识，把每一处重大危险源落到具体的人头上。',
      '全县9家危化品生产企业要在5月15日前完成新一轮风险辨识',
    ],
    [
      '我们必须把隐患整改当作头等大事来抓，对每一条隐患逐项登记、逐项销号。',
      '我们必须把隐患整改当作头等大事来抓',
    ],
    [
      '各乡镇主要负责同志是本地区安全生产第一责任人，对辖区内的安全工作负总责。',
      '各乡镇主要负责同志是本地区安全生产第一责任人',
    ],
    [
      '面对严峻形势，各级各部门坚持守土有责，扎扎实实抓好每一个环节的工作。',
      '面对严峻形势，各级各部门坚持守土有责',
    ],
  ])('stands where it has a predicate: %s', (sentence, clause) => {
    expect(sentence.slice(0, leadingClauseEnd(sentence))).toBe(clause);
  });

  it.each([
    ['a frame', '面对突如其来的严重自然灾害和各种困难，我们挺过来了。'],
    ['no predicate', '责任不落实、措施不到位、检查走过场的行为，谁也不能容忍。'],
    ['the first half of a pair', '我们要的不是一份写在纸上的漂亮成绩单，而是群众心里的一杆秤。'],
    ['a condition', '只有坚持群众路线这一根本的工作路线，党才能在理论上与时俱进。'],
    ['what it leads to', '我们要把学习当作一种责任和追求，从而不断提高自己的本领。'],
    ['the first of several', '一是责任传导层层递减的问题依然存在，二是隐患整改边改边犯。'],
    ['the first of parallel clauses', '企业要守住不出事故的底线，企业要扛起自己的责任，企业要管好自己的人。'],
    ['a quotation that is still open', '他反复强调“要把群众的冷暖时刻放在心上，把群众的小事当作大事”。'],
    ['an announcement', '我们的基本经验主要是以下几个方面的工作做到：抓早抓小抓细。'],
  ])('never is %s', (_, sentence) => {
    expect(leadingClauseEnd(sentence)).toBe(0);
  });

  it('is not longer than asked', () => {
    const sentence = '各乡镇主要负责同志是本地区安全生产第一责任人，对辖区内的安全工作负总责。';
    expect(leadingClauseEnd(sentence, 20)).toBe(0);
  });
});
