import { piecesText } from '../../pack/height.ts';
import {
  CELL_PADDING,
  GRID_ROW,
  LABEL_WIDTH,
  PAGE,
  SIGN,
  signSize,
  TABLE_GAP,
} from '../../pack/line-styles.ts';
import type { Cell, Field, PackBlock, Piece } from '../../pack/types.ts';
import { characterWidth } from '../../text/width.ts';
import { paragraph } from '../docx/paragraph.ts';
import { fontSize, type RunProperties } from '../docx/properties.ts';
import { textRun } from '../docx/run-xml.ts';
import { twips } from '../docx/typography.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { CELL_STYLE, GAP_STYLE, LABEL_CELL_STYLE, PLAIN_LABEL_STYLE, SIGN_STYLE } from './pack-styles.ts';

type Side = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';
const FRAME: readonly Side[] = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const RULES: readonly Side[] = ['bottom', 'insideH'];

const rule = (side: Side): Xml =>
  element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' });

/** Pieces as one run. */
export function piecesXml(pieces: readonly Piece[], properties: RunProperties = {}): Xml {
  const text = piecesText(pieces);
  return text === '' ? '' : textRun(text, properties);
}

/** Fields side by side. */
export function gridXml({ rows, plain = false }: PackBlock & { readonly kind: 'grid' }): Xml {
  const half = PAGE.measure / 2;
  const grid = [LABEL_WIDTH, half - LABEL_WIDTH, LABEL_WIDTH, half - LABEL_WIDTH];
  const xml = rows.map((row) =>
    rowXml(
      row.flatMap((field) => fieldCells(field, row.length === 1, plain)),
      {
        height: GRID_ROW,
      },
    ),
  );
  return tableXml(plain ? [] : FRAME, grid, xml);
}

function fieldCells({ label, value }: Field, whole: boolean, plain: boolean): Xml[] {
  const width = whole ? PAGE.measure - LABEL_WIDTH : PAGE.measure / 2 - LABEL_WIDTH;
  return [
    cellXml([label], { width: LABEL_WIDTH, style: plain ? PLAIN_LABEL_STYLE : LABEL_CELL_STYLE }),
    cellXml([value], {
      width,
      span: whole ? 3 : 1,
      style: CELL_STYLE,
      ...(plain && value.length === 0 && { borders: ['bottom'] as const }),
    }),
  ];
}

/** A table; its head is repeated on every page, and no row is parted. */
export function listXml({ columns, rows, rowHeight }: PackBlock & { readonly kind: 'table' }): Xml {
  const widths = columns.map(({ share }) => share * PAGE.measure);
  const head = rowXml(
    columns.map((column, index) =>
      cellXml([column.head], { width: widths[index]!, style: LABEL_CELL_STYLE }),
    ),
    { height: GRID_ROW, isHead: true },
  );
  const body = rows.map((row) =>
    rowXml(
      row.map((cell, index) =>
        cellXml(cell, {
          width: widths[index]!,
          style: CELL_STYLE,
          center: columns[index]?.align === 'center',
        }),
      ),
      { height: rowHeight },
    ),
  );
  return tableXml(FRAME, widths, [head, ...body]);
}

/** So many lines are not parted. */
const KEPT_LINES = 6;

/** Lines to write on, a row each. */
export function ruledXml({ lines, pitch, label }: PackBlock & { readonly kind: 'ruled' }): Xml {
  const rows = Array.from({ length: lines }, (_, index) =>
    rowXml(
      [
        cellXml(index === 0 && label ? [label] : [], {
          width: PAGE.measure,
          style: CELL_STYLE,
          bottom: true,
          keep: lines <= KEPT_LINES && index < lines - 1,
        }),
      ],
      { height: pitch, exact: true },
    ),
  );
  return tableXml(RULES, [PAGE.measure], rows);
}

/** A name on both halves of a sheet, upright on both: Word cannot turn the text of a cell upside down. */
export function signXml({ name }: PackBlock & { readonly kind: 'sign' }): Xml {
  const half = cellXml([name], {
    width: SIGN.measure,
    style: SIGN_STYLE,
    properties: fontSize(signSize(characterWidth(piecesText(name))) * 2),
  });
  // A gap is above the table and another one below it.
  const row = rowXml([half], { height: (SIGN.area - 2 * TABLE_GAP) / 2, exact: true });
  return tableXml(['insideH'], [SIGN.measure], [row, row]);
}

interface CellLook {
  /** mm */
  readonly width: number;
  readonly style: string;
  readonly span?: number;
  readonly center?: boolean;
  /** The text stands on the cell's lower edge. */
  readonly bottom?: boolean;
  readonly borders?: readonly Side[];
  readonly keep?: boolean;
  /** Of its text, beside those of the style. */
  readonly properties?: RunProperties;
}

function cellXml(
  lines: Cell,
  { width, style, span = 1, center, bottom, borders, keep, properties = {} }: CellLook,
): Xml {
  const content = (lines.length === 0 ? [[]] : lines)
    .map((pieces) =>
      paragraph(
        { pStyle: style, ...(keep && { keepNext: true }), ...(center && { jc: 'center' }) },
        piecesXml(pieces, properties),
      ),
    )
    .join('');
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': twips(width), 'w:type': 'dxa' }),
      span > 1 ? element('w:gridSpan', { 'w:val': span }) : undefined,
      borders && element('w:tcBorders', {}, ...borders.map(rule)),
      element('w:vAlign', { 'w:val': bottom ? 'bottom' : 'center' }),
    ),
    content,
  );
}

function rowXml(
  cells: readonly Xml[],
  { height, exact, isHead }: { readonly height: number; readonly exact?: boolean; readonly isHead?: boolean },
): Xml {
  return element(
    'w:tr',
    {},
    element(
      'w:trPr',
      {},
      element('w:cantSplit'),
      element('w:trHeight', { 'w:val': twips(height), 'w:hRule': exact ? 'exact' : 'atLeast' }),
      isHead ? element('w:tblHeader') : undefined,
    ),
    ...cells,
  );
}

function tableXml(borders: readonly Side[], grid: readonly number[], rows: readonly Xml[]): Xml {
  const padding = (side: string, width: number) =>
    element(`w:${side}`, { 'w:w': twips(width), 'w:type': 'dxa' });
  return (
    element(
      'w:tbl',
      {},
      element(
        'w:tblPr',
        {},
        element('w:tblW', { 'w:w': twips(grid.reduce((sum, width) => sum + width, 0)), 'w:type': 'dxa' }),
        element('w:jc', { 'w:val': 'center' }),
        borders.length > 0 ? element('w:tblBorders', {}, ...borders.map(rule)) : undefined,
        element('w:tblLayout', { 'w:type': 'fixed' }),
        element(
          'w:tblCellMar',
          {},
          padding('top', CELL_PADDING.above),
          padding('left', CELL_PADDING.beside),
          padding('bottom', CELL_PADDING.above),
          padding('right', CELL_PADDING.beside),
        ),
      ),
      element('w:tblGrid', {}, ...grid.map((width) => element('w:gridCol', { 'w:w': twips(width) }))),
      ...rows,
    ) + paragraph({ pStyle: GAP_STYLE }, '')
  );
}
