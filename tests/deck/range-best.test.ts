import { expect, test } from 'vitest';
import { rangeBest } from '../../src/deck/plan/range-best.ts';

test('the greatest weight of every range is found, the first of equals, and none where all are left out', () => {
  for (const weights of [[], [3], [1, -Infinity, 3, 3, -1, 3, 0], [-Infinity, -Infinity, 2, 2, 1]]) {
    const best = rangeBest(weights);
    for (let from = 0; from <= weights.length; from++)
      for (let to = from; to <= weights.length; to++) {
        const own = weights.slice(from, to);
        const most = Math.max(...own);
        expect(best(from, to)).toBe(most === -Infinity ? undefined : from + own.indexOf(most));
      }
  }
});

test('a range is found without a look at each of its weights', () => {
  let reads = 0;
  const weights = new Proxy(
    Array.from({ length: 4096 }, (_, index) => index % 7),
    {
      get(target, key) {
        if (typeof key === 'string' && /^\d/.test(key)) reads++;
        return Reflect.get(target, key);
      },
    },
  );
  const best = rangeBest(weights);
  reads = 0;
  expect(best(1, 4095)).toBe(6);
  expect(reads).toBeLessThan(100);
});
