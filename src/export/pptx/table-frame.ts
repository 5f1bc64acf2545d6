import type { SlideContent } from '../../deck/plan/types.ts';
import { characterWidth } from '../../text/width.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { type Box, schemeColour, type TextLanguage, textParagraph, transform } from './drawing.ts';
import { slideText } from './slide-content.ts';

/** PowerPoint's own “No Style, No Grid”: its others set letters that a dark theme does not show. */
export const TABLE_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** Sizes of cells, points, and the height of a row of one line, of its size. */
const SIZES = [28, 24, 20, 18, 16, 14, 12, 10] as const;
const ROW = 1.75;
const POINT = 12_700;

/** The rule below every row. */
const RULE = element('a:lnB', { w: 12_700 }, schemeColour('accent4'));

/** A native table in a box. */
export function tableFrame(
  id: number,
  table: NonNullable<SlideContent['table']>,
  box: Box,
  language: TextLanguage,
): Xml {
  const rows = table.rows.map((row) => row.map(slideText));
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const longest = Array.from({ length: columns }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, characterWidth(row[column] ?? '')), 2),
  );
  const widths = columnWidths(longest, box.width);
  const size = SIZES.find((one) => tableHeight(rows, widths, one) <= box.height * 0.95) ?? SIZES.at(-1)!;
  const height = Math.round(size * ROW * POINT);
  const cells = (row: readonly string[], isHead: boolean) =>
    widths.map((_, column) => {
      const align = table.align[column];
      const algn = align === 'right' ? 'r' : align === 'left' ? 'l' : 'ctr';
      const text = textParagraph(row[column] ?? '', language, {
        properties: element('a:pPr', { algn }),
        run: { sz: size * 100, ...(isHead && { b: 1 }) },
        ...(isHead && { colour: 'bg1' }),
      });
      return element(
        'a:tc',
        {},
        element('a:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), text),
        element('a:tcPr', { anchor: 'ctr' }, RULE, isHead ? schemeColour('accent1') : element('a:noFill')),
      );
    });
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      element('p:cNvPr', { id, name: `Table ${id}` }),
      element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: 1 })),
      element('p:nvPr'),
    ),
    transform({ ...box, height: height * rows.length }, 'p:xfrm'),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
        element(
          'a:tbl',
          {},
          element(
            'a:tblPr',
            { firstRow: table.headRows > 0 ? 1 : undefined },
            element('a:tableStyleId', {}, TABLE_STYLE),
          ),
          element('a:tblGrid', {}, ...widths.map((w) => element('a:gridCol', { w }))),
          ...rows.map((row, index) => element('a:tr', { h: height }, ...cells(row, index < table.headRows))),
        ),
      ),
    ),
  );
}

/** Widths by the longest cells, whole units that add up to the whole. */
function columnWidths(longest: readonly number[], whole: number): number[] {
  const weights = longest.map((width) => Math.sqrt(width + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let end = 0;
  let at = 0;
  return weights.map((weight) => {
    at += weight;
    const next = Math.round((at / sum) * whole);
    const width = next - end;
    end = next;
    return width;
  });
}

/** Height of a table at a size, with the lines that its cells need. */
function tableHeight(rows: readonly (readonly string[])[], widths: readonly number[], size: number): number {
  const heights = rows.map((row) => {
    const lines = row.map((text, column) => {
      const characters = Math.max(1, Math.floor((widths[column]! / POINT - 15) / size));
      return Math.ceil(characterWidth(text) / characters);
    });
    return (Math.max(1, ...lines) - 1) * size * 1.25 + size * ROW;
  });
  return heights.reduce((sum, height) => sum + height, 0) * POINT;
}
