import type { LabelId } from './labels.ts';
import { BLANK, SPACE, type SpeechPieces, type Words } from './pieces.ts';
import type { Field, PackBlock, PackOptions, Piece } from './types.ts';

/** All that the papers of one meeting are made from. */
export interface Meeting {
  readonly words: Words;
  readonly options: PackOptions;
  readonly speeches: readonly SpeechPieces[];
}

/** What a head says of the meeting: typed, else of the first speech that says it. */
export function occasionOf({ words, speeches, options }: Meeting): readonly Piece[] {
  const known = firstOf(words.typed('occasion'), ...speeches.map(({ occasion }) => occasion));
  return known.length > 0 || options.kind === undefined ? known : words.label(options.kind);
}

export function dateOf({ words, speeches }: Meeting): readonly Piece[] {
  return firstOf(words.typed('date'), ...speeches.map(({ date }) => date));
}

export function placeOf({ words, speeches }: Meeting): readonly Piece[] {
  return firstOf(words.typed('place'), ...speeches.map(({ place }) => place));
}

export function organizerOf({ words, speeches }: Meeting): readonly Piece[] {
  return firstOf(words.typed('organizer'), ...speeches.map(({ organization }) => organization));
}

/** The titles of all speeches, one a line. */
export function titlesOf({ speeches }: Meeting): readonly (readonly Piece[])[] {
  return speeches.map(({ title }) => title).filter((title) => title.length > 0);
}

function firstOf(...values: readonly (readonly Piece[])[]): readonly Piece[] {
  return values.find((value) => value.length > 0) ?? BLANK;
}

/** A field by its label. */
export function field(words: Words, id: LabelId, value: readonly Piece[] = BLANK): Field {
  return { label: words.label(id), value };
}

/** The name of a paper: kind of meeting, then what the paper is. */
export function paperTitle({ words, options }: Meeting, id: LabelId): PackBlock {
  const kind = options.kind === undefined ? BLANK : words.label(options.kind);
  return {
    kind: 'line',
    style: 'title',
    pieces: [...kind, ...(kind.length > 0 ? [SPACE] : []), ...words.label(id)],
  };
}

/** The occasion as a line under the paper's name; no line where it is not known, or stands in the name already. */
export function occasionLine(meeting: Meeting): readonly PackBlock[] {
  const pieces = occasionOf(meeting);
  if (pieces.length === 0 || pieces.some((piece) => piece.kind === 'label')) return [];
  return [{ kind: 'line', style: 'occasion', pieces }];
}
