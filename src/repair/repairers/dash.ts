import { HAN, HAN_PUNCTUATION } from '../../text/characters.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

const WORD = `[${HAN}${HAN_PUNCTUATION}]`;

/** Stand-ins for —— and ……, each only where Chinese stands beside it. */
const FORMS: readonly { readonly form: string; readonly insert: string }[] = [
  { form: `(?<=${WORD})-{2,3}(?=${WORD})`, insert: '——' },
  { form: `(?<=^|\\n)--(?=[${HAN}])`, insert: '——' }, // before the name of a signature
  { form: `(?<=${WORD})(?:―{2}|─{2}|－{2}|ー{2}|–{2})(?=${WORD})`, insert: '——' },
  { form: `(?<=${WORD})(?:\\.{3}|\\.{6}|。{3,6}|⋯{1,2}|·{3,6}|•{3,6})(?!\\.)`, insert: '……' },
  { form: `(?<=[${HAN}])(?<!…)…(?!…)`, insert: '……' },
];
const patterns = FORMS.map(({ form, insert }) => ({ pattern: new RegExp(form, 'g'), insert }));

/** Dashes and ellipses in Chinese prose → —— and ……. A single — stays: it joins places and times. */
export function dashes({ text, protected: kept }: RepairInput): RepairResult {
  if (!/--|\.\.\.|。。。|[―─－ー–⋯…]|···|•••/.test(text)) return NO_REPAIRS;
  const edits: Edit[] = [];
  for (const { pattern, insert } of patterns)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!meets(kept, match.index, end))
        edits.push({ start: match.index, end, insert, kind: 'dash', reason: 'repair.dash' });
    }
  return { edits };
}
