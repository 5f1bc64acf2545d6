import { textDecoder } from './text-decoder.ts';

/**
 * GBK as a table both ways: two bytes (lead 81–FE, trail 40–7E or 80–FE) ↔ one UTF-16 unit.
 * Its user-defined zones are the private-use characters U+E000–E765, as Windows and the Encoding Standard
 * map them. Built on first use, about 24,000 pairs in a few milliseconds.
 */
export interface GbkTable {
  /** Code of a pair, 0 where GBK has none. */
  code(lead: number, trail: number): number;
  /** `lead << 8 | trail` of a UTF-16 unit, 0 where GBK has none. */
  bytes(code: number): number;
}

let table: GbkTable | undefined;

export function gbkTable(): GbkTable {
  table ??= buildTable();
  return table;
}

/** True for a byte that can end a pair. */
export const isTrail = (byte: number): boolean => byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;

/** The three user-defined zones: rows of leads, first trail, trails in a row, first code. */
const USER_ZONES = [
  { leads: [0xaa, 0xaf], trails: [0xa1, 0xfe], from: 0xe000 },
  { leads: [0xf8, 0xfe], trails: [0xa1, 0xfe], from: 0xe234 },
  { leads: [0xa1, 0xa7], trails: [0x40, 0xa0], from: 0xe4c6 },
] as const;

function buildTable(): GbkTable {
  const codeOf = new Uint16Array(0x10000);
  const bytesOf = new Uint16Array(0x10000);
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push((lead << 8) | trail);

  // Line feeds keep the pairs apart: an invalid pair gives U+FFFD and may give its second byte back.
  const bytes = new Uint8Array(pairs.length * 3);
  pairs.forEach((pair, index) => {
    bytes[index * 3] = pair >> 8;
    bytes[index * 3 + 1] = pair & 0xff;
    bytes[index * 3 + 2] = 0x0a;
  });
  const decoded = textDecoder('gbk').decode(bytes).split('\n');
  pairs.forEach((pair, index) => {
    const text = decoded[index]!;
    if (text.length !== 1 || text === '\ufffd') return;
    codeOf[pair] = text.charCodeAt(0);
    if (bytesOf[codeOf[pair]!] === 0) bytesOf[codeOf[pair]!] = pair;
  });
  for (const { leads, trails, from } of USER_ZONES) {
    let code: number = from;
    for (let lead: number = leads[0]; lead <= leads[1]; lead++)
      for (let trail: number = trails[0]; trail <= trails[1]; trail++) {
        if (trail === 0x7f) continue;
        const pair = (lead << 8) | trail;
        codeOf[pair] = code;
        bytesOf[code] = pair;
        code++;
      }
  }
  return {
    code: (lead, trail) => codeOf[(lead << 8) | trail]!,
    bytes: (code) => bytesOf[code] ?? 0,
  };
}

let folded: Map<string, number[]> | undefined;

/**
 * What NFKC made of GBK's symbols → the pairs of bytes it may have been: `,` → A3AC, `(13)` → A2D1,
 * `i` → A3E9 or A2A1. Pages that were folded lost these symbols, in garbled runs too. Keys have one to
 * {@link LONGEST_FOLDED} characters.
 */
export function foldedPairs(): ReadonlyMap<string, readonly number[]> {
  if (folded === undefined) {
    folded = new Map();
    const gbk = gbkTable();
    for (const lead of [0xa3, 0xa1, 0xa2, 0xa4, 0xa5, 0xa6, 0xa7, 0xa8, 0xa9])
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const code = gbk.code(lead, trail);
        if (code === 0) continue;
        const text = String.fromCharCode(code);
        const plain = text.normalize('NFKC');
        if (plain !== text) folded.set(plain, [...(folded.get(plain) ?? []), (lead << 8) | trail]);
      }
  }
  return folded;
}

export const LONGEST_FOLDED = 4;
