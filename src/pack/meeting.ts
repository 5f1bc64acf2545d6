import { bareText } from '../text/bare-text.ts';
import { piecesText } from './height.ts';
import type { LabelId } from './labels.ts';
import { BLANK, SPACE, type SpeechPieces, type Words } from './pieces.ts';
import type { Field, PackBlock, PackOptions, Piece } from './types.ts';

/** All that the papers of one meeting are made from. */
export interface Meeting {
  readonly words: Words;
  readonly options: PackOptions;
  readonly speeches: readonly SpeechPieces[];
}

/** What a head says of the meeting: typed, else what its speeches say, else the kind of meeting. */
export function occasionOf(meeting: Meeting): readonly Piece[] {
  const { words, options } = meeting;
  const known = knownOf(meeting, 'occasion');
  return known.length > 0 || options.kind === undefined ? known : words.label(options.kind);
}

export function dateOf(meeting: Meeting): readonly Piece[] {
  return knownOf(meeting, 'date');
}

export function placeOf(meeting: Meeting): readonly Piece[] {
  return knownOf(meeting, 'place');
}

export function organizerOf(meeting: Meeting): readonly Piece[] {
  return knownOf(meeting, 'organizer');
}

/** What was typed, else what the speeches say; nothing where two of them say different things: one of them would be wrong. */
function knownOf(
  { words, speeches }: Meeting,
  what: 'occasion' | 'date' | 'place' | 'organizer',
): readonly Piece[] {
  const typed = words.typed(what);
  if (typed.length > 0) return typed;
  const said = speeches.map((speech) => speech[what]).filter((pieces) => pieces.length > 0);
  const different = new Set(said.map((pieces) => bareText(piecesText(pieces))));
  return different.size === 1 ? (said[0] ?? BLANK) : BLANK;
}

/** The titles of all speeches, one a line. */
export function titlesOf({ speeches }: Meeting): readonly (readonly Piece[])[] {
  return speeches.map(({ title }) => title).filter((title) => title.length > 0);
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

/** Speeches that ask questions, with the questions that the user did not leave out. */
export function askedQuestions({
  speeches,
  options,
}: Meeting): readonly Pick<SpeechPieces, 'title' | 'questions'>[] {
  const left = new Set(options.withoutQuestions);
  return speeches
    .map(({ title, questions }) => ({ title, questions: questions.filter(({ key }) => !left.has(key)) }))
    .filter(({ questions }) => questions.length > 0);
}
