import type { Edit } from '../edits.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** The comments that say where the next paragraph is shown; they are markup of the speech. */
const PLACE = /^<!--[ \t]*(?:notes|slide|print) only[ \t]*-->$/;

/**
 * Comments of Markdown, `<!-- … -->` on one line or many, outside code. What stands between two comments stays.
 * A comment that fills its lines goes with their line end; in plain text it is text like any other.
 */
export function comments({ text, format, protected: kept }: RepairInput): RepairResult {
  if (format === 'plain' || !text.includes('<!--')) return NO_REPAIRS;
  const edits: Edit[] = [];
  for (const { start, end } of kept) {
    if (!text.startsWith('<!--', start) || !text.endsWith('-->', end)) continue;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const next = text.indexOf('\n', end);
    const lineEnd = next < 0 ? text.length : next;
    const alone = isBlank(text, lineStart, start) && isBlank(text, end, lineEnd);
    if (alone && PLACE.test(text.slice(start, end))) continue;
    const edit = { insert: '', kind: 'comment', reason: 'repair.comment' } as const;
    edits.push(alone && next >= 0 ? { ...edit, start: lineStart, end: next + 1 } : { ...edit, start, end });
  }
  return { edits };
}

/** Looks at a bounded number of characters: in front of many comments in one line stands more than white space. */
function isBlank(text: string, from: number, to: number): boolean {
  return to - from <= 100 && text.slice(from, to).trim() === '';
}
