import { planDeck } from '../../deck/plan/plan.ts';
import { flowHandout } from '../../handout/flow/flow.ts';
import { handoutText } from '../../handout/flow/text.ts';
import { read } from '../../read/read.ts';
import { readFrontMatter } from '../../speech/front-matter.ts';
import { parse } from '../../speech/parse.ts';
import { convertSpeech, scriptConverter } from '../../speech/script.ts';
import { bareText, speechText } from '../../speech/text.ts';
import { DEFAULT_RATE, speechSeconds } from '../../speech/timing.ts';
import type { Speech } from '../../speech/types.ts';
import { outlineEntries } from '../outline/outline-entries.ts';
import type { Outcome, PipelineRequest, ShownRepair } from './protocol.ts';
import { shownMarks, slideStarts } from './slide-marks.ts';
import { structureMarks } from './structure-marks.ts';
import { textDifference } from './text-difference.ts';
import { repairKey, withoutRepairs } from './undo-repairs.ts';

/**
 * One text → everything the page shows of it: deck, handout, repairs, marks, proof, counts.
 * Runs in the worker; pure apart from the clock, and from loading the tables of a script that is asked for.
 */
export async function compute(request: PipelineRequest): Promise<Outcome> {
  const began = performance.now();
  const { text, name, format, disabled, undone } = request;
  const whole = read({ text, name, format }, { disabled });
  const clean = withoutRepairs(text, whole, undone);
  const written = parse(clean);
  const speech = await inScript(written);
  const deck = planDeck(speech);
  const handout = flowHandout(speech);

  const expected = bareText(speechText(speech));
  const notes = deck.slides.flatMap((slide) => slide.notes.map((part) => part.text)).join('');
  const rate = speech.meta.settings.rate ?? DEFAULT_RATE;
  const applied = new Set(clean.repairs);
  const repairs = whole.repairs.map(
    (repair): ShownRepair => ({ ...repair, key: repairKey(text, repair), applied: applied.has(repair) }),
  );
  return {
    number: request.number,
    name,
    sourceLength: text.length,
    title: handout.title,
    deck,
    handout,
    repairs,
    diagnostics: speech.diagnostics,
    structure: [...structureMarks(written), ...shownMarks(deck)].sort(
      (a, b) => a.range.start - b.range.start,
    ),
    outline: outlineEntries(written, rate),
    slideStarts: slideStarts(deck),
    frontMatterEnd: readFrontMatter(text).bodyStart,
    settings: written.meta.settings,
    proof: {
      characters: [...expected].length,
      notes: textDifference(expected, bareText(notes)),
      handout: textDifference(expected, bareText(handoutText(handout))),
    },
    seconds: speechSeconds(speech, rate).seconds,
    rate,
    ms: performance.now() - began,
  };
}

/** The speech in the script its author chose for showing it; the text in the editor stays as written. */
async function inScript(speech: Speech): Promise<Speech> {
  const { lang, settings } = speech.meta;
  const script = settings.script ?? 'source';
  if (script === 'source') return speech;
  const convert = await scriptConverter(lang, { target: script, names: settings.names });
  return convertSpeech(speech, convert, script);
}
