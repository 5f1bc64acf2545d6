import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/**
 * Private characters whose meaning is known. Word writes the bullets of its Symbol and Wingdings fonts to
 * U+F000–F0FF; GBK of 2000 had no code for some marks and put them into the private zone.
 */
const KNOWN: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '■',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf075': '◆',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0a8': '□',
  '\uf0e0': '→',
  '\uf02d': '-',
  '\uf0be': '—',
  '\uf020': ' ',
  '\ue5e5': '　',
  '\ue7c7': 'ḿ',
  '\ue7c8': 'ǹ',
  '\ue76c': 'ⅰ',
};

const PRIVATE = /[\ue000-\uf8ff]+/g;

/** Private characters: those of known meaning are written out, the rest is reported and left. */
export function privateUse({ text, protected: kept }: RepairInput): RepairResult {
  if (!/[\ue000-\uf8ff]/.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  const problems: Diagnostic[] = [];
  for (const match of text.matchAll(PRIVATE)) {
    const unknown: number[] = [];
    for (const [index, character] of [...match[0]].entries()) {
      const start = match.index + index;
      if (meets(kept, start, start + 1)) continue;
      const insert = KNOWN[character];
      if (insert === undefined) unknown.push(start);
      else edits.push({ start, end: start + 1, insert, kind: 'private-use', reason: 'repair.private-use' });
    }
    if (unknown.length === 0) continue;
    const range = { start: unknown[0]!, end: unknown.at(-1)! + 1 };
    const code = text.charCodeAt(range.start).toString(16).toUpperCase();
    const around = text.slice(Math.max(0, range.start - 6), range.end + 6).split('\n')[0]!;
    problems.push({ code: 'private-use', severity: 'error', values: { code, text: around }, range });
  }
  return { edits, problems };
}
