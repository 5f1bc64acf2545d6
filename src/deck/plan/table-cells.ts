import { inlineText } from '../../speech/text.ts';
import type { TableRow } from '../../speech/types.ts';
import type { SlideText } from './types.ts';

/** A cell as a slide shows it, without calls of footnotes; empty where the row is shorter. */
export function cellText(row: TableRow, column: number): SlideText {
  const cell = row.cells[column];
  return cell
    ? { inlines: cell.children.filter(({ kind }) => kind !== 'note-ref'), range: cell.range }
    : { inlines: [], range: row.range };
}

/** The words of a cell; a call of a footnote has none. */
export function textOf(row: TableRow, column: number): string {
  const cell = row.cells[column];
  return cell ? inlineText(cell.children) : '';
}
