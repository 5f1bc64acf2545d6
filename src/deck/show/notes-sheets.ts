import type { NotePart } from '../plan/types.ts';

/** Spoken text on one sheet, by lines of the author. */
export interface NotesSheet {
  readonly lines: readonly string[];
  /** The first line began on the sheet before. */
  readonly continued: boolean;
}

/**
 * The spoken text of a slide on as many sheets as it takes: a sentence stays whole where a sheet has room for it. Every
 * character is on one sheet.
 *
 * @param fits whether a sheet holds these lines; the first sheet has less room, for the slide stands on it
 * @returns at least one sheet; the first is empty where nothing is spoken
 */
export function notesSheets(
  notes: readonly NotePart[],
  fits: (lines: readonly string[], first: boolean) => boolean,
): NotesSheet[] {
  const sheets: { lines: string[]; continued: boolean }[] = [{ lines: [], continued: false }];
  const sheet = () => sheets.at(-1)!;
  const added = (text: string, startsLine: boolean) => {
    const { lines } = sheet();
    return startsLine || lines.length === 0
      ? [...lines, text]
      : [...lines.slice(0, -1), lines.at(-1)! + text];
  };
  const room = (text: string, startsLine: boolean) => fits(added(text, startsLine), sheets.length === 1);
  for (const { text, startsLine } of notes) {
    if (text.trim() === '') continue;
    let starts = startsLine || sheets.every(({ lines }) => lines.length === 0);
    let rest = text;
    while (rest !== '') {
      let length = rest.length;
      if (!room(rest, starts)) {
        if (sheet().lines.length > 0) {
          sheets.push({ lines: [], continued: !starts });
          continue;
        }
        // No sheet holds the sentence: as much as this one holds, at least one character.
        length = longest(rest, (part) => room(part, starts));
      }
      sheet().lines = added(rest.slice(0, length), starts);
      rest = rest.slice(length);
      if (rest === '') break;
      starts = false;
      sheets.push({ lines: [], continued: true });
    }
  }
  return sheets;
}

/** Length of the longest beginning that holds, in UTF-16 units; no character is parted. */
function longest(text: string, holds: (part: string) => boolean): number {
  const ends = [...new Intl.Segmenter('zh').segment(text)].map(
    ({ index, segment }) => index + segment.length,
  );
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(text.slice(0, ends[middle]))) low = middle;
    else high = middle - 1;
  }
  return ends[low]!;
}
