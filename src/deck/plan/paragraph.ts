import { sliceInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline } from '../../speech/types.ts';
import { hasEmphasis, hasTopic } from './emphasis.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Stretch } from './paired-marks.ts';
import type { Part } from './parts.ts';
import { shown } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** The sentences of one paragraph, with offsets in its text. */
export interface Paragraph {
  /** Index of its first sentence among the parts of its run. */
  readonly at: number;
  readonly sentences: readonly Part[];
  /** Where each sentence begins in `text`, and the length of `text` behind the last. */
  readonly starts: readonly number[];
  readonly text: string;
  /** `matchingText` of `text`: the same offsets. */
  readonly plain: string;
  readonly facts: Facts;
  readonly seconds: number;
}

/**
 * Paragraphs of a run of text.
 *
 * @param secondsOf how long a part is spoken
 */
export function paragraphsOf(parts: readonly Part[], secondsOf: (part: Part) => number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let at = 0; at < parts.length; ) {
    const from = at;
    do at++;
    while (at < parts.length && !begins(parts[at] as Part, parts[at - 1] as Part));
    const first = parts[from] as Part;
    if (first.kind !== 'sentence' || first.inlines === undefined) continue;
    paragraphs.push(paragraphOf(parts.slice(from, at), from, secondsOf));
  }
  return paragraphs;
}

function begins(part: Part, before: Part): boolean {
  return part.kind !== 'sentence' || before.kind !== 'sentence' || part.first === true;
}

function paragraphOf(sentences: readonly Part[], at: number, secondsOf: (part: Part) => number): Paragraph {
  const starts: number[] = [];
  let text = '';
  let seconds = 0;
  let key = '';
  for (const part of sentences) {
    starts.push(text.length);
    text += inlineText(part.inlines ?? []);
    seconds += secondsOf(part);
    key += `${text.length}${flagsOf(part)} `;
  }
  starts.push(text.length);
  const facts = factsOf(key + text, text);
  return { at, sentences, starts, text, plain: facts.plain, facts, seconds };
}

/** What the author and the model say of a sentence beside its words. */
function flagsOf({ inlines = [], place, startsLine }: Part): string {
  const plain = inlines.every(({ kind }) => kind === 'text' || kind === 'quotation');
  const signs = plain ? '' : `${hasTopic(inlines) ? 't' : ''}${hasEmphasis(inlines) ? 'e' : ''}`;
  return `${signs}${place ?? ''}${startsLine ? 'l' : ''}`;
}

/** A stretch of the paragraph as it is shown: without the stop at its end. */
export function textIn(paragraph: Paragraph, { from, to }: Stretch): SlideText {
  const { sentences, starts } = paragraph;
  const first = sentenceAt(paragraph, from);
  const last = sentenceAt(paragraph, Math.max(from, to - 1));
  const inlines: readonly Inline[] =
    first === last
      ? (sentences[first]?.inlines ?? [])
      : sentences.slice(first, last + 1).flatMap((part) => part.inlines ?? []);
  const start = starts[first] as number;
  return shown(sliceInlines(inlines, from - start, to - start));
}

/** What is quoted in the paragraph: marks with a stop between them. */
export function quotedStretches({ facts }: Paragraph): readonly Stretch[] {
  return facts.quoted;
}

/** Index of the sentence that holds an offset. */
export function sentenceAt({ starts }: Paragraph, offset: number): number {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A sentence's stretch of the paragraph. */
export function sentenceStretch({ starts }: Paragraph, index: number): Stretch {
  return { from: starts[index] as number, to: starts[index + 1] as number };
}
