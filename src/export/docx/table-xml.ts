import { type TableSize, tableShape } from '../../handout/flow/table-shape.ts';
import type { Run, TableBlock } from '../../handout/flow/types.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { paragraph } from './paragraph.ts';
import { fontSize, type RunProperties } from './properties.ts';
import { runsXml } from './run-xml.ts';
import type { Story } from './story.ts';
import { type Typography, twips } from './typography.ts';

/** More columns Word cannot open. */
const MOST_COLUMNS = 63;

/** Size of type (half points), pitch and padding (mm) of tables with many columns. */
const SIZES: Readonly<
  Record<Exclude<TableSize, 'usual'>, { size: number; line: number; above: number; beside: number }>
> = {
  'columns-12': { size: 21, line: 5.6, above: 0.6, beside: 0.9 },
  'columns-20': { size: 18, line: 4.8, above: 0.4, beside: 0.3 },
  'columns-many': { size: 15, line: 3.9, above: 0.4, beside: 0.26 },
};

/** The white before and after a table, shares of a line. */
export const TABLE_WHITE = { before: 0.3, after: 0.7 } as const;

/** A table with its caption, and the white below it. Wider than Word can open: a paragraph a row, cells apart by tabs. */
export function tableXml(block: TableBlock, story: Story): Xml {
  const caption =
    block.caption.length === 0 ? '' : paragraph({ pStyle: 'Caption' }, runsXml(block.caption, story));
  const shape = tableShape(block);
  if (shape.widths.length > MOST_COLUMNS)
    return caption + block.rows.map((row) => rowParagraph(row, story)).join('');
  const { type } = story.document;
  const grid = columnWidths(shape.widths, type.measure);
  const size = shape.size === 'usual' ? undefined : SIZES[shape.size];
  const rows = block.rows.map((row, index) => {
    const isHead = index < block.headRows;
    const cells = grid.map((width, column) =>
      cellXml(row[column] ?? [], story, {
        width,
        isHead,
        align: shape.align[column] ?? 'left',
        size,
        // A short table stays whole, and a head with its first row.
        keep: isHead || (block.rows.length <= SHORT_TABLE && index < block.rows.length - 1),
      }),
    );
    const properties = element(
      'w:trPr',
      {},
      element('w:cantSplit'),
      isHead ? element('w:tblHeader') : undefined,
    );
    return element('w:tr', {}, properties, ...cells);
  });
  const table = element(
    'w:tbl',
    {},
    tableProperties(type, size),
    element('w:tblGrid', {}, ...grid.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...rows,
  );
  return caption + table + white(type);
}

/** A table of up to this many rows is not parted: half a page of 小四 lines. */
const SHORT_TABLE = 16;

type Size = (typeof SIZES)[keyof typeof SIZES] | undefined;

function tableProperties(type: Typography, size: Size): Xml {
  const above = twips(size?.above ?? 0.6);
  const beside = twips(size?.beside ?? 1.06);
  return element(
    'w:tblPr',
    {},
    element('w:tblStyle', { 'w:val': 'TableGrid' }),
    element('w:tblW', { 'w:w': type.measure, 'w:type': 'dxa' }),
    element('w:jc', { 'w:val': 'center' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element(
      'w:tblCellMar',
      {},
      element('w:top', { 'w:w': above, 'w:type': 'dxa' }),
      element('w:left', { 'w:w': beside, 'w:type': 'dxa' }),
      element('w:bottom', { 'w:w': above, 'w:type': 'dxa' }),
      element('w:right', { 'w:w': beside, 'w:type': 'dxa' }),
    ),
  );
}

interface CellLook {
  readonly width: number;
  readonly isHead: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly size: Size;
  readonly keep: boolean;
}

function cellXml(runs: readonly Run[], story: Story, look: CellLook): Xml {
  const { width, isHead, align, size, keep } = look;
  const properties: RunProperties = size === undefined ? {} : fontSize(size.size);
  const content = paragraph(
    {
      pStyle: isHead ? 'TableHead' : 'TableText',
      ...(keep && { keepNext: true }),
      ...(size && { spacing: { line: twips(size.line), lineRule: 'atLeast' } }),
      ...(!isHead && align !== 'left' && { jc: align }),
    },
    runsXml(runs, story, { properties }),
  );
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:vAlign', { 'w:val': 'center' }),
    ),
    content,
  );
}

/** Whole twips that add up to the whole. */
function columnWidths(shares: readonly number[], whole: number): number[] {
  let end = 0;
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    const next = Math.round(sum * whole);
    const width = next - end;
    end = next;
    return width;
  });
}

/** Word joins tables that no paragraph stands between. */
function white({ line }: Typography): Xml {
  return paragraph({ spacing: { line: Math.round(TABLE_WHITE.after * line), lineRule: 'exact' } }, '');
}

function rowParagraph(row: readonly (readonly Run[])[], story: Story): Xml {
  const tab = element('w:r', {}, element('w:tab'));
  return paragraph({ pStyle: 'TableText' }, row.map((cell) => runsXml(cell, story)).join(tab));
}
