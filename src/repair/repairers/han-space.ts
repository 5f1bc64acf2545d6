import { HAN, HAN_PUNCTUATION } from '../../text/characters.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

const ONE = `[${HAN}${HAN_PUNCTUATION}]`;
/** Six or more single characters, each set off by exactly one blank: no title or name is written so. */
const SPACED_OUT = new RegExp(`(?<![^\\s])${ONE}(?: ${ONE}){5,}(?![^\\s])`, 'g');

/** Closes up text in which every character was set off by a blank: 我 们 的 事 业 … Other spaces are the author's. */
export function hanSpaces({ text, protected: kept }: RepairInput): RepairResult {
  if (!text.includes(' ')) return NO_REPAIRS;
  const edits: Edit[] = [];
  for (const match of text.matchAll(SPACED_OUT)) {
    if (meets(kept, match.index, match.index + match[0].length)) continue;
    for (let i = 1; i < match[0].length; i += 2) {
      const start = match.index + i;
      edits.push({ start, end: start + 1, insert: '', kind: 'han-space', reason: 'repair.han-space' });
    }
  }
  return { edits };
}
