import { rangeOf, splitInlines } from './inlines.ts';
import { inlineText } from './text.ts';
import type { Inline, SourceRange } from './types.ts';

/**
 * End of a sentence with the closing marks that belong to it. ； and …… end none: what follows them is
 * said in the same breath. (docs: measured against Intl.Segmenter, kept simple for stable results.)
 */
const SENTENCE_END = /[。！？!?]+[”’」』）》)]*/g;

/** A half-width mark ends a sentence only where it does not stand inside Latin text: `Yahoo!公司`, `a?b=c`. */
const HALF_WIDTH = /^[!?]+[)]*$/;

/** Offset behind the first sentence of `text`, −1 when no sentence ends in it. */
export function firstSentenceEnd(text: string): number {
  for (const end of sentenceEnds(text)) return end;
  return -1;
}

/** Offsets behind each sentence end; the last one is the end of the text if a stop stands there. */
export function* sentenceEnds(text: string): Generator<number> {
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (
      HALF_WIDTH.test(match[0]) &&
      /[\x21-\x7e]/.test(text[match.index - 1] ?? '') &&
      /\S/.test(text[end] ?? ' ')
    )
      continue;
    yield end;
  }
}

/** One sentence of a paragraph or heading. */
export interface Sentence {
  readonly children: readonly Inline[];
  readonly text: string;
  readonly range: SourceRange;
}

/**
 * Cuts inlines into sentences: `/[。！？!?]+[”’」』）》]*​/` ends one. Every character is in exactly one
 * sentence; what has no stop at its end is a sentence too. Ranges are exact, also through repairs.
 * A note call stays with the sentence before it.
 */
export function splitSentences(inlines: readonly Inline[]): Sentence[] {
  const text = inlineText(inlines);
  if (text === '' && inlines.length === 0) return [];
  const cuts = [...sentenceEnds(text)].filter((end) => text.slice(end).trim() !== '');
  let at = 0;
  return splitInlines(inlines, cuts).map((children, index) => {
    const end = cuts[index] ?? text.length;
    const sentence = { children, text: text.slice(at, end), range: rangeOf(children, 0) };
    at = end;
    return sentence;
  });
}
