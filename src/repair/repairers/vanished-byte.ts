import { gbkTable } from '../../text/gbk.ts';
import type { Edit } from '../edits.ts';
import { meets } from '../repairer.ts';
import { runEnds } from './shifted-run.ts';
import { isDamageSign, isSuspicious, TextQuality } from './text-quality.ts';

/** A lone letter between wide characters: a second byte left over at the end of a run. */
const LEFT_OVER = /(?<=[\u0080-\uffff])[@-~](?=[\u0080-\uffff])/g;
const LOOK_BACK = 40;
const FEWEST_SIGNS = 2;
/** What the repair must win over the text as delivered, and over the next best start. */
const GAIN = 8;
const MARGIN = 1;
/** Lead bytes of the marks a run begins with: 。、“” are A1xx. */
const STOP_LEAD = 0xa1;
const STOPS = new Set('。、…—“”《》');

/**
 * Runs whose lost byte left no mark: 成果；叵虢▍^初期 → 成果。回想建區初期. The run ends in a letter that is a
 * second byte left over; its start is the one that makes the best text, if it begins with a full stop or
 * another mark whose lead byte a filter may have eaten, and is clearly better than any other.
 */
export function vanishedBytes(text: string, taken: readonly Edit[]): Edit[] {
  const edits: Edit[] = [];
  let quality: TextQuality | undefined;
  let free = 0;
  for (const match of text.matchAll(LEFT_OVER)) {
    const end = match.index + 1;
    const least = Math.max(free, end - LOOK_BACK);
    const from = least + text.slice(least, end).lastIndexOf('\n') + 1;
    const window = text.slice(from, match.index);
    if ([...window].filter(isDamageSign).length < FEWEST_SIGNS) continue;
    if (meets(taken, from, end)) continue;
    quality ??= new TextQuality(text);
    const after = text.slice(end, end + 4).split('\n')[0]!;
    const readings: { start: number; insert: string; score: number }[] = [];
    for (let start = from; start < match.index; start++) {
      const run = runEnds(text, start, false).find((one) => one.end === end && one.cut === undefined);
      if (run === undefined) continue;
      const first = String.fromCharCode(gbkTable().code(STOP_LEAD, run.firstTrail));
      if (!STOPS.has(first)) continue;
      const insert = first + run.rest;
      readings.push({ start, insert, score: quality.of(text.slice(from, start) + insert + after) });
    }
    readings.sort((a, b) => b.score - a.score);
    const [best, second] = readings;
    if (best === undefined || best.score - quality.of(text.slice(from, end) + after) < GAIN) continue;
    if (second !== undefined && best.score - second.score < MARGIN) continue;
    // The signs of damage stand in the run itself: a rare name before it is none.
    const run = text.slice(best.start, match.index);
    if ([...run].filter(isDamageSign).length < FEWEST_SIGNS) continue;
    if ([...best.insert].some((character) => isSuspicious(character) || character < '\x80')) continue;
    edits.push({
      start: best.start,
      end,
      insert: best.insert,
      kind: 'shifted-bytes',
      reason: 'repair.shifted-bytes.vanished',
    });
    free = end;
  }
  return edits;
}
