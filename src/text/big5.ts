import { HKSCS } from './data/hkscs.ts';
import { textDecoder } from './text-decoder.ts';

/** Pairs that stand for a letter with a combining mark, in the index of the Encoding Standard. */
const TWO_CODES: Readonly<Record<number, string>> = {
  34914: '\u00ca\u0304',
  34916: '\u00ca\u030c',
  34979: '\u00ea\u0304',
  34981: '\u00ea\u030c',
};

/** Trail bytes of a row in order: 40–7E, A1–FE. */
const TRAILS = Array.from({ length: 157 }, (_, index) => (index < 63 ? 0x40 + index : 0x62 + index));

let table: readonly (string | undefined)[] | undefined;

/**
 * Big5 with the Hong Kong supplement (HKSCS), by pair of bytes. What every Big5 has comes from the platform's decoder;
 * the supplement from a table of our own, because Node's decoder makes private characters of it (喺 → U+E5A2).
 */
function big5Table(): readonly (string | undefined)[] {
  if (table !== undefined) return table;
  const found: (string | undefined)[] = [];
  const bytes: number[] = [];
  // Line feeds keep the pairs apart: an invalid pair may give its second byte back.
  for (let lead = 0x81; lead <= 0xfe; lead++) for (const trail of TRAILS) bytes.push(lead, trail, 0x0a);
  const decoded = textDecoder('big5').decode(Uint8Array.from(bytes)).split('\n');
  let index = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const supplement = [...(HKSCS[lead] ?? '')];
    for (const [column, trail] of TRAILS.entries()) {
      const pair = (lead << 8) | trail;
      const own = supplement[column] ?? ' ';
      const known = decoded[index++]!;
      if (own !== ' ') found[pair] = own;
      else if (TWO_CODES[pair] !== undefined) found[pair] = TWO_CODES[pair];
      else if (known.length <= 2 && !/[\ufffd\ue000-\uf8ff]/.test(known)) found[pair] = known;
    }
  }
  table = found;
  return found;
}

/**
 * Bytes of Big5, of Taiwan or Hong Kong, as text (Encoding Standard, 12.1.1).
 *
 * @param fatal whether bytes that are no Big5 make the whole undefined; otherwise each gives U+FFFD
 */
export function decodeBig5(bytes: Uint8Array, fatal: boolean): string | undefined {
  const big5 = big5Table();
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    if (from < at) pieces.push(asciiText(bytes, from, at));
    const trail = bytes[at + 1];
    const read = trail === undefined ? undefined : big5[(lead << 8) | trail];
    if (read === undefined && fatal) return undefined;
    pieces.push(read ?? '\ufffd');
    // An ASCII byte behind a lead byte that it does not fit is a character of its own.
    at += read !== undefined || (trail !== undefined && trail >= 0x80) ? 2 : 1;
    from = at;
  }
  if (from < bytes.length) pieces.push(asciiText(bytes, from, bytes.length));
  return pieces.join('');
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096)));
  return text;
}
