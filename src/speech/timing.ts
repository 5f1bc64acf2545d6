import { splitSentences } from './sentences.ts';
import { syllables } from './spoken-length.ts';
import { inlineText } from './text.ts';
import type { Block, Inline, Section, Speech } from './types.ts';

/** Characters a minute of an ordinary speaker who reads a formal speech (typography §6: 160–200). */
export const DEFAULT_RATE = 180;
/** Seconds of silence; ， and 、 are inside the rate. (typography §6) */
export const SENTENCE_PAUSE = 0.3;
export const PARAGRAPH_PAUSE = 0.8;
export const HEADING_PAUSE = 2;
/** The ordinary speaker is this much slower or faster than the rate: 160 and 200 around 180. */
const SLOWER = 160 / 180;
const FASTER = 200 / 180;

const STOP = /[。！？!?]+/g;

/**
 * Seconds to say `text`, with the pauses at its sentence ends.
 * @param rate characters a minute; what is not above 0 counts as {@link DEFAULT_RATE}
 */
export function speakingSeconds(text: string, rate: number = DEFAULT_RATE): number {
  const pace = rate > 0 ? rate : DEFAULT_RATE;
  const stops = text.match(STOP)?.length ?? 0;
  return (syllables(text) * 60) / pace + stops * SENTENCE_PAUSE;
}

/** Seconds of each sentence of a paragraph or heading, in the order of `splitSentences`. */
export function sentenceSeconds(inlines: readonly Inline[], rate: number = DEFAULT_RATE): number[] {
  return splitSentences(inlines).map((sentence) => speakingSeconds(sentence.text, rate));
}

/** Seconds of a section with all in it, or of a block, pauses behind paragraphs and headings included. */
export function blockSeconds(node: Section | Block, rate: number = DEFAULT_RATE): number {
  const say = (inlines: readonly Inline[]) => speakingSeconds(inlineText(inlines), rate);
  const all = (nodes: readonly (Section | Block)[]) =>
    nodes.reduce((sum, child) => sum + blockSeconds(child, rate), 0);
  switch (node.kind) {
    case 'section': {
      const heading = speakingSeconds(node.marker?.text ?? '', rate) + say(node.heading);
      const only = node.children.length === 0 ? PARAGRAPH_PAUSE : 0;
      return heading + (node.runIn ? only : HEADING_PAUSE) + all(node.children);
    }
    case 'paragraph':
    case 'salutation':
      return say(node.children) + PARAGRAPH_PAUSE;
    case 'quote':
      return all(node.children);
    case 'list':
      return node.items.reduce(
        (sum, item) => sum + (node.ordered ? speakingSeconds(item.marker, rate) : 0) + all(item.children),
        0,
      );
    // What is shown is not read out: a table, a picture, a cue, the signature under the speech.
    case 'table':
    case 'figure':
    case 'cue':
    case 'signature':
    case 'break':
      return 0;
  }
}

/** Seconds of a speech at its rate, and for the slower and the faster of ordinary speakers. */
export interface SpeechTime {
  readonly seconds: number;
  readonly fastest: number;
  readonly slowest: number;
}

/**
 * Time to give a speech: title block and notes are not read out; attachments neither.
 * @param rate characters a minute; the front matter's `rate`, then {@link DEFAULT_RATE}, when absent
 */
export function speechSeconds(
  speech: Speech,
  rate: number = speech.meta.settings.rate ?? DEFAULT_RATE,
): SpeechTime {
  const spoken = [
    ...speech.opening,
    ...speech.sections,
    ...speech.closing.filter((block) => !(block.kind === 'paragraph' && block.role === 'attachment')),
  ];
  const at = (pace: number) => spoken.reduce((sum, node) => sum + blockSeconds(node, pace), 0);
  return { seconds: at(rate), fastest: at(rate * FASTER), slowest: at(rate * SLOWER) };
}
