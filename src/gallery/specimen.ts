import type { Deck, Slide, SlideLayout } from '../deck/plan/types.ts';
import { DEFAULT_RATIO } from '../speech/settings.ts';

/** All layouts, in the order of a deck. */
export const LAYOUTS: readonly SlideLayout[] = [
  'cover',
  'agenda',
  'section',
  'points',
  'statement',
  'cards',
  'quote',
  'figure-number',
  'figures',
  'change',
  'wall',
  'parallel',
  'terms',
  'contrast',
  'pair',
  'condition',
  'question',
  'ladder',
  'timeline',
  'steps',
  'table',
  'image',
  'text',
  'closing',
];

/** Layouts that can show the words of points. */
const BORROWS: readonly SlideLayout[] = ['points', 'cards', 'statement', 'figure-number', 'text'];

/** Slides of a specimen that differ enough to be shown side by side, by layout, form and number of points. */
const kindOf = (slide: Slide): string =>
  `${slide.layout} ${slide.content.points?.length ?? 0} ${slide.title !== undefined} ${slide.content.quote !== undefined} ${slide.content.diagram?.form ?? ''}`;

/**
 * A deck that shows every layout with words of real speeches: one slide of each kind, in the order of a deck.
 * A layout of points that no speech asked for borrows their words; a diagram needs words of its own form.
 *
 * @param decks planned from speeches; slides of earlier ones are taken first
 */
export function specimenDeck(decks: readonly Deck[]): Deck {
  const slides = decks.flatMap((deck) => deck.slides);
  const borrowed = slides.find((slide) => slide.layout === 'points' && slide.title !== undefined);
  const seen = new Set<string>();
  const chosen = LAYOUTS.flatMap((layout) => {
    const own = slides.filter((slide) => {
      if (slide.layout !== layout || seen.has(kindOf(slide))) return false;
      seen.add(kindOf(slide));
      return true;
    });
    if (own.length > 0 || !borrowed || !BORROWS.includes(layout)) return own;
    const { points = [] } = borrowed.content;
    return [{ ...borrowed, layout, content: layout === 'text' ? { lines: points } : { points } }];
  });
  return {
    title: decks[0]?.title ?? '',
    lang: decks[0]?.lang ?? 'zh-Hans',
    theme: decks[0]?.theme ?? '',
    ratio: decks[0]?.ratio ?? DEFAULT_RATIO,
    unmet: [],
    slides: chosen.map((slide, index) => ({ ...slide, id: `${slide.layout}-${index + 1}`, notes: [] })),
  };
}
