import { inlineText } from '../../speech/text.ts';
import type { Inline, Mark, Strong } from '../../speech/types.ts';
import { shown } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Shortest emphasised text that stands as a point by itself, characters. */
const SHORTEST = 6;

/** What the author made strong or marked in these inlines: it is wanted on the slide before anything else. */
export function emphasised(inlines: readonly Inline[]): (Strong | Mark)[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'strong' || inline.kind === 'mark') return [inline];
    return 'children' in inline ? emphasised(inline.children) : [];
  });
}

/** True where these inlines hold a topic sentence. */
export function hasTopic(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) => inline.kind === 'topic' || ('children' in inline && hasTopic(inline.children)),
  );
}

/** The emphasised words long enough to be points; shorter ones only lift the sentence they stand in. */
export function emphasisPoints(inlines: readonly Inline[]): SlideText[] {
  return emphasised(inlines)
    .filter((inline) => inlineText(inline.children).length >= SHORTEST)
    .map((inline) => shown(inline.children));
}
