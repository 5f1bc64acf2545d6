import { characterWidth } from '../../text/width.ts';
import { isStriking } from './figures.ts';
import { bodyLines, FIT, lineCount } from './fit.ts';
import type { Part } from './parts.ts';
import { type Candidate, candidates, lastResort } from './points.ts';
import { keyOf, type SlideDraft } from './slide-draft.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** How much is put on slides. */
export type Density = 'low' | 'normal' | 'high';

/** One point for so many characters of speech, by density. */
const CHARACTERS_A_POINT: Readonly<Record<Density, number>> = { low: 220, normal: 140, high: 95 };
/** A sentence below this weight stays in the notes, unless the slide would be empty. */
const WORTH: Readonly<Record<Density, number>> = { low: 1.5, normal: 1, high: 0.5 };
/** The author's own emphasis and topic sentences weigh at least this. */
const NAMED = 5;
/** The second sentence of a slide may be a little weaker: one point alone says less than two. */
const SECOND = 0.5;
/** A titled slide shows no sentence below this weight: a greeting, a question without its answer. */
const PLAIN = -1.5;
/** Text longer than this deserves two points. */
const DESERVES_TWO = 130;

/**
 * Running text as slides of points. The first slide owns the text up to the second slide's first point, and
 * so on: all parts are owned, in order.
 *
 * @param lead parts that come before (heading of the section): owned by the first slide, never a point
 */
export function contentSlides(
  lead: readonly Part[],
  parts: readonly Part[],
  title: SlideText | undefined,
  path: string,
  density: Density,
): SlideDraft[] {
  const chosen = choose(parts, density, title !== undefined);
  if (chosen.length === 0) {
    if (lead.length === 0 && parts.length === 0) return [];
    return [
      {
        layout: 'points',
        ...(title && { title }),
        content: { points: [] },
        parts: [...lead, ...parts],
        key: keyOf(path, title, 0),
      },
    ];
  }
  const groups = intoSlides(chosen, title);
  return groups.map((group, index) => {
    const from = index === 0 ? 0 : (group[0] as Candidate).at;
    const to = groups[index + 1]?.[0]?.at ?? parts.length;
    const own = parts.slice(from, to);
    const points = group.flatMap((candidate) => candidate.points);
    return {
      layout:
        points.length === 1 && isStriking(shownText(points[0] as SlideText)) ? 'figure-number' : 'points',
      ...(title && { title }),
      content: { points },
      parts: index === 0 ? [...lead, ...own] : own,
      continued: index > 0,
      key: keyOf(path, title, index),
    };
  });
}

/** The sentences to show: the weightiest, back in the order of the text. */
function choose(parts: readonly Part[], density: Density, titled: boolean): Candidate[] {
  const all = candidates(parts);
  const length = parts.reduce((sum, part) => sum + characterWidth(part.text), 0);
  const wanted = Math.max(length > DESERVES_TWO ? 2 : 1, Math.round(length / CHARACTERS_A_POINT[density]));
  const ranked = [...all].sort((a, b) => b.score - a.score || a.at - b.at);
  // Where the author named the points (emphasis, topic sentences), those are the points. One alone is joined by
  // the weightiest others, up to the number the text deserves.
  const named = ranked.filter((candidate) => candidate.score >= NAMED);
  const best =
    named.length >= 2
      ? named
      : ranked.filter(
          (candidate, rank) =>
            candidate.score >= NAMED ||
            (rank < wanted && candidate.score >= WORTH[density]) ||
            (rank < Math.min(2, wanted) && candidate.score >= SECOND),
        );
  // A titled slide is better with a plain sentence than empty; without a title there need be no slide at all.
  if (best.length === 0)
    best.push(...ranked.slice(0, 1).filter((candidate) => candidate.score >= (titled ? PLAIN : 0)));
  if (all.length === 0) best.push(...lastResort(parts));
  return unrepeated(best.sort((a, b) => a.at - b.at));
}

/** The same words twice on a slide say nothing more. */
function unrepeated(chosen: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return chosen.flatMap((candidate) => {
    const points = candidate.points.filter((point) => !seen.has(shownText(point)));
    for (const point of points) seen.add(shownText(point));
    return points.length > 0 ? [{ ...candidate, points }] : [];
  });
}

/** Candidates in groups that fit a slide, as even as can be. */
function intoSlides(chosen: readonly Candidate[], title: SlideText | undefined): Candidate[][] {
  const room = bodyLines(title ? shownText(title) : '');
  const lines = (group: readonly Candidate[]) =>
    group
      .flatMap((c) => c.points)
      .reduce((sum, point) => sum + Math.max(1, lineCount(shownText(point), FIT.body)), 0);
  const count = (group: readonly Candidate[]) => group.reduce((sum, c) => sum + c.points.length, 0);
  const fits = (group: readonly Candidate[]) => lines(group) <= room && count(group) <= FIT.points;
  const single = chosen.flatMap((candidate) =>
    fits([candidate]) ? [candidate] : candidate.points.map((point) => ({ ...candidate, points: [point] })),
  );
  // Fewer cannot hold it.
  let slides = Math.max(1, Math.ceil(lines(single) / room), Math.ceil(count(single) / FIT.points));
  for (;;) {
    const groups = even(single, slides, lines);
    if (slides >= single.length || groups.every(fits)) return groups;
    slides++;
  }
}

/** Cuts a list into `slides` groups of about the same number of lines. */
function even(
  list: readonly Candidate[],
  slides: number,
  lines: (group: readonly Candidate[]) => number,
): Candidate[][] {
  const total = lines(list);
  const groups: Candidate[][] = [[]];
  let filled = 0;
  for (const candidate of list) {
    const own = lines([candidate]);
    const last = groups.at(-1) as Candidate[];
    // The border goes where the middle of this candidate passes the share of the groups so far.
    if (last.length > 0 && groups.length < slides && filled + own / 2 > (total * groups.length) / slides)
      groups.push([]);
    (groups.at(-1) as Candidate[]).push(candidate);
    filled += own;
  }
  return groups;
}
