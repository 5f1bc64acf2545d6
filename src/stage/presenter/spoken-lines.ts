import type { NotePart, Slide } from '../../deck/plan/types.ts';

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

/**
 * The first words that are said on these slides: a salutation, a heading or a sentence. What is printed only and what the
 * speaker does is passed over.
 *
 * @returns undefined where nothing is said any more
 */
export function firstSaid(slides: readonly Pick<Slide, 'notes'>[]): string | undefined {
  for (const { notes } of slides) {
    const said = notes.find(({ kind }) => kind === 'sentence' || kind === 'salutation' || kind === 'heading');
    if (said) return said.text.trim();
  }
  return undefined;
}
