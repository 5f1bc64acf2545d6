import { choose, LONGEST_SLIDE } from './choose.ts';
import type { PlanContext } from './context.ts';
import { bodyLines, FIT, lineCount } from './fit.ts';
import { type Heading, headed } from './heading.ts';
import type { Item } from './items.ts';
import { type Paragraph, sentenceStretch, textIn } from './paragraph.ts';
import type { Part } from './parts.ts';
import { pointForms } from './point-forms.ts';
import { keyOf, type SlideDraft, type SlideForm } from './slide-draft.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/**
 * Running text as slides. The first slide owns the text up to the second slide's first words, and so on: all parts
 * are owned, in order.
 *
 * @param lead parts that come before (heading of the section): owned by the first slide, never shown in its body
 * @returns none where there is nothing to own
 */
export function textSlides(
  lead: readonly Part[],
  parts: readonly Part[],
  heading: Heading,
  context: PlanContext,
): SlideDraft[] {
  const title = heading.title ? shownText(heading.title) : '';
  const { items, headlines } = choose(parts, context, title, heading.required === true || lead.length > 0);
  if (items.length === 0) {
    if (lead.length === 0 && parts.length === 0) return [];
    return [blankSlide([...lead, ...parts], heading)];
  }
  const groups = groupsOf(items, headlines, parts, title, heading.above !== undefined, context);
  return groups.map((group, index) => draftOf(group, groups[index + 1], index, parts, lead, heading));
}

/** A slide that shows its title alone: merged with a neighbour, or made a statement, when the deck is put together. */
export function blankSlide(parts: readonly Part[], heading: Heading): SlideDraft {
  return {
    ...headed({ layout: 'points', content: { points: [] } }, heading),
    parts,
    trail: parts.length,
    key: keyOf(heading.path, heading.title, 0),
  };
}

/** What stands on one slide. */
interface Group {
  readonly items: readonly Item[];
  /** Heads the slide instead of the section's heading. */
  readonly headline?: SlideText;
  /** Part with which the slide comes. */
  readonly from: number;
  readonly continued: boolean;
}

function groupsOf(
  items: readonly Item[],
  headlines: ReadonlyMap<number, Paragraph>,
  parts: readonly Part[],
  title: string,
  running: boolean,
  context: PlanContext,
): Group[] {
  const groups: Group[] = [];
  let points: Item[] = [];
  let current: Paragraph | undefined;
  const headlineOver = headlinesInOrder(headlines);
  const flush = (end: number) => {
    if (points.length === 0) return;
    const headline = current && headlineText(current);
    const start = groups.length === 0 ? 0 : (points[0] as Item).from;
    const made = pointGroups(
      points,
      parts,
      { start, end },
      headline ? shownText(headline) : title,
      running || headline !== undefined,
      context,
    );
    for (const [index, own] of made.entries()) add(own, headline, index > 0);
    points = [];
  };
  const add = (own: readonly Item[], headline: SlideText | undefined, continued: boolean) => {
    const first =
      headline !== undefined &&
      current !== undefined &&
      groups.at(-1)?.headline?.range.start !== headline.range.start;
    groups.push({
      items: own,
      ...(headline && { headline }),
      from: first ? (current as Paragraph).at : (own[0] as Item).from,
      continued: continued || (headline !== undefined && !first),
    });
  };
  for (const item of items) {
    const paragraph = headlineOver(item);
    if (paragraph !== current) {
      flush(paragraph?.at ?? item.from);
      current = paragraph;
    }
    if (item.forms === undefined) {
      points.push(item);
      continue;
    }
    flush(item.from);
    add([item], current && headlineText(current), false);
  }
  flush(parts.length);
  return groups;
}

/** The paragraph with a headline that an item stands in. Both come in order: none is looked at twice. */
function headlinesInOrder(headlines: ReadonlyMap<number, Paragraph>) {
  const paragraphs = [...headlines.values()];
  let next = 0;
  return ({ from }: Item): Paragraph | undefined => {
    let paragraph = paragraphs[next];
    while (paragraph && paragraph.at + paragraph.sentences.length <= from) paragraph = paragraphs[++next];
    return paragraph && paragraph.at <= from ? paragraph : undefined;
  };
}

function headlineText(paragraph: Paragraph): SlideText {
  return textIn(paragraph, sentenceStretch(paragraph, 0));
}

/** Points in groups that fit a slide and are said in its time, as even as can be. */
function pointGroups(
  items: readonly Item[],
  parts: readonly Part[],
  { start, end }: { readonly start: number; readonly end: number },
  title: string,
  running: boolean,
  context: PlanContext,
): Item[][] {
  const room = bodyLines(title, running);
  const counted = new Map<Item, number>();
  const linesOfItem = (item: Item) => {
    let lines = counted.get(item);
    if (lines === undefined) {
      lines = 0;
      for (const { words } of item.points ?? []) lines += Math.max(1, lineCount(words, FIT.body));
      counted.set(item, lines);
    }
    return lines;
  };
  const linesOf = (group: readonly Item[]) => group.reduce((sum, item) => sum + linesOfItem(item), 0);
  const fits = (group: readonly Item[], next: readonly Item[] | undefined) => {
    const count = group.reduce((sum, { points = [] }) => sum + points.length, 0);
    if (count > FIT.points || linesOf(group) > room) return false;
    if (group.length === 1) return true;
    const from = group[0] === items[0] ? start : (group[0] as Item).from;
    const to = next?.[0]?.from ?? end;
    let seconds = 0;
    for (let at = from; at < to && seconds <= LONGEST_SLIDE; at++)
      seconds += context.secondsOf(parts[at] as Part);
    return seconds <= LONGEST_SLIDE;
  };
  const single = items.flatMap((item) =>
    fits([item], undefined) ? [item] : (item.points ?? []).map((point) => ({ ...item, points: [point] })),
  );
  const points = single.reduce((sum, item) => sum + (item.points ?? []).length, 0);
  // Fewer cannot hold them.
  const least = Math.max(
    1,
    Math.ceil(linesOf(single) / room),
    Math.ceil(points / FIT.points),
    fewestGroups(single, fits),
  );
  for (let slides = least; ; slides++) {
    // The first group that does not fit ends the try.
    const all = slides >= single.length;
    const groups = even(single, slides, linesOfItem, (group, next) => all || fits(group, next));
    if (groups) return groups;
  }
}

/** How few groups in order hold a list, each filled as far as it goes; one each where an item fits nowhere. */
function fewestGroups(
  list: readonly Item[],
  fits: (group: readonly Item[], next: readonly Item[] | undefined) => boolean,
): number {
  let groups = 1;
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    const next = list.slice(at + 1, at + 2);
    if (fits(list.slice(from, at + 1), next)) continue;
    if (at === from || !fits(list.slice(at, at + 1), next)) return list.length;
    groups++;
    from = at;
  }
  return groups;
}

/**
 * Cuts a list into `slides` groups of about the same number of lines.
 *
 * @returns undefined where a group does not fit
 */
function even(
  list: readonly Item[],
  slides: number,
  linesOf: (item: Item) => number,
  fits: (group: readonly Item[], next: readonly Item[] | undefined) => boolean,
): Item[][] | undefined {
  const total = list.reduce((sum, item) => sum + linesOf(item), 0);
  const groups: Item[][] = [];
  let last: Item[] = [];
  let filled = 0;
  for (const item of list) {
    const own = linesOf(item);
    // The border goes where the middle of this item passes the share of the groups so far.
    if (
      last.length > 0 &&
      groups.length + 1 < slides &&
      filled + own / 2 > (total * (groups.length + 1)) / slides
    ) {
      if (!fits(last, [item])) return undefined;
      groups.push(last);
      last = [];
    }
    last.push(item);
    filled += own;
  }
  return fits(last, undefined) ? [...groups, last] : undefined;
}

function draftOf(
  group: Group,
  next: Group | undefined,
  index: number,
  parts: readonly Part[],
  lead: readonly Part[],
  heading: Heading,
): SlideDraft {
  const from = index === 0 ? 0 : group.from;
  const to = next?.from ?? parts.length;
  const own = parts.slice(from, to);
  const first = group.items[0] as Item;
  const last = group.items.at(-1) as Item;
  const { headline } = group;
  const under: Heading = headline ? underHeadline(headline, heading) : heading;
  const [form, ...others] = formsOf(group.items).map((one) => headed(one, under));
  return {
    ...(form as SlideForm),
    parts: index === 0 ? [...lead, ...own] : own,
    lead: (index === 0 ? lead.length : 0) + (headline ? 0 : first.from - from),
    trail: to - last.to,
    continued: group.continued,
    ...(others.length > 0 && { others }),
    key:
      first.name !== undefined
        ? `${under.path}/${first.name}`
        : keyOf(under.path, heading.title, headline ? 0 : index),
  };
}

/** A headline stands where the heading would; the heading runs above it. */
function underHeadline(headline: SlideText, { title, above, path }: Heading): Heading {
  const running = title ?? above;
  return { title: headline, ...(running && { above: running }), path: `${path}/${shownText(headline)}` };
}

/** The ways to set what stands on one slide, best first. */
function formsOf(items: readonly Item[]): SlideForm[] {
  const [first] = items;
  if (first?.forms !== undefined) return [...first.forms];
  return pointForms(items.flatMap((item) => (item.points ?? []).map((point) => point.text())));
}
