/** What the preview shows. */
export type Shown = 'slides' | 'handout' | 'both';

/** From this width of the window on, slides and handout have room beside each other, px. */
export const WIDE = 1700;

/**
 * What is shown, of what was chosen: where there is no room for both, the slides.
 *
 * @param chosen as remembered; anything else is no choice
 */
export function shownOf(chosen: string | undefined, wide: boolean): Shown {
  if (chosen === 'handout' || chosen === 'slides') return chosen;
  return wide ? 'both' : 'slides';
}
