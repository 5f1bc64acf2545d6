import { characterWidth } from '../../text/width.ts';
import { runsText } from './text.ts';
import type { CellAlign, Run, TableBlock } from './types.ts';

/**
 * Sizes of table text by number of columns: 小四 as long as it fits, then smaller (docs/spec/typography.md §2, §3).
 * `room`: characters that fit on a line of the 156 mm type area, cell padding aside.
 */
const SIZES = [
  { size: 'usual', columns: 7, room: 36 },
  { size: 'columns-12', columns: 12, room: 40 },
  { size: 'columns-20', columns: 20, room: 46 },
  { size: 'columns-many', columns: Number.POSITIVE_INFINITY, room: 56 },
] as const;

export type TableSize = (typeof SIZES)[number]['size'];

/** A cell's text up to this many characters stands centred, as figures and short words do. */
const SHORT_CELL = 8;

/** How a table is set, decided by its text alone: the same on every page and in every format. */
export interface TableShape {
  readonly size: TableSize;
  /** Widths of the columns, shares of the whole. */
  readonly widths: readonly number[];
  /** Alignment of the body's cells, by column. */
  readonly align: readonly NonNullable<CellAlign>[];
}

export function tableShape(block: TableBlock): TableShape {
  const columns = Math.max(1, ...block.rows.map((row) => row.length));
  const longest = Array.from({ length: columns }, (_, column) =>
    block.rows.reduce((widest, row) => Math.max(widest, cellWidth(row[column] ?? [])), 0),
  );
  const { size, room } = SIZES.find((one) => columns <= one.columns) ?? SIZES[0];
  return {
    size,
    widths: columnWidths(longest, room),
    align: longest.map((width, column) => block.align[column] ?? (width <= SHORT_CELL ? 'center' : 'left')),
  };
}

/** Widths by the longest cell of each column; where they do not fit on one line, by its square root. */
function columnWidths(longest: readonly number[], room: number): number[] {
  const least = longest.map((width) => Math.max(2, width));
  const total = least.reduce((sum, width) => sum + width, 0);
  const weights = total + least.length <= room ? least.map((width) => width + 1) : least.map(Math.sqrt);
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / sum);
}

function cellWidth(runs: readonly Run[]): number {
  return characterWidth(runsText(runs));
}
