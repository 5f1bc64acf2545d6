import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atRate,
  EASE,
  type Motion,
  positionAt,
  speedAt,
  standing,
  withSpeed,
} from '../../../src/stage/timetable/motion.ts';
import { pageStops, textPages } from '../../../src/stage/timetable/pages.ts';
import {
  type Box,
  begins,
  heightOfPlace,
  placeAtHeight,
  placeAtTime,
  timeOfPlace,
} from '../../../src/stage/timetable/place.ts';
import { SEED } from '../../seed.ts';

const seeded = { seed: SEED, numRuns: 300 };

/** Times of entries; some take none, as a table's cells. */
const times = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.2, max: 60, noNaN: true })), {
  minLength: 1,
  maxLength: 60,
});

/** Boxes of so many entries, as another size or width of the window sets them. */
function boxesFor(count: number, heights: readonly number[]): Box[] {
  let top = 0;
  return Array.from({ length: count }, (_, index) => {
    const height = heights[index % heights.length] as number;
    const box = { top, height };
    top += height + 10;
    return box;
  });
}
const heights = fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 1, maxLength: 9 });

describe('place in the text', () => {
  it('leads from time to place and back', () => {
    fc.assert(
      fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (seconds, share) => {
        const starts = begins(seconds);
        const total = starts.at(-1) as number;
        const place = placeAtTime(starts, share * total);
        expect(timeOfPlace(starts, place)).toBeCloseTo(share * total, 6);
        expect(place.share).toBeGreaterThanOrEqual(0);
        expect(place.share).toBeLessThanOrEqual(1);
      }),
      seeded,
    );
  });

  it('is the same in a column of any size', () => {
    fc.assert(
      fc.property(
        times,
        heights,
        heights,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (seconds, one, two, share) => {
          const starts = begins(seconds);
          if (starts.at(-1) === 0) return;
          const place = placeAtTime(starts, share * (starts.at(-1) as number));
          for (const boxes of [boxesFor(seconds.length, one), boxesFor(seconds.length, two)]) {
            const back = placeAtHeight(boxes, starts, heightOfPlace(boxes, starts, place));
            expect(timeOfPlace(starts, back)).toBeCloseTo(timeOfPlace(starts, place), 4);
          }
        },
      ),
      seeded,
    );
  });

  it('moves the column forward only, without a jump', () => {
    fc.assert(
      fc.property(times, heights, (seconds, some) => {
        const starts = begins(seconds);
        const total = starts.at(-1) as number;
        const boxes = boxesFor(seconds.length, some);
        const at = (time: number) => heightOfPlace(boxes, starts, placeAtTime(starts, time));
        for (const start of starts.filter((one) => one > 0 && one < total)) {
          expect(at(start + 1e-6)).toBeGreaterThanOrEqual(at(start - 1e-6));
          expect(at(start + 1e-6) - at(start - 1e-6)).toBeLessThan(0.1 * boxes.length + 0.1);
        }
      }),
      seeded,
    );
  });
});

describe('motion', () => {
  const script = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 5000 }), speed: fc.constantFrom(0, 1, 1.5) }),
    { maxLength: 12 },
  );

  it('jumps neither in place nor in speed, whatever the speaker presses', () => {
    fc.assert(
      fc.property(script, (steps) => {
        let now = 1_000_000;
        let motion: Motion = standing(5);
        for (const { after, speed } of steps) {
          now += after;
          const next = withSpeed(motion, speed, now);
          expect(positionAt(next, now)).toBeCloseTo(positionAt(motion, now), 9);
          expect(speedAt(next, now)).toBeCloseTo(speedAt(motion, now), 9);
          motion = next;
        }
      }),
      seeded,
    );
  });

  it('runs at the rate after the ease, and stands after a stop', () => {
    const running = withSpeed(standing(0), 1, 0);
    expect(positionAt(running, 10_000)).toBeCloseTo(10 - EASE / 2000, 9);
    const stopped = withSpeed(running, 0, 10_000);
    expect(positionAt(stopped, 60_000)).toBeCloseTo(10, 9);
    expect(positionAt(stopped, 61_000)).toBe(positionAt(stopped, 60_000));
  });

  it('does not move when the clock is set back', () => {
    const running = withSpeed(standing(7), 1, 500_000);
    expect(positionAt(running, 100)).toBe(7);
  });

  it('keeps the pace of the picture when the rate changes', () => {
    const running = withSpeed(standing(0), 1, 0);
    const faster = atRate(running, 40, 0.5, 20_000);
    expect(positionAt(faster, 20_000)).toBe(40);
    expect(speedAt(faster, 20_000)).toBe(0.5);
    expect(speedAt(faster, 20_000 + EASE)).toBe(1);
  });
});

describe('pages', () => {
  it('show every sentence, whole where a page can hold it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 3, max: 9 }),
        (lines, roomLines) => {
          const line = 50;
          const boxes = boxesFor(
            lines.length,
            lines.map((count) => count * line),
          );
          const room = roomLines * line + 20;
          const pages = textPages(boxes, room, line);
          for (const { top, bottom } of pages) expect(bottom - top).toBeLessThanOrEqual(room);
          boxes.forEach((box, index) => {
            const end = box.top + box.height;
            const whole = pages.filter((page) => page.top <= box.top && page.bottom >= end);
            if (box.height <= room) expect(whole, `sentence ${index}`).toHaveLength(1);
            for (let at = box.top; at < end; at += line)
              expect(pages.some((page) => page.top <= at && page.bottom >= at + line)).toBe(true);
          });
        },
      ),
      seeded,
    );
  });

  it('stop at each page and at each slide, forward only', () => {
    const boxes = boxesFor(10, [100]);
    const pages = textPages(boxes, 330, 50);
    expect(pages.map(({ first }) => first)).toEqual([0, 3, 6, 9]);
    expect(pageStops(pages, [0, 4, 6, 8]).map(({ index, top }) => `${top}:${index}`)).toEqual([
      '0:0',
      '330:3',
      '330:4',
      '660:6',
      '660:8',
      '990:9',
    ]);
  });
});
