import { expect, it } from 'vitest';
import { setWidth } from '../../src/deck/show/set-width.ts';

it('counts Han as one, and numbers wider than half with a gap at each side', () => {
  expect(setWidth('群众路线，', [])).toBe(5);
  expect(setWidth('共316人', [])).toBeCloseTo(1 + 3 * 0.58 + 2 * 0.125 + 1);
});

it('counts figures in their own size', () => {
  const line = '增长8.1%，';
  const large = setWidth(line, [{ start: 2, end: 6 }]);
  expect(large).toBeGreaterThan(setWidth(line, []) + 1);
});

it('counts a rare character once', () => {
  expect(setWidth('𠮷祥', [])).toBe(2);
});
