import { expect, it } from 'vitest';
import { dateWithLabels } from '../../src/deck/plan/slide-labels.ts';

it.each([
  ['2024-09-02', '2024年9月2日'],
  ['2024-11-30', '2024年11月30日'],
  [' 2024-1-5 ', '2024年1月5日'],
])('%s stands on the cover as %s', (written, shown) => {
  expect(
    dateWithLabels(written)
      ?.map(({ digits, label }) => digits + label)
      .join(''),
  ).toBe(shown);
});

it.each(['2024年9月2日', '2024-09', '12024-09-02', '2024-09-02 上午', ''])('%s stays as it is', (text) => {
  expect(dateWithLabels(text)).toBeUndefined();
});
