import type { LineWriter } from './line-writer.ts';
import type { FlatTable } from './unwrap-layout.ts';
import type { LeftOutMark, WrittenLine } from './written-line.ts';

type Cell = Pick<WrittenLine, 'text' | 'diagnostics' | 'leftOut'>;
const EMPTY: Cell = { text: '', diagnostics: [], leftOut: [] };

/** A table that claims to have more cells lies about how far they reach. */
const MOST_CELLS = 100_000;

function unmerged(row: FlatTable['rows'][number]): FlatTable['rows'][number] {
  return row.map((cell) => ({ ...cell, columns: 1, rows: 1 }));
}

function widthOf(row: FlatTable['rows'][number]): number {
  return row.reduce((sum, { columns }) => sum + columns, 0);
}

/**
 * A table as rows of `|`. Markdown has no merged cells: a cell over several rows is said again in each, so
 * that a row can be read alone; one over several columns is said again in the head only, whose every
 * column needs its name.
 */
export function tableLines(table: FlatTable, writer: LineWriter): WrittenLine[] {
  const claimed = table.rows.reduce((most, row) => Math.max(most, widthOf(row)), 0) * table.rows.length;
  if (claimed > MOST_CELLS && table.rows.some((row) => row.some((cell) => cell.columns > 1 || cell.rows > 1)))
    return tableLines({ ...table, rows: table.rows.map(unmerged) }, writer);
  const width = table.rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const grid: Cell[][] = table.rows.map(() => []);
  for (const [index, row] of table.rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[index]![column] !== undefined) column++;
      const written = writer.cell(cell.paragraphs);
      for (let down = 0; down < cell.rows && index + down < grid.length; down++)
        for (let right = 0; right < cell.columns && column + right < width; right++) {
          const again = down > 0 ? { ...EMPTY, text: written.text } : written;
          grid[index + down]![column + right] ??=
            right === 0 ? again : index === 0 && down === 0 ? { ...EMPTY, text: written.text } : EMPTY;
        }
      column += cell.columns;
    }
  }
  const used: number[] = [];
  for (let column = 0; column < width; column++)
    if (grid.some((row) => (row[column]?.text ?? '') !== '')) used.push(column);
  const lines = grid.map((row) => rowLine(used.map((column) => row[column] ?? EMPTY)));
  lines.splice(1, 0, { ...EMPTY, text: `|${' --- |'.repeat(used.length)}`, group: 'table', continues: true });
  return [...lines];
}

function rowLine(cells: readonly Cell[]): WrittenLine {
  let text = '|';
  const diagnostics: WrittenLine['diagnostics'][number][] = [];
  const leftOut: LeftOutMark[] = [];
  for (const cell of cells) {
    for (const diagnostic of cell.diagnostics)
      diagnostics.push({ ...diagnostic, at: text.length + 1 + diagnostic.at });
    for (const mark of cell.leftOut) leftOut.push({ ...mark, at: text.length + 1 + mark.at });
    text += cell.text === '' ? '  |' : ` ${cell.text} |`;
  }
  return { text, diagnostics, leftOut, group: 'table' };
}
