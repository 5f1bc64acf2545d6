import type { Zoom } from '../../handout/paginate/frame.ts';

/** Sizes offered, 1 = as on paper; nearly the steps of Word and of browsers. */
export const SCALES = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The next size offered, larger (1) or smaller (-1) than this one; the last one stays. */
export function nextScale(scale: number, direction: 1 | -1): number {
  // A little more than the size now, by rounding, is the size now.
  const slack = 0.005;
  return direction > 0
    ? (SCALES.find((step) => step > scale + slack) ?? SCALES[SCALES.length - 1]!)
    : (SCALES.findLast((step) => step < scale - slack) ?? SCALES[0]);
}

/** A remembered choice; pages fill the pane where there is none. */
export function zoomOf(kept: string | undefined): Zoom {
  if (kept === 'page') return kept;
  const scale = Number(kept);
  return scale >= SCALES[0] && scale <= SCALES[SCALES.length - 1]! ? scale : 'width';
}
