import { type TableShape, tableShape } from '../flow/table-shape.ts';
import type { TableBlock } from '../flow/types.ts';
import type { Pictures } from './pictures.ts';
import { appendRuns, element, type SentenceRecord } from './run-dom.ts';

/** A table of up to this many rows is not parted: half a page of 小四 lines. */
const SHORT_TABLE = 16;

/**
 * A table of the handout. Column widths are fixed, so that the table looks the same on each of its pages; all rows have the
 * same number of cells (Paged.js takes a shorter row for one under a row span and moves its cells).
 */
export function tableElements(block: TableBlock, pictures: Pictures, record: SentenceRecord): HTMLElement[] {
  const caption = element('p', 'table-caption');
  // The caption comes first in the text, and the record follows text order.
  appendRuns(caption, block.caption, pictures, record);
  const shape = tableShape(block);
  const names = [shape.size === 'usual' ? '' : shape.size, block.rows.length <= SHORT_TABLE ? 'short' : ''];
  const table = element('table', names.join(' ').trim());
  table.append(columnGroup(shape));
  const head = element('thead', '');
  const body = element('tbody', '');
  block.rows.forEach((row, index) => {
    const isHead = index < block.headRows;
    // Marked by a class, since :last-child of a table cut at a page's end is another row.
    const line = element('tr', index === block.rows.length - 1 ? 'last' : '');
    shape.align.forEach((align, column) => {
      const cell = element(isHead ? 'th' : 'td', '');
      if (isHead) cell.setAttribute('scope', 'col');
      cell.className = `align-${isHead ? 'center' : align}`;
      appendRuns(cell, row[column] ?? [], pictures, record);
      line.append(cell);
    });
    (isHead ? head : body).append(line);
  });
  if (head.childNodes.length > 0) table.append(head);
  table.append(body);
  if (block.caption.length === 0) return [table];
  return [caption, table];
}

function columnGroup({ widths }: TableShape): Element {
  const group = element('colgroup', '');
  for (const width of widths) {
    const column = element('col', '');
    column.setAttribute('width', `${(width * 100).toFixed(3)}%`);
    group.append(column);
  }
  return group;
}
