import { expect, it } from 'vitest';
import { clockTime, paceAt, remainingSeconds, saidLateness } from '../../../src/stage/presenter/pace.ts';

const slides = [{ seconds: 10 }, { seconds: 60 }, { seconds: 30 }];

it('is on time between the planned begin and end of the slide', () => {
  expect(paceAt(slides, 1, 10)).toEqual({ planned: 100, slide: 60, late: 0 });
  expect(paceAt(slides, 1, 70).late).toBe(0);
});

it('says by how much a slide was reached too early, or is over', () => {
  expect(paceAt(slides, 2, 45).late).toBe(-25);
  expect(paceAt(slides, 1, 90).late).toBe(20);
  expect(paceAt(slides, 2, 130).late).toBe(30);
});

it('has nothing to say about a slide that is not there', () => {
  expect(paceAt([], 0, 5)).toEqual({ planned: 0, slide: 0, late: 5 });
});

it.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [187, '3:07'],
  [3765, '1:02:45'],
  [-3, '0:00'],
])('%d seconds: %s', (seconds, shown) => {
  expect(clockTime(seconds)).toBe(shown);
});

it.each([
  [14.9, 0],
  [-14.9, 0],
  [15, 15],
  [19.9, 15],
  [-23, -20],
  [61, 60],
])('%d seconds late are said as %d', (late, said) => {
  expect(saidLateness(late)).toBe(said);
});

it('leaves what the plan has left: a slide that takes longer takes nothing off the next ones', () => {
  expect(remainingSeconds(slides, 0, 0)).toBe(100);
  expect(remainingSeconds(slides, 1, 40)).toBe(60);
  expect(remainingSeconds(slides, 1, 400)).toBe(30);
  expect(remainingSeconds(slides, 2, 5)).toBe(30);
  expect(remainingSeconds([], 0, 5)).toBe(0);
});
