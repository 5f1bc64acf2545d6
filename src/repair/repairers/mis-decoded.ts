import { isHan } from '../../text/characters.ts';
import { commonness } from '../../text/common-characters.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { gbkTable } from '../../text/gbk.ts';
import { textDecoder } from '../../text/text-decoder.ts';
import { decodeLossyUtf8, LOST_BYTE } from '../../text/utf8-lossy.ts';
import type { Edit } from '../edits.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';
import { sevenBitRuns } from './seven-bit.ts';

/** Characters of the upper half of Windows-1252 that are not their own byte. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const WINDOWS_BYTES = new Map([...WINDOWS].map((character, index) => [character, 0x80 + index]));
const LATIN = `[\\u0080-\\u00ff${WINDOWS}]`;

/** Characters of Latin-1 in a row. A single space among them may have been the byte A0. */
const LATIN_RUN = new RegExp(`${LATIN}+(?: ${LATIN}+)*`, 'g');
/** UTF-8 lead bytes of Han (E4–E9) or of Latin letters (C2, C3), and what follows them, read as Latin-1. */
const UTF8_AS_LATIN = new RegExp(`[ä-éãïâ]${LATIN}{2}|[ÂÃ][\\u0080-\\u00bf]`);
/** GBK read as Latin-1: pairs of B0–F7 and A1–FE. */
const GBK_AS_LATIN = /(?:[\u00b0-\u00f7][\u00a1-\u00fe]){2}/;
/** UTF-8 read as GBK: 我们 → 鎴戜滑. */
const UTF8_AS_GBK = /[鎴鐨勬槸鍦ㄤ鍜岄涓浠绛鏄銆锛]/;

/** A line of at least this share of common characters is Chinese. */
const PROSE = 0.85;
/** One of at most this share is garbled. */
const GARBLED = 0.6;
/** Share of its characters that a line which is restored may have lost. */
const MOST_LOST = 0.4;

/**
 * Text that was decoded with the wrong table before it reached us → what it was, if the inverse is valid and Chinese
 * prose: HZ and UTF-7 read as ASCII, UTF-8 or GBK read as Latin-1 run by run, also inside a sound line (为了æˆ‘ä»¬ → 为了我们); UTF-8 read as
 * GBK line by line. Where bytes were lost, all but the characters they belonged to is restored; a line that
 * cannot be is reported as `mis-decoded`.
 */
export function misDecoded({ text }: RepairInput): RepairResult {
  const latin = UTF8_AS_LATIN.test(text) || GBK_AS_LATIN.test(text);
  const gbk = UTF8_AS_GBK.test(text);
  const edits: Edit[] = sevenBitRuns(text);
  if (!latin && !gbk) return edits.length === 0 ? NO_REPAIRS : { edits };
  const diagnostics: Diagnostic[] = [];
  const restore = (start: number, end: number, insert: string): void => {
    edits.push({ start, end, insert, kind: 'mis-decoded', reason: 'repair.mis-decoded' });
  };
  const unread: { start: number; end: number; line: string }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const before = edits.length;
    if (latin)
      for (const match of line.matchAll(LATIN_RUN)) {
        const was = latinRun(match[0]);
        if (was !== undefined) restore(start + match.index, start + match.index + match[0].length, was);
        else if (prose(line) < 0.4 && UTF8_AS_LATIN.test(match[0])) {
          unread.push({ start, end, line });
          break;
        }
      }
    if (gbk && edits.length === before && /[^\0-\x7f]/.test(line) && prose(line) <= GARBLED) {
      const was = gbkLine(line);
      if (was !== undefined) restore(start, end, was);
      else if (UTF8_AS_GBK.test(line) && prose(line) < 0.4) unread.push({ start, end, line });
    }
    start = end + 1;
  }
  // Where nothing could be restored there may be no mistake at all.
  if (edits.length > 0)
    for (const { start, end, line } of unread)
      diagnostics.push({
        code: 'mis-decoded',
        severity: 'error',
        values: { text: line.slice(0, 30) },
        range: { start, end },
      });
  return { edits, diagnostics, untouchable: diagnostics.map(({ range }) => range) };
}

/** A run of Latin-1 that was UTF-8 or GBK; undefined for one that is a word of another language. */
function latinRun(run: string): string | undefined {
  const bytes = (space: number) =>
    [...run].map((character) => (character === ' ' ? space : latinByte(character)));
  for (const space of run.includes(' ') ? [0x20, 0xa0] : [0x20]) {
    const utf8 = strict(bytes(space), 'utf-8');
    if (utf8 !== undefined && utf8.length < run.length && isMeant(utf8)) return utf8;
  }
  if (run.length >= 4) {
    const gbk = strict(bytes(0x20), 'gbk');
    if (gbk !== undefined && GBK_AS_LATIN.test(run) && [...gbk].every(isCommon)) return gbk;
  }
  const lossy = UTF8_AS_LATIN.test(run) ? decodeLossyUtf8(bytes(0xa0)) : '';
  return isWorthwhile(lossy) ? lossy : undefined;
}

/** A line of UTF-8 read as GBK. */
function gbkLine(line: string): string | undefined {
  const bytes = gbkBytes(line);
  if (bytes === undefined) return undefined;
  const was = bytes.includes(LOST_BYTE) ? undefined : strict(bytes, 'utf-8');
  if (was !== undefined) return prose(was) >= PROSE && prose(was) > prose(line) ? was : undefined;
  const lossy = decodeLossyUtf8(bytes);
  return isWorthwhile(lossy) && prose(lossy) > prose(line) ? lossy : undefined;
}

function strict(bytes: readonly number[], was: 'utf-8' | 'gbk'): string | undefined {
  try {
    return textDecoder(was, { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined; // bytes were lost on the way, or there is no mistake
  }
}

/** True for what Chinese text holds: common Han and their marks, and a letter or point of a foreign name. */
function isMeant(text: string): boolean {
  const wide = [...text].filter((character) => character > '\x7f');
  if (wide.length === 1) return isCommon(wide[0]!) || /[\u00a0-\u00ff€™]/.test(wide[0]!);
  return prose(text) >= PROSE || wide.every((character) => /[\u00a0-\u00ff]/.test(character));
}

/** Most characters are there, and they are prose. */
function isWorthwhile(lossy: string): boolean {
  const lost = lossy.split('\ufffd').length - 1;
  const kept = [...lossy.replaceAll('\ufffd', '')].filter((character) => character > '\x7f').length;
  return kept >= 3 && lost <= (kept + lost) * MOST_LOST && prose(lossy.replaceAll('\ufffd', '')) >= PROSE;
}

function latinByte(character: string): number {
  const code = character.charCodeAt(0);
  return WINDOWS_BYTES.get(character) ?? code;
}

/** The bytes of a text that was read as GBK; undefined for a character that GBK does not have. */
function gbkBytes(text: string): number[] | undefined {
  const gbk = gbkTable();
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes.push(code);
    else if (code === 0x20ac) bytes.push(0x80);
    else if (code === 0xfffd) bytes.push(LOST_BYTE);
    else {
      const pair = gbk.bytes(code);
      if (pair === 0) return undefined;
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return bytes;
}

/** Share of common characters and Chinese punctuation among the characters beyond ASCII. */
function prose(text: string): number {
  let wide = 0;
  let good = 0;
  for (const character of text) {
    if (character <= '\x7f') continue;
    wide++;
    if (isCommon(character)) good++;
  }
  return wide === 0 ? 0 : good / wide;
}

function isCommon(character: string): boolean {
  return isHan(character) ? commonness(character) > 0 : /[，。、：；？！（）《》“”‘’…—·　]/.test(character);
}
