import { describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { addressLength, isGreeting, isSalutation, isThanks } from '../../src/speech/salutation.ts';
import { cleanText } from './read-speech.ts';
import { shape } from './shape.ts';

const BODY = '这一段是正文，说的是一件要紧的事情，话说得清清楚楚，明明白白。';
const TRADITIONAL = '這一段是正文，說的是一件要緊的事情，話說得清清楚楚，明明白白。';

function built(...lines: string[]): string {
  return shape(parse(cleanText(['题目', ...lines].join('\n'))));
}

describe('salutations', () => {
  it.each([
    ['尊敬的李明主席（市政协主席、市工商联会长）、各位嘉宾、女士们、先生们：'],
    [
      '尊敬的行政長官李明先生、中央人民政府駐香港特別行政區聯絡辦公室副主任王芳女士、立法會主席陳志強議員、各位來賓、各位朋友：',
    ],
    [
      '李市長、演講貴賓王芳教授、今天蒞臨會場的貴賓們、本校各位師長、各位畢業生家長、今天最重要的主角全體畢業同學們，大家晚安：',
    ],
    ['各位法官、各位大律师、各位嘉宾：'],
    ['尊敬的客户、员工及其家属们：'],
    ['諸位代表先生：'],
  ])('%s', (line) => expect(isSalutation(line)).toBe(true));

  it.each([
    ['各位代表要做到：'],
    ['各位代表不辞辛劳，'],
    ['我们要记住：'],
    ['在各位的支持下，'],
    ['我對同學們說：'],
  ])('not %s', (line) => expect(isSalutation(line)).toBe(false));

  it.each([
    [['各位市民：四年前，我们修好了码头，让城东热闹起来。', BODY], 's p |  |'],
    [['同志们：今天开会，商量三件事情，请大家发言。', BODY], 's p |  |'],
    [['主席、各位議員：今年的財政，收支大致平衡。', TRADITIONAL], 's p |  |'],
    [['主席：李明，副主席：王芳。', BODY, BODY], 'p p p |  |'],
    [['要点：同志们，今天讲三点，请记好。', BODY, BODY], 'p p p |  |'],
  ])('with the speech behind them are cut off at the colon: %j', (lines, expected) =>
    expect(built(...lines)).toBe(expected),
  );

  it('marked as headings are salutations', () => {
    const speech = parse(cleanText('# 讲话\n\n## 诸位代表先生：\n\n筹备会开幕了。\n', 'markdown'));
    expect(shape(speech)).toBe('s p |  |');
  });
});

describe('greetings', () => {
  it.each([
    ['大家新年恭喜、新年好！（普通话、客家话）'],
    ['各位鄉親，大家新春愉快！（鞠躬）'],
    ['大家好，我是本次的项目汇报人，李明'],
    ['各位評審，大家好，我是王芳。'],
    ['同学们好！'],
  ])('%s', (line) => expect(isGreeting(line)).toBe(true));

  it.each([
    ['大家好好干！'],
    ['好！'],
    ['我是汇报人，李明'],
    ['大家好，我是来汇报三件事的，第一件是修路，第二件是种树。'],
  ])('not %s', (line) => expect(isGreeting(line)).toBe(false));
});

describe('addresses at the head of a sentence', () => {
  it.each([
    ['老师们，同志们，|学校的精神是灵魂。'],
    ['老师们，同学们，党员同志们，|世界是你们的，也是我们的。'],
    ['各位代表、各位來賓，|路還很長。'],
    ['同志们！|任务很重。'],
    ['我亲爱的同学们，|再见了。'],
    ['各位，|請大家舉杯。'],
    ['|各位代表不辞辛劳，远道来此参会。'],
    ['|有的同志，工作不认真。'],
    ['|党员干部，要带头学习。'],
    ['|我们，要记住这一天。'],
    ['|感谢各位来宾，谢谢大家。'],
    ['|为了孩子们，我们要加油。'],
    ['|老师们、同学们的家长，都来了。'],
  ])('%s', (marked) => {
    const at = marked.indexOf('|');
    expect(addressLength(marked.replace('|', ''))).toBe(at);
  });
});

describe('the end of a speech', () => {
  it.each([
    ['a wish', ['同志们：', BODY, BODY, '新的一年，祝愿大家身体健康、工作顺利！'], 's p p |  | c'],
    [
      'a call',
      ['一、甲', BODY, '二、乙', BODY, '任务光荣，责任重大，让我们携起手来，把水渠修到田边！'],
      '| 1一、(p) 1二、(p) | c',
    ],
    [
      'a call in Traditional',
      ['各位：', TRADITIONAL, TRADITIONAL, '路在腳下，讓我們一起走下去！'],
      's p p |  | c',
    ],
    [
      'a wish without a mark',
      ['各位：', TRADITIONAL, TRADITIONAL, '最後，衷心祝福各位平安。'],
      's p p |  | c',
    ],
    [
      'two signers in one line',
      ['同志们：', BODY, BODY, '党委书记：李明  校长：王芳', '2024年1月1日'],
      's p p |  | n',
    ],
    [
      'two signers in two lines',
      ['各位：', TRADITIONAL, TRADITIONAL, '董事長　李明', '總經理　王芳', '中華民國113年1月1日'],
      's p p |  | n',
    ],
    ['a company', ['各位客户：', BODY, BODY, '谢谢大家！', '云山科技有限公司'], 's p p |  | t n'],
    [
      'a company with people and date',
      ['各位客户：', BODY, BODY, '云山集团', '董事长：李明', '总经理：王芳', '2024年1月1日'],
      's p p |  | n',
    ],
    [
      '結語 with a salutation below',
      ['壹、甲', TRADITIONAL, '貳、結語', '各位鄉親：', TRADITIONAL, '謝謝大家！'],
      '| 1壹、(p) 1貳、(s p) | t',
    ],
  ])('%s', (_what, lines, expected) => expect(built(...lines)).toBe(expected));

  it.each([['我要感谢每一位同事。'], ['謝謝在崗位上值班的同志。'], ['很高興來到這裡，我要感謝每一位志工。']])(
    'thanks of people the speech is about are not thanks: %s',
    (line) => expect(isThanks(line)).toBe(false),
  );
});
