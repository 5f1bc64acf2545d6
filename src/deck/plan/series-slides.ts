import type { Section } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { detailOf, figureDetail } from './card-details.ts';
import { type Density, type PlanContext, secondsOfAll } from './context.ts';
import { equalGroups } from './equal-groups.ts';
import { bodyLines, FIT, lineCount } from './fit.ts';
import { type Heading, headed, headingOf } from './heading.ts';
import { type Part, partsOf } from './parts.ts';
import { askedPoints } from './points.ts';
import { hasWords } from './section-title.ts';
import { keyOf, type SlideDraft, type SlideForm } from './slide-draft.ts';
import { textSlides } from './text-slides.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Seconds of a child, on average, up to which the children share a slide. */
const SHARED: Readonly<Record<Density, number>> = { low: 80, normal: 26, high: 16 };
/** Longest a slide of children stands, seconds. */
const LONGEST = 180;
/** Children on one slide, and cells of each on a card. */
const CARDS = { least: 2, most: 6, cells: 16 } as const;
/** A slide that owns less than this, seconds, is none of its own. */
const OWN_SLIDE = 6;

/** One of sections side by side. */
interface Child {
  readonly section: Section;
  readonly heading: Heading;
  readonly title: SlideText;
  readonly parts: readonly Part[];
  readonly seconds: number;
  /** What the author asked for of its text. */
  readonly asked: readonly SlideText[];
}

/** Plans one section on slides of its own: section-slides.ts, which plans series by this file. */
export type PlanSection = (section: Section, heading: Heading, context: PlanContext) => SlideDraft[];

/**
 * Sections side by side, complete: their headings on one slide where they are short, else each on slides of its own.
 *
 * @param lead heading of the section around them, where no slide shows it yet
 * @param intro what is said before the first
 * @param heading the heading around them; without a title for those of the first level
 */
export function seriesSlides(
  siblings: readonly Section[],
  lead: readonly Part[],
  intro: readonly Part[],
  heading: Heading,
  context: PlanContext,
  planSection: PlanSection,
): SlideDraft[] {
  const drafts: SlideDraft[] = [];
  let waiting: readonly Part[] = lead;
  if (intro.length > 0) {
    const made = textSlides([], intro, { ...heading, path: `${heading.path}/intro` }, context);
    const blank = made.every(({ content }) => content.points?.length === 0);
    if (!blank) {
      drafts.push(...withLead(made, lead));
      waiting = [];
    } else if (lead.length > 0) waiting = [...lead, ...intro];
    // The divider stays until the first child.
    else drafts.push(...made);
  }
  const children = siblings.map((section) => childOf(section, heading, context));
  const runs = runsOf(children, context);
  const made = runs.flatMap((run) =>
    run.together
      ? sharedSlides(run.children, heading, context)
      : run.children.flatMap((child) => planSection(child.section, child.heading, context)),
  );
  if (waiting.length === 0) return [...drafts, ...made];
  if (!runs[0]?.together && children.length > 1 && secondsOfAll(waiting, context) >= OWN_SLIDE) {
    const overview = overviewOf(children, heading);
    if (overview) return [...drafts, { ...overview, parts: waiting, trail: 0 }, ...made];
  }
  return [...drafts, ...withLead(made, waiting)];
}

/** The first of these slides owns what comes before it, too. */
function withLead(drafts: readonly SlideDraft[], lead: readonly Part[]): SlideDraft[] {
  const [first, ...rest] = drafts;
  if (first === undefined || lead.length === 0) return [...drafts];
  return [{ ...first, parts: [...lead, ...first.parts], lead: (first.lead ?? 0) + lead.length }, ...rest];
}

function childOf(section: Section, heading: Heading, context: PlanContext): Child {
  const own = headingOf(section, heading);
  const parts = partsOf(section);
  return {
    section,
    heading: own,
    title: own.title ?? {
      inlines: section.heading,
      range: section.range,
      marker: section.marker?.text ?? '',
    },
    parts,
    seconds: secondsOfAll(parts, context),
    asked: askedPoints(parts).flatMap(({ texts }) => texts),
  };
}

interface Run {
  readonly together: boolean;
  readonly children: readonly Child[];
}

/** True if all these sections are shown by their headings on shared slides. */
export function shareSlides(siblings: readonly Section[], heading: Heading, context: PlanContext): boolean {
  const runs = runsOf(
    siblings.map((section) => childOf(section, heading, context)),
    context,
  );
  return runs.length === 1 && runs[0]?.together === true;
}

/** Children that share slides, and those between them that have slides of their own. */
function runsOf(children: readonly Child[], { density }: PlanContext): Run[] {
  const total = children.reduce((sum, { seconds }) => sum + seconds, 0);
  const short = children.length >= CARDS.least && total / children.length <= SHARED[density];
  const runs: { together: boolean; children: Child[] }[] = [];
  for (const child of children) {
    const together = short && canShare(child);
    const last = runs.at(-1);
    if (last && last.together === together) last.children.push(child);
    else runs.push({ together, children: [child] });
  }
  // One child alone is no series.
  return runs.map((run) => (run.children.length < CARDS.least ? { ...run, together: false } : run));
}

/** A child whose text is running text, with nothing asked for that a card does not hold. */
function canShare({ section, title, asked }: Child): boolean {
  const width = characterWidth(shownText(title));
  if (width === 0 || width > FIT.point || !hasWords(section)) return false;
  if (section.children.some(({ kind }) => kind !== 'paragraph' && kind !== 'cue')) return false;
  return asked.length === 0 || (asked.length === 1 && isDetail(asked[0] as SlideText, DETAIL.many['4:3']));
}

/** Cells of the second text of a card: of few cards, and of many. */
const DETAIL = {
  few: { '16:9': 30, '16:10': 27, '4:3': 24 },
  many: { '16:9': 16, '16:10': 14, '4:3': 12 },
} as const;
const FEW = 4;

function detailRoom(cards: number, { ratio }: PlanContext): number {
  return DETAIL[cards <= FEW ? 'few' : 'many'][ratio];
}

function isDetail(text: SlideText, room: number): boolean {
  return characterWidth(shownText(text)) <= room;
}

/** Headings of children that share slides, as many slides as they need, of equal size. */
function sharedSlides(children: readonly Child[], heading: Heading, context: PlanContext): SlideDraft[] {
  const room = bodyLines(heading.title ? shownText(heading.title) : '', heading.above !== undefined);
  const asCards = children.every(({ title }) => characterWidth(shownText(title)) <= CARDS.cells);
  const fits = (group: readonly Child[]) => {
    const lines = group.reduce(
      (sum, { title }) => sum + Math.max(1, lineCount(shownText(title), FIT.body)),
      0,
    );
    const seconds = group.reduce((sum, child) => sum + child.seconds, 0);
    return (
      group.length <= (asCards ? CARDS.most : FIT.points + 1) &&
      (asCards || lines <= room) &&
      seconds <= LONGEST
    );
  };
  const groups = equalGroups(children, fits);
  return groups.map((group, index) => ({
    ...headed(seriesForm(group, asCards && group.length > 1, context), heading),
    parts: group.flatMap(({ parts }) => parts),
    trail: 0,
    continued: index > 0,
    key: keyOf(`${heading.path}/series`, heading.title, index),
  }));
}

function seriesForm(group: readonly Child[], asCards: boolean, context: PlanContext): SlideForm {
  const points = group.map(({ title }) => title);
  const room = detailRoom(group.length, context);
  const figures = group.map(({ section }) => figureDetail(section, room, context));
  // Figures of most of them make the others' silence visible: of few, they would stand out by chance.
  const figured = context.density !== 'low' && figures.filter((figure) => figure).length * 2 > group.length;
  const details = group.map(({ asked: [asked], section }, index) => {
    if (asked && isDetail(asked, room)) return asked;
    if (context.density === 'high') return detailOf(section, room, context);
    return figured ? figures[index] : undefined;
  });
  const content = details.some((detail) => detail !== undefined) ? { points, details } : { points };
  return { layout: asCards ? 'cards' : 'points', content };
}

/** The headings of all children beside each other, where each has slides of its own. */
function overviewOf(children: readonly Child[], heading: Heading): SlideDraft | undefined {
  const points = children.map(({ title }) => title);
  const fits = points.every((point) => characterWidth(shownText(point)) <= CARDS.cells);
  if (!fits || points.length > CARDS.most) return undefined;
  return {
    ...headed({ layout: 'cards', content: { points } }, heading),
    parts: [],
    key: `${heading.path}/overview`,
  };
}
