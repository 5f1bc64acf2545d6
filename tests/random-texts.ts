import { checkIntegrity } from '../src/compile/integrity.ts';
import { planDeck } from '../src/deck/plan/plan.ts';
import { flowHandout } from '../src/handout/flow/flow.ts';
import { importFile } from '../src/import/import-file.ts';
import type { Repair } from '../src/repair/clean-text.ts';
import { repair } from '../src/repair/repair.ts';
import { parse } from '../src/speech/parse.ts';
import { speechText } from '../src/speech/text.ts';
import type { Speech } from '../src/speech/types.ts';
import { bareText } from '../src/text/bare-text.ts';
import type { TextFormat } from '../src/text/source.ts';
import { randomSpeech } from './random-speech.ts';

/** Characters that stand in targets, titles and labels only, and signs: the rest must come out as often as it went in. */
const NO_TEXT = /[-!-/:-@[-`{-~a-z0-9圙\s\u200b\u2060\ufeff]+/gu;

/**
 * Reads the random text of a seed from a file's bytes and looks for a visible character that is lost or doubled:
 * by a repair that is not recorded, in the model, in the slides' notes, in the handout, in the text that
 * `speech text` prints.
 *
 * @returns what is wrong; undefined: nothing
 */
export function faultOfRandomText(seed: number, format: TextFormat): string | undefined {
  return faultOfText(randomSpeech(seed, format), format);
}

/** As {@link faultOfRandomText}, of any text. Line ends may be of any kind. */
export function faultOfText(text: string, format: TextFormat): string | undefined {
  const name = format === 'plain' ? 'a.txt' : 'a.md';
  if (text.trim() === '') return undefined;
  const { source } = importFile(new TextEncoder().encode(text), name, 'utf-8');
  const lines = text.replace(/\r\n?/g, '\n');
  if (source.text !== lines) return `read as ${JSON.stringify(source.text)}`;
  const clean = repair(source);
  const rebuilt = rebuiltFrom(source.text, clean.repairs);
  if (rebuilt !== clean.text) return `repairs that are not recorded: ${JSON.stringify(clean.text)}`;
  const speech = parse(clean);
  const handout = flowHandout(speech);
  const { source: model, notes, handout: printed } = checkIntegrity(speech, planDeck(speech), handout);
  for (const [where, { missing, added, place }] of Object.entries({ model, notes, printed }))
    if (missing + added > 0)
      return `${where}: ${missing} missing, ${added} added at ${JSON.stringify(place)}`;
  const spoken = speechText(speech);
  if (format === 'plain') {
    if (bareText(spoken) !== bareText(clean.text)) return 'speech text differs from the repaired text';
    return undefined;
  }
  // A target and a picture's alternative text are not spoken.
  const held = spoken + unspokenTexts(speech);
  const [before, after] = [clean.text, held].map((one) => [...one.replace(NO_TEXT, '')].sort().join(''));
  return before === after ? undefined : `characters ${before} became ${after}`;
}

function unspokenTexts(speech: Speech): string {
  let texts = '';
  JSON.stringify(speech, (key, value) => {
    if (key === 'alt' || key === 'href' || key === 'src') texts += value;
    return value;
  });
  return texts;
}

/** The source with the recorded repairs, and nothing else, applied. */
function rebuiltFrom(source: string, repairs: readonly Repair[]): string {
  let text = '';
  let at = 0;
  for (const { range, before, after } of repairs) {
    if (source.slice(range.start, range.end) !== before) return `${before} is not at its place`;
    text += source.slice(at, range.start) + after;
    at = range.end;
  }
  return text + source.slice(at);
}
