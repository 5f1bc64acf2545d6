import { heightOf, linesToFill } from '../height.ts';
import { GRID_ROW, PAGE } from '../line-styles.ts';
import { dateOf, field, type Meeting, occasionOf, paperTitle, placeOf } from '../meeting.ts';
import { BLANK, SPACE } from '../pieces.ts';
import type { PackBlock, Piece } from '../types.ts';

const ROW = 12;
const LEAST_ROWS = 3;
const PITCH = 8.5;
/** Kept free at the foot of the first page, mm. */
const RESERVE = 12;

/**
 * A form for what was said and decided, which is written by hand: head and what was heard on the first page, lines and
 * signatures on the second.
 */
export function record(meeting: Meeting): PackBlock[] {
  const { words, speeches } = meeting;
  const single = speeches.length === 1 ? speeches[0] : undefined;
  /** A number of people, or room for it, before the label that counts them. */
  const persons = (typed: readonly Piece[] = BLANK) => [
    ...(typed.length > 0 ? typed : [SPACE, SPACE, SPACE]),
    SPACE,
    ...words.label('persons'),
  ];
  const heading = (id: Parameters<typeof words.label>[0]): PackBlock[] => {
    const pieces = words.label(id);
    return pieces.length === 0 ? [] : [{ kind: 'line', style: 'heading', pieces, keep: true }];
  };
  const studied = speeches.flatMap(({ title, headings }): PackBlock[] =>
    [single && headings.length > 0 ? BLANK : title, ...headings.map(({ pieces }) => pieces)]
      .filter((pieces) => pieces.length > 0)
      .map(
        (pieces, index): PackBlock => ({
          kind: 'line',
          style: index === 0 && pieces === title ? 'subject' : 'point',
          pieces,
        }),
      ),
  );
  const first: PackBlock[] = [
    paperTitle(meeting, 'record'),
    {
      kind: 'grid',
      rows: [
        [field(words, 'meeting', occasionOf(meeting))],
        [field(words, 'time', dateOf(meeting)), field(words, 'place', placeOf(meeting))],
        [field(words, 'chair', words.typed('chair')), field(words, 'recorder', words.typed('recorder'))],
        ...speeches.map(({ speaker }) => [field(words, 'speaker', speaker)]),
        [field(words, 'expected', persons(words.typed('expected'))), field(words, 'present', persons())],
        [field(words, 'sitting-in', persons()), field(words, 'absent', persons())],
        [field(words, 'leave'), field(words, 'reason')],
        [field(words, 'subject', single?.title)],
        [field(words, 'topic')],
      ],
    },
    ...(studied.length > 0 ? [...heading('studied'), ...studied] : []),
  ];
  const left = PAGE.area - (heightOf(first) % PAGE.area) - RESERVE - GRID_ROW;
  // Too few rows are not worth beginning with.
  const onNext = left < LEAST_ROWS * ROW;
  const rows = Math.floor((onNext ? PAGE.area - RESERVE - GRID_ROW : left) / ROW);
  const foot: PackBlock = {
    kind: 'grid',
    plain: true,
    rows: [
      [field(words, 'chair-signature'), field(words, 'recorder-signature')],
      [field(words, 'review'), field(words, 'date')],
    ],
  };
  const headings = (['discussion', 'decision', 'motions'] as const)
    .map(heading)
    .filter((one) => one.length > 0);
  const lines = linesToFill([...headings.flat(), foot], PITCH);
  const each = Math.floor(lines / headings.length);
  return [
    ...first,
    ...(onNext ? [{ kind: 'page-break' } as const] : []),
    {
      kind: 'table',
      columns: [
        { head: words.label('who'), share: 0.2, align: 'center' },
        { head: words.label('said'), share: 0.8, align: 'center' },
      ],
      rowHeight: ROW,
      rows: Array.from({ length: rows }, () => [[], []]),
    },
    { kind: 'page-break' },
    ...headings.flatMap((one): PackBlock[] => [...one, { kind: 'ruled', lines: each, pitch: PITCH }]),
    { kind: 'line', style: 'subject', pieces: BLANK },
    foot,
  ];
}
