import { describe, expect, it } from 'vitest';
import { type PlanOptions, planDeck } from '../../src/deck/plan/plan.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import { speechFrom } from './planner-input.ts';

const BODY = '全县各级各部门都把这件事放在心上。一件一件地抓，一件一件地办，办好了再回头看。';
const section = (heading: string, times = 8): string => `${heading}\n\n${BODY.repeat(times)}\n\n`;

function slidesOf(text: string, options?: PlanOptions) {
  return planDeck(speechFrom(text), options).slides;
}

function textsOf(text: string, layout: string, options?: PlanOptions): string[][] {
  return slidesOf(text, options)
    .filter((slide) => slide.layout === layout)
    .map(({ content: { points = [], lines = [] } }) => [...points, ...lines].map(shownText));
}

describe('agenda', () => {
  const HEADS = ['一、看清形势', '二、突出重点', '三、压实责任'];
  const long = `讲话\n\n同志们：\n\n${HEADS.map((head) => section(head, 14)).join('')}`;

  it('lists the headings of a speech over six minutes', () => {
    expect(textsOf(long, 'agenda')).toEqual([HEADS]);
  });

  it.each([
    ['a short speech', `讲话\n\n同志们：\n\n${HEADS.map((head) => section(head, 1)).join('')}`],
    [
      'two sections',
      `讲话\n\n同志们：\n\n${HEADS.slice(0, 2)
        .map((head) => section(head, 20))
        .join('')}`,
    ],
    [
      'nine sections',
      `讲话\n\n同志们：\n\n${[...'一二三四五六七八九'].map((n) => section(`${n}、办好${n}件事`, 5)).join('')}`,
    ],
    ['numbers alone', `讲话\n\n同志们：\n\n${[...'一二三'].map((n) => section(n, 14)).join('')}`],
  ])('none for %s', (_, text) => expect(textsOf(text, 'agenda')).toEqual([]));

  it('is the author’s to ask for and to leave out', () => {
    const short = `讲话\n\n同志们：\n\n${HEADS.map((head) => section(head, 1)).join('')}`;
    expect(textsOf(short, 'agenda', { agenda: true })).toEqual([HEADS]);
    expect(textsOf(long, 'agenda', { agenda: false })).toEqual([]);
  });
});

describe('divider', () => {
  it('lists the children, whose overview it is', () => {
    const text = `讲话\n\n同志们：\n\n一、看清形势\n\n${section('（一）成绩来之不易', 20)}${section('（二）问题不容回避', 20)}二、突出重点\n\n${BODY.repeat(8)}`;
    expect(textsOf(text, 'section')[0]).toEqual(['（一）成绩来之不易', '（二）问题不容回避']);
  });

  it('none for a section under a minute, and for points that are spoken', () => {
    expect(
      textsOf(`讲话\n\n同志们：\n\n${section('一、看清形势', 1)}${section('二、突出重点', 1)}`, 'section'),
    ).toEqual([]);
    const spoken = ['一是责任要扛起来。', '二是监管要严起来。']
      .map((head) => head + BODY.repeat(8))
      .join('\n\n');
    expect(textsOf(`讲话\n\n同志们：\n\n${spoken}`, 'section')).toEqual([]);
  });
});

describe('the last slide', () => {
  const speech = (end: string) =>
    `讲话\n\n同志们：\n\n${section('一、看清形势')}${section('二、突出重点')}${end}`;

  it.each([
    ['谢谢大家！', ['谢谢大家！']],
    ['最后，祝大家身体健康、工作顺利！\n\n谢谢大家！', ['最后，祝大家身体健康、工作顺利！', '谢谢大家！']],
    ['让我们携起手来，守护好全县人民的平安！', ['让我们携起手来，守护好全县人民的平安！']],
  ])('has the author’s own last words: %s', (end, lines) => {
    expect(
      textsOf(speech(`三、结语\n\n${BODY}\n\n${end}`), 'closing')
        .flat()
        .concat(textsOf(speech(end), 'closing').flat()),
    ).toEqual(expect.arrayContaining(lines));
  });

  it('thanks nobody unasked', () => {
    const slides = slidesOf(speech(''));
    expect(slides.at(-1)?.layout).not.toBe('closing');
    expect(JSON.stringify(slides)).not.toContain('谢谢');
  });
});

describe('cover', () => {
  it('has the title block', () => {
    const [cover] = slidesOf(
      `在全县安全生产工作会议上的讲话\n（2024年4月18日）\n县应急管理局局长　周明远\n\n同志们：\n\n${BODY}`,
    );
    expect(cover?.layout).toBe('cover');
    expect(cover?.title && shownText(cover.title)).toBe('在全县安全生产工作会议上的讲话');
    expect(cover?.content.lines?.map(shownText)).toEqual(['（2024年4月18日）', '县应急管理局局长　周明远']);
  });

  it('else the first heading', () => {
    const [cover] = slidesOf(`同志们：\n\n${section('一、看清形势')}${section('二、突出重点')}`);
    expect(cover?.layout).toBe('cover');
    expect(cover?.title && shownText(cover.title)).toBe('一、看清形势');
  });
});
