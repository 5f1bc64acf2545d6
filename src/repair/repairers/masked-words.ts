import { HAN } from '../../text/characters.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

const MASKED = new RegExp(
  `(?<=^|[^A-Za-z0-9])[XxＸ](?=(?:课|課|员|員|支部|委|组织|組織|章|校|中央|政|性|建|风|風|史|徽|旗)(?![光线線]))|(?<!×)×{2,}(?=[${HAN}]|，|。)|(?<=[${HAN}])[XＸ]{2,}(?=[${HAN}])`,
  'g',
);

/** Words masked against filters (X课, ×××) cannot be recovered: reported once, with the count. */
export function maskedWords({ text }: RepairInput): RepairResult {
  if (!/[XxＸ×]/.test(text)) return NO_REPAIRS;
  const found = [...text.matchAll(MASKED)];
  const first = found[0];
  if (first === undefined) return NO_REPAIRS;
  const range = { start: first.index, end: first.index + first[0].length };
  const around = text.slice(Math.max(0, range.start - 4), range.end + 4).split('\n')[0]!;
  return {
    edits: [],
    diagnostics: [
      { code: 'masked-words', severity: 'warning', values: { count: found.length, text: around }, range },
    ],
  };
}
