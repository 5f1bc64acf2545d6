import { expect, it } from 'vitest';
import { elapsedSeconds, pause, readStopwatch, STOPPED, start } from '../../../src/deck/state/stopwatch.ts';

it('adds up its runs and stands still in between', () => {
  const first = start(STOPPED, 1_000);
  expect(elapsedSeconds(first, 4_500)).toBe(3.5);
  const stopped = pause(first, 5_000);
  expect(elapsedSeconds(stopped, 99_000)).toBe(4);
  const again = start(stopped, 100_000);
  expect(elapsedSeconds(again, 101_000)).toBe(5);
  expect(start(again, 105_000)).toBe(again);
});

it('goes on over a reload', () => {
  const running = start(STOPPED, 1_000);
  expect(elapsedSeconds(readStopwatch(JSON.parse(JSON.stringify(running))), 61_000)).toBe(60);
});

it('takes nothing that is no stopwatch', () => {
  for (const value of [undefined, null, '', 7, [], { since: 5 }, { before: 'x' }, { before: Number.NaN }])
    expect(readStopwatch(value)).toEqual(STOPPED);
});

it('shows no negative time when the clock is set back', () => {
  expect(elapsedSeconds(start(STOPPED, 5_000), 1_000)).toBe(0);
});
