import type { SlideChoices, SourceRange } from '../../speech/types.ts';
import { PLANNED } from '../../text/author-comment.ts';
import { joined } from './join-points.ts';
import type { Part } from './parts.ts';
import { pointForms } from './point-forms.ts';
import type { SlideDraft, SlideForm } from './slide-draft.ts';
import type { SlideChoice, SlideLayout } from './types.ts';
import { withForm } from './variety.ts';

/** Slides that show where one is: they can be set one way only. */
const FRAME: readonly SlideLayout[] = ['cover', 'agenda', 'section', 'closing'];

/** Drafts as the author wants them, and the comments that ask for what is not possible. */
export interface ChosenDrafts {
  readonly drafts: SlideDraft[];
  readonly unmet: readonly SourceRange[];
}

/**
 * Sets the slides that the author chose something for. A comment is about the slides that begin in the line below it;
 * where its slide cannot be what it asks for, the slide stays as planned.
 */
export function withChoices(drafts: readonly SlideDraft[], choices: readonly SlideChoices[]): ChosenDrafts {
  const { placed, lines } = withPlaces(drafts);
  const asked = new Map<string, { readonly choice: string; readonly range: SourceRange }>();
  const open = new Set<SourceRange>();
  for (const { choices: list, range } of choices) {
    const line = firstFrom(lines, range.end);
    for (const [nth, choice] of list.entries()) {
      if (choice === PLANNED) continue;
      open.add(range);
      if (line !== undefined) asked.set(nameOf(line, nth), { choice, range });
    }
  }
  const failed = new Set(open);
  const made: SlideDraft[] = [];
  for (const draft of placed) {
    const wish = draft.place && asked.get(nameOf(draft.place.range.start, draft.place.nth));
    const before = made.at(-1);
    const could = before && joined(before, draft) !== undefined;
    const own = could ? { ...draft, joins: true } : draft;
    const set = wish && fulfilled(own, before, wish.choice);
    if (wish === undefined || set === undefined) {
      made.push(own);
      continue;
    }
    failed.delete(wish.range);
    if (wish.choice === 'join') made.pop();
    made.push(...set);
  }
  return { drafts: made, unmet: [...failed] };
}

/** The first of ascending numbers that is not below another. */
function firstFrom(ascending: readonly number[], least: number): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

const nameOf = (line: number, nth: number): string => `${line} ${nth}`;

/** The slides that a choice makes of a draft (and, to join it, of the one before); undefined where it is not possible. */
function fulfilled(
  draft: SlideDraft,
  before: SlideDraft | undefined,
  choice: string,
): readonly SlideDraft[] | undefined {
  if (choice === 'join') {
    const one = before && joined(before, draft);
    return one && [{ ...one, chosen: 'join', ...(draft.place && { place: draft.place }) }];
  }
  if (choice === 'split') return halves(draft);
  const form =
    draft.layout === choice ? draft : draft.others?.find(({ layout }) => layout === (choice as SlideChoice));
  if (form === undefined) return undefined;
  return [{ ...(form === draft ? draft : withForm(draft, form)), chosen: choice as SlideLayout }];
}

/** Each draft with the line of the text in which its own words begin, and how many begin there before it. */
function withPlaces(drafts: readonly SlideDraft[]): {
  readonly placed: SlideDraft[];
  readonly lines: readonly number[];
} {
  const lines = new Map<number, SourceRange>();
  const counts = new Map<number, number>();
  let line: SourceRange | undefined;
  const read = (parts: readonly Part[]) => {
    for (const { startsLine, range } of parts) {
      if (startsLine || line === undefined) line = range;
      lines.set(line.start, line);
    }
  };
  const placed = drafts.map((draft): SlideDraft => {
    const words = Math.min(draft.lead ?? 0, draft.parts.length - 1) + 1;
    read(draft.parts.slice(0, words));
    const own = line;
    read(draft.parts.slice(words));
    if (own === undefined || draft.parts.length === 0 || FRAME.includes(draft.layout)) return draft;
    const nth = counts.get(own.start) ?? 0;
    counts.set(own.start, nth + 1);
    return { ...draft, place: { range: own, nth }, ...(halves(draft) && { splits: true }) };
  });
  return { placed, lines: [...lines.keys()].sort((a, b) => a - b) };
}

/** The points of a slide on two. @returns undefined where it has one only, or none */
function halves(draft: SlideDraft): SlideDraft[] | undefined {
  const points = draft.content.points ?? [];
  if (draft.layout !== 'points' || points.length < 2) return undefined;
  const half = Math.ceil(points.length / 2);
  const begin = points[half]?.range.start ?? 0;
  const lead = draft.lead ?? 0;
  const at = draft.parts.findIndex(
    ({ range }, index) => index > lead && range.start <= begin && begin < range.end,
  );
  if (at === -1) return undefined;
  const make = (from: number, to: number, parts: readonly Part[], key: string): SlideDraft => {
    const { others: _, lead: __, trail: ___, ...rest } = draft;
    const [form, ...others] = pointForms(points.slice(from, to)).map(
      (one): SlideForm => ({
        ...one,
        ...(draft.title && { title: draft.title }),
        ...(draft.running && { running: draft.running }),
      }),
    );
    return { ...rest, ...(form as SlideForm), others, parts, chosen: 'split', key };
  };
  return [
    { ...make(0, half, draft.parts.slice(0, at), draft.key), lead },
    {
      ...make(half, points.length, draft.parts.slice(at), `${draft.key}/split`),
      lead: 0,
      continued: true,
      ...(draft.trail !== undefined && { trail: Math.min(draft.trail, draft.parts.length - at - 1) }),
    },
  ];
}
