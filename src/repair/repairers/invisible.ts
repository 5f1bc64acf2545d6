import type { Edit } from '../edits.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** Characters that are not seen, by what they become. Each class is the body of a regular expression set. */
const CLASSES: readonly { readonly set: string; readonly insert: string; readonly reason: string }[] = [
  { set: '\\u00a0\\u2000-\\u200a\\u202f\\u205f', insert: ' ', reason: 'repair.invisible.space' },
  // A soft return of Word or PowerPoint is U+000B in plain text; a new page is U+000C.
  { set: '\\u000b\\u000c\\u0085\\u2028\\u2029', insert: '\n', reason: 'repair.invisible.line' },
  // Zero width, direction marks, soft hyphen, byte order marks, controls.
  {
    set: '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f',
    insert: '',
    reason: 'repair.invisible',
  },
];

const ANY = new RegExp(`[${CLASSES.map(({ set }) => set).join('')}]`);
/** A joiner between pictographs belongs to an emoji. */
const EMOJI_JOINER = /^\p{Extended_Pictographic}|^\ufe0f/u;

/** Removes what cannot be seen and turns unusual spaces into plain ones, one for one. */
export function invisibles({ text }: RepairInput): RepairResult {
  if (!ANY.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  for (const { set, insert, reason } of CLASSES)
    for (const match of text.matchAll(new RegExp(insert === '' ? `[${set}]+` : `[${set}]`, 'g'))) {
      const start = match.index;
      if (match[0] === '\u200d' && EMOJI_JOINER.test(text.slice(start + 1, start + 3))) continue;
      edits.push({ start, end: start + match[0].length, insert, kind: 'invisible', reason });
    }
  return { edits };
}
