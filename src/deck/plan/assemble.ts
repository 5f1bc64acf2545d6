import type { SlideChoices } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { type ChosenDrafts, withChoices } from './author-choices.ts';
import type { PlanContext } from './context.ts';
import { FIT } from './fit.ts';
import { joined, sameText } from './join-points.ts';
import { isBalanced } from './paired-marks.ts';
import type { Part } from './parts.ts';
import { draftSeconds, type SlideDraft, type SlideForm } from './slide-draft.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';
import { varied } from './variety.ts';

/** A slide that stands shorter than this, seconds, joins its neighbour; a divider is read sooner. */
const SHORTEST = 6;
const SHORTEST_DIVIDER = 5;

const shortest = ({ layout, content }: SlideDraft): number =>
  layout === 'section' && !content.points ? SHORTEST_DIVIDER : SHORTEST;

/**
 * Puts the drafts of all parts of a speech together: none that shows nothing, none too short to be read, no title
 * twice.
 *
 * @param choices what the author chose for single slides
 */
export function assemble(
  drafts: readonly SlideDraft[],
  choices: readonly SlideChoices[],
  context: PlanContext,
): ChosenDrafts {
  const { drafts: own, unmet } = withChoices(untilTheirWords(withoutBlank(drafts)), choices);
  return { drafts: titledOnce(varied(joinShort(own, context))), unmet };
}

const isBlank = ({ layout, content }: SlideDraft): boolean =>
  layout === 'points' && (content.points ?? []).length === 0;

/**
 * What a slide without words of its own owns is said while the slide before it stays, or, where there is none, with
 * the slide after it. A heading that no slide showed yet stands alone as a statement.
 */
function withoutBlank(drafts: readonly SlideDraft[]): SlideDraft[] {
  const kept: SlideDraft[] = [];
  let waiting: readonly Part[] = [];
  for (const [index, draft] of drafts.entries()) {
    const last = kept.at(-1);
    const next = drafts[index + 1];
    if (!isBlank(draft)) {
      kept.push(withLead(draft, waiting));
      waiting = [];
    } else if (draft.title && !isShown(draft.title, last) && next && sameText(draft.title, next.title)) {
      waiting = [...waiting, ...draft.parts];
    } else if (draft.title && !isShown(draft.title, last)) {
      const { title, ...rest } = draft;
      kept.push(withLead({ ...rest, layout: 'statement', content: { points: [title] } }, waiting));
      waiting = [];
    } else if (last) kept[kept.length - 1] = withTrail(last, draft.parts);
    else waiting = [...waiting, ...draft.parts];
  }
  if (waiting.length > 0) kept.push(onlySlide(waiting));
  return kept;
}

/** A speech of which no sentence is worth showing is shown by its first that fits. */
function onlySlide(parts: readonly Part[]): SlideDraft {
  const points = parts
    .filter(({ kind, inlines }) => kind === 'sentence' && inlines !== undefined)
    .map(({ inlines = [] }) => shown(inlines))
    .filter((text) => isBalanced(shownText(text)) && characterWidth(shownText(text)) <= FIT.point);
  return { layout: 'statement', content: { points: points.slice(0, 1) }, parts, key: 'only' };
}

function isShown(title: SlideText, slide: SlideDraft | undefined): boolean {
  return (
    slide !== undefined &&
    [slide.title, slide.running, ...(slide.content.points ?? [])].some((text) => sameText(text, title))
  );
}

function withLead(draft: SlideDraft, parts: readonly Part[]): SlideDraft {
  if (parts.length === 0) return draft;
  return { ...draft, parts: [...parts, ...draft.parts], lead: (draft.lead ?? 0) + parts.length };
}

function withTrail(draft: SlideDraft, parts: readonly Part[]): SlideDraft {
  if (parts.length === 0) return draft;
  return { ...draft, parts: [...draft.parts, ...parts], trail: (draft.trail ?? 0) + parts.length };
}

/** A divider stays until the first words that a slide shows. */
function untilTheirWords(drafts: readonly SlideDraft[]): SlideDraft[] {
  const made: SlideDraft[] = [];
  for (const draft of drafts) {
    const last = made.at(-1);
    const lead = draft.lead ?? 0;
    if (
      last?.layout === 'section' &&
      lead > 0 &&
      !draft.parts.slice(0, lead).some(({ kind }) => kind === 'heading')
    ) {
      made[made.length - 1] = withTrail(last, draft.parts.slice(0, lead));
      made.push({ ...draft, parts: draft.parts.slice(lead), lead: 0 });
    } else made.push(draft);
  }
  return made;
}

/**
 * Slides too short to be read: they stand on through what is said behind the words of the slide before or before the
 * words of the next; else points join, and a divider is left out.
 */
function joinShort(drafts: readonly SlideDraft[], context: PlanContext): SlideDraft[] {
  const made = [...drafts];
  const seconds = (draft: SlideDraft) => draftSeconds(draft, context.secondsOf);
  for (let index = 0; index < made.length; index++) {
    const draft = made[index] as SlideDraft;
    if (draft.layout === 'cover' || draft.layout === 'closing' || draft.chosen) continue;
    if (seconds(draft) >= SHORTEST) continue;
    takeFromBefore(made, index, seconds);
    takeFromAfter(made, index, seconds);
    if (seconds(made[index] as SlideDraft) >= shortest(draft)) continue;
    if (joinPoints(made, index - 1) || joinPoints(made, index)) index = Math.max(-1, index - 2);
    else if (draft.layout === 'section' && made[index + 1]) {
      const { parts } = made[index] as SlideDraft;
      made.splice(index, 2, withLead(made[index + 1] as SlideDraft, parts));
      index--;
    }
  }
  return made;
}

type Seconds = (draft: SlideDraft) => number;

/** Sentences behind the last words of the slide before are said under this one. */
function takeFromBefore(made: SlideDraft[], index: number, seconds: Seconds): void {
  for (;;) {
    const [before, draft] = [made[index - 1], made[index] as SlideDraft];
    const trail = before?.trail ?? 0;
    if (before === undefined || trail === 0 || seconds(draft) >= SHORTEST || before.layout === 'cover')
      return;
    const shorter = { ...before, parts: before.parts.slice(0, -1), trail: trail - 1 };
    if (seconds(shorter) < SHORTEST) return;
    made[index - 1] = shorter;
    made[index] = withLead(draft, before.parts.slice(-1));
  }
}

/** … and so are those before the first words of the next, its heading aside. */
function takeFromAfter(made: SlideDraft[], index: number, seconds: Seconds): void {
  for (;;) {
    const [draft, after] = [made[index] as SlideDraft, made[index + 1]];
    const lead = after?.lead ?? 0;
    if (after === undefined || lead === 0 || seconds(draft) >= SHORTEST) return;
    // The last heading before its words is its own, unless the slide before lists it.
    const own = after.parts.slice(0, lead).findLastIndex(({ kind }) => kind === 'heading');
    if (own === 0 && !(draft.layout === 'section' && draft.content.points)) return;
    const shorter = { ...after, parts: after.parts.slice(1), lead: lead - 1 };
    if (seconds(shorter) < SHORTEST) return;
    made[index] = withTrail(draft, after.parts.slice(0, 1));
    made[index + 1] = shorter;
  }
}

/** Makes one slide of points of two neighbours under one heading, where it holds them and the author chose nothing for either. */
function joinPoints(made: SlideDraft[], index: number): boolean {
  const [first, second] = [made[index], made[index + 1]];
  if (first === undefined || second === undefined || first.chosen || second.chosen) return false;
  const one = joined(first, second);
  if (one) made.splice(index, 2, one);
  return one !== undefined;
}

/** A heading is a title once: on its divider, or on the first slide under it. From then on it runs above. */
function titledOnce(drafts: readonly SlideDraft[]): SlideDraft[] {
  const seen = new Set<string>();
  return drafts.map((draft) => {
    const { title, ...rest } = draft;
    if (title === undefined) return withSubject(draft);
    if (draft.layout === 'cover' || draft.layout === 'table') return draft;
    const name = `${title.range.start} ${shownText(title)}`;
    const again = seen.has(name) && !isContinuation(draft);
    seen.add(name);
    return again ? withSubject({ ...rest, running: title }) : draft;
  });
}

/** What a diagram is about is the title where its heading only runs above. */
function withSubject<Form extends SlideForm>(form: Form): Form {
  const { diagram } = form.content;
  if (diagram?.subject === undefined) return form;
  const { subject, ...rest } = diagram;
  return { ...form, title: subject, content: { ...form.content, diagram: rest } };
}

/** Slides that go on with what the one before could not hold keep its title, marked （续）. */
function isContinuation({ continued, layout }: SlideDraft): boolean {
  return continued === true && layout !== 'points' && layout !== 'statement';
}
