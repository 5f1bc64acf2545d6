import { heightOf, linesToFill } from '../height.ts';
import { PAGE } from '../line-styles.ts';
import { dateOf, field, type Meeting, paperTitle, placeOf } from '../meeting.ts';
import type { SpeechPieces } from '../pieces.ts';
import type { LineStyle, PackBlock, Piece } from '../types.ts';

/** Distance of the lines to write on, mm. */
const PITCH = 8.5;
/** Share of a page that the author's sentences may fill: the sheet is for writing on. */
const MOST_TEXT = 0.62;

/** A listener's sheet, one a speech: outline, the sentences that the author emphasised, lines. */
export function study(meeting: Meeting): PackBlock[] {
  return meeting.speeches.flatMap((speech, index): PackBlock[] => [
    ...(index > 0 ? [{ kind: 'page-break' } as const] : []),
    ...sheet(meeting, speech),
  ]);
}

function sheet(meeting: Meeting, { title, speaker, headings, points }: SpeechPieces): PackBlock[] {
  const { words } = meeting;
  const head: PackBlock[] = [
    paperTitle(meeting, 'study'),
    {
      kind: 'grid',
      rows: [
        [field(words, 'subject', title)],
        [field(words, 'speaker', speaker)],
        [field(words, 'date', dateOf(meeting)), field(words, 'place', placeOf(meeting))],
        [field(words, 'name'), field(words, 'unit')],
      ],
    },
  ];
  const list = (
    label: readonly Piece[],
    style: LineStyle,
    lines: readonly (readonly Piece[])[],
  ): PackBlock[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'line', style: 'heading', pieces: label, keep: true },
          ...lines.map((pieces): PackBlock => ({ kind: 'line', style, pieces })),
        ];
  const outline = list(
    words.label('outline'),
    'point',
    headings.map(({ pieces }) => pieces),
  );
  const emphasised = list(words.label('points'), 'point', points);
  // All of the emphasised sentences or none: a choice among them would be ours.
  const fits = heightOf([...head, ...outline, ...emphasised]) <= MOST_TEXT * PAGE.area;
  const text = [...head, ...outline, ...(fits ? emphasised : [])];
  const notes: PackBlock = { kind: 'line', style: 'heading', pieces: words.label('notes'), keep: true };
  const reflections: PackBlock = {
    kind: 'line',
    style: 'heading',
    pieces: words.label('reflections'),
    keep: true,
  };
  const lines = linesToFill([...text, notes, reflections], PITCH, { least: 6 });
  const half = Math.floor(lines / 2);
  return [
    ...text,
    notes,
    { kind: 'ruled', lines: lines - half, pitch: PITCH },
    reflections,
    { kind: 'ruled', lines: half, pitch: PITCH },
  ];
}
