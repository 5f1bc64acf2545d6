import { describe, expect, it } from 'vitest';
import { type CompileResult, compile } from '../../src/compile/compile.ts';
import { shownTexts } from '../../src/deck/plan/shown-texts.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import type { Deck, Slide } from '../../src/deck/plan/types.ts';
import { speechText } from '../../src/speech/text.ts';
import { choicesComment, choicesIn, isAuthorComment } from '../../src/text/author-comment.ts';
import { bareText } from '../../src/text/bare-text.ts';

/** So much is said in each section that it has slides of its own. */
const LONG =
  '我们这个地方过去的底子比较薄，这几年大家一起努力，情况有了很大的变化，但是同先进的地方相比还有不小的差距。我和几位同志上个月到各村走了一遍，听到了很多意见，也看到了不少好的做法，回来以后一直在想这个问题。';
/** A speech whose first section holds these lines. */
const speech = (lines: string) => `# 在动员会上的讲话

同志们：

## 一、打基础

${LONG}

${lines}

## 二、抓落实

要把这些事情一件一件办好，办出实效来。要让群众看得见、摸得着、感受得到。

${LONG}

谢谢大家！
`;
const planned = (lines: string) => compile({ text: speech(lines), format: 'markdown', name: 'jianghua.md' });
const slideWith = ({ slides }: Deck, words: string) =>
  slides.find((slide) => shownTexts(slide).some((text) => shownText(text).includes(words))) as Slide;

const FIGURES = '去年全县受理线索146条，查实89条，兑现奖金5.2万元。';
const LADDER = '要走进农户听意见。要走进车间问困难。要走进学校看变化。';
const POINTS =
  '==把队伍建强==。我们现在的队伍还不够整齐。==把制度立起来==。制度要管用。==把作风改过来==。==把责任压下去==。';
const TABLE = `| 乡镇 | 户数 |
| --- | --- |
| 东风镇 | 1,204 |
| 红旗乡 | 986 |
| 合计 | 2,190 |`;

/** Comments change nothing of what is said, and are told exactly when they ask for what cannot be. */
function expectSound(result: CompileResult, without: CompileResult): void {
  expect(bareText(speechText(result.speech))).toBe(bareText(speechText(without.speech)));
  // The comment is one sign of markup more, and the others stand elsewhere.
  const counts = ({ integrity }: CompileResult) => ({
    ...integrity,
    source: { ...integrity.source, signs: [] },
  });
  expect(counts(result)).toEqual(counts(without));
  expect(result.speech.coverage.missing).toBe(0);
  for (const { notes } of result.deck.slides)
    for (const { text } of notes) expect(text).not.toContain('<!--');
}
const unmet = ({ diagnostics }: CompileResult) =>
  diagnostics.filter(({ code }) => code === 'choice-unmet').map(({ values }) => values?.text);

describe('a comment above a line', () => {
  it('sets its slide as one of the layouts whose conditions hold', async () => {
    const before = await planned(FIGURES);
    const slide = slideWith(before.deck, '146');
    expect(slide).toMatchObject({ layout: 'figures', place: { nth: 0 } });
    expect(slide.options.length).toBeGreaterThan(1);
    for (const layout of slide.options) {
      const after = await planned(`<!-- layout: ${layout} -->\n\n${FIGURES}`);
      expect(slideWith(after.deck, '146')).toMatchObject({ layout, chosen: layout });
      expect(slideWith(after.deck, '146').options.toSorted()).toEqual(slide.options.toSorted());
      expect(unmet(after)).toEqual([]);
      expectSound(after, before);
    }
  });

  it('is about the second slide of its line by its second entry', async () => {
    const line = `${FIGURES}${LONG}${LONG}${LADDER}`;
    const before = await planned(line);
    expect(slideWith(before.deck, '146').layout).toBe('figures');
    expect(slideWith(before.deck, '农户')).toMatchObject({ layout: 'ladder', place: { nth: 1 } });
    const after = await planned(`<!-- layout: -, points -->\n${line}`);
    expect(slideWith(after.deck, '146').layout).toBe('figures');
    expect(slideWith(after.deck, '农户').layout).toBe('points');
    expectSound(after, before);
  });

  it('parts the points of a slide on two, and joins two', async () => {
    const before = await planned(POINTS);
    const slide = slideWith(before.deck, '队伍建强');
    expect(slide).toMatchObject({ layout: 'points', splits: true });
    expect(slide.content.points).toHaveLength(4);
    const parted = await planned(`<!-- layout: split -->\n\n${POINTS}`);
    const [first, second] = ['队伍建强', '作风改过来'].map((words) => slideWith(parted.deck, words));
    expect(first?.content.points).toHaveLength(2);
    expect(second?.content.points).toHaveLength(2);
    expect([first, second]).toMatchObject([{ chosen: 'split' }, { chosen: 'split' }]);
    expect(second?.place).toEqual(first?.place);
    expectSound(parted, before);

    const two = `==把队伍建强==。我们现在的队伍还不够整齐。\n\n---\n\n==把制度立起来==。制度要管用，管得住人。`;
    const apart = await planned(two);
    expect(slideWith(apart.deck, '制度立')).toMatchObject({ joins: true });
    const joined = await planned(two.replace('\n\n==把制度', '\n\n<!-- layout: join -->\n\n==把制度'));
    expect(joined.deck.slides).toHaveLength(apart.deck.slides.length - 1);
    expect(slideWith(joined.deck, '制度立')).toBe(slideWith(joined.deck, '队伍建强'));
    expect(slideWith(joined.deck, '制度立')).toMatchObject({ chosen: 'join' });
    expectSound(joined, apart);
  });

  it('shows the figures of a table as bars, without its total; the planner itself never does', async () => {
    const before = await planned(`${TABLE}\n\n第二张表。\n\n${TABLE}`);
    expect(before.deck.slides.filter(({ layout }) => layout === 'table')).toHaveLength(2);
    const after = await planned(`<!-- layout: figures -->\n\n${TABLE}\n\n第二张表。\n\n${TABLE}`);
    const chart = after.deck.slides.find(({ layout }) => layout === 'figures');
    expect(chart?.content.diagram?.form).toBe('bars');
    expect(chart?.content.diagram?.rows.map((row) => row.map(shownText).join(' '))).toEqual([
      '东风镇 1,204',
      '红旗乡 986',
    ]);
    expect(chart?.content.diagram?.rows.map((row) => row[1]?.share)).toEqual([1, 986 / 1204]);
    expect(chart?.notes.map(({ text }) => text)).toContain('2,190');
    expectSound(after, before);
  });

  it.each([
    ['a layout there is not', '<!-- layout: pie -->'],
    ['a layout whose condition does not hold', '<!-- layout: timeline -->'],
    ['a slide there is not', '<!-- layout: -, -, points -->'],
    ['points where there is one', '<!-- layout: split -->'],
  ])('that asks for %s is told, and changes nothing', async (_, comment) => {
    const before = await planned(FIGURES);
    const after = await planned(`${comment}\n\n${FIGURES}`);
    expect(after.deck.slides.map(({ layout }) => layout)).toEqual(
      before.deck.slides.map(({ layout }) => layout),
    );
    expect(unmet(after)).toEqual([comment]);
    expectSound(after, before);
  });

  it('stands beside the one that keeps a paragraph off the slides', async () => {
    const both = await planned(`<!-- notes only -->\n<!-- layout: points -->\n${FIGURES}`);
    expect(slideWith(both.deck, '146')).toBeUndefined();
    expect(unmet(both)).toEqual(['<!-- layout: points -->']);
  });

  it('is text in a plain text', async () => {
    const text = `在会上的讲话\n\n同志们：\n\n<!-- layout: points -->\n${FIGURES}\n`;
    const { speech: read, deck } = await compile({ text, format: 'plain', name: 'a.txt' });
    expect(speechText(read)).toContain('<!-- layout: points -->');
    expect(deck.unmet).toEqual([]);
  });

  it('behind the last line asks for nothing that there is', async () => {
    const result = await planned(`${FIGURES}`);
    const text = `${speech(FIGURES)}\n<!-- layout: points -->\n`;
    const after = await compile({ text, format: 'markdown', name: 'jianghua.md' });
    expect(unmet(after)).toEqual(['<!-- layout: points -->']);
    expectSound(after, result);
  });
});

describe('the comment', () => {
  it('is written as it is read, without entries that say nothing', () => {
    for (const choices of [['points'], ['-', 'figure-number'], ['join', '-', 'split']])
      expect(choicesIn(choicesComment(choices))).toEqual(choices);
    expect(choicesComment(['points', '-'])).toBe('<!-- layout: points -->');
    expect(choicesComment(['-', '-'])).toBe('');
  });

  it.each([
    '<!-- layout: -->',
    '<!-- layout: a b -->',
    '<!-- layout -->',
    '<!-- layout: points, -->',
    '<!-- Layout: points -->',
  ])('%s is none', (comment) => {
    expect(isAuthorComment(comment)).toBe(false);
  });
});
