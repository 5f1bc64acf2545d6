import { decodeBig5 } from '../text/big5.ts';
import { isHan } from '../text/characters.ts';
import { commonness } from '../text/common-characters.ts';
import { textDecoder } from '../text/text-decoder.ts';
import { ENCODINGS, type Encoding } from './encodings.ts';
import { ImportError, type ImportErrorCode } from './import-error.ts';

export { ENCODINGS, type Encoding } from './encodings.ts';

export interface DecodedText {
  /** Line ends are `\n`, the byte order mark is gone. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly hadBom: boolean;
  /** What the file used; `none` for a single line. */
  readonly lineEnding: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
  /** False if another encoding fits nearly as well, or some bytes fit none: offer the others. */
  readonly confident: boolean;
}

/** A speech of 300,000 characters has under 1 MB; beyond this it is some other kind of file. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/** First bytes of files that are no text, and what they are. */
const MAGIC: readonly (readonly [ImportErrorCode, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['old-doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
];

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Characters looked at to tell encodings apart. */
const SAMPLE = 20_000;
/** Lead in mean score over the runner-up that makes the choice certain. */
const CLEAR = 0.3;
/** Share of undecodable characters up to which a file counts as damaged, not as binary. */
const DAMAGED = 0.02;

/**
 * Bytes of a text file → text. The encoding is the byte order mark's, else UTF-8 if the bytes are valid
 * UTF-8, else the one that gives the most Chinese prose.
 *
 * @param forced the user's choice; undecodable bytes then become U+FFFD
 * @throws ImportError `empty`, `too-large` {size, limit}, a kind of file that is no text, `binary`,
 *   `unknown-encoding`
 */
export function decodeBytes(bytes: Uint8Array, forced?: Encoding): DecodedText {
  if (bytes.length === 0) throw new ImportError('empty');
  if (bytes.length > MAX_TEXT_BYTES)
    throw new ImportError('too-large', { size: bytes.length, limit: MAX_TEXT_BYTES });
  for (const [code, magic] of MAGIC) if (startsWith(bytes, magic)) throw new ImportError(code);

  const mark = MARKS.find(([, first]) => startsWith(bytes, first));
  const body = mark === undefined ? bytes : bytes.subarray(mark[1].length);
  if (forced !== undefined) {
    const own = mark?.[0] === forced;
    return finish(decode(own ? body : bytes, forced, false)!, forced, own, true);
  }
  if (mark !== undefined) {
    const exact = decode(body, mark[0], true);
    return finish(exact ?? decode(body, mark[0], false)!, mark[0], true, exact !== undefined);
  }
  const padded = withoutPadding(bytes);
  const utf8 = decode(padded, 'utf-8', true);
  if (utf8 !== undefined && isText(utf8)) return finish(utf8, 'utf-8', false, true);
  const damaged = utf8 === undefined && isDamagedUtf8(padded) ? decode(padded, 'utf-8', false) : undefined;
  if (damaged !== undefined && isText(damaged)) return finish(damaged, 'utf-8', false, false);
  return guess(bytes);
}

/** Zeros at the end pad a block; 1A ends a text of DOS. Text of two bytes a character ends in them too. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x1a)) end--;
  return bytes.subarray(0, end);
}

/** A text may hold a stray zero, which is taken out as invisible; binary files and UTF-16 hold many. */
function isText(text: string): boolean {
  const zeros = text.split('\0', STRAY_ZEROS + 2).length - 1;
  return zeros === 0 || (zeros <= STRAY_ZEROS && zeros * 100 < text.length);
}
const STRAY_ZEROS = 20;

/** Whole sequences of UTF-8 beyond ASCII that prove the encoding, and how many may be broken beside them. */
const ENOUGH_SEQUENCES = 8;
const BROKEN_SHARE = 0.05;
const FEW_BROKEN = 3;

/** True for UTF-8 of which some bytes are lost or wrong: no other encoding has such sequences by chance. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const more = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
    let read = 1;
    while (read <= more && (bytes[at + read]! & 0xc0) === 0x80) read++;
    if (more > 0 && lead < 0xf5 && read > more) whole++;
    else if (lead >= 0x80 && (bytes[at - 1] ?? 0) < 0x80) broken++;
    else if (lead >= 0xc0) broken++;
    at += read;
  }
  return whole >= ENOUGH_SEQUENCES && broken <= Math.max(FEW_BROKEN, whole * BROKEN_SHARE);
}

function guess(bytes: Uint8Array): DecodedText {
  const readings: { encoding: Encoding; text: string; score: number }[] = [];
  for (const encoding of ENCODINGS) {
    if (encoding === 'utf-8' || (encoding.startsWith('utf-16') && bytes.length % 2 !== 0)) continue;
    const text = decode(encoding.startsWith('utf-16') ? bytes : withoutPadding(bytes), encoding, true);
    if (text !== undefined) readings.push({ encoding, text, score: proseScore(text) });
  }
  readings.sort((a, b) => b.score - a.score);
  const [best, second] = readings;
  if (best !== undefined && best.score > 0)
    return finish(best.text, best.encoding, false, second === undefined || best.score - second.score > CLEAR);
  // Nothing fits whole: perhaps a text with some broken bytes.
  const padded = withoutPadding(bytes);
  const damaged = (['utf-8', 'gb18030', 'big5'] as const)
    .map((encoding) => {
      const text = decode(padded, encoding, false)!;
      return { encoding, text, broken: text.split('\ufffd').length - 1, score: proseScore(text) };
    })
    .filter(
      ({ text, broken, score }) => broken > 0 && broken <= Math.max(2, text.length * DAMAGED) && score > 0.3,
    )
    .sort((a, b) => b.score - a.score);
  const [likely] = damaged;
  if (likely !== undefined) return finish(likely.text, likely.encoding, false, false);
  throw new ImportError(hasControls(bytes) ? 'binary' : 'unknown-encoding');
}

/** Mean over the non-ASCII characters of a sample: 1 = common Chinese, below 0 = nonsense. */
function proseScore(text: string): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length && i < SAMPLE; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) continue;
    if (code === 0x09 || code === 0x0a || code === 0x0d) continue;
    count++;
    if (code < 0x20) sum -= 3;
    else if (isHan(text[i]!)) sum += [-1, 1, 1.1, 1.2][commonness(text[i]!)]!;
    else if ((code >= 0x3000 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff5e)) sum += 1;
    else if (code >= 0x2010 && code <= 0x2026) sum += 1;
    else if (code >= 0xe000 && code <= 0xf8ff) sum -= 3;
    else sum -= 1;
  }
  return count === 0 ? 0 : sum / count;
}

function hasControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20));
}

/** Bytes in a known encoding as text, with their byte order mark and line ends; what is no text gives U+FFFD. */
export function rawText(bytes: Uint8Array, encoding: Encoding): string {
  return decode(bytes, encoding, false)!;
}

function decode(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string | undefined {
  if (encoding === 'big5') return decodeBig5(bytes, fatal);
  try {
    return textDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not valid in this encoding
  }
}

function finish(text: string, encoding: Encoding, hadBom: boolean, confident: boolean): DecodedText {
  const crlf = text.includes('\r\n');
  const cr = /\r(?!\n)/.test(text);
  const lf = /(?<!\r)\n/.test(text);
  const kinds = (['crlf', 'cr', 'lf'] as const).filter((kind) => ({ crlf, cr, lf })[kind]);
  const lineEnding = kinds.length > 1 ? 'mixed' : (kinds[0] ?? 'none');
  return { text: crlf || cr ? text.replace(/\r\n?/g, '\n') : text, encoding, hadBom, lineEnding, confident };
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return bytes.length >= first.length && first.every((byte, index) => bytes[index] === byte);
}
