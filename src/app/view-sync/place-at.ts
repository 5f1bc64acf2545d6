import type { Deck, NotePart, Slide } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';

/** Where one is in the speech. */
export interface SpokenPlace {
  /** The slide that speaks it. */
  readonly slide: Slide;
  /** Of the sentence; undefined before the first. */
  readonly range: SourceRange | undefined;
}

/** The sentence at an offset of the source, the nearest before it between two, and its slide. */
export function placeAt(deck: Deck, offset: number): SpokenPlace | undefined {
  let nearest: { readonly slide: Slide; readonly part: NotePart } | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const slide of deck.slides) {
    for (const part of slide.notes) {
      const { start, end } = part.range;
      if (start <= offset && offset < end) return { slide, range: part.range };
      if (end <= offset && offset - end < distance) {
        nearest = { slide, part };
        distance = offset - end;
      }
    }
  }
  if (nearest) return { slide: nearest.slide, range: nearest.part.range };
  const [first] = deck.slides;
  return first && { slide: first, range: undefined };
}
