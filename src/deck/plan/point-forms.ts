import { isStriking } from './figures.ts';
import type { SlideForm } from './slide-draft.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** A lone sentence is a statement, or stands for its figures. */
export function pointForms(points: readonly SlideText[]): SlideForm[] {
  const [only] = points;
  if (points.length !== 1 || only === undefined) return [{ layout: 'points', content: { points } }];
  const statement: SlideForm = { layout: 'statement', content: { points } };
  return isStriking(shownText(only))
    ? [{ layout: 'figure-number', content: { points } }, statement]
    : [statement];
}
