import type { Table, TableRow } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import type { SlideForm } from './slide-draft.ts';
import { cellText, textOf } from './table-cells.ts';
import type { DiagramCell, SlideText } from './types.ts';

/** Rows of one chart, and cells of a label beside its bar. */
const ROWS = { least: 2, most: 6 } as const;
const LABEL = 12;
/** Bars of so different lengths can still be told apart. */
const MOST_RATIO = 20;
/** 5.2 of 5.2万元; no sign, no range, no date. */
const NUMBER = /^\s*(\d[\d,]*(?:\.\d+)?)\s*([^\d\s]{0,4})\s*$/u;
/** Rows that are no part of a whole, but the whole or an average of it. */
const TOTAL = /合计|合計|总计|總計|共计|共計|小计|小計|平均|总数|總數/u;
/** Heads of columns that number the rows or date them. */
const NO_AMOUNT = /序号|序號|编号|編號|年份|年度|日期|时间|時間|电话|電話/u;

/**
 * The figures of a table as bars, in the table's own words: its first column and its only column of amounts. The author's
 * choice, never the planner's: it leaves the other columns out.
 *
 * @returns undefined where there is no such column, or more than one
 */
export function tableChart(table: Table, title: SlideText | undefined): SlideForm | undefined {
  const body = table.rows.slice(table.headRows).filter((row) => !TOTAL.test(textOf(row, 0)));
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length));
  if (body.length < ROWS.least || body.length > ROWS.most || columns < 2) return undefined;
  const head = table.headRows > 0 ? table.rows[table.headRows - 1] : undefined;
  const amounts = Array.from({ length: columns - 1 }, (_, index) => index + 1).filter(
    (column) => !(head && NO_AMOUNT.test(textOf(head, column))) && valuesOf(body, column) !== undefined,
  );
  const [column] = amounts;
  const values = column === undefined || amounts.length > 1 ? undefined : valuesOf(body, column);
  if (column === undefined || values === undefined) return undefined;
  const labels = body.map((row) => textOf(row, 0));
  if (labels.some((label) => label.trim() === '' || characterWidth(label) > LABEL)) return undefined;
  const most = Math.max(...values);
  const rows = body.map((row, index): DiagramCell[] => [
    { ...cellText(row, 0), role: 'label' },
    { ...cellText(row, column), role: 'number', share: (values[index] as number) / most },
  ]);
  const subject = head && textOf(head, column).trim() !== '' ? cellText(head, column) : undefined;
  return {
    layout: 'figures',
    onlyAsked: true,
    ...(title && { title }),
    content: { diagram: { form: 'bars', ...(subject && { head: subject }), rows } },
  };
}

/** The amounts of a column, in one unit. */
function valuesOf(rows: readonly TableRow[], column: number): number[] | undefined {
  const units = new Set<string>();
  const values = rows.map((row) => {
    const [, digits = '', unit = ''] = NUMBER.exec(textOf(row, column)) ?? [];
    units.add(unit);
    return Number(digits.replaceAll(',', ''));
  });
  const most = Math.max(...values);
  if (units.size !== 1 || values.some((value) => !(value > 0) || most / value > MOST_RATIO)) return undefined;
  return values;
}
