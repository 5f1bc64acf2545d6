import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf, textPages } from '../../../src/stage/presenter/text-pages.ts';
import { SEED } from '../../seed.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ top: at * 40, bottom: at * 40 + 40 }));

it('turns whole lines, and begins a page with the last line of the page before', () => {
  expect(textPages(lines(7), 130)).toEqual([
    { top: 0, bottom: 120 },
    { top: 80, bottom: 200 },
    { top: 160, bottom: 280 },
  ]);
  expect(textPages(lines(3), 50)).toEqual(lines(3));
  expect(textPages([], 50)).toEqual([{ top: 0, bottom: 0 }]);
});

it('shows every line whole on some page, however high the lines are', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 90, max: 600 }),
      (heights, height) => {
        let top = 0;
        const all = heights.map((one) => {
          top += one;
          return { top: top - one, bottom: top };
        });
        const pages = textPages(all, height);
        for (const page of pages) expect(page.bottom - page.top).toBeLessThanOrEqual(height);
        for (const line of all)
          expect(pages.some((page) => page.top <= line.top && line.bottom <= page.bottom)).toBe(true);
        for (const [at, page] of pages.entries())
          if (at > 0) expect(page.bottom).toBeGreaterThan(pages[at - 1]!.bottom);
      },
    ),
    { seed: SEED },
  ));

it('finds the lines of pieces that stand beside each other', () => {
  const boxes = [
    { top: 5, bottom: 35 },
    { top: 3, bottom: 37 },
    { top: 45, bottom: 75 },
  ];
  expect(linesOf(boxes, 40)).toEqual([
    { top: 0, bottom: 40 },
    { top: 40, bottom: 80 },
  ]);
});
