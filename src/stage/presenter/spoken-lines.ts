import type { NotePart } from '../../deck/plan/types.ts';

/** The spoken text of a slide as lines of its pieces, each line as the author began it. No text is lost or added. */
export function spokenLines(notes: readonly NotePart[]): readonly (readonly NotePart[])[] {
  const lines: NotePart[][] = [];
  for (const part of notes) {
    const last = lines.at(-1);
    if (part.startsLine || !last) lines.push([part]);
    else last.push(part);
  }
  return lines;
}
