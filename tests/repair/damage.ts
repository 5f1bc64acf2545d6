/**
 * Does to a text what a careless converter did to the real page: a search-and-replace over the *bytes* of a
 * GBK text puts `(pinyin)` behind listed characters, also where the two bytes of a listed character stand in
 * two neighbours, and the result is decoded by one of the decoders that pages went through.
 * Written without any of src/read, so that both cannot share a mistake.
 */

/** What a decoder does with a lead byte that has no valid trail. */
export type DecoderStyle =
  /** `?`, and the byte behind is gone: the real page. */
  | 'eats'
  /** `?`, the byte behind stays. */
  | 'keeps'
  /** U+FFFD, the byte behind stays: the Encoding Standard. */
  | 'marks';

export interface Damaged {
  readonly text: string;
  /** Notes that fell between the two bytes of a character, each beginning a shifted run. */
  readonly runs: number;
  /** Runs out of which the decoder lost a byte that was not part of the note. */
  readonly lossy: number;
}

const pairs = new Map<string, number>();
const characters = new Map<number, string>();
{
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (trail === 0x7f || text.length !== 1 || text === '\ufffd') continue;
      characters.set((lead << 8) | trail, text);
      if (!pairs.has(text)) pairs.set(text, (lead << 8) | trail);
    }
  const zone = (leads: [number, number], trails: [number, number], from: number): void => {
    let code = from;
    for (let lead = leads[0]; lead <= leads[1]; lead++)
      for (let trail = trails[0]; trail <= trails[1]; trail++)
        if (trail !== 0x7f) characters.set((lead << 8) | trail, String.fromCharCode(code++));
  };
  zone([0xaa, 0xaf], [0xa1, 0xfe], 0xe000);
  zone([0xf8, 0xfe], [0xa1, 0xfe], 0xe234);
  zone([0xa1, 0xa7], [0x40, 0xa0], 0xe4c6);
}

/** True if every character of `text` is in GBK. */
export function inGbk(text: string): boolean {
  return [...text].every((character) => character < '\x80' || pairs.has(character));
}

function encode(text: string): number[] {
  return [...text].flatMap((character) => {
    if (character < '\x80') return [character.charCodeAt(0)];
    const pair = pairs.get(character)!;
    return [pair >> 8, pair & 0xff];
  });
}

/**
 * @param notes what the converter lists: character → reading
 * @param fold whether the page went through NFKC afterwards
 */
export function damage(
  text: string,
  notes: ReadonlyMap<string, string>,
  style: DecoderStyle,
  fold: boolean,
): Damaged {
  const listed = new Map([...notes].map(([character, note]) => [pairs.get(character)!, encode(`(${note})`)]));
  const source = encode(text);
  const bytes: number[] = [];
  /** Offsets into `bytes` of what was inserted. */
  const inserted = new Set<number>();
  const second = new Set<number>(); // offsets of second bytes
  for (let i = 0; i < source.length; i++) if (source[i]! > 0x80) second.add(++i);
  let runs = 0;
  for (let i = 0; i < source.length; ) {
    const note = listed.get((source[i]! << 8) | (source[i + 1] ?? 0));
    bytes.push(source[i]!);
    if (note === undefined) {
      i++;
      continue;
    }
    bytes.push(source[i + 1]!);
    if (second.has(i)) runs++;
    for (const byte of note) {
      inserted.add(bytes.length);
      bytes.push(byte);
    }
    i += 2;
  }
  let decoded = '';
  let lossy = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      decoded += String.fromCharCode(byte);
      continue;
    }
    if (byte === 0x80) {
      decoded += '€';
      continue;
    }
    const next = bytes[i + 1];
    const character = next === undefined ? undefined : characters.get((byte << 8) | next);
    if (character !== undefined) {
      decoded += character;
      i++;
      continue;
    }
    decoded += style === 'marks' ? '\ufffd' : '?';
    // Without a note behind it, nothing says what the lost byte was; and the byte behind may go too.
    if (next === undefined || !inserted.has(i + 1)) lossy++;
    if (next !== undefined && next !== 0x0a && (style === 'eats' || next >= 0x80)) i++;
  }
  return { text: fold ? decoded.normalize('NFKC') : decoded, runs, lossy };
}
