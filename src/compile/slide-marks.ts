import type { Deck } from '../deck/plan/types.ts';
import type { StructureMark } from './structure-marks.ts';

/** Sentences that stand on a slide as points or quotations; headings are marked by their type already. */
export function shownMarks(deck: Deck): StructureMark[] {
  return deck.slides.flatMap((slide) => {
    if (slide.layout !== 'points' && slide.layout !== 'figure-number' && slide.layout !== 'quote') return [];
    const texts = [
      ...(slide.content.points ?? []),
      ...(slide.content.quote ? [slide.content.quote.text] : []),
    ];
    return texts
      .filter(({ marker, range }) => marker === undefined && range.end > range.start)
      .map(({ range }): StructureMark => ({ kind: 'on-slide', level: 0, range }));
  });
}
