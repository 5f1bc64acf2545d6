import { speakingSeconds } from '../../speech/timing.ts';
import type { SourceRange } from '../../speech/types.ts';
import { type Part, toNotes } from './parts.ts';
import { shownText } from './trim-point.ts';
import type { Slide, SlideContent, SlideLayout, SlideText } from './types.ts';

/** A slide before it has its id and time. */
export interface SlideDraft {
  readonly layout: SlideLayout;
  readonly title?: SlideText;
  readonly content: SlideContent;
  readonly parts: readonly Part[];
  readonly continued?: boolean;
  /** What the id is made of: stays the same while the slide's words are edited. */
  readonly key: string;
}

/**
 * Drafts → slides. An id is a hash of the draft's key; equal keys are told apart by their order, so that an
 * edit elsewhere in the speech changes no id.
 */
export function finish(drafts: readonly SlideDraft[], rate: number): Slide[] {
  const used = new Map<string, number>();
  let end = 0;
  return drafts.map((draft) => {
    const base = `${draft.layout}-${hash(draft.key)}`;
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    const range = rangeOf(draft, end);
    end = range.end;
    return {
      id: times === 1 ? base : `${base}-${times}`,
      layout: draft.layout,
      ...(draft.title && { title: draft.title }),
      content: draft.content,
      notes: toNotes(draft.parts),
      continued: draft.continued ?? false,
      range,
      seconds: Math.round(draft.parts.reduce((sum, part) => sum + secondsOf(part, rate), 0)),
    };
  });
}

/** What is shown or printed and not read out. */
const SILENT: ReadonlySet<Part['kind']> = new Set(['title', 'cell', 'caption', 'footnote', 'cue', 'aside']);

function secondsOf(part: Part, rate: number): number {
  return SILENT.has(part.kind) ? 0 : speakingSeconds(part.text, rate);
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

const LONGEST_KEY = 200;

/** Key of a slide that shows `title` for the `nth` time under `path`. */
export function keyOf(path: string, title: SlideText | undefined, nth: number): string {
  return `${path}/${title ? shownText(title).slice(0, LONGEST_KEY) : ''}/${nth}`;
}
