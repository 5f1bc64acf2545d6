import { characterWidth } from '../../text/width.ts';
import { runsText } from '../flow/text.ts';
import type { Run, TableBlock } from '../flow/types.ts';
import type { Pictures } from './pictures.ts';
import { appendRuns, element, type SentenceRecord } from './run-dom.ts';

/**
 * Sizes of table text by number of columns: 小四 as long as it fits, then smaller (docs/spec/typography.md §2, §3).
 * `room`: characters that fit on a line of the 156 mm type area, cell padding aside.
 */
const SIZES = [
  { columns: 7, className: '', room: 36 },
  { columns: 12, className: 'columns-12', room: 40 },
  { columns: 20, className: 'columns-20', room: 46 },
  { columns: Number.POSITIVE_INFINITY, className: 'columns-many', room: 56 },
] as const;

/** A table of up to this many rows is not parted: half a page of 小四 lines. */
const SHORT_TABLE = 16;

/** A cell's text up to this many characters stands centred, as figures and short words do. */
const SHORT_CELL = 8;

/**
 * A table of the handout. Column widths are fixed, so that the table looks the same on each of its pages; all rows have the
 * same number of cells (Paged.js takes a shorter row for one under a row span and moves its cells).
 */
export function tableElements(block: TableBlock, pictures: Pictures, record: SentenceRecord): HTMLElement[] {
  const caption = element('p', 'table-caption');
  // The caption comes first in the text, and the record follows text order.
  appendRuns(caption, block.caption, pictures, record);
  const columns = Math.max(1, ...block.rows.map((row) => row.length));
  const size = SIZES.find((size) => columns <= size.columns) ?? SIZES[0];
  const table = element(
    'table',
    [size.className, block.rows.length <= SHORT_TABLE ? 'short' : ''].join(' ').trim(),
  );
  table.append(columnGroup(block, columns, size.room));
  const head = element('thead', '');
  const body = element('tbody', '');
  const shortColumn = Array.from({ length: columns }, (_, column) =>
    block.rows.every((row) => characterWidth(runsText(row[column] ?? [])) <= SHORT_CELL),
  );
  block.rows.forEach((row, index) => {
    const isHead = index < block.headRows;
    // Marked by a class, since :last-child of a table cut at a page's end is another row.
    const line = element('tr', index === block.rows.length - 1 ? 'last' : '');
    for (let column = 0; column < columns; column++) {
      const cell = element(isHead ? 'th' : 'td', '');
      if (isHead) cell.setAttribute('scope', 'col');
      const align = block.align[column] ?? (shortColumn[column] ? 'center' : 'left');
      cell.className = `align-${isHead ? 'center' : align}`;
      appendRuns(cell, row[column] ?? [], pictures, record);
      line.append(cell);
    }
    (isHead ? head : body).append(line);
  });
  if (head.childNodes.length > 0) table.append(head);
  table.append(body);
  if (block.caption.length === 0) return [table];
  return [caption, table];
}

/** Widths by the longest cell of each column; where they do not fit on one line, by its square root. */
function columnGroup(block: TableBlock, columns: number, room: number): Element {
  const longest = Array.from({ length: columns }, (_, column) =>
    Math.max(2, ...block.rows.map((row) => cellWidth(row[column] ?? []))),
  );
  const total = longest.reduce((sum, width) => sum + width, 0);
  const weights = total + columns <= room ? longest.map((width) => width + 1) : longest.map(Math.sqrt);
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  const group = element('colgroup', '');
  for (const weight of weights) {
    const column = element('col', '');
    column.setAttribute('width', `${((weight / sum) * 100).toFixed(3)}%`);
    group.append(column);
  }
  return group;
}

function cellWidth(runs: readonly Run[]): number {
  return characterWidth(runsText(runs));
}
