import { foldedPairs, gbkTable, LONGEST_FOLDED } from '../../text/gbk.ts';
import { PINYIN_LETTERS } from '../pinyin.ts';
import { isSuspicious } from './text-quality.ts';

/**
 * Reading a byte-shifted run back in step.
 *
 * A run is GBK text read one byte late: each delivered character holds the second byte of one true
 * character and the first byte of the next. Putting one lost lead byte in front and reading on gives the
 * true text; only its first character depends on that byte. Mechanism: docs/spec/noise.md.
 */

/** One place where the reading may be in step again, with the text it gives. */
export interface RunEnd {
  /** Offset behind the run. */
  readonly end: number;
  /** Second byte of the first true character, its lead byte being what was lost; −1 if both were. */
  readonly firstTrail: number;
  /** The true text after the first character. */
  readonly rest: string;
  /**
   * Set when the run's last character lost its second byte: its lead byte, and what is known of the
   * character: the note behind it, or that a line ends there.
   */
  readonly cut?: { readonly lead: number; readonly note?: string; readonly atLineEnd: boolean };
}

/** What decoders make of the single byte 80. */
const EURO = 0x20ac;
const MAX_RUN = 240;
/** Readings may fork where folding left several ways; this many steps in all. */
const MAX_STEPS = 600;
/** Strain at which a reading is given up: it has left the run, or took the wrong fork. */
const MAX_STRAIN = 12;

/** Stands for a code no pair of bytes has: the reading is wrong. */
export const IMPOSSIBLE = '\uffff';
/** Stands for a true character of which only one byte is left. */
export const UNKNOWN = '\ufffd';

const INNER_NOTE = new RegExp(`\\(([${PINYIN_LETTERS}]{1,6})\\)`, 'y');
const CUT_NOTE = new RegExp(`[?\\ufffd]\\(?([${PINYIN_LETTERS}]{1,6})\\)`, 'y');

/**
 * Every place where a run that begins at `start` may end, in no order.
 *
 * @param folded whether the document's full-width punctuation was folded to ASCII, so that ASCII inside a run
 *   may stand for a pair of bytes
 */
export function runEnds(text: string, start: number, folded: boolean): RunEnd[] {
  const gbk = gbkTable();
  const ends: RunEnd[] = [];
  const open: Reading[] = [{ next: start, firstTrail: -1, pending: -1, rest: '', strain: 0 }];
  for (let steps = 0; open.length > 0 && steps < MAX_STEPS; steps++) {
    const { next: i, firstTrail, pending, rest, strain } = open.pop()!;
    if (i >= text.length || i - start >= MAX_RUN || strain >= MAX_STRAIN) continue;
    const code = text.charCodeAt(i);
    if (code === 0x0a) continue;
    if (code === 0x28 && pending >= 0) {
      // A note put behind a listed pair that happens to be in step with the delivered text.
      INNER_NOTE.lastIndex = i;
      if (INNER_NOTE.test(text)) {
        open.push({ next: INNER_NOTE.lastIndex, firstTrail, pending, rest, strain });
        continue;
      }
    }
    const character = (trail: number): string => {
      const read = gbk.code(pending, trail);
      return read === 0 ? IMPOSSIBLE : String.fromCharCode(read);
    };
    if (code === 0x3f || code === 0xfffd) {
      CUT_NOTE.lastIndex = i;
      const note = CUT_NOTE.exec(text);
      const end = note === null ? i + 1 : CUT_NOTE.lastIndex;
      const atLineEnd = end === text.length || text.charCodeAt(end) === 0x0a;
      ends.push({ end, firstTrail, rest, cut: { lead: pending, note: note?.[1], atLineEnd } });
      if (note !== null) continue; // a note proves that a byte was lost here
    } else if (code === EURO || (code >= 0x40 && code < 0x7f)) {
      // A second byte left over: the reading is in step again behind it.
      const trail = code === EURO ? 0x80 : code;
      if (firstTrail < 0) ends.push({ end: i + 1, firstTrail: trail, rest: '' });
      else ends.push({ end: i + 1, firstTrail, rest: rest + character(trail) });
    }
    for (const { pair, length } of pairsAt(text, i, folded)) {
      const first = pair >> 8;
      const second = pair & 0xff;
      const read = firstTrail < 0 ? '' : character(first);
      const reading: Reading = {
        next: i + length,
        firstTrail: firstTrail < 0 ? first : firstTrail,
        pending: second,
        rest: rest + read,
        strain: strained(strain, read),
      };
      if (second >= 0x80) open.push(reading);
      // The true text had an ASCII character here, which became the second byte of a pair.
      else
        ends.push({
          end: reading.next,
          firstTrail: reading.firstTrail,
          rest: reading.rest + String.fromCharCode(second),
        });
    }
  }
  return ends;
}

/** A reading in progress: everything before `next` is read, `pending` is the lead byte carried over. */
interface Reading {
  readonly next: number;
  readonly firstTrail: number;
  readonly pending: number;
  readonly rest: string;
  /** How much of what was read last is no prose; see {@link strained}. */
  readonly strain: number;
}

/** Prose relaxes a reading by one; a character out of place strains it by two, an impossible one by four. */
function strained(strain: number, read: string): number {
  if (read === IMPOSSIBLE) return strain + 4;
  return read !== '' && isSuspicious(read) ? strain + 2 : Math.max(0, strain - 1);
}

/** The pairs of bytes that may stand at `i`: one, or with folding as many as there are preimages. */
function pairsAt(text: string, i: number, folded: boolean): { pair: number; length: number }[] {
  const code = text.charCodeAt(i);
  const pair = code < 0x80 ? 0 : gbkTable().bytes(code);
  if (pair !== 0) return [{ pair, length: 1 }];
  if (!folded) return [];
  const found: { pair: number; length: number }[] = [];
  for (let length = 1; length <= LONGEST_FOLDED; length++)
    for (const one of foldedPairs().get(text.slice(i, i + length)) ?? []) found.push({ pair: one, length });
  return found;
}
