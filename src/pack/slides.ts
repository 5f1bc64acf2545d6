import { characterWidth } from '../text/width.ts';
import { piecesText } from './height.ts';
import { askedQuestions, type Meeting } from './meeting.ts';
import { agendaItems, isCeremony } from './papers/agenda-items.ts';
import { BLANK, number, SPACE } from './pieces.ts';
import type { PackSlide, Piece } from './types.ts';

/**
 * What a slide of the narrowest ratio, 4:3, holds at a size that the back row reads (docs/slides.md): widths in Han, heights
 * in lines.
 */
const ROOM = {
  /** Of a table's row, the white between its columns taken off. */
  row: 19,
  /** Most that the speakers' column takes of it. */
  charge: 6,
  /** Of a table under its title; each row has some white besides its lines. */
  tableLines: 9,
  rowPadding: 0.25,
  /** Of lines of text. */
  line: 20,
  lines: 7,
  points: 4,
} as const;

/** The slides of a meeting: its agenda, and the questions that the author asks; more than one slide where one is too small. */
export function packSlides(meeting: Meeting): PackSlide[] {
  return [...agendaSlides(meeting), ...questionSlides(meeting)];
}

interface AgendaRow {
  readonly cells: readonly (readonly Piece[])[];
  readonly lines: number;
}

function agendaSlides(meeting: Meeting): PackSlide[] {
  const { words, speeches } = meeting;
  const items = agendaItems(meeting);
  // One speech alone is no agenda: its headings are.
  const withHeadings = speeches.length === 1;
  const charges = items.map(({ name }) => widthOf(name));
  const chargeWidth = Math.min(ROOM.charge, Math.max(...charges, 0));
  const durations = items.map(({ duration }) => widthOf(duration));
  const contentWidth = ROOM.row - widthOf(words.label('number')) - Math.max(...durations, 4) - chargeWidth;
  const hasCharge = chargeWidth > 0;
  const columns = ['number', 'content', 'duration', ...(hasCharge ? (['charge'] as const) : [])] as const;
  const row = (
    place: readonly Piece[],
    content: readonly Piece[],
    duration: readonly Piece[],
    charge: readonly Piece[],
  ): AgendaRow => ({
    cells: [place, content, duration, ...(hasCharge ? [charge] : [])],
    lines: Math.max(
      1,
      Math.ceil(widthOf(content) / contentWidth),
      hasCharge ? Math.ceil(widthOf(charge) / chargeWidth) : 0,
    ),
  });
  const rows = items.flatMap(({ title, headings, duration, name }, index): AgendaRow[] => [
    row([number(index + 1)], title, duration, name),
    ...(withHeadings
      ? headings.map(({ pieces, minutes }) => row(BLANK, pieces, words.about(minutes), BLANK))
      : []),
  ]);
  const title = words.label(isCeremony(meeting) ? 'programme' : 'agenda');
  return filled(rows, ({ lines }) => lines + ROOM.rowPadding, ROOM.tableLines).map((some) => ({
    title,
    table: {
      head: columns.map((id) => words.label(id)),
      rows: some.map(({ cells }) => cells),
      align: columns.map((id) => (id === 'content' ? 'left' : 'center')),
    },
  }));
}

function questionSlides(meeting: Meeting): PackSlide[] {
  const { words, speeches } = meeting;
  const label = words.label('questions');
  return askedQuestions(meeting).flatMap(({ title, questions }) => {
    const points = questions.map(({ pieces }, index) => [number(index + 1), SPACE, ...pieces]);
    const own = speeches.length > 1 && title.length > 0 ? [...label, SPACE, ...title] : label;
    const lines = (point: readonly Piece[]) =>
      Math.max(ROOM.lines / ROOM.points, Math.ceil(widthOf(point) / ROOM.line));
    return filled(points, lines, ROOM.lines).map((some) => ({ title: own, points: some }));
  });
}

/** Things in groups that are no higher than the room; one that is higher has a group of its own. */
function filled<Thing>(things: readonly Thing[], height: (thing: Thing) => number, room: number): Thing[][] {
  const groups: Thing[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const own = height(thing);
    if (used + own > room) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)!.push(thing);
    used += own;
  }
  return groups;
}

function widthOf(pieces: readonly Piece[]): number {
  return characterWidth(piecesText(pieces));
}
