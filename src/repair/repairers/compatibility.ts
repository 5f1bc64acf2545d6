import { HAN } from '../../text/characters.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** Kangxi radicals, CJK radicals and compatibility ideographs that stand for an ordinary character. */
const RADICALS = /[\u2e80-\u2fdf\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/g;

/** Marks in an unusual form, one a line: what, in which surroundings, becomes what. */
const MARKS: readonly { readonly mark: RegExp; readonly insert: string }[] = [
  { mark: new RegExp(`(?<=[${HAN}])[･・](?=[${HAN}])`, 'g'), insert: '·' }, // katakana middle dots
  // A full-width decimal point. At the start of a line it may end a number: 1．5G基站建设.
  { mark: /(?<=\d)(?<!(?:^|\n)[ \t\u3000]{0,8}\d{1,3})．(?=\d)/g, insert: '.' },
  { mark: /｡/g, insert: '。' },
  { mark: /､/g, insert: '、' },
  { mark: /｢/g, insert: '「' },
  { mark: /｣/g, insert: '」' },
];

/** Characters in a compatibility form → the ordinary ones: ⼈ → 人, 3．5 → 3.5. */
export function compatibility({ text, protected: kept }: RepairInput): RepairResult {
  if (!/[\u2e80-\u2fdf\uf900-\ufaff\uff0e\uff61-\uff65・]|\ud87e/.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  const replace = (start: number, before: string, insert: string): void => {
    const end = start + before.length;
    if (before === insert || meets(kept, start, end)) return;
    edits.push({ start, end, insert, kind: 'compatibility', reason: 'repair.compatibility' });
  };
  for (const match of text.matchAll(RADICALS)) replace(match.index, match[0], match[0].normalize('NFKC'));
  for (const { mark, insert } of MARKS)
    for (const match of text.matchAll(mark)) replace(match.index, match[0], insert);
  return { edits };
}
