import { sliceInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { List, ListItem } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import type { PlanContext } from './context.ts';
import { equalGroups } from './equal-groups.ts';
import { bodyLines, FIT, lineCount } from './fit.ts';
import { type Heading, headed } from './heading.ts';
import { leadingClauseEnd } from './leading-clause.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced } from './paired-marks.ts';
import { itemParts, type Part } from './parts.ts';
import { askedPoints } from './points.ts';
import { keyOf, type SlideDraft, type SlideForm } from './slide-draft.ts';
import { isFormality } from './stand-alone.ts';
import { textSlides } from './text-slides.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Items on one slide, and cells of each on a card. */
const CARDS = { least: 2, most: 6, cells: 16 } as const;
/** Cells of a sentence that can be the title of the list it announces: one line. */
const LEAD_IN = { least: 4, most: 17 } as const;
/** Cells of the second text of a card, at the narrowest ratio. */
const DETAIL = 24;

interface Item {
  readonly parts: readonly Part[];
  readonly text: SlideText;
  readonly detail?: SlideText;
}

/**
 * A list as slides, complete. The sentence that announces it goes with it, as its title where it can be one.
 *
 * @param lead heading of the section, where no slide shows it yet
 * @param text what is said before it
 */
export function listSlides(
  list: List,
  lead: readonly Part[],
  text: readonly Part[],
  heading: Heading,
  context: PlanContext,
): SlideDraft[] {
  const announcement = announcementOf(text);
  const said = announcement ? text.slice(0, -1) : text;
  const intro =
    said.length > 0 ? textSlides(lead, said, { ...heading, path: `${heading.path}/intro` }, context) : [];
  const blank = intro.every(({ content }) => content.points?.length === 0);
  const before = [...(blank ? [...lead, ...said] : []), ...(announcement ? text.slice(-1) : [])];
  const items = list.items.map((item) => itemOf(list, item, context));
  const running = announcement?.title ? (heading.title ?? heading.above) : heading.above;
  const groups = groupsOf(items, announcement?.title ?? heading.title, running !== undefined);
  const drafts = groups.map(
    (group, index): SlideDraft => ({
      ...headed(formOf(group, announcement?.title), heading),
      parts: [...(index === 0 ? before : []), ...group.flatMap(({ parts }) => parts)],
      lead: index === 0 ? before.length : 0,
      trail: 0,
      continued: index > 0,
      key: keyOf(`${heading.path}/list`, heading.title, index),
    }),
  );
  return [...(blank ? [] : intro), ...drafts];
}

/** The last sentence before the list where it announces it, with the title it makes. */
function announcementOf(text: readonly Part[]): { title?: SlideText } | undefined {
  const part = text.at(-1);
  if (part?.kind !== 'sentence' || part.inlines === undefined || part.place !== undefined) return undefined;
  if (askedPoints([part]).length > 0) return undefined;
  const plain = matchingText(part.text).trim();
  if (!/[：:]$/u.test(plain) && !isFormality(plain)) return undefined;
  const title = shown(part.inlines);
  const width = characterWidth(shownText(title));
  const names = /[：:]$/u.test(plain) && !/^(?:以下|下面|具体|如下|一是|即|分别)/u.test(plain);
  return names && width >= LEAD_IN.least && width <= LEAD_IN.most ? { title } : {};
}

function itemOf(list: List, item: ListItem, { density }: PlanContext): Item {
  const parts = itemParts(list, item);
  const [first, second] = parts;
  const text = shown(first?.inlines ?? [], list.ordered ? item.marker : undefined);
  const detail = density === 'high' && second?.inlines ? shown(second.inlines) : undefined;
  const fits = detail && characterWidth(shownText(detail)) <= DETAIL && isBalanced(shownText(detail));
  return { parts, text, ...(fits && { detail }) };
}

/** All items whole; else all by their leading clauses; else on slides of equal size. */
function groupsOf(items: readonly Item[], title: SlideText | undefined, running: boolean): Item[][] {
  const room = bodyLines(title ? shownText(title) : '', running);
  const fits = (group: readonly Item[]) => {
    const cards = areCards(group);
    const lines = group.reduce((sum, { text }) => sum + Math.max(1, lineCount(shownText(text), FIT.body)), 0);
    return group.length <= (cards ? CARDS.most : FIT.points + 1) && (cards || lines <= room);
  };
  if (fits(items)) return [[...items]];
  const shorter = items.map(shortened);
  if (shorter.every((item) => item !== undefined) && fits(shorter)) return [shorter];
  return equalGroups(items, fits);
}

function shortened(item: Item): Item | undefined {
  const whole = inlineText(item.text.inlines);
  if (characterWidth(whole) <= FIT.body) return item;
  const end = leadingClauseEnd(matchingText(whole), FIT.body * 2);
  if (end === 0) return undefined;
  return { ...item, text: shown(sliceInlines(item.text.inlines, 0, end), item.text.marker) };
}

function areCards(items: readonly Item[]): boolean {
  return (
    items.length >= CARDS.least &&
    items.length <= CARDS.most &&
    items.every(({ text }) => characterWidth(shownText(text)) <= CARDS.cells)
  );
}

function formOf(items: readonly Item[], title: SlideText | undefined): SlideForm {
  const points = items.map(({ text }) => text);
  const details = items.map(({ detail }) => detail);
  return {
    layout: areCards(items) ? 'cards' : 'points',
    ...(title && { title }),
    content: details.some((detail) => detail !== undefined) ? { points, details } : { points },
  };
}
