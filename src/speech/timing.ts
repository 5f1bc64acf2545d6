import { DEFAULT_RATE } from './settings.ts';
import { syllables } from './spoken-length.ts';
import { inlineText } from './text.ts';
import type { Block, Passage, Section, Speech } from './types.ts';

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
  return secondsOf(textLength(text), rate);
}

/** How long something is to say, at whatever rate. */
interface SpokenLength {
  readonly syllables: number;
  /** Seconds. */
  readonly pauses: number;
}

/** The outline, the whole and each pace ask for the same blocks. The model never changes, so the answer does not. */
const lengths = new WeakMap<Section | Passage | Block, SpokenLength>();

/** Seconds of a section with all in it, or of a block, pauses behind paragraphs and headings included. */
export function blockSeconds(node: Section | Passage | Block, rate: number = DEFAULT_RATE): number {
  return secondsOf(spokenLength(node), rate);
}

function secondsOf({ syllables, pauses }: SpokenLength, rate: number): number {
  return (syllables * 60) / (rate > 0 ? rate : DEFAULT_RATE) + pauses;
}

function spokenLength(node: Section | Passage | Block): SpokenLength {
  const length = lengths.get(node) ?? measured(node);
  lengths.set(node, length);
  return length;
}

function measured(node: Section | Passage | Block): SpokenLength {
  if ('only' in node && node.only === 'print') return NOTHING;
  switch (node.kind) {
    case 'passage':
      return total(node.children.map(spokenLength));
    case 'section': {
      const only = node.children.length === 0 ? PARAGRAPH_PAUSE : 0;
      const pauses = node.runIn ? only : HEADING_PAUSE;
      const heading = [textLength(node.marker?.text ?? ''), textLength(inlineText(node.heading))];
      return total([{ syllables: 0, pauses }, ...heading, ...node.children.map(spokenLength)]);
    }
    case 'paragraph':
    case 'salutation':
      return total([textLength(inlineText(node.children)), { syllables: 0, pauses: PARAGRAPH_PAUSE }]);
    case 'quote':
      return total(node.children.map(spokenLength));
    case 'list':
      return total(
        node.items.flatMap((item) => [
          ...(node.ordered ? [textLength(item.marker)] : []),
          ...item.children.map(spokenLength),
        ]),
      );
    // What is shown is not read out: a table, a picture, a cue, the signature under the speech.
    case 'table':
    case 'figure':
    case 'cue':
    case 'signature':
    case 'break':
      return NOTHING;
  }
}

const NOTHING: SpokenLength = { syllables: 0, pauses: 0 };

function total(parts: readonly SpokenLength[]): SpokenLength {
  return parts.reduce(
    (sum, part) => ({ syllables: sum.syllables + part.syllables, pauses: sum.pauses + part.pauses }),
    NOTHING,
  );
}

function textLength(text: string): SpokenLength {
  return { syllables: syllables(text), pauses: (text.match(STOP)?.length ?? 0) * SENTENCE_PAUSE };
}

/** Seconds of a speech at its rate, and for the slower and the faster of ordinary speakers. */
export interface SpeechTime {
  readonly seconds: number;
  readonly fastest: number;
  readonly slowest: number;
}

/**
 * Time to give a speech: title block and notes are not read out, nor is what is printed only.
 * @param rate characters a minute; the front matter's `rate`, then {@link DEFAULT_RATE}, when absent
 */
export function speechSeconds(
  speech: Speech,
  rate: number = speech.meta.settings.rate ?? DEFAULT_RATE,
): SpeechTime {
  const spoken = [...speech.opening, ...speech.sections, ...speech.closing];
  const length = total(spoken.map(spokenLength));
  const at = (pace: number) => secondsOf(length, pace);
  return { seconds: at(rate), fastest: at(rate * FASTER), slowest: at(rate * SLOWER) };
}
