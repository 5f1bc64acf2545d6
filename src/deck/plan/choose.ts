import type { Density, PlanContext } from './context.ts';
import { diagramItems } from './diagrams/find-diagrams.ts';
import { headlineParagraphs } from './headlines.ts';
import type { Item } from './items.ts';
import { type Paragraph, paragraphsOf } from './paragraph.ts';
import type { Part } from './parts.ts';
import { askedPoints, candidatesOf } from './points.ts';
import { quotationItems } from './quote-slides.ts';
import { rangeBest } from './range-best.ts';
import { seriesItems } from './series.ts';
import { Taken } from './taken.ts';
import { shownText } from './trim-point.ts';

/**
 * How many new things running text shows (docs/slides.md, point budget). Times in seconds.
 */
interface Budget {
  /** One point for so long a stretch. */
  readonly perPoint: number;
  /** A paragraph this long has one at least. */
  readonly ownPoint: number;
  /** No silence longer than this while there is something to show. */
  readonly silence: number;
}

const BUDGETS: Readonly<Record<Density, Budget>> = {
  low: { perPoint: 160, ownPoint: 100, silence: 175 },
  normal: { perPoint: 105, ownPoint: 60, silence: 118 },
  high: { perPoint: 20, ownPoint: 18, silence: 50 },
};

/** A sentence below this weight is left to the ear … */
const FLOOR = 0;
/** … except where the slide would stand too long, or be empty under its title. */
const LOW_FLOOR = -1;
/** Longest a slide stands. */
export const LONGEST_SLIDE = 180;

/** What is shown of a run of text, in order. */
export interface Chosen {
  readonly items: readonly Item[];
  /** By index: paragraphs whose first sentence heads what is shown of them. */
  readonly headlines: ReadonlyMap<number, Paragraph>;
}

/**
 * Chooses what is shown of a run of text: what the author asked for, series, quotations and diagrams first, then
 * the weightiest sentences, as many as the time it takes to say allows.
 *
 * @param title text of the heading it stands under, '' for none: its words are not shown twice
 * @param required the heading is shown with it: a plain sentence is better than none
 */
export function choose(
  parts: readonly Part[],
  context: PlanContext,
  title: string,
  required: boolean,
): Chosen {
  const paragraphs = paragraphsOf(parts, context.secondsOf);
  const taken = new Taken(parts.length);
  const { items } = taken;
  taken.take(askedInDiagrams(paragraphs, askedPoints(parts), parts.length, context));
  taken.take(seriesItems(paragraphs));
  for (const paragraph of paragraphs) {
    taken.take(quotationItems(paragraph, context));
    taken.take(diagramItems(paragraph, context));
  }
  const said = letters(title);
  const candidates = paragraphs.map((paragraph) =>
    candidatesOf(paragraph).filter(({ points = [] }) => points.some(({ words }) => !isIn(said, words))),
  );
  const headlines = headlinesOf(paragraphs, candidates, taken, context, title);
  for (const index of headlines.keys()) candidates[index] = candidates[index]?.slice(1) ?? [];
  taken.take(withinBudget(paragraphs, candidates, taken, headlines, BUDGETS[context.density]));
  breakSilences(parts, candidates.flat(), items, context);
  if (items.length === 0 && required) taken.take(best(candidates.flat(), 1, LOW_FLOOR));
  return { items: unrepeated(items.sort((a, b) => a.from - b.from)), headlines };
}

/**
 * What the author asked for, and before it the diagrams that show such words whole: a call that is marked for the slide
 * stays in its ladder.
 */
function askedInDiagrams(
  paragraphs: readonly Paragraph[],
  asked: ReturnType<typeof askedPoints>,
  parts: number,
  context: PlanContext,
): Item[] {
  if (asked.length === 0) return [];
  // One item a part.
  const askedAt = new Map(asked.map((item) => [item.from, item]));
  const askedIn = ({ from, to }: { from: number; to: number }) => {
    const own: (typeof asked)[number][] = [];
    for (let at = from; at < to; at++) {
      const item = askedAt.get(at);
      if (item) own.push(item);
    }
    return own;
  };
  const shown = paragraphs
    .filter((paragraph) => askedIn(stretchOf(paragraph)).length > 0)
    .flatMap((paragraph) => diagramItems(paragraph, context))
    .filter((diagram) => {
      const own = askedIn(diagram);
      const cells = (diagram.forms?.[0]?.content.diagram?.rows ?? []).flat().map(shownText);
      return (
        own.length > 0 &&
        own.every(({ texts }) => texts.every((text) => cells.some((cell) => cell.includes(shownText(text)))))
      );
    });
  const covered = new Taken(parts);
  covered.take(shown);
  return [...shown, ...asked.filter((item) => !covered.overlaps(item))];
}

/** Headlines of paragraphs of which something else is shown, or can be. */
function headlinesOf(
  paragraphs: readonly Paragraph[],
  candidates: readonly (readonly Item[])[],
  taken: Taken,
  { density }: PlanContext,
  title: string,
): Map<number, Paragraph> {
  const found = new Map<number, Paragraph>();
  if (density === 'low') return found;
  for (const index of headlineParagraphs(paragraphs, title)) {
    const paragraph = paragraphs[index] as Paragraph;
    if (taken.overlaps({ from: paragraph.at, to: paragraph.at + 1 })) continue;
    const [first, ...rest] = candidates[index] ?? [];
    const inside = taken.beginning(stretchOf(paragraph)) > 0;
    if (first?.from !== paragraph.at || (!inside && best(rest, 1, FLOOR).length === 0)) continue;
    found.set(index, paragraph);
  }
  return found;
}

/** The parts of a paragraph. */
function stretchOf({ at, sentences }: Paragraph): { from: number; to: number } {
  return { from: at, to: at + sentences.length };
}

/** True if the title says the point already. @param title its letters */
function isIn(title: string, point: string): boolean {
  return point.length <= title.length * 2 && title !== '' && title.includes(letters(point));
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function best(candidates: readonly Item[], count: number, floor: number): Item[] {
  return [...candidates]
    .sort((a, b) => b.score - a.score || a.from - b.from)
    .slice(0, count)
    .filter(({ score }) => score >= floor);
}

/** Long paragraphs have points of their own, short neighbours share theirs. */
function withinBudget(
  paragraphs: readonly Paragraph[],
  candidates: readonly (readonly Item[])[],
  taken: Taken,
  headlines: ReadonlyMap<number, Paragraph>,
  { perPoint, ownPoint, silence }: Budget,
): Item[] {
  const chosen: Item[] = [];
  const wanted = (seconds: number) =>
    Math.max(1, Math.round(seconds / perPoint), Math.ceil(seconds / silence));
  let pool: number[] = [];
  const empty = () => {
    const seconds = pool.reduce((sum, index) => sum + (paragraphs[index] as Paragraph).seconds, 0);
    fill(pool, Math.round(seconds / perPoint));
    pool = [];
  };
  const fill = (indexes: readonly number[], count: number) => {
    const open = indexes.flatMap((index) => candidates[index] ?? []).filter((one) => !taken.overlaps(one));
    let shown = 0;
    for (const index of indexes) shown += taken.beginning(stretchOf(paragraphs[index] as Paragraph));
    chosen.push(...best(open, Math.max(0, count - shown), FLOOR));
  };
  paragraphs.forEach((paragraph, index) => {
    if (headlines.has(index)) {
      empty();
      // The headline itself is a new thing.
      fill([index], wanted(paragraph.seconds));
    } else if (paragraph.seconds < ownPoint) pool.push(index);
    else {
      empty();
      fill([index], wanted(paragraph.seconds));
    }
  });
  empty();
  return chosen;
}

/** Seconds from the last new thing within which another makes no difference. */
const EDGE = 20;

/** Adds the best sentence to every stretch in which nothing new would be seen for too long. */
function breakSilences(
  parts: readonly Part[],
  candidates: readonly Item[],
  items: Item[],
  context: PlanContext,
): void {
  const { silence } = BUDGETS[context.density];
  const starts = [0];
  for (const part of parts) starts.push((starts.at(-1) as number) + context.secondsOf(part));
  const startOf = (index: number) => starts[index] as number;
  const ordered = [...items].sort((a, b) => a.from - b.from);
  // A candidate is one sentence: only what was shown before can lie over it.
  const covered = new Uint8Array(parts.length);
  for (const { from, to } of ordered) covered.fill(1, from, to);
  const open = new Map(candidates.filter(({ from }) => covered[from] === 0).map((one) => [one.from, one]));
  const bestIn = rangeBest(parts.map((_, index) => open.get(index)?.score ?? -Infinity));
  const borders = [
    parts.length,
    ...ordered.reverse().flatMap(({ from, to }) => [Math.max(from, to - 1), from]),
  ];
  for (let from = 0; borders.length > 0; ) {
    const to = borders.at(-1) as number;
    const gap = startOf(to) - startOf(from);
    // What stands at the edge of the silence does not break it.
    const best = gap > silence ? bestIn(startAfter(starts, from, EDGE), to) : undefined;
    const found = best === undefined ? undefined : open.get(best);
    if (found !== undefined && found.score >= (gap > LONGEST_SLIDE ? LOW_FLOOR : FLOOR)) {
      items.push(found);
      borders.push(found.from);
    } else from = borders.pop() as number;
  }
}

/** First part that begins `seconds` or more behind the beginning of another. */
function startAfter(starts: readonly number[], from: number, seconds: number): number {
  let [low, high] = [from, starts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) - (starts[from] as number) >= seconds) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same words twice say nothing more. */
function unrepeated(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    if (item.points === undefined) return [item];
    const points = item.points.filter(({ words }) => !seen.has(words));
    for (const { words } of points) seen.add(words);
    return points.length > 0 ? [{ ...item, points }] : [];
  });
}
