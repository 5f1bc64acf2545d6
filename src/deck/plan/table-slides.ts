import { inlineText } from '../../speech/text.ts';
import type { Table, TableRow } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import type { PlanContext } from './context.ts';
import { FIT, lineCount, ROW_WIDTH } from './fit.ts';
import { inGroups } from './groups.ts';
import { type Heading, headed } from './heading.ts';
import { type Part, partsOf, rowParts } from './parts.ts';
import { keyOf, type SlideDraft } from './slide-draft.ts';
import { cellText, textOf } from './table-cells.ts';
import { tableChart } from './table-chart.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Han that a column's padding takes of its row. */
const COLUMN_PADDING = 0.6;
/** Lines of cell text under a title of one, two, three lines or more: a head and seven rows under one line. */
const TABLE_LINES = [10.1, 10.1, 8.8, 7.6] as const;
/** Padding of a row, in lines. */
const ROW_PADDING = 0.25;
/** Rows of a table, its head included, that stand under a running heading. */
const MOST_UNDER_RUNNING = 6;
/** Columns that can still be told apart; a wider table goes on in further slides. */
const MOST_COLUMNS = 6;
/** No column narrower than this many cells, however short its text. */
const NARROWEST = 2;

/**
 * A table as slides: its head on each, so many rows as can be read, further columns on further slides with
 * the first column repeated. Every cell's text belongs to the first slide that shows its row.
 *
 * @param above heading of the section
 * @param leadIn the sentence that announces the table, where it can be its title
 * @param before parts said before it that the first slide owns
 */
export function tableSlides(
  table: Table,
  above: Heading,
  leadIn: SlideText | undefined,
  before: readonly Part[],
  { ratio }: PlanContext,
): SlideDraft[] {
  const rowWidth = ROW_WIDTH[ratio];
  const caption = table.caption ? shown(table.caption) : undefined;
  const own = caption && inlineText(caption.inlines) !== '' ? caption : leadIn;
  const heading = own ?? above.title;
  const all = partsOf(table);
  const captionParts = all.slice(0, all.length - table.rows.reduce((sum, row) => sum + row.cells.length, 0));
  const columns = Math.max(1, ...table.rows.map((row) => row.cells.length));
  const head = table.rows.slice(0, table.headRows);
  const groups = columnGroups(table, columns, rowWidth);
  const drafts: SlideDraft[] = [];
  // A table that fills the slide leaves no line for the heading around it.
  const around = table.rows.length > MOST_UNDER_RUNNING ? { path: above.path } : above;
  const titleLines = heading ? lineCount(shownText(heading), FIT.title) : 0;
  const room = TABLE_LINES[Math.min(3, titleLines)] as number;
  const groupsOfRows = rowGroups(table, groups, room, rowWidth);
  const whole = groups.length === 1 && groupsOfRows.length === 1;
  const chart = whole ? tableChart(table, own) : undefined;
  groupsOfRows.forEach((rows, rowGroup) => {
    groups.forEach((group, columnGroup) => {
      const show = [...head, ...rows].map((row) => group.map((column) => cellText(row, column)));
      const owned =
        columnGroup > 0 ? [] : [...(rowGroup === 0 ? [...head, ...rows] : rows)].flatMap(rowParts);
      const leading = drafts.length === 0 ? [...before, ...captionParts] : [];
      drafts.push({
        ...headed(
          {
            layout: 'table',
            ...(own && { title: own }),
            content: {
              table: {
                headRows: head.length,
                rows: show,
                align: group.map((column) => table.align[column] ?? null),
              },
            },
          },
          own ? around : above,
        ),
        parts: [...leading, ...owned],
        lead: drafts.length === 0 ? before.length : 0,
        continued: drafts.length > 0,
        ...(chart && { others: [headed(chart, own ? around : above)] }),
        key: keyOf(`${above.path}/table`, heading, drafts.length),
      });
    });
  });
  return drafts;
}

/**
 * Groups of columns that stand beside each other without breaking a number; every group but the first begins
 * with column 0 again, which names the rows.
 */
function columnGroups(table: Table, columns: number, rowWidth: number): number[][] {
  const least = Array.from(
    { length: columns },
    (_, column) =>
      COLUMN_PADDING + Math.max(NARROWEST, ...table.rows.map((row) => longestWord(textOf(row, column)))),
  );
  const groups: number[][] = [[0]];
  let used = least[0] as number;
  for (let column = 1; column < columns; column++) {
    const group = groups.at(-1) as number[];
    const own = least[column] as number;
    const full = group.length >= MOST_COLUMNS || used + own > rowWidth;
    if (full && group.length > 1) {
      groups.push([0, column]);
      used = (least[0] as number) + own;
    } else {
      group.push(column);
      used += own;
    }
  }
  return groups;
}

/** Width of the longest piece that a line break must not cut: a number, a Latin word. */
function longestWord(text: string): number {
  return Math.max(0, ...(text.match(/[\p{L}\p{N}.,:%/-]+/gu) ?? []).flatMap(latinRuns).map(characterWidth));
}

const latinRuns = (word: string): readonly string[] => word.match(/[^\p{Script=Han}]+/gu) ?? [];

/** Body rows in groups that fit under the head in every group of columns; at least one row a slide. */
function rowGroups(
  table: Table,
  columnGroups: readonly (readonly number[])[],
  room: number,
  rowWidth: number,
): TableRow[][] {
  const measures = columnGroups.map((columns) => rowMeasure(table, columns, rowWidth));
  const linesOf = (row: TableRow) => Math.max(...measures.map((measure) => measure(row)));
  const headLines = table.rows.slice(0, table.headRows).reduce((sum, row) => sum + linesOf(row), 0);
  const groups = inGroups(table.rows.slice(table.headRows), { lines: linesOf, room: room - headLines });
  return balance(groups.length > 0 ? groups : [[]]);
}

/** How many lines a row takes, its padding included, when these columns stand beside each other. */
function rowMeasure(table: Table, columns: readonly number[], rowWidth: number): (row: TableRow) => number {
  const widths = columns.map((column) =>
    Math.max(NARROWEST, ...table.rows.map((row) => characterWidth(textOf(row, column)))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, (rowWidth - COLUMN_PADDING * columns.length) / total);
  return (row) =>
    ROW_PADDING +
    Math.max(
      1,
      ...columns.map((column, index) =>
        Math.ceil(
          characterWidth(textOf(row, column)) / Math.max(NARROWEST, (widths[index] as number) * scale),
        ),
      ),
    );
}

/** The same number of slides with rows spread evenly: no last slide of one row. */
function balance(groups: TableRow[][]): TableRow[][] {
  if (groups.length < 2) return groups;
  const rows = groups.flat();
  const each = Math.ceil(rows.length / groups.length);
  const even = groups.map((_, index) => rows.slice(index * each, (index + 1) * each));
  const fits = even.every(
    (group, index) =>
      group.length <= Math.max(...groups.map((g) => g.length)) && (index === 0 || group.length > 0),
  );
  return fits ? even : groups;
}
