import { commonness, isTraditionalOnly, isVariant } from '../../text/common-characters.ts';
import { foldedPairs, gbkTable, isTrail } from '../../text/gbk.ts';
import { bareSyllable, PINYIN_LETTERS, readingOf } from '../pinyin.ts';
import { PINYIN_NOTE } from './pinyin-note.ts';
import { IMPOSSIBLE, type RunEnd, runEnds, UNKNOWN } from './shifted-run.ts';
import { TextQuality } from './text-quality.ts';

const NOTE_BEHIND = new RegExp(`\\(([${PINYIN_LETTERS}]{1,6})\\)`, 'y');
const ANY_NOTE = new RegExp(NOTE_BEHIND.source, 'g');

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
  variant: -2,
  frequent: 0.5,
  stop: 4,
} as const;

/** What a character costs, so that a reading gains nothing from having more of them. */
const PER_CHARACTER = 1.2;
/** Difference of score within which a reading is not ruled out. */
const NEAR = 10;
/** Characters flagged behind a start whose end is not found. */
const UNREAD_STRETCH = 40;

interface Reading {
  readonly text: string;
  readonly end: number;
  readonly score: number;
}

interface Candidate {
  readonly text: string;
  readonly prior: number;
}
const NO_CHARACTER: Candidate = { text: '', prior: 0 };
/** Candidates kept for the first and for the last character of a run. */
const FITTING = 4;

export interface RunStart {
  /** Offset of the mark that stands for the lost byte. */
  readonly mark: number;
  /** Offset of the first character read late. */
  readonly run: number;
  readonly before: string;
  readonly note?: string;
}

/** Reads runs of one document, with the document's own words and notes as evidence. */
export class RunReader {
  private readonly quality: TextQuality;
  private readonly notes = new Set<string>();
  private readonly gbk = gbkTable();
  /** Full-width punctuation was folded to ASCII: there is none. */
  private readonly folded: boolean;

  constructor(private readonly text: string) {
    this.quality = new TextQuality(text);
    this.folded = !/[，：；（）]/.test(text);
    for (const match of text.matchAll(PINYIN_NOTE)) this.notes.add(match[1]! + match[2]!);
  }

  /** The true text and end of a run; without text if there is a run that cannot be read with confidence. */
  read(start: RunStart): { text?: string; end: number } | undefined {
    const ends = runEnds(this.text, start.run, this.folded);
    const readings = this.readings(start, ends);
    const best = readings[0];
    const noted = start.note !== undefined;
    if (best === undefined) return noted ? { end: this.endOfUnread(start.run) } : undefined;
    const rival = readings.find((reading) => reading.end !== best.end);
    const twin = readings.find((reading) => reading.end === best.end && reading.text !== best.text);
    const mean = this.quality.of(best.text, start.before) / best.text.length;
    const delivered = this.quality.of(
      this.text.slice(start.mark, best.end).replace(ANY_NOTE, ''),
      start.before,
    );
    const gain = this.quality.of(best.text, start.before) - delivered;
    const certain =
      mean >= CERTAIN.mean &&
      (rival === undefined || best.score - rival.score >= CERTAIN.endMargin) &&
      (twin === undefined || best.score - twin.score >= CERTAIN.firstMargin) &&
      !best.text.includes(UNKNOWN) &&
      !best.text.includes(IMPOSSIBLE) &&
      (noted || gain >= CERTAIN.bareGain);
    if (certain) return { text: best.text, end: best.end };
    if (!noted && gain < CERTAIN.bareGain) return undefined;
    // Flag as far as any reading that comes near the best one goes.
    const near = readings.filter(({ score }) => best.score - score < NEAR).map(({ end }) => end);
    const end = Math.max(...near);
    NOTE_BEHIND.lastIndex = end;
    return { end: NOTE_BEHIND.test(this.text) ? NOTE_BEHIND.lastIndex : end };
  }

  /** Where to stop flagging when no end was found: the line's, or a stretch on. */
  private endOfUnread(from: number): number {
    const line = this.text.indexOf('\n', from);
    return Math.min(line < 0 ? this.text.length : line, from + UNREAD_STRETCH);
  }

  /** All readings, best first. Scores cover the same stretch of the delivered text, so they compare. */
  private readings(start: RunStart, ends: readonly RunEnd[]): Reading[] {
    const horizon = Math.min(this.text.length, Math.max(start.run, ...ends.map(({ end }) => end)) + 6);
    const readings: Reading[] = [];
    for (const end of ends) {
      const after = this.text.slice(end.end, horizon).split('\n')[0]!.replace(ANY_NOTE, '');
      const core = end.firstTrail < 0 ? '' : end.rest;
      const cut = end.firstTrail < 0 ? undefined : end.cut;
      const firsts = this.fitting(this.firstCharacters(start, end), start.before, (core + after).slice(0, 1));
      const lasts =
        cut === undefined
          ? [NO_CHARACTER]
          : this.fitting(this.lastCharacters(cut), core.slice(-1), after.slice(0, 1));
      for (const first of firsts)
        for (const last of lasts) {
          const text = first.text + core + last.text;
          const quality =
            this.quality.of(text + after, start.before) - PER_CHARACTER * (text.length + after.length);
          const score = quality + first.prior + last.prior + this.noteBehind(text, end.end);
          readings.push({ text, end: end.end, score });
        }
    }
    return readings.sort((a, b) => b.score - a.score);
  }

  /** The few candidates that fit best between their neighbours; no other can win. */
  private fitting(candidates: Candidate[], before: string, after: string): Candidate[] {
    const score = ({ text, prior }: Candidate): number => prior + this.quality.of(text + after, before);
    return candidates
      .map((candidate) => ({ candidate, score: score(candidate) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, FITTING)
      .map(({ candidate }) => candidate);
  }

  private firstCharacters({ before, note }: RunStart, { firstTrail, cut }: RunEnd): Candidate[] {
    const candidates: Candidate[] = [];
    const listedLead = (foldedPairs().get(before)?.[0] ?? this.gbk.bytes(before.charCodeAt(0))) & 0xff;
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      // Both bytes of the only character lost: a line ends in a full stop (A1A3), nothing else is known.
      const stop = firstTrail < 0 && cut?.atLineEnd === true && lead === 0xa1;
      const code = firstTrail < 0 ? (stop ? 0x3002 : UNKNOWN.charCodeAt(0)) : this.gbk.code(lead, firstTrail);
      if (code === 0) continue;
      // The note belongs to the character made of the second byte of `before` and the lost byte.
      const listed = note === undefined ? 0 : this.gbk.code(listedLead, lead);
      const prior = note === undefined ? (lead === 0xa1 ? PRIOR.stop : 0) : this.notePrior(listed, note);
      candidates.push({ text: String.fromCharCode(code), prior });
    }
    return candidates;
  }

  /** A note right behind the run confirms its last character. */
  private noteBehind(text: string, end: number): number {
    NOTE_BEHIND.lastIndex = end;
    const note = NOTE_BEHIND.exec(this.text);
    return note === null ? 0 : Math.max(0, this.notePrior(text.charCodeAt(text.length - 1), note[1]!));
  }

  private lastCharacters(cut: NonNullable<RunEnd['cut']>): Candidate[] {
    if (cut.note === undefined) {
      // A line ends in a full stop (A1A3); any other lost second byte cannot be known.
      return cut.atLineEnd && cut.lead === 0xa1 ? [{ text: '。', prior: 0 }] : [{ text: UNKNOWN, prior: 0 }];
    }
    const candidates: Candidate[] = [];
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
    const script = isVariant(character)
      ? PRIOR.variant
      : isTraditionalOnly(character)
        ? PRIOR.traditional
        : 0;
    if (reading === undefined || commonness(character) === 0) return PRIOR.unknownReading + script;
    if (reading !== bareSyllable(note)) return PRIOR.otherReading;
    return PRIOR.sameReading + script + PRIOR.frequent * (commonness(character) - 1);
  }
}
