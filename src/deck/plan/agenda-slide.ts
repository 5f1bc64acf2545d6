import { sliceInlines } from '../../speech/inlines.ts';
import { outermostSections } from '../../speech/outermost-sections.ts';
import { inlineText } from '../../speech/text.ts';
import type { Block, Passage, Section, Speech } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { type PlanContext, secondsOfAll } from './context.ts';
import { leadingClauseEnd } from './leading-clause.ts';
import { matchingText } from './matching-text.ts';
import { type Part, partsOf } from './parts.ts';
import { askedPoints } from './points.ts';
import { hasWords, titleOf } from './section-title.ts';
import type { SlideDraft } from './slide-draft.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Entries of an agenda, and cells of one. */
const ENTRIES = { least: 3, most: 8, cells: 24 } as const;
/** Seconds of a speech that needs one. */
const LONG_SPEECH = 360;
/** Seconds an agenda takes to be read, and the longest it waits for. */
const READ = 6;
const WAITS = 30;

/**
 * Entries of the agenda: headings on lines of their own, or one numbered series.
 *
 * @param wanted true: whatever the length of the speech; false: none
 * @returns none where the numbers restart, or an entry has no short form
 */
export function agendaEntries(
  speech: Speech,
  wanted: boolean | undefined,
  context: PlanContext,
): SlideText[] {
  const sections = outermostSections(speech);
  if (speech.seriesRestart) return [];
  if (wanted === false || (wanted !== true && !isLong(speech, context))) return [];
  const least = wanted === true ? 2 : ENTRIES.least;
  if (sections.length < least || sections.length > ENTRIES.most) return [];
  if (!sections.every(hasWords) || !areOneSeries(sections)) return [];
  const entries = sections.map(entryOf);
  return entries.every((entry) => entry !== undefined) ? entries : [];
}

function isLong({ opening, sections, closing }: Speech, context: PlanContext): boolean {
  let seconds = 0;
  for (const node of [...opening, ...sections.flatMap(nodesOf), ...closing])
    seconds += secondsOfAll(partsOf(node), context);
  return seconds >= LONG_SPEECH;
}

const nodesOf = (node: Section | Passage): readonly (Section | Block)[] =>
  node.kind === 'passage' ? node.children : [node];

/** Numbers of one style that go up; a run-in point is an entry only among its like. */
function areOneSeries(sections: readonly Section[]): boolean {
  const numbered = sections.filter(({ marker }) => marker && marker.style !== 'markdown');
  const styles = new Set(numbered.map(({ marker }) => marker?.style));
  const ordinals = numbered.map(({ marker }) => marker?.ordinal ?? 0);
  const goesUp = ordinals.every((ordinal, index) => index === 0 || ordinal > (ordinals[index - 1] as number));
  const runIn = sections.some((section) => section.runIn || section.joins);
  return styles.size <= 1 && goesUp && (!runIn || numbered.length === sections.length);
}

function entryOf(section: Section): SlideText | undefined {
  const title = titleOf(section);
  if (characterWidth(shownText(title)) <= ENTRIES.cells) return title;
  const text = inlineText(title.inlines);
  const end = leadingClauseEnd(matchingText(text), ENTRIES.cells);
  return end > 0 ? shown(sliceInlines(title.inlines, 0, end), title.marker) : undefined;
}

/** How many parts at the end of the opening are said while the agenda stands: long enough to read it. */
export function agendaParts(opening: readonly Part[], context: PlanContext): number {
  let seconds = 0;
  for (let count = 1; count <= opening.length; count++) {
    const part = opening.at(-count) as Part;
    // What the author asked for is shown, not said over the agenda.
    if (askedPoints([part]).length > 0) return count - 1;
    seconds += context.secondsOf(part);
    if (seconds >= READ) return seconds <= WAITS ? count : 0;
  }
  return opening.length;
}

export function agendaSlide(entries: readonly SlideText[], parts: readonly Part[]): SlideDraft {
  return { layout: 'agenda', content: { points: entries }, parts, trail: 0, key: 'agenda' };
}
