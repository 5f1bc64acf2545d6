import { bodyLines, FIT, lineCount } from './fit.ts';
import { pointForms } from './point-forms.ts';
import type { SlideDraft, SlideForm } from './slide-draft.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

const POINT_LAYOUTS = ['points', 'statement', 'figure-number'];

/** One slide of points of two neighbours under one heading; undefined where it does not hold them. */
export function joined(first: SlideDraft, second: SlideDraft): SlideDraft | undefined {
  if (![first, second].every(({ layout }) => POINT_LAYOUTS.includes(layout))) return undefined;
  const points = [first, second].flatMap(({ content }) => content.points ?? []);
  const oneHeading = sameText(first.title, second.title) || (!first.title && !second.title);
  if (!oneHeading || points.length > FIT.points) return undefined;
  const lines = points.reduce((sum, point) => sum + Math.max(1, lineCount(shownText(point), FIT.body)), 0);
  const title = first.title ? shownText(first.title) : '';
  if (lines > bodyLines(title, first.running !== undefined)) return undefined;
  const [form, ...others] = pointForms(points).map(
    (one): SlideForm => ({
      ...one,
      ...(first.title && { title: first.title }),
      ...(first.running && { running: first.running }),
    }),
  );
  return {
    ...first,
    ...(form as SlideForm),
    others,
    parts: [...first.parts, ...second.parts],
    ...(second.trail !== undefined && { trail: second.trail }),
  };
}

/** One piece of the author's text, shown twice. */
export function sameText(a: SlideText | undefined, b: SlideText | undefined): boolean {
  return (
    a !== undefined && b !== undefined && a.range.start === b.range.start && shownText(a) === shownText(b)
  );
}
