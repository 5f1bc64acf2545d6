import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planDeck, slideStarts } from '../../../src/deck/plan/plan.ts';
import { flowHandout } from '../../../src/handout/flow/flow.ts';
import type { PodiumOptions } from '../../../src/handout/flow/podium.ts';
import { blockLines, handoutText } from '../../../src/handout/flow/text.ts';
import type { Handout } from '../../../src/handout/flow/types.ts';
import { parse } from '../../../src/speech/parse.ts';
import { loadReadings } from '../../../src/speech/readings.ts';
import { HANDOUT_LAYOUTS } from '../../../src/speech/settings.ts';
import { speechText } from '../../../src/speech/text.ts';
import type { Speech } from '../../../src/speech/types.ts';
import { bareText } from '../../../src/text/bare-text.ts';
import { expectGolden } from '../../golden.ts';
import { readFixture } from '../../speech/read-speech.ts';
import { SPEECH_FIXTURES, SPEECH_NAMES, SPEECHES } from '../../speeches.ts';
import { blockSummary, labelSummary, labelsOf, summaryOf } from './handout-summary.ts';

const readings = await loadReadings();

/** The handout of a speech in each layout, with all labels of the speaker's copy. */
function layouts(speech: Speech, starts: PodiumOptions['slideStarts']) {
  const options = { readings, slideStarts: starts };
  return Object.fromEntries(
    HANDOUT_LAYOUTS.map((layout) => [layout, flowHandout(speech, { ...options, layout })]),
  ) as Record<Handout['layout'], Handout>;
}

/** Every promise of the room about one speech. */
function expectWhole(file: string): void {
  const speech = parse(readFixture(file));
  const { official, podium, notes, outline } = layouts(speech, slideStarts(planDeck(speech)));
  const whole = bareText(speechText(speech));
  for (const handout of [official, podium, notes])
    expect(bareText(handoutText(handout)), handout.layout).toBe(whole);

  // Each line of the outline stands in the speech, behind the one before.
  let at = 0;
  for (const line of outline.blocks.flatMap(blockLines).map(bareText)) {
    const found = whole.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found + line.length;
  }

  const labels = labelsOf(podium);
  for (const kind of ['slide', 'minutes'] as const) {
    const numbers = labels.filter((label) => label.kind === kind).map(({ value }) => Number(value));
    expect(numbers, kind).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  }
  // Only the speaker's copy has labels, and a label is no text.
  for (const handout of [official, notes, outline]) expect(labelsOf(handout)).toEqual([]);
}

describe.each(SPEECH_FIXTURES)('$name', ({ file, folder }) => {
  it('is whole in every layout, its outline and labels in order', () => expectWhole(file));

  it('has the handout that was reviewed by eye', () => {
    const speech = parse(readFixture(file));
    // A slide a section: the golden file is of the handout, whatever the slides are.
    const starts = speech.sections.map(({ range }, index) => ({ offset: range.start, number: index + 1 }));
    const { official, podium, outline } = layouts(speech, starts);
    const parts = [
      summaryOf(official),
      `# podium\n${labelSummary(podium)}`,
      `# outline\n${blockSummary(outline)}`,
    ];
    expectGolden(`${parts.join('\n\n')}\n`, join(folder, 'handout.txt'));
  });
});

it.each(SPEECH_NAMES)('%s is whole in every layout, its outline and labels in order', (name) =>
  expectWhole(join(SPEECHES, name)),
);
