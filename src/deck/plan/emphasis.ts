import { splitInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline } from '../../speech/types.ts';
import { shown } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Shortest strong text that stands as a point by itself, and shortest marked for the slide: a word, characters. */
const SHORTEST = { strong: 6, marked: 2 } as const;

/** From one offset of `inlineText` to another. */
interface Stretch {
  from: number;
  to: number;
  /** Marked for the slide, not only strong. */
  marked: boolean;
}

/**
 * What the author made strong or marked in these inlines: it is wanted on the slide before anything else.
 * A mark that goes on across a quotation or a topic is one.
 */
function emphasised(inlines: readonly Inline[]): Stretch[] {
  const found: Stretch[] = [];
  let offset = 0;
  const visit = (inline: Inline, inside: boolean, inMark: boolean): void => {
    const marked = inMark || inline.kind === 'mark';
    const strong = inside || marked || inline.kind === 'strong';
    if ('children' in inline) {
      for (const child of inline.children) visit(child, strong, marked);
      return;
    }
    const length = inlineText([inline]).length;
    const last = found.at(-1);
    if (strong && last?.to === offset) {
      last.to += length;
      last.marked ||= marked;
    } else if (strong && length > 0) found.push({ from: offset, to: offset + length, marked });
    offset += length;
  };
  for (const inline of inlines) visit(inline, false, false);
  return found;
}

export function hasEmphasis(inlines: readonly Inline[]): boolean {
  return emphasised(inlines).length > 0;
}

/** True where these inlines hold a topic sentence. */
export function hasTopic(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) => inline.kind === 'topic' || ('children' in inline && hasTopic(inline.children)),
  );
}

/** Words the author wants on a slide. */
export interface EmphasisPoint {
  readonly text: SlideText;
  /** Marked for the slide: shown however long it is. What is only strong (a whole paragraph, in many Word files) is not. */
  readonly marked: boolean;
}

/** The emphasised words long enough to be points; shorter ones only lift the sentence they stand in. */
export function emphasisPoints(inlines: readonly Inline[]): EmphasisPoint[] {
  const found = emphasised(inlines).filter(
    ({ from, to, marked }) => to - from >= SHORTEST[marked ? 'marked' : 'strong'],
  );
  if (found.length === 0) return [];
  // All cut at once: a sentence may hold thousands.
  const pieces = splitInlines(
    inlines,
    found.flatMap(({ from, to }) => (from > 0 ? [from, to] : [to])),
  );
  const first = found[0]?.from === 0 ? 0 : 1;
  return found.map(({ marked }, index) => ({
    text: shown(plain(pieces[first + index * 2] ?? [])),
    marked,
  }));
}

/** Without the emphasis: where all is emphasised, nothing is. */
function plain(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind === 'strong' || inline.kind === 'mark') return plain(inline.children);
    return 'children' in inline ? [{ ...inline, children: plain(inline.children) } as Inline] : [inline];
  });
}
