import type { Deck } from './types.ts';

/** Where each slide that is spoken over comes on: the offset of its first note, and its number from 1. */
export function slideStarts(deck: Deck): { offset: number; number: number }[] {
  return deck.slides.flatMap((slide, index) => {
    const [first] = slide.notes;
    return first ? [{ offset: first.range.start, number: index + 1 }] : [];
  });
}
