import { dateOf, field, type Meeting, occasionLine, occasionOf, paperTitle, placeOf } from '../meeting.ts';
import { number } from '../pieces.ts';
import type { Cell, PackBlock } from '../types.ts';

/** Rows of a page, and their height, mm. */
const ROWS = 20;
const ROW = 10;
/** More people than that are a slip of the hand. */
const MOST = 2000;

/**
 * Sheets of 20 rows, each with the meeting's head, as many as the people expected need; one where their number was not typed.
 * No name is ever filled in.
 */
export function signIn(meeting: Meeting): PackBlock[] {
  const expected = Number(/\d+/.exec(meeting.options.typed?.expected ?? '')?.[0] ?? 0);
  const pages = Math.max(1, Math.ceil(Math.min(expected, MOST) / ROWS));
  return Array.from({ length: pages }, (_, page) => [
    ...(page > 0 ? [{ kind: 'page-break' } as const] : []),
    ...sheet(meeting, page * ROWS),
  ]).flat();
}

/** @param before rows on the sheets before */
function sheet(meeting: Meeting, before: number): PackBlock[] {
  const { words } = meeting;
  return [
    paperTitle(meeting, 'sign-in'),
    ...occasionLine(meeting),
    {
      kind: 'grid',
      rows: [
        ...(occasionOf(meeting).length === 0 ? [[field(words, 'meeting')]] : []),
        [field(words, 'time', dateOf(meeting)), field(words, 'place', placeOf(meeting))],
      ],
    },
    {
      kind: 'table',
      columns: [
        { head: words.label('number'), share: 0.09, align: 'center' },
        { head: words.label('name'), share: 0.17, align: 'center' },
        { head: words.label('unit'), share: 0.26, align: 'center' },
        { head: words.label('post'), share: 0.16, align: 'center' },
        { head: words.label('signature'), share: 0.19, align: 'center' },
        { head: words.label('remarks'), share: 0.13, align: 'center' },
      ],
      rowHeight: ROW,
      rows: Array.from({ length: ROWS }, (_, index): readonly Cell[] => [
        [[number(before + index + 1)]],
        [],
        [],
        [],
        [],
        [],
      ]),
    },
  ];
}
