import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DeckMetrics, deckMetrics } from '../../src/deck/plan/deck-metrics.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { importFile } from '../../src/import/import-file.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Speech } from '../../src/speech/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { speechFrom } from './planner-input.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'speech');
const DENSITIES = ['low', 'normal', 'high'] as const;

const files = [
  ...SPEECH_NAMES.map((name) => join(SPEECHES, name)),
  ...readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])speech\.(txt|md)$/.test(name))
    .map((name) => join(FIXTURES, name)),
].map((path): [string, Speech] => [
  path.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ''),
  parse(repair(importFile(readFileSync(path), path).source)),
]);

/** What no slide may have (docs/slides.md). */
function faults(metrics: DeckMetrics) {
  const { cutQuotations, unbalanced, leaning, formalities, unspokenThanks } = metrics;
  return { cutQuotations, unbalanced, leaning, formalities, unspokenThanks };
}
const NONE = { cutQuotations: [], unbalanced: [], leaning: [], formalities: [], unspokenThanks: false };

describe('no text is cut, leans, greets or thanks unasked, at any density', () => {
  it.each(files)('%s', (_, speech) => {
    for (const density of DENSITIES)
      expect([density, faults(deckMetrics(speech, planDeck(speech, { density })))]).toEqual([density, NONE]);
  });
});

describe('bad input', () => {
  const demand = '必须把群众的事情办好，要加强学习，把学习当作责任。';
  it.each([
    ['one paragraph', demand.repeat(60)],
    ['questions only', '群众满意不满意？路灯为什么不亮？'.repeat(30)],
    ['figures only', '146 89 5.2 17 22.7%\n\n2024 98.6 12\n\n'.repeat(12)],
    ['English', 'We must work for the people of this county. Nobody is left behind.\n\n'.repeat(20)],
    [
      '200 sections',
      Array.from({ length: 200 }, (_, index) => `${index + 1}. 第${index + 1}项\n\n${demand}`).join('\n\n'),
    ],
    [
      'quotations that never close',
      '习近平总书记强调：“一定要把事情办好。人民群众在看着我们。\n\n'.repeat(12),
    ],
    ['a table of 40 columns', `| ${'列 | '.repeat(40)}\n|${'---|'.repeat(40)}\n| ${'146 | '.repeat(40)}`],
    [
      '30 parallel sentences',
      Array.from({ length: 30 }, (_, index) => `要办好第${index + 1}件实事。`).join(''),
    ],
    ['emoji and rare characters', '😀要加油，𠮷野同志必须努力𪚥。👨‍👩‍👧要团结。\n\n'.repeat(12)],
  ])('%s: all is said, nothing is cut', (_, text) => {
    const speech = speechFrom(`讲话\n\n同志们：\n\n${text}`);
    for (const density of DENSITIES) {
      const deck = planDeck(speech, { density });
      const notes = deck.slides.flatMap((slide) => slide.notes.map((note) => note.text)).join('');
      expect(bareText(notes)).toBe(bareText(speechText(speech)));
      expect(faults(deckMetrics(speech, deck))).toEqual(NONE);
      expect(deck.slides.length).toBeGreaterThan(0);
    }
  });
});
