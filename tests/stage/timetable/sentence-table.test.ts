import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planDeck } from '../../../src/deck/plan/plan.ts';
import { plannedRate, secondsOf, sentenceTable } from '../../../src/stage/timetable/sentence-table.ts';
import { speechFrom } from '../../deck/planner-input.ts';
import { SPEECH_NAMES, SPEECHES } from '../../speeches.ts';

const TEXTS = SPEECH_NAMES.filter((name) => name.endsWith('.txt'));

describe.each(TEXTS)('the table of %s', (name) => {
  const speech = speechFrom(readFileSync(join(SPEECHES, name), 'utf8'));
  const deck = planDeck(speech);
  const table = sentenceTable(deck);

  it('holds all text of the slides, in order', () => {
    const notes = deck.slides.flatMap((slide) => slide.notes);
    const bare = (text: string) => text.replace(/\s/gu, '');
    expect(bare(table.map(({ text }) => text).join(''))).toBe(bare(notes.map(({ text }) => text).join('')));
  });

  it('names each slide once, in order', () => {
    const cues = table.flatMap(({ cue }) => (cue === undefined ? [] : [cue]));
    expect(cues).toEqual(deck.slides.map((_, index) => index + 1));
  });

  it('adds up to the times of the slides at the planned rate', () => {
    const rate = plannedRate(deck, table);
    const spoken = table.map((entry) => (entry.spoken ? entry : { ...entry, pause: 0 }));
    const total = secondsOf(spoken, rate).reduce((sum, one) => sum + one, 0);
    const planned = deck.slides.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(Math.abs(total - planned)).toBeLessThan(0.01 * planned + 2);
  });
});

it('marks a passage the author lets be left out', () => {
  const deck = planDeck(
    speechFrom(
      '讲话\n\n同志们：\n\n一、工作\n\n第一段很长。第一段说完。\n\n（可略）这一段可以不讲。真的可以。\n\n第三段。',
    ),
  );
  const optional = sentenceTable(deck).filter((entry) => entry.optional);
  expect(optional.map(({ text }) => text).join('')).toBe('（可略）这一段可以不讲。真的可以。');
});
