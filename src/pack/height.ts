import { characterWidth } from '../text/width.ts';
import {
  CELL_LOOK,
  CELL_PADDING,
  GRID_ROW,
  LABEL_WIDTH,
  LINE_LOOKS,
  PAGE,
  SIGN,
  TABLE_GAP,
} from './line-styles.ts';
import type { Field, PackBlock, Piece } from './types.ts';

const MM = 25.4 / 72;

/** Pieces as one text. */
export function piecesText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Height of blocks on a page, mm, by the widths of their characters: a line more or less than a program will set. */
export function heightOf(blocks: readonly PackBlock[]): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block), 0);
}

function blockHeight(block: PackBlock): number {
  switch (block.kind) {
    case 'line': {
      const { size, pitch, before = 0, after = 0, indent = 0 } = LINE_LOOKS[block.style];
      const lines = linesIn(piecesText(block.pieces), size, PAGE.measure - indent * size * MM);
      return (lines * pitch + before + after) * MM;
    }
    case 'grid':
      return TABLE_GAP + block.rows.reduce((sum, row) => sum + gridRowHeight(row), 0);
    case 'table': {
      const rows = block.rows.map((row) =>
        Math.max(
          block.rowHeight,
          ...row.map((cell, index) =>
            cellHeight(cell.map(piecesText), PAGE.measure * (block.columns[index]?.share ?? 1)),
          ),
        ),
      );
      const hasHead = block.columns.some(({ head }) => head.length > 0);
      return TABLE_GAP + (hasHead ? GRID_ROW : 0) + rows.reduce((sum, height) => sum + height, 0);
    }
    case 'ruled':
      return TABLE_GAP + block.lines * block.pitch;
    case 'sign':
      return SIGN.area;
    case 'page-break':
      return 0;
  }
}

function gridRowHeight(row: readonly Field[]): number {
  const width = PAGE.measure / row.length;
  return Math.max(GRID_ROW, ...row.map(({ value }) => cellHeight([piecesText(value)], width - LABEL_WIDTH)));
}

function cellHeight(lines: readonly string[], width: number): number {
  const inner = width - 2 * CELL_PADDING.beside;
  const count = lines.reduce((sum, line) => sum + linesIn(line, CELL_LOOK.size, inner), 0);
  return count * CELL_LOOK.pitch * MM + 2 * CELL_PADDING.above;
}

/** Lines of a text of some size (pt) on some width (mm). */
function linesIn(text: string, size: number, width: number): number {
  return Math.max(1, Math.ceil((characterWidth(text) * size * MM) / width));
}

/** Kept free at the foot of a page: programs break lines each in their own way, mm. */
const RESERVE = 8;

/**
 * Lines to write on that fill what blocks leave of their last page.
 *
 * @param pitch distance of lines, mm
 * @param least lines; when the page has not so many left, they go over to the next one
 * @param share of the room, where several stretches of lines share it
 */
export function linesToFill(
  blocks: readonly PackBlock[],
  pitch: number,
  { least = 4, share = 1 }: { readonly least?: number; readonly share?: number } = {},
): number {
  const left = PAGE.area - (heightOf(blocks) % PAGE.area) - RESERVE;
  return Math.max(least, Math.floor((left * share) / pitch));
}
