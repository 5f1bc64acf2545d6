import fc from 'fast-check';
import { expect, it } from 'vitest';
import { versionsToDrop } from '../../src/library/version-thinning.ts';

const HOUR = 60 * 60 * 1000;
const NOW = Date.UTC(2026, 3, 1);
const every = (apart: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    time: NOW - index * apart,
    reason: 'interval' as const,
  }));

it('V6: keeps all of two hours, then one an hour, one a day, one a week', () => {
  const left = (apart: number, count: number) => count - versionsToDrop(every(apart, count), NOW).length;
  expect(left(HOUR / 6, 12)).toBe(12);
  // Two hours of twelve, then about one for each of 46 hours.
  expect(left(HOUR / 6, 48 * 6)).toBeGreaterThanOrEqual(12 + 45);
  expect(left(HOUR / 6, 48 * 6)).toBeLessThanOrEqual(12 + 48);
  expect(left(24 * HOUR, 365)).toBeLessThanOrEqual(30 + 50);
});

it('V6: never drops the newest or a labelled one, and dropping twice drops no more', () => {
  const version = fc.record({
    time: fc.integer({ min: NOW - 400 * 24 * HOUR, max: NOW }),
    label: fc.option(fc.constant('定稿'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(version, { maxLength: 60 }), (found) => {
      const versions = found.map(({ time, label }, index) => ({
        id: String(index),
        time,
        reason: 'interval' as const,
        ...(label && { label }),
      }));
      const dropped = new Set(versionsToDrop(versions, NOW));
      const newest = Math.max(...versions.map(({ time }) => time));
      for (const { id, label } of versions) if (label) expect(dropped.has(id)).toBe(false);
      if (versions.length > 0)
        expect(versions.some(({ id, time }) => time === newest && !dropped.has(id))).toBe(true);
      const left = versions.filter(({ id }) => !dropped.has(id));
      expect(versionsToDrop(left, NOW)).toEqual([]);
    }),
  );
});

it('V6: never drops a text that another one replaced, and drops nothing else on its account', () => {
  const at = (minute: number) => NOW - 24 * HOUR + minute * 60_000;
  const versions = [
    { id: 'kept by itself', time: at(10), reason: 'interval' as const },
    { id: 'left, older', time: at(5), reason: 'left' as const },
    { id: 'left, newer', time: at(20), reason: 'left' as const },
    { id: 'not chosen', time: at(30), reason: 'before-choice' as const },
    { id: 'kept by itself, later', time: at(40), reason: 'interval' as const },
    { id: 'now', time: NOW, reason: 'opened' as const },
  ];
  expect(versionsToDrop(versions, NOW)).toEqual(['kept by itself']);
});
