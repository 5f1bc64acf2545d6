import { describe, expect, it } from 'vitest';
import { seriesItems } from '../../src/deck/plan/series.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import { paragraphsIn } from './planner-input.ts';

/** Each slide of the series: its layout, its members. */
function seriesIn(lines: string, seconds = 20): string[] {
  return seriesItems(paragraphsIn(lines, seconds)).flatMap(({ forms = [] }) =>
    forms
      .slice(0, 1)
      .map(({ layout, content }) => `${layout}: ${(content.points ?? []).map(shownText).join(' / ')}`),
  );
}

describe('series inside running text: complete, or not at all', () => {
  it.each([
    ['一要摸清底数，二要列出清单，三要逐条销号。', ['cards: 一要摸清底数 / 二要列出清单 / 三要逐条销号']],
    [
      '必须加强学习，学到老用到老。\n必须深入基层，到群众中去。\n必须清正廉洁，管住自己。',
      ['points: 必须加强学习，学到老用到老 / 必须深入基层，到群众中去 / 必须清正廉洁，管住自己'],
    ],
  ])('%s', (lines, expected) => expect(seriesIn(lines)).toEqual(expected));

  it.each([
    ['a second without a third', '二要列出清单，三要逐条销号。'],
    ['two openings alike', '必须加强学习，学到老用到老。\n必须深入基层，到群众中去。'],
    ['frames', '在第一个村，我看到了变化。\n在第二个村，我听到了心声。\n在第三个村，我想到了未来。'],
    [
      'a member without a short form',
      `一要学习；二要${'把责任和措施和制度和办法和人员和经费的'.repeat(4)}清单。`,
    ],
  ])('none: %s', (_, lines) => expect(seriesIn(lines)).toEqual([]));

  it('of 30 members stands on slides of equal size', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `必须办好第${index + 1}件实事，让群众满意。`).join(
      '\n',
    );
    const slides = seriesIn(lines);
    const sizes = slides.map((slide) => slide.split(' / ').length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(30);
    expect(new Set(sizes).size).toBe(1);
  });
});
