import { rangeOf } from '../speech/inlines.ts';
import { outermostSections } from '../speech/outermost-sections.ts';
import { inlineText } from '../speech/text.ts';
import { blockSeconds, speechSeconds } from '../speech/timing.ts';
import type { Section } from '../speech/types.ts';
import type { FoundText } from '../text/source.ts';
import { type LabelId, type LabelSet, labelText } from './labels.ts';
import type { MeetingBreak, PackOptions, PackSpeech, Piece, TypedField } from './types.ts';
import { type WholeSentence, wholeSentences } from './whole-sentences.ts';

/** Pieces of nothing: the place is filled in by hand. */
export const BLANK: readonly Piece[] = [];

export const SPACE: Piece = { kind: 'space', text: '　' };
const NARROW: Piece = { kind: 'space', text: ' ' };

/** What the papers take from one speech: ranges of its text, whole values, headings and sentences only. */
export interface SpeechPieces {
  readonly index: number;
  readonly title: readonly Piece[];
  /** Role and name, as the speech's own title block has them. */
  readonly speaker: readonly Piece[];
  /** Name without role. */
  readonly speakerName: readonly Piece[];
  readonly occasion: readonly Piece[];
  readonly date: readonly Piece[];
  readonly place: readonly Piece[];
  readonly organizer: readonly Piece[];
  readonly minutes: number;
  /** Outermost headings with the minutes of their sections. */
  readonly headings: readonly { readonly pieces: readonly Piece[]; readonly minutes: number }[];
  readonly firstSentence: readonly Piece[];
  readonly lastSentence: readonly Piece[];
  readonly points: readonly (readonly Piece[])[];
  readonly questions: readonly {
    readonly key: string;
    readonly pieces: readonly Piece[];
    /** Of the slide on which the question is spoken. */
    readonly slide: number | undefined;
  }[];
}

/** Names a question of a meeting's speeches, as long as their texts are not edited. */
function questionKey(speech: number, start: number): string {
  return `${speech}:${start}`;
}

/**
 * Keys of questions after the speeches of their meeting changed.
 *
 * @param from names of the speeches in the order for which the keys are
 * @param to names in the new order; questions of a speech that is not there any more have no key
 */
export function movedQuestions(
  keys: readonly string[],
  from: readonly string[],
  to: readonly string[],
): string[] {
  return keys.flatMap((key) => {
    const [speech, start] = key.split(':').map(Number) as [number, number];
    const place = to.indexOf(from[speech] ?? '');
    return place === -1 ? [] : [questionKey(place, start)];
  });
}

/** Takes the pieces of one speech. */
export function speechPieces(from: PackSpeech, index: number): SpeechPieces {
  const { speech, rate, slideStarts, convert = (text: string) => text } = from;
  const { meta } = speech;
  const piece = ({ text, range }: FoundText): Piece => ({
    kind: 'source',
    speech: index,
    range,
    text: convert(text.trim()),
  });
  const value = (found: FoundText | undefined) => (found === undefined ? BLANK : [piece(found)]);
  const sentences = wholeSentences(speech);
  const spoken = sentences.filter(({ courtesy }) => !courtesy);
  const sentence = (one: WholeSentence | undefined) => value(one);
  const slideAt = (offset: number) => slideStarts.findLast((start) => start.offset <= offset)?.number;
  return {
    index,
    title: value(meta.title),
    speaker: [...value(meta.role), ...(meta.role && meta.speaker ? [NARROW] : []), ...value(meta.speaker)],
    speakerName: value(meta.speaker),
    occasion: value(meta.occasion),
    date: value(meta.date),
    place: value(meta.place),
    organizer: value(meta.organization),
    minutes: minutesOf(speechSeconds(speech, rate).seconds),
    headings: outermostSections(speech).map((section) => ({
      pieces: [piece(headingText(section))],
      minutes: minutesOf(blockSeconds(section, rate)),
    })),
    firstSentence: sentence(spoken[0]),
    lastSentence: sentence(spoken.at(-1)),
    points: sentences.filter(({ emphasised }) => emphasised).map((one) => [piece(one)]),
    questions: sentences
      .filter(({ isQuestion }) => isQuestion)
      .map((one) => ({
        key: questionKey(index, one.range.start),
        pieces: [piece(one)],
        slide: slideAt(one.range.start),
      })),
  };
}

/** A heading with its number, as written. */
function headingText({ marker, heading }: Section): FoundText {
  const hasNumber = marker !== undefined && marker.text.trim() !== '';
  const nodes = hasNumber ? [marker, ...heading] : heading;
  return {
    text: (hasNumber ? marker.text : '') + inlineText(heading),
    range: rangeOf(nodes, 0),
  };
}

/** Whole minutes, rounded up; at least one. */
function minutesOf(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}

/** Names typed one a line or between 、: without the white space around them. */
export function typedNames(text: string): string[] {
  return text
    .split(/[\n、]/)
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '');
}

/** Makes labels and typed values of one pack. */
export class Words {
  readonly #set: LabelSet;
  readonly #options: PackOptions;

  constructor(set: LabelSet, options: PackOptions) {
    this.#set = set;
    this.#options = options;
  }

  /** @returns no piece where the set lacks the label */
  label(id: LabelId): readonly Piece[] {
    const own = this.#options.renamed?.[id]?.trim();
    if (own) return [{ kind: 'label', id, text: own, renamed: true }];
    const text = labelText(id, this.#set);
    return text === undefined ? BLANK : [{ kind: 'label', id, text }];
  }

  /** @returns no piece where nothing was typed */
  typed(field: Exclude<TypedField, 'names'>): readonly Piece[] {
    const text = this.#options.typed?.[field]?.trim().replace(/\s+/g, ' ');
    return text ? [{ kind: 'typed', field, text }] : BLANK;
  }

  /** Names typed for signs, in their order. */
  names(): readonly (readonly Piece[])[] {
    return typedNames(this.#options.typed?.names ?? '').map((text) => [
      { kind: 'typed', field: 'names', text },
    ]);
  }

  /** Name and minutes of a break, as typed. */
  pause({ minutes, label = '' }: MeetingBreak): {
    readonly name: readonly Piece[];
    readonly duration: readonly Piece[];
  } {
    const typed = (text: string): Piece => ({ kind: 'typed', field: 'break', text });
    const name = label.trim().replace(/\s+/g, ' ');
    return {
      name: name === '' ? this.label('break') : [typed(name)],
      duration: [typed(String(minutes)), NARROW, ...this.label('minutes')],
    };
  }

  /** 约 10 分钟 */
  about(minutes: number): readonly Piece[] {
    return [...this.label('about'), NARROW, number(minutes), NARROW, ...this.label('minutes')];
  }
}

/** A whole number in digits. */
export function number(value: number): Piece {
  return { kind: 'computed', text: String(value) };
}
