import type { SourceRange } from '../../speech/types.ts';
import { type Part, toNotes } from './parts.ts';
import { shownText } from './trim-point.ts';
import type { Slide, SlideChoice, SlideContent, SlideLayout, SlidePlace, SlideText } from './types.ts';

/** One way to set the words of a slide. */
export interface SlideForm {
  readonly layout: SlideLayout;
  readonly title?: SlideText;
  readonly running?: SlideText;
  readonly content: SlideContent;
  /** Only for the author to choose: it shows less than the others. */
  readonly onlyAsked?: boolean;
}

/** A slide before it has its id and time. */
export interface SlideDraft extends SlideForm {
  readonly parts: readonly Part[];
  /** How many of `parts` are spoken before the first text is shown. */
  readonly lead?: number;
  /** How many of `parts`, from their end, are spoken behind the last text that is shown. */
  readonly trail?: number;
  readonly continued?: boolean;
  /** Other forms whose conditions the same words meet, best first. */
  readonly others?: readonly SlideForm[];
  /** What the author chose for it. */
  readonly chosen?: SlideChoice;
  /** Where that choice is kept; of a slide that was joined: of its second half. */
  readonly place?: SlidePlace;
  /** It can be joined to the one before; its points can be parted. */
  readonly joins?: boolean;
  readonly splits?: boolean;
  /** What the id is made of: stays the same while the slide's words are edited. */
  readonly key: string;
}

/**
 * Drafts → slides. An id is a hash of the draft's key; equal keys are told apart by their order, so that an
 * edit elsewhere in the speech changes no id.
 */
export function finish(drafts: readonly SlideDraft[], secondsOf: (part: Part) => number): Slide[] {
  const used = new Map<string, number>();
  let end = 0;
  return drafts.map((draft) => {
    const base = `${draft.layout === 'cover' || draft.layout === 'closing' ? draft.layout : 'slide'}-${hash(draft.key)}`;
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    const range = rangeOf(draft, end);
    end = range.end;
    const options = [draft.layout, ...(draft.others ?? []).map(({ layout }) => layout)];
    return {
      id: times === 1 ? base : `${base}-${times}`,
      layout: draft.layout,
      ...(draft.title && { title: draft.title }),
      ...(draft.running && { running: draft.running }),
      content: draft.content,
      notes: toNotes(draft.parts),
      continued: draft.continued ?? false,
      range,
      seconds: Math.round(draftSeconds(draft, secondsOf)),
      options: [...new Set(options)],
      ...(draft.place && { place: draft.place }),
      ...(draft.chosen && { chosen: draft.chosen }),
      ...(draft.joins && { joins: true }),
      ...(draft.splits && { splits: true }),
    };
  });
}

/** Seconds a draft stands. */
export function draftSeconds(draft: SlideDraft, secondsOf: (part: Part) => number): number {
  return draft.parts.reduce((sum, part) => sum + secondsOf(part), 0);
}

function rangeOf(draft: SlideDraft, end: number): SourceRange {
  const [first, last] = [draft.parts[0], draft.parts.at(-1)];
  if (first && last) return { start: first.range.start, end: Math.max(first.range.start, last.range.end) };
  return draft.title?.range ?? { start: end, end };
}

/** FNV-1a, 32 bits, in base 36: short, and the same everywhere. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}

/** Characters of a text in a key: a point of one long sentence would make every key as long. */
export const LONGEST_KEY = 200;

/** Key of a slide that shows `title` for the `nth` time under `path`. */
export function keyOf(path: string, title: SlideText | undefined, nth: number): string {
  return `${path}/${title ? shownText(title).slice(0, LONGEST_KEY) : ''}/${nth}`;
}
