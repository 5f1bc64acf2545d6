import type { Diagnostic } from '../../text/diagnostic.ts';
import { signOfLostFont } from '../../text/symbol-fonts.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** GBK of 2000 had no code for some marks and put them into the private zone. */
const GBK_PRIVATE: Readonly<Record<string, string>> = {
  '\ue5e5': '　',
  '\ue7c7': 'ḿ',
  '\ue7c8': 'ǹ',
  '\ue76c': 'ⅰ',
};

/** What stands before the first sign of a line: at most an indent. */
const LINE_START = /(?:^|\n)[ \t\u3000]{0,8}$/;

const PRIVATE = /[\ue000-\uf8ff]+/g;

/** Private characters: those of known meaning are written out, the rest is reported and left. */
export function privateUse({ text, protected: kept }: RepairInput): RepairResult {
  if (!/[\ue000-\uf8ff]/.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const match of text.matchAll(PRIVATE)) {
    const unknown: number[] = [];
    for (const [index, character] of [...match[0]].entries()) {
      const start = match.index + index;
      if (meets(kept, start, start + 1)) continue;
      const startsLine = LINE_START.test(text.slice(Math.max(0, start - 9), start));
      const insert = GBK_PRIVATE[character] ?? signOfLostFont(character.charCodeAt(0), startsLine);
      if (insert === undefined) unknown.push(start);
      else edits.push({ start, end: start + 1, insert, kind: 'private-use', reason: 'repair.private-use' });
    }
    if (unknown.length === 0) continue;
    const range = { start: unknown[0]!, end: unknown.at(-1)! + 1 };
    const code = text.charCodeAt(range.start).toString(16).toUpperCase();
    const around = text.slice(Math.max(0, range.start - 6), range.end + 6).split('\n')[0]!;
    diagnostics.push({ code: 'private-use', severity: 'error', values: { code, text: around }, range });
  }
  return { edits, diagnostics };
}
