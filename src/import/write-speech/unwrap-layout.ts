import type { Block, ParagraphBlock, TableBlock, TableCell } from '../document.ts';
import { runsText } from '../document.ts';

/** A cell of a true table: paragraphs only. */
export interface FlatCell {
  readonly paragraphs: readonly ParagraphBlock[];
  readonly columns: number;
  readonly rows: number;
}
export interface FlatTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly FlatCell[])[];
}
export type FlatBlock = ParagraphBlock | FlatTable;

/** A cell with more than this is a piece of the speech in a frame. */
const MOST_PARAGRAPHS = 6;
const MOST_CHARACTERS = 300;

/**
 * Tables that only lay out a page (one cell, one row, one column, whole paragraphs in cells) → their
 * paragraphs. A row over the whole width on top of a table → the paragraph above it that names it.
 */
export function unwrapLayout(blocks: readonly Block[]): FlatBlock[] {
  return blocks.flatMap((block): FlatBlock[] => (block.kind === 'table' ? unwrapTable(block) : [block]));
}

function unwrapTable(table: TableBlock): FlatBlock[] {
  const rows = table.rows.filter((row) => row.some((cell) => cellText(cell) !== '' || holdsPicture(cell)));
  const width = rows.reduce((most, row) => Math.max(most, rowWidth(row)), 0);
  const names: FlatBlock[] = [];
  let first = 0;
  while (first < rows.length && rows[first]!.length === 1 && rowWidth(rows[first]!) === width && width > 1) {
    for (const block of unwrapLayout(rows[first]![0]!.blocks)) names.push(block);
    first++;
  }
  const rest = rows.slice(first);
  if (
    rest.length < 2 ||
    width < 2 ||
    rest.every((row) => row.length < 2) ||
    rest.some((row) => row.some(isLayout))
  )
    return [...names, ...rest.flatMap((row) => row.flatMap((cell) => unwrapLayout(cell.blocks)))];
  const flat = rest.map((row) =>
    row.map(({ blocks, columns, rows }) => ({ paragraphs: paragraphsOf(blocks), columns, rows })),
  );
  return [...names, { kind: 'table', rows: flat }];
}

function rowWidth(row: readonly TableCell[]): number {
  return row.reduce((sum, cell) => sum + cell.columns, 0);
}

function isLayout({ blocks }: TableCell): boolean {
  const paragraphs = blocks.filter(
    (block) => block.kind === 'paragraph' && runsText(block.runs).trim() !== '',
  );
  return (
    blocks.some((block) => block.kind === 'table' || block.heading !== undefined) ||
    paragraphs.length > MOST_PARAGRAPHS ||
    paragraphsOf(blocks).reduce((sum, { runs }) => sum + runsText(runs).length, 0) > MOST_CHARACTERS
  );
}

function paragraphsOf(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}

function cellText({ blocks }: TableCell): string {
  return paragraphsOf(blocks)
    .map(({ runs, number = '' }) => number + runsText(runs).trim())
    .join('');
}

function holdsPicture({ blocks }: TableCell): boolean {
  return paragraphsOf(blocks).some(({ runs }) => runs.some((run) => run.kind === 'picture'));
}
