import { commonness, isTraditionalOnly } from '../common-characters.ts';
import type { Edit } from '../edits.ts';
import { gbkTable, isTrail } from '../gbk.ts';
import { bareSyllable, PINYIN_LETTERS, readingOf } from '../pinyin.ts';
import type { Findings, Passage } from '../stage.ts';
import type { ReadingProblem, SourceRange } from '../types.ts';
import { PINYIN_NOTE } from './pinyin-note.ts';
import { type RunEnd, runEnds } from './shifted-run.ts';
import { isSuspicious, TextQuality } from './text-quality.ts';

/** Where a run may begin: the character before, the mark of the lost byte, the note that was inserted. */
const NOTED_START = new RegExp(`([\\u0080-\\uffff])([?？\\ufffd]\\(?([${PINYIN_LETTERS}]{1,6})\\))`, 'g');
const BARE_START = /([\u0080-\uffff])([?？\ufffd])(?=[^\n])/g;

const CERTAIN = {
  /** Lead of the best first character over the second best. */
  firstMargin: 1.5,
  /** Lead of the best end over the second best. */
  endMargin: 1,
  /** Mean weight of a restored character. */
  mean: 0.7,
  /** What the repair must win over the text as delivered, where no note proves the damage. */
  bareGain: 8,
} as const;

/** Evidence for the byte that was lost. */
const PRIOR = {
  sameNote: 9,
  sameReading: 6,
  unknownReading: -1,
  otherReading: -8,
  traditional: 1,
  stop: 4,
} as const;

/** How far to look for signs of damage behind a `?` without a note. */
const SIGNS_WITHIN = 24;

interface Reading {
  readonly text: string;
  readonly end: number;
  readonly score: number;
}

/**
 * Restores runs of characters that were read one byte late: 變?yōu)槿罕姷淖杂X → 變為群眾的自覺.
 *
 * Every possible lost byte and every possible end is tried; the reading is taken only if it is text, and
 * clearly more so than any other. A run that cannot be read with confidence stays as it is, is reported as
 * `shifted-bytes`, and is left alone by all later repairs.
 */
export function shiftedBytes({ text }: Passage): Findings {
  if (!/[?？\ufffd]/.test(text)) return { edits: [] };
  const edits: Edit[] = [];
  const problems: ReadingProblem[] = [];
  const untouchable: SourceRange[] = [];
  let free = 0;
  let reader: RunReader | undefined;
  for (const start of starts(text)) {
    if (start.mark < free) continue;
    reader ??= new RunReader(text);
    const reading = reader.read(start);
    if (reading === undefined) continue;
    const range = { start: start.mark, end: reading.end };
    free = reading.end;
    if (reading.text === undefined) {
      problems.push({
        code: 'shifted-bytes',
        severity: 'error',
        values: { text: text.slice(range.start, range.end) },
        range,
      });
      untouchable.push(range);
    } else
      edits.push({ ...range, insert: reading.text, kind: 'shifted-bytes', reason: 'repair.shifted-bytes' });
  }
  return { edits, problems, untouchable };
}

interface RunStart {
  /** Offset of the mark that stands for the lost byte. */
  readonly mark: number;
  /** Offset of the first character read late. */
  readonly run: number;
  readonly before: string;
  readonly note?: string;
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
    if (
      [...line].filter(isSuspicious).length +
        (line.match(/(?<=[\u0080-\uffff])[@-~](?=[\u0080-\uffff])/g)?.length ?? 0) >=
      2
    )
      found.push({ mark, run: mark + 1, before: match[1]! });
  }
  return found.sort((a, b) => a.mark - b.mark);
}

/** Reads runs of one document, with the document's own words and notes as evidence. */
class RunReader {
  private readonly quality: TextQuality;
  private readonly notes = new Set<string>();
  private readonly gbk = gbkTable();

  constructor(private readonly text: string) {
    this.quality = new TextQuality(text);
    for (const match of text.matchAll(PINYIN_NOTE)) this.notes.add(match[1]! + match[2]!);
  }

  /** The true text and end of a run; without text if there is a run that cannot be read with confidence. */
  read(start: RunStart): { text?: string; end: number } | undefined {
    const ends = runEnds(this.text, start.run);
    const readings = this.readings(start, ends);
    const best = readings[0];
    const noted = start.note !== undefined;
    if (best === undefined) return noted ? { end: start.run } : undefined;
    const rival = readings.find((reading) => reading.end !== best.end);
    const twin = readings.find((reading) => reading.end === best.end && reading.text !== best.text);
    const mean = this.quality.of(best.text, start.before) / best.text.length;
    const delivered = this.quality.of(this.text.slice(start.mark, best.end), start.before);
    const gain = this.quality.of(best.text, start.before) - delivered;
    const certain =
      mean >= CERTAIN.mean &&
      (rival === undefined || best.score - rival.score >= CERTAIN.endMargin) &&
      (twin === undefined || best.score - twin.score >= CERTAIN.firstMargin) &&
      !best.text.includes('\ufffd') &&
      (noted || gain >= CERTAIN.bareGain);
    if (certain) return { text: best.text, end: best.end };
    return noted || gain >= CERTAIN.bareGain ? { end: best.end } : undefined;
  }

  /** All readings, best first. Scores cover the same stretch of the delivered text, so they compare. */
  private readings(start: RunStart, ends: readonly RunEnd[]): Reading[] {
    const horizon = Math.min(this.text.length, (ends.at(-1)?.end ?? start.run) + 6);
    const readings: Reading[] = [];
    for (const end of ends) {
      const after = this.text.slice(end.end, horizon).split('\n')[0]!;
      const lasts = end.cut === undefined ? [{ text: '', prior: 0 }] : this.lastCharacters(end.cut);
      for (const first of this.firstCharacters(start, end.firstTrail))
        for (const last of lasts) {
          const text = first.text + end.rest + last.text;
          const score = this.quality.of(text + after, start.before) + first.prior + last.prior;
          readings.push({ text, end: end.end, score });
        }
    }
    return readings.sort((a, b) => b.score - a.score);
  }

  private firstCharacters({ before, note }: RunStart, trail: number): { text: string; prior: number }[] {
    const candidates: { text: string; prior: number }[] = [];
    const listedLead = this.gbk.bytes(before.charCodeAt(0)) & 0xff;
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      const code = this.gbk.code(lead, trail);
      if (code === 0) continue;
      // The note belongs to the character made of the second byte of `before` and the lost byte.
      const listed = note === undefined ? 0 : this.gbk.code(listedLead, lead);
      const prior = note === undefined ? (lead === 0xa1 ? PRIOR.stop : 0) : this.notePrior(listed, note);
      candidates.push({ text: String.fromCharCode(code), prior });
    }
    return candidates;
  }

  private lastCharacters(cut: NonNullable<RunEnd['cut']>): { text: string; prior: number }[] {
    if (cut.note === undefined) {
      // A line ends in a full stop (A1A3); any other lost second byte cannot be known.
      return cut.atLineEnd && cut.lead === 0xa1 ? [{ text: '。', prior: 0 }] : [{ text: '\ufffd', prior: 0 }];
    }
    const candidates: { text: string; prior: number }[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = isTrail(trail) ? this.gbk.code(cut.lead, trail) : 0;
      if (code !== 0)
        candidates.push({ text: String.fromCharCode(code), prior: this.notePrior(code, cut.note) });
    }
    return candidates;
  }

  /** How well a note fits the character it was inserted behind. */
  private notePrior(code: number, note: string): number {
    if (code === 0) return PRIOR.otherReading;
    const character = String.fromCharCode(code);
    if (this.notes.has(character + note)) return PRIOR.sameNote;
    const reading = readingOf(character);
    const script = isTraditionalOnly(character) ? PRIOR.traditional : 0;
    if (reading === undefined || commonness(character) === 0) return PRIOR.unknownReading + script;
    return (reading === bareSyllable(note) ? PRIOR.sameReading : PRIOR.otherReading) + script;
  }
}
