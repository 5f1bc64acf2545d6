import { characterWidth } from '../../speech/lines/character-width.ts';
import { inlineText } from '../../speech/text.ts';
import type { Table, TableRow } from '../../speech/types.ts';
import { type Draft, keyOf } from './draft.ts';
import { type Part, partsOf, rowParts } from './parts.ts';
import { shown } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Cells of one row of text beside each other, column gaps taken off; and lines a table may fill. */
const ROW_CELLS = 26;
const TABLE_LINES = 9;
/** Columns that can still be told apart; a wider table goes on in further slides. */
const MOST_COLUMNS = 6;
/** No column narrower than this many cells, however short its text. */
const NARROWEST = 2;

/**
 * A table as slides: its head on each, so many rows as can be read, further columns on further slides with
 * the first column repeated. Every cell's text belongs to the first slide that shows its row.
 */
export function tableSlides(
  table: Table,
  title: SlideText | undefined,
  before: readonly Part[],
  path: string,
): Draft[] {
  const caption = table.caption ? shown(table.caption) : undefined;
  const heading = caption && inlineText(caption.inlines) !== '' ? caption : title;
  const all = partsOf(table);
  const captionParts = all.slice(0, all.length - table.rows.reduce((sum, row) => sum + row.cells.length, 0));
  const columns = Math.max(1, ...table.rows.map((row) => row.cells.length));
  const head = table.rows.slice(0, table.headRows);
  const groups = columnGroups(columns);
  const drafts: Draft[] = [];
  rowGroups(table, groups[0] as readonly number[]).forEach((rows, rowGroup) => {
    groups.forEach((group, columnGroup) => {
      const show = [...head, ...rows].map((row) => group.map((column) => cellText(row, column)));
      const owned =
        columnGroup > 0 ? [] : [...(rowGroup === 0 ? [...head, ...rows] : rows)].flatMap(rowParts);
      const leading = drafts.length === 0 ? [...before, ...captionParts] : [];
      drafts.push({
        layout: 'table',
        ...(heading && { title: heading }),
        content: {
          table: {
            headRows: head.length,
            rows: show,
            align: group.map((column) => table.align[column] ?? null),
          },
        },
        parts: [...leading, ...owned],
        continued: drafts.length > 0,
        key: keyOf(`${path}/table`, heading, drafts.length),
      });
    });
  });
  return drafts;
}

/** Groups of columns; every group but the first begins with column 0 again, which names the rows. */
function columnGroups(columns: number): number[][] {
  const all = Array.from({ length: columns }, (_, column) => column);
  if (columns <= MOST_COLUMNS) return [all];
  const groups = [all.slice(0, MOST_COLUMNS)];
  for (let from = MOST_COLUMNS; from < columns; from += MOST_COLUMNS - 1)
    groups.push([0, ...all.slice(from, from + MOST_COLUMNS - 1)]);
  return groups;
}

/** Body rows in groups that fit under the head; at least one row a slide, at least one slide. */
function rowGroups(table: Table, columns: readonly number[]): TableRow[][] {
  const widths = columns.map((column) =>
    Math.max(NARROWEST, ...table.rows.map((row) => characterWidth(textOf(row, column)))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, ROW_CELLS / total);
  const linesOf = (row: TableRow) =>
    Math.max(
      1,
      ...columns.map((column, index) =>
        Math.ceil(
          characterWidth(textOf(row, column)) / Math.max(NARROWEST, (widths[index] as number) * scale),
        ),
      ),
    );
  const headLines = table.rows.slice(0, table.headRows).reduce((sum, row) => sum + linesOf(row), 0);
  const groups: TableRow[][] = [[]];
  let lines = headLines;
  for (const row of table.rows.slice(table.headRows)) {
    const group = groups.at(-1) as TableRow[];
    if (group.length > 0 && lines + linesOf(row) > TABLE_LINES) {
      groups.push([row]);
      lines = headLines + linesOf(row);
    } else {
      group.push(row);
      lines += linesOf(row);
    }
  }
  return balance(groups);
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

function cellText(row: TableRow, column: number): SlideText {
  const cell = row.cells[column];
  return cell
    ? { inlines: cell.children.filter((c) => c.kind !== 'note-ref'), range: cell.range }
    : { inlines: [], range: row.range };
}

function textOf(row: TableRow, column: number): string {
  const cell = row.cells[column];
  return cell ? inlineText(cell.children) : '';
}
