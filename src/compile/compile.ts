import { planDeck } from '../deck/plan/plan.ts';
import { slideStarts } from '../deck/plan/slide-starts.ts';
import { flowHandout, handoutLayout } from '../handout/flow/flow.ts';
import { repair } from '../repair/repair.ts';
import { readFrontMatter } from '../speech/front-matter.ts';
import { parse } from '../speech/parse.ts';
import { loadReadings } from '../speech/readings.ts';
import { convertSpeech, scriptConverter } from '../speech/script.ts';
import { DEFAULT_RATE, speechSeconds } from '../speech/timing.ts';
import type { Speech } from '../speech/types.ts';
import { checkIntegrity } from './integrity.ts';
import { outlineEntries } from './outline-entries.ts';
import type { CompileRequest, CompileResult, ShownRepair } from './protocol.ts';
import { shownMarks } from './slide-marks.ts';
import { structureMarks } from './structure-marks.ts';
import { repairKey, withoutRepairs } from './undo-repairs.ts';

/**
 * One text → everything the page shows of it: deck, handout, repairs, marks, proof, counts.
 * Runs in the worker; pure apart from loading the tables of a script that is asked for.
 */
export async function compute(request: CompileRequest): Promise<CompileResult> {
  const { text, name, format, disabled, undone } = request;
  const found = repair({ text, name, format }, { disabled });
  const clean = withoutRepairs(text, found, undone);
  const written = parse(clean);
  const speech = await inScript(written);
  const deck = planDeck(speech);
  const handout = flowHandout(speech, {
    slideStarts: slideStarts(deck),
    ...(handoutLayout(speech) === 'podium' && { readings: await loadReadings(namesIn(speech)) }),
  });
  const rate = speech.meta.settings.rate ?? DEFAULT_RATE;
  const applied = new Set(clean.repairs);
  const repairs = found.repairs.map(
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
    proof: checkIntegrity(speech, deck, handout),
    seconds: speechSeconds(speech, rate).seconds,
    rate,
  };
}

/** Persons whose names a speaker must say right. */
function namesIn({ meta }: Speech): string[] {
  return [...(meta.settings.names ?? []), ...(meta.speaker ? [meta.speaker.text] : [])];
}

/** The speech in the script its author chose for showing it; the text in the editor stays as written. */
async function inScript(speech: Speech): Promise<Speech> {
  const { lang, settings } = speech.meta;
  const script = settings.script ?? 'source';
  if (script === 'source') return speech;
  const convert = await scriptConverter(lang, { target: script, names: settings.names });
  return convertSpeech(speech, convert, script);
}
