import type { Diagnostic } from '../../text/diagnostic.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/**
 * What is left of a character that could not be decoded: U+FFFD; its UTF-8 bytes EF BF BD, twice over, read as GBK
 * (锟斤拷) or as Big5 (嚙踝蕭, 嚙質 …); or read as Windows-1252 (ï¿½).
 */
const LOST = /\ufffd+|(?:锟斤拷?)+|(?:嚙踝蕭)+|(?:嚙[質賢誰論調踝]){2,}|(?:ï¿½)+/g;

/** Lost characters cannot be restored: each place is an error, with the words around it. */
export function lostCharacters({ text, reported }: RepairInput): RepairResult {
  if (!/[\ufffd锟嚙¿]/.test(text)) return NO_REPAIRS;
  const diagnostics: Diagnostic[] = [];
  for (const match of text.matchAll(LOST)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (meets(reported, range.start, range.end)) continue;
    const line = { start: text.lastIndexOf('\n', range.start) + 1, end: text.indexOf('\n', range.end) };
    const around = text.slice(
      Math.max(line.start, range.start - 8),
      Math.min(line.end < 0 ? text.length : line.end, range.end + 8),
    );
    diagnostics.push({ code: 'lost-characters', severity: 'error', values: { text: around }, range });
  }
  return { edits: [], diagnostics };
}
