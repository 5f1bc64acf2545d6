import { type Block, blocksText, leftOutBlock, type ParagraphBlock, type TableBlock } from '../document.ts';
import type { LeftOutKind } from '../left-out.ts';
import { chosenAlternative } from './alternate-content.ts';
import { unshownControl } from './content-control.ts';
import { rawText } from './raw-text.ts';
import { child, childValue, elements, toggle, type XmlElement } from './xml.ts';

/** Elements between a table, its rows and its cells that only hold them. */
const BETWEEN = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

interface Cell {
  readonly blocks: Block[];
  columns: number;
  rows: number;
}

/**
 * A table (17.4). Cells that are merged downwards or across are one; rows that are hidden or deleted are left out.
 *
 * @param read reads the blocks of a cell
 */
export function readTable(
  table: XmlElement,
  read: (cell: XmlElement) => Block[],
): { table: TableBlock; leftOut: ParagraphBlock[] } {
  const rows: Cell[][] = [];
  const leftOut: ParagraphBlock[] = [];
  /** Of each column: the cell that a vertical merge goes on with. */
  const above = new Map<number, Cell>();
  for (const [row] of parts(table, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    const deleted = child(properties, 'w:del') !== undefined;
    if (deleted || toggle(properties, 'w:hidden') === true) {
      const cells = [...parts(row, 'w:tc')].map(([cell]) => blocksText(read(cell)));
      leftOut.push(...leftOutBlock(deleted ? 'deleted' : 'hidden', cells.join('\t')));
      continue;
    }
    const cells: Cell[] = [];
    let column = span(childValue(properties, 'w:gridBefore'), 0);
    for (const [cell, unshown] of parts(row, 'w:tc')) {
      const look = child(cell, 'w:tcPr');
      const columns = span(childValue(look, 'w:gridSpan'), 1);
      const merge = child(look, 'w:vMerge');
      const upper = above.get(column);
      if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && upper !== undefined) upper.rows++;
      else if (child(look, 'w:hMerge')?.attributes['w:val'] === 'continue' && cells.length > 0)
        cells.at(-1)!.columns += columns;
      else {
        const blocks = unshown === undefined ? read(cell) : leftOutBlock(unshown, rawText(cell));
        const found: Cell = { blocks, columns, rows: 1 };
        cells.push(found);
        if (merge === undefined) above.delete(column);
        else above.set(column, found);
      }
      column += columns;
    }
    rows.push(cells);
  }
  return { table: { kind: 'table', rows }, leftOut };
}

/** Rows of a table, cells of a row; each with the reason why its content is not the author's, if there is one. */
function* parts(
  element: XmlElement,
  name: string,
  unshown?: LeftOutKind,
): Generator<readonly [XmlElement, LeftOutKind | undefined]> {
  for (const inner of elements(element)) {
    if (inner.name === name) yield [inner, unshown];
    else if (BETWEEN.has(inner.name)) yield* parts(inner, name, unshown ?? unshownControl(inner));
    else if (inner.name === 'mc:AlternateContent') {
      const chosen = chosenAlternative(inner);
      if (chosen) yield* parts(chosen, name, unshown);
    }
  }
}

/** No table of a speech is wider. */
const WIDEST = 100;

function span(value: string | undefined, least: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) ? Math.min(WIDEST, Math.max(least, number)) : least;
}
