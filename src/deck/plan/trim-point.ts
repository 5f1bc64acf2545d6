import { rangeOf, sliceInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline } from '../../speech/types.ts';
import { endWithout } from '../../text/trim.ts';
import type { SlideText } from './types.ts';

/** Stops that a point or title does without; ！ ？ and closing quotes keep their meaning and stay. */
const FINAL_STOP = /[。；，、：;,:.\s]/u;

/** Inlines as visible text: without note calls, without white space around, without the final stop. */
export function shown(inlines: readonly Inline[], marker?: string): SlideText {
  const text = inlineText(inlines);
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, endWithout(text, FINAL_STOP));
  const kept = sliceInlines(inlines, start, end).filter((inline) => inline.kind !== 'note-ref');
  const range = rangeOf(kept, inlines[0]?.range.start ?? 0);
  return marker === undefined || marker === ''
    ? { inlines: kept, range }
    : { marker: marker.trim(), inlines: kept, range };
}

/** The words of a text as `shown` leaves them. */
export function shownWords(text: string): string {
  const bare = text.trimStart();
  return bare.slice(0, endWithout(bare, FINAL_STOP));
}

/** Characters of a visible text, marker included. */
export function shownText(text: SlideText): string {
  return (text.marker ?? '') + inlineText(text.inlines);
}
