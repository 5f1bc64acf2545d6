import { bodyTexts } from '../deck/plan/shown-texts.ts';
import type { Deck, Slide, SlideLayout } from '../deck/plan/types.ts';
import type { StructureMark } from './structure-marks.ts';

/** Sentences that stand on a slide as points or quotations; headings are marked by their type already. */
export function shownMarks(deck: Deck): StructureMark[] {
  return deck.slides.filter(showsSentences).flatMap((slide) =>
    bodyTexts(slide)
      .filter(({ marker, range }) => marker === undefined && range.end > range.start)
      .map(({ range }): StructureMark => ({ kind: 'on-slide', level: 0, range })),
  );
}

/** Layouts whose texts are no sentences of the running text: headings, cells of a table, title lines. */
const OTHERS: readonly SlideLayout[] = ['cover', 'agenda', 'section', 'table', 'image', 'text', 'closing'];

function showsSentences({ layout }: Slide): boolean {
  return !OTHERS.includes(layout);
}
