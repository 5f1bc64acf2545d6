import { bodyTexts } from '../../deck/plan/shown-texts.ts';
import type { Deck, Slide, SlideText } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';

const known = new WeakMap<Deck, readonly SourceRange[]>();

/** Where the running text on the slides comes from: points, quotations, paragraphs; not titles, which are headings. */
export function shownRanges(deck: Deck): readonly SourceRange[] {
  let ranges = known.get(deck);
  if (!ranges) {
    ranges = deck.slides
      .filter(({ layout }) => layout !== 'agenda')
      .flatMap(sentencesOf)
      .map(({ range }) => range);
    known.set(deck, ranges);
  }
  return ranges;
}

/** A headline is a sentence of the running text too. */
function sentencesOf(slide: Slide): readonly SlideText[] {
  if (slide.layout === 'table' || slide.layout === 'section') return [];
  const headline = slide.running && slide.title ? [slide.title] : [];
  return [...headline, ...bodyTexts(slide)];
}

/** Whether two places share a character. */
export function touches(range: SourceRange, other: SourceRange | undefined): boolean {
  return other !== undefined && range.start < other.end && other.start < range.end;
}
