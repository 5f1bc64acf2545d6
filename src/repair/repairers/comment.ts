import { isAuthorComment } from '../../text/author-comment.ts';
import type { Edit } from '../edits.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** White space around a comment is looked at so far: there may be many in one long line. */
const MARGIN = 100;

/**
 * Comments of Markdown, `<!-- … -->` on one line or many, outside code. What stands between two comments stays.
 * A comment that fills its lines goes with their line end; in plain text it is text like any other.
 */
export function comments({ text, format, protected: kept }: RepairInput): RepairResult {
  if (format === 'plain' || !text.includes('<!--')) return NO_REPAIRS;
  const edits: Edit[] = [];
  for (const { start, end } of kept) {
    if (!text.startsWith('<!--', start) || !text.endsWith('-->', end)) continue;
    const before = text.slice(Math.max(0, start - MARGIN), start);
    const indent = before.slice(before.lastIndexOf('\n') + 1);
    const behind = /^[^\S\n]*(?:\n|$)/.exec(text.slice(end, end + MARGIN))?.[0];
    const alone = behind !== undefined && indent.trim() === '' && indent.length < MARGIN;
    if (alone && isAuthorComment(text.slice(start, end))) continue;
    const range =
      alone && behind.endsWith('\n')
        ? { start: start - indent.length, end: end + behind.length }
        : { start, end };
    edits.push({ ...range, insert: '', kind: 'comment', reason: 'repair.comment' });
  }
  return { edits };
}
