import { heightOf } from '../height.ts';
import { PAGE } from '../line-styles.ts';
import { dateOf, field, type Meeting, occasionLine, occasionOf, paperTitle, placeOf } from '../meeting.ts';
import { BLANK, number } from '../pieces.ts';
import type { Cell, PackBlock } from '../types.ts';
import { agendaItems, isCeremony } from './agenda-items.ts';

/** Rows without text, for what a meeting has besides the speeches. */
const FREE_ROWS = 3;
/** Kept free at the foot of the page, mm. */
const RESERVE = 12;
/** Order of a meeting: each speech with its headings, its minutes and who gives it. */
export function agenda(meeting: Meeting): PackBlock[] {
  const { words } = meeting;
  const ceremony = isCeremony(meeting);
  const items = agendaItems(meeting).map(({ title, headings, ...item }) => ({
    ...item,
    content: [title, ...headings.map(({ pieces }) => pieces)].filter((line) => line.length > 0),
  }));
  const empty = { content: [], duration: BLANK, charge: BLANK };
  const head: PackBlock[] = [
    paperTitle(meeting, ceremony ? 'programme' : 'agenda'),
    ...occasionLine(meeting),
    {
      kind: 'grid',
      rows: [
        ...(occasionOf(meeting).length === 0 ? [[field(words, 'meeting')]] : []),
        [field(words, 'time', dateOf(meeting))],
        [field(words, 'place', placeOf(meeting))],
        [field(words, 'chair', words.typed('chair'))],
      ],
    },
  ];
  const table = (free: number): PackBlock => ({
    kind: 'table',
    columns: [
      { head: words.label('number'), share: 0.09, align: 'center' },
      { head: words.label('content'), share: 0.51 },
      { head: words.label('duration'), share: 0.17, align: 'center' },
      { head: words.label('charge'), share: 0.23, align: 'center' },
    ],
    rowHeight: 10,
    rows: [...items, ...Array.from({ length: free }, () => empty)].map(
      ({ content, duration, charge }, index): readonly Cell[] => [
        index < items.length ? [[number(index + 1)]] : [],
        content,
        duration.length > 0 ? [duration] : [],
        charge.length > 0 ? [charge] : [],
      ],
    ),
  });
  let free = FREE_ROWS;
  while (free > 0 && heightOf([...head, table(free)]) > PAGE.area - RESERVE) free--;
  return [...head, table(free)];
}
