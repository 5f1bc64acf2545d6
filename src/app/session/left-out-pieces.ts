import { type Insertion, insertionOf, type LeftOut } from '../../import/left-out.ts';
import type { TextFormat } from '../../text/source.ts';
import { preference, setPreference } from '../preferences/preferences.ts';

/** A piece that importing a file left out, with the words around its place: the text is edited after that. */
export interface LeftOutPiece extends LeftOut {
  readonly before: string;
  readonly after: string;
}

/** Words on either side of a place that distinguish it from others. */
const CONTEXT = 24;
/** Kept for one speech, UTF-16 units; lists of links beyond that are forgotten first. */
const MOST_KEPT = 100_000;

/** @param text the text as it was imported, of which the entries give offsets */
export function leftOutPieces(text: string, leftOut: readonly LeftOut[]): LeftOutPiece[] {
  const pieces = leftOut.map((entry) => ({
    ...entry,
    before: text.slice(Math.max(0, entry.offset - CONTEXT), entry.offset),
    after: text.slice(entry.offset, entry.offset + CONTEXT),
  }));
  let room = MOST_KEPT;
  const kept = new Set(
    [
      ...pieces.filter(({ kind }) => kind !== 'navigation'),
      ...pieces.filter(({ kind }) => kind === 'navigation'),
    ].filter((piece) => {
      room -= piece.text.length;
      return room >= 0;
    }),
  );
  return pieces.filter((piece) => kept.has(piece));
}

export function keptLeftOut(name: string): readonly LeftOutPiece[] {
  try {
    return JSON.parse(preference(`left-out/${name}`) ?? '[]') as LeftOutPiece[];
  } catch {
    return [];
  }
}

export function keepLeftOut(name: string, pieces: readonly LeftOutPiece[]): void {
  if (pieces.length > 0 || preference(`left-out/${name}`) !== undefined)
    setPreference(`left-out/${name}`, JSON.stringify(pieces));
}

/** A speech was renamed: what was left out of its file goes with it. */
export function moveLeftOut(name: string, to: string): void {
  keepLeftOut(to, keptLeftOut(name));
  keepLeftOut(name, []);
}

/** The change that takes a piece back into the text as it is now, at the place nearest to where it stood. */
export function insertionNow(piece: LeftOutPiece, text: string, format: TextFormat): Insertion {
  return insertionOf({ ...piece, offset: placeNow(piece, text) }, text, format);
}

/** The place whose surroundings agree most with those of the piece; of several the nearest to where it was. */
function placeNow({ before, after, offset }: LeftOutPiece, text: string): number {
  if (before === '') return 0;
  let best = { place: Math.min(offset, text.length), agreement: 0 };
  for (let length = 2; length > 0 && best.agreement === 0; length--) {
    const end = before.slice(-length);
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
      const place = at + end.length;
      const agreement =
        agreeing(before.length, (n) => before.at(-n) === text[place - n]) +
        agreeing(after.length, (n) => after[n - 1] === text[place + n - 1]);
      const nearer = Math.abs(place - offset) < Math.abs(best.place - offset);
      if (agreement > best.agreement || (agreement === best.agreement && nearer)) best = { place, agreement };
    }
  }
  return best.place;
}

function agreeing(most: number, agrees: (n: number) => boolean): number {
  let count = 0;
  while (count < most && agrees(count + 1)) count++;
  return count;
}

/** How far behind its place a piece is looked for: others may have been taken back at the same place. */
const WITHIN = 20_000;

/** True if the piece stands in the text where it was left out. */
export function isTakenBack(piece: LeftOutPiece, text: string, format: TextFormat): boolean {
  const { offset, insert } = insertionNow(piece, text, format);
  if (!piece.block) return text.startsWith(insert, offset);
  const own = `\n${insert.trim()}\n`;
  return `\n${text.slice(offset, offset + own.length + WITHIN)}\n`.includes(own);
}
