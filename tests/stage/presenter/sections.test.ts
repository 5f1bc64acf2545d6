import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadSpeech } from '../../../src/cli/load-speech.ts';
import { planDeck } from '../../../src/deck/plan/plan.ts';
import { sectionsOf } from '../../../src/stage/presenter/sections.ts';
import { readSlideTimes, SlideTimes } from '../../../src/stage/presenter/slide-times.ts';
import { firstSaid } from '../../../src/stage/presenter/spoken-lines.ts';
import { SPEECH_NAMES, SPEECHES } from '../../speeches.ts';

const deckOf = async (name: string) => planDeck((await loadSpeech(join(SPEECHES, name))).speech);

it.each(SPEECH_NAMES)(
  '%s: its sections are all its slides, in order, and their times add up',
  async (name) => {
    const { slides } = await deckOf(name);
    const sections = sectionsOf(slides);
    expect(sections.flatMap(({ begin, end }) => slides.slice(begin, end))).toEqual(slides);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    expect(sum(sections.map(({ seconds }) => seconds))).toBeCloseTo(
      sum(slides.map(({ seconds }) => seconds)),
    );
  },
);

it('names the sections by the author’s headings', async () => {
  const names = sectionsOf((await deckOf('jianxing-qunzhong-luxian.txt')).slides).map(({ name }) => name);
  expect(names[0]).toBe('');
  expect(names.slice(1).every((name) => /^[一二三四五六七]、/.test(name))).toBe(true);
  expect(names.length).toBeGreaterThan(2);
});

it('tells the first words of what comes next', async () => {
  const { slides } = await deckOf('jianxing-qunzhong-luxian.txt');
  expect(firstSaid([])).toBe(undefined);
  for (const index of slides.keys()) {
    const said = firstSaid(slides.slice(index));
    if (said !== undefined)
      expect(slides.slice(index).some(({ notes }) => notes.some(({ text }) => text.includes(said)))).toBe(
        true,
      );
  }
  const part = { startsLine: true, range: { start: 0, end: 0 } };
  expect(
    firstSaid([
      { notes: [{ ...part, kind: 'cue', text: '（掌声）' }] },
      { notes: [{ ...part, kind: 'sentence', text: '好。' }] },
    ]),
  ).toBe('好。');
});

it('counts the time of each slide, also over a reload, and begins anew with the timer', () => {
  const times = new SlideTimes();
  times.note('a', 10);
  times.note('b', 25);
  times.note('a', 30);
  expect([times.of('a'), times.of('b'), times.of('c'), times.complete]).toEqual([15, 15, 0, true]);
  const again = readSlideTimes(JSON.stringify(times));
  again.note('b', 32);
  expect([again.of('b'), again.complete]).toEqual([17, true]);
  // Nobody watched for ten minutes: no slide has that time, and no section is said to be late by it.
  again.note('b', 632);
  expect([again.of('b'), again.complete]).toEqual([17, false]);
  again.note('b', 0);
  again.note('b', 4);
  expect([again.of('b'), again.of('a'), again.complete]).toEqual([4, 0, true]);
  for (const text of [null, '', '[1]', '{"a":"x"}', '7']) expect(readSlideTimes(text).toJSON()).toEqual({});
});
