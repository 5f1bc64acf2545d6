import { describe, expect, it } from 'vitest';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import { speechSeconds } from '../../src/speech/timing.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { cleanText } from '../speech/read-speech.ts';

function slidesOf(...lines: string[]) {
  const speech = parse(cleanText(['题目', '各位代表：', ...lines].join('\n')));
  const deck = planDeck(speech);
  const notes = deck.slides.flatMap((slide) => slide.notes.map(({ text }) => text)).join('');
  expect(bareText(notes)).toBe(bareText(speechText(speech)));
  return { speech, slides: deck.slides };
}

function points(...lines: string[]): string[] {
  return slidesOf(...lines).slides.flatMap(({ content }) => (content.points ?? []).map(shownText));
}

describe('addresses are cut from points all or none', () => {
  it.each([
    ['老师们，同志们，要记住学校的精神是学校的灵魂。', '要记住学校的精神是学校的灵魂'],
    ['各位代表、各位来宾，要把每一件小事办好。', '要把每一件小事办好'],
    ['各位鄉親，必須把每一座舊橋修好。', '必須把每一座舊橋修好'],
    ['党员同志们！必须把群众的事办好。', '必须把群众的事办好'],
    ['党员干部要带头，必须把群众的事办好。', '党员干部要带头，必须把群众的事办好'],
    ['全体党员，必须把群众的事办好。', '全体党员，必须把群众的事办好'],
  ])('%s', (line, shown) => expect(points(line, '散会。')).toContain(shown));
});

describe('several series are no agenda', () => {
  const lines = [
    '一是学习。天天学。',
    '二是落实。天天做。',
    '同志们！',
    '一是要快。说办就办。',
    '二是要好。办就办好。',
  ];

  it('and have an overview each, not a divider a point', () => {
    const { slides } = slidesOf(...lines);
    expect(slides.map(({ layout }) => layout)).not.toContain('agenda');
    expect(slides.map(({ layout }) => layout)).not.toContain('section');
    expect(points(...lines)).toEqual(['一是学习', '二是落实', '一是要快', '二是要好']);
  });
});

describe('a section with a number and no heading', () => {
  it('is titled by its first sentence, without agenda and divider', () => {
    const { slides } = slidesOf(
      '一',
      '我们有经验。经验要总结好，不能丢。',
      '二',
      '我们有缺点。缺点要改正好，不能拖。',
    );
    expect(slides.map(({ layout }) => layout)).not.toContain('agenda');
    expect(slides.flatMap(({ title }) => (title ? [shownText(title)] : []))).toEqual([
      '题目',
      '我们有经验',
      '我们有缺点',
    ]);
  });
});

describe('what is only printed', () => {
  it('is in the notes, takes no time and is never shown', () => {
    const text =
      '# 题目\n\n各位代表：\n\n<!-- print only -->\n\n必须记住这是编者写的一句话。\n\n必须记住这是要说的一句话。\n';
    const speech = parse(cleanText(text, 'markdown'));
    const { slides } = planDeck(speech);
    const aside = slides.flatMap(({ notes }) => notes).find(({ kind }) => kind === 'aside');
    expect(aside?.text).toBe('必须记住这是编者写的一句话。');
    const shown = slides.flatMap(({ content }) => (content.points ?? []).map(shownText));
    expect(shown).toEqual(['必须记住这是要说的一句话']);
    const without = parse(cleanText(text.replace(/<!--.*\n\n.*\n\n/, ''), 'markdown'));
    expect(speechSeconds(speech).seconds).toBe(speechSeconds(without).seconds);
  });
});
