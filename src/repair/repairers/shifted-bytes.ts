import type { Diagnostic } from '../../text/diagnostic.ts';
import type { SourceRange } from '../../text/source.ts';
import type { Edit } from '../edits.ts';
import { bareSyllable, PINYIN_LETTERS } from '../pinyin.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';
import { RunReader, type RunStart } from './run-reader.ts';
import { isDamageSign } from './text-quality.ts';
import { vanishedBytes } from './vanished-byte.ts';

/** Where a run may begin: the character before, the mark of the lost byte, the note that was inserted. */
const NOTED_START = new RegExp(`([^\\n])([?？\\ufffd]\\(?([${PINYIN_LETTERS}]{1,6})\\))`, 'g');
const BARE_START = /([\u0080-\uffff])([?？\ufffd])(?=[^\n])/g;
/** Without one of these no byte was lost: a mark for it, or a letter left over at the end of a run. */
const SIGN = /[?？\ufffd]|[\u0080-\uffff][@-~][\u0080-\uffff]/;
/** How far to look for signs of damage behind a `?` without a note. */
const SIGNS_WITHIN = 24;

/**
 * Restores runs of characters that were read one byte late: 變?yōu)槿罕姷淖杂X → 變為群眾的自覺.
 *
 * Every possible lost byte and every possible end is tried; the reading is taken only if it is text, and
 * clearly more so than any other. A run that cannot be read with confidence stays as it is, is reported as
 * `shifted-bytes`, and is left alone by all later repairs.
 */
export function shiftedBytes({ text }: RepairInput): RepairResult {
  if (!SIGN.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  const untouchable: SourceRange[] = [];
  let free = 0;
  let reader: RunReader | undefined;
  for (const start of starts(text)) {
    if (start.mark < free) continue;
    reader ??= new RunReader(text);
    const reading = reader.read(start);
    if (reading === undefined) continue;
    // Without a note the signs of damage stand in the run itself: a rare name behind it is none.
    const run = text.slice(start.mark, reading.end);
    if (start.note === undefined && ![...run].some(isDamageSign)) continue;
    const range = { start: start.mark, end: reading.end };
    free = reading.end;
    if (reading.text === undefined) {
      diagnostics.push({
        code: 'shifted-bytes',
        severity: 'error',
        values: { text: run },
        range,
      });
      untouchable.push(range);
    } else
      edits.push({ ...range, insert: reading.text, kind: 'shifted-bytes', reason: 'repair.shifted-bytes' });
  }
  return { edits: [...edits, ...vanishedBytes(text, edits)], diagnostics, untouchable };
}

function starts(text: string): RunStart[] {
  const found: RunStart[] = [];
  for (const match of text.matchAll(NOTED_START)) {
    if (bareSyllable(match[3]!) === undefined) continue;
    const mark = match.index + 1;
    found.push({ mark, run: mark + match[2]!.length, before: match[1]!, note: match[3]! });
  }
  const noted = new Set(found.map(({ mark }) => mark));
  for (const match of text.matchAll(BARE_START)) {
    const mark = match.index + 1;
    if (noted.has(mark)) continue;
    const line = text.slice(mark + 1, mark + 1 + SIGNS_WITHIN).split('\n')[0]!;
    const signs = [...line].filter(isDamageSign).length;
    // A letter between wide characters is a byte left over, or a word of the author's: alone it proves nothing.
    const letters = line.match(/(?<=[\u0080-\uffff])[@-~](?=[\u0080-\uffff])/g)?.length ?? 0;
    if (signs >= 1 && signs + letters >= 2) found.push({ mark, run: mark + 1, before: match[1]! });
  }
  return found.sort((a, b) => a.mark - b.mark);
}
