import type { EditorState, TransactionSpec } from '@codemirror/state';
import { isTableRow } from './line-parts.ts';

/**
 * Puts a block behind the line of the cursor, behind the table if that is in one, with blank lines around it; below
 * the settings, if the cursor is in them.
 *
 * @param bodyStart length of the settings at the head, UTF-16 units
 * @param cursor where the cursor goes, from the block's beginning; undefined: to the line that comes after it
 */
export function blockChange(
  { doc, selection }: EditorState,
  block: string,
  bodyStart = 0,
  cursor?: number,
): TransactionSpec {
  const { head } = selection.main;
  if (head < bodyStart) {
    const text = bodyStart === doc.length && doc.line(doc.lines).text !== '' ? `\n${block}` : block;
    const anchor = bodyStart + (cursor ?? text.length + 2);
    return {
      changes: { from: bodyStart, insert: `${text}\n\n` },
      selection: { anchor },
      scrollIntoView: true,
    };
  }
  let line = doc.lineAt(head);
  while (isTableRow(line.text) && line.number < doc.lines && isTableRow(doc.line(line.number + 1).text))
    line = doc.line(line.number + 1);
  const above = line.number > 1 ? doc.line(line.number - 1).text.trim() : '';
  const blank = line.text.trim() === '';
  // Three dashes right below a line would make a heading of it.
  const before = blank ? (above === '' ? '' : '\n') : '\n\n';
  const next = line.number < doc.lines ? doc.line(line.number + 1) : undefined;
  const spaced = next?.text.trim() === '';
  const after = spaced ? '' : next || cursor !== undefined ? '\n' : '\n\n';
  const insert = before + block + after;
  const behind = line.to + insert.length + (next ? 1 : 0) + (spaced && next ? next.length + 1 : 0);
  const anchor =
    cursor === undefined ? Math.min(behind, doc.length + insert.length) : line.to + before.length + cursor;
  return { changes: { from: line.to, insert }, selection: { anchor }, scrollIntoView: true };
}
