import type { TrimmedLine } from '../text/lines.ts';
import { type BlockContext, type FoundBlocks, spans } from './block-parts.ts';
import type { Table, TableCell, TableRow } from './types.ts';

const RULE_CELL = /^:?-+:?$/;

/** A Markdown table: rows of `|`, the second one the rule under the head. Ragged rows stay ragged. */
export function readPipeTable(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  const rule = lines[index + 1];
  if (!rule || rule.gapBefore) return undefined;
  const signs = cut(rule, '|').map((cell) => cell.text);
  if (signs.length === 0 || !signs.every((sign) => RULE_CELL.test(sign))) return undefined;
  let used = 2;
  while (lines[index + used]?.text.includes('|') && !lines[index + used]!.gapBefore) used++;
  const rows = [lines[index]!, ...lines.slice(index + 2, index + used)].map((line) =>
    row(line, '|', context),
  );
  const align = signs.map((sign) => {
    const left = sign.startsWith(':');
    const right = sign.endsWith(':');
    return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
  });
  return found(rows, align, lines[index]!, lines[index + used - 1]!, used);
}

/** Cells pasted from a spreadsheet: two or more lines in a row with a tab, the first as wide as the second. */
export function readTabTable(
  lines: readonly TrimmedLine[],
  index: number,
  context: BlockContext,
): FoundBlocks | undefined {
  if (!lines[index]!.text.includes('\t')) return undefined;
  let used = 1;
  while (lines[index + used]?.text.includes('\t') && !lines[index + used]!.gapBefore) used++;
  if (used < 2) return undefined;
  const rows = lines.slice(index, index + used).map((line) => row(line, '\t', context));
  const width = rows[0]!.cells.length;
  if (width !== rows[1]!.cells.length) return undefined;
  return found(rows, Array(width).fill(null), lines[index]!, lines[index + used - 1]!, used);
}

function found(
  rows: TableRow[],
  align: Table['align'],
  first: TrimmedLine,
  last: TrimmedLine,
  lines: number,
): FoundBlocks {
  const table: Table = {
    kind: 'table',
    align,
    headRows: 1,
    rows,
    range: { start: first.start, end: last.end },
  };
  return { blocks: [table], lines };
}

function row(line: TrimmedLine, separator: string, context: BlockContext): TableRow {
  const cells = cut(line, separator).map(({ text, start }): TableCell => {
    const children = spans(text, start, context);
    return { children, range: { start, end: start + text.length } };
  });
  return { cells, range: { start: line.start, end: line.end } };
}

/** Cells of a line, trimmed, with their places. An escaped `\|` does not separate. */
function cut(line: TrimmedLine, separator: string): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let from = 0;
  const text = line.text;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (text[at] !== separator || text[at - 1] === '\\')) continue;
    const cell = text.slice(from, at);
    const lead = cell.length - cell.trimStart().length;
    cells.push({ text: cell.trim(), start: line.start + from + lead });
    from = at + 1;
  }
  if (separator === '|') {
    if (text.startsWith('|')) cells.shift();
    if (text.endsWith('|')) cells.pop();
  }
  return cells;
}
