/** What the preview shows. */
export type Shown = 'slides' | 'handout' | 'both';

/** From this width of the window on, slides and handout have room beside each other, px. */
export const WIDE = 1700;
/** From this size of the window on, one has room above the other, px. */
export const ROOMY = '(min-width: 1100px) and (min-height: 640px)';

/**
 * What is shown, of what was chosen: where there is no room for both, the slides.
 *
 * @param chosen as remembered; anything else is no choice: who comes first sees what comes of a speech, both of it
 */
export function shownOf(chosen: string | undefined, roomy: boolean): Shown {
  if (chosen === 'handout' || chosen === 'slides') return chosen;
  return roomy ? 'both' : 'slides';
}
