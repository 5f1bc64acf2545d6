import { gbkTable } from '../gbk.ts';
import { PINYIN_LETTERS } from '../pinyin.ts';

/**
 * Reading a byte-shifted run back in step.
 *
 * A run is GBK text read one byte late: each delivered character holds the second byte of one true
 * character and the first byte of the next. Putting one lost lead byte in front and reading on gives the
 * true text; only its first character depends on that byte. Mechanism: docs/ARCHITECTURE.md, Damage.
 */

/** One place where the reading may be in step again, with the text it gives. */
export interface RunEnd {
  /** Offset behind the run. */
  readonly end: number;
  /** Second byte of the first true character; its lead byte is what was lost. */
  readonly firstTrail: number;
  /** The true text after the first character. */
  readonly rest: string;
  /**
   * Set when the run's last character lost its second byte: its lead byte, and what is known of the
   * character: the note behind it, or that a line ends there.
   */
  readonly cut?: { readonly lead: number; readonly note?: string; readonly atLineEnd: boolean };
}

const MAX_RUN = 240;
/** A reading that gives so many impossible characters has left the run. */
const MAX_INVALID = 3;

const CUT_NOTE = new RegExp(`[?\\ufffd]\\(?([${PINYIN_LETTERS}]{1,6})\\)`, 'y');

/** Every place where a run that begins at `start` may end, nearest first. */
export function runEnds(text: string, start: number): RunEnd[] {
  const gbk = gbkTable();
  const ends: RunEnd[] = [];
  let firstTrail = -1;
  let pending = -1;
  let rest = '';
  let invalid = 0;
  const character = (trail: number): string => {
    const code = gbk.code(pending, trail);
    return code === 0 ? '\ufffd' : String.fromCharCode(code);
  };
  /** Reads one delivered pair: its first byte ends a true character, its second begins the next. */
  const shift = (first: number, second: number): void => {
    if (firstTrail < 0) firstTrail = first;
    else {
      const read = character(first);
      if (read === '\ufffd') invalid++;
      rest += read;
    }
    pending = second;
  };
  for (let i = start; i < text.length && i - start < MAX_RUN && invalid < MAX_INVALID; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) break;
    if (code === 0x3f || code === 0xfffd) {
      if (firstTrail >= 0) {
        CUT_NOTE.lastIndex = i;
        const note = CUT_NOTE.exec(text);
        const end = note === null ? i + 1 : CUT_NOTE.lastIndex;
        const atLineEnd = end === text.length || text.charCodeAt(end) === 0x0a;
        ends.push({ end, firstTrail, rest, cut: { lead: pending, note: note?.[1], atLineEnd } });
      }
      if (code === 0xfffd) break;
      shift(0xa3, 0xbf); // or it is ？, folded to ASCII
    } else if (code < 0x80) {
      if (code >= 0x40 && code !== 0x7f) {
        // An ASCII letter is a second byte left over: in step again behind it.
        if (firstTrail < 0) ends.push({ end: i + 1, firstTrail: code, rest: '' });
        else ends.push({ end: i + 1, firstTrail, rest: rest + character(code) });
      }
      // Or it is a full-width form that was folded to ASCII (NFKC): A3A1–A3FE are ！ to ￣.
      if (code === 0x20) shift(0xa1, 0xa1);
      else shift(0xa3, code + 0x80);
    } else {
      const bytes = gbk.bytes(code);
      if (bytes === 0) break;
      const second = bytes & 0xff;
      shift(bytes >> 8, second);
      if (second < 0x80) {
        // The true text had an ASCII character here, which became the second byte of a pair.
        ends.push({ end: i + 1, firstTrail, rest: rest + String.fromCharCode(second) });
        break;
      }
    }
  }
  return ends;
}
