import { HAN } from '../../text/characters.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { eitherScript } from '../../text/script.ts';
import type { Edit } from '../edits.ts';
import { meets, type RepairInput, type RepairResult } from '../repairer.ts';
import { dotsEndSentences } from './punctuation.ts';

/** Words that pages break with a dot to slip past keyword filters. Regular expression sources, Simplified. */
const FILTERED_WORDS: readonly string[] = [
  '习近平',
  '毛泽东',
  '邓小平',
  '江泽民',
  '胡锦涛',
  '温家宝',
  '李克强',
  '周恩来',
  '刘少奇',
  '朱德',
  '[一二三四五六七八九十]中全会',
  '中全会',
  '总书记',
  '共产党',
  '党中央',
  '中共中央',
  '政治局',
  '国务院',
  '中南海',
  '人民代表大会',
];

const DOT = '[.．·•・*＊]';
const ANY_DOT = /[.．·•・*＊]/;
const DOTTED = new RegExp(
  FILTERED_WORDS.map((word) => {
    const letters = word.match(/\[[^\]]*\]|./g)!.map(eitherScript);
    return letters.join(`${DOT}?`);
  }).join('|'),
  'g',
);
const DOT_BETWEEN_HAN = new RegExp(`(?<=([${HAN}]))[.．](?=([${HAN}]))`, 'g');
/** 一．准备工作: the stop of a number, not a dot inside a word. */
const NUMBER_BEFORE = /(?:^|\n|[。；：\s])[第]?[一二三四五六七八九十百]+$/;

/** Han on either side of a dot from which on it may stand between two clauses. */
const CLAUSE_BEFORE = new RegExp(`[${HAN}]{5}$`);
const CLAUSE_BEHIND = new RegExp(`^[${HAN}]{4}`);

/**
 * Takes out a dot put inside a word against keyword filters: 六中.全會 → 六中全會. Only inside the words of the list:
 * any other dot between Han may be a full stop as well (已经解决.乙问题也要抓紧) and is reported as `stray-dot`, with
 * 。 as its fix where both sides are long enough for clauses.
 */
export function filterDots({ text, protected: kept }: RepairInput): RepairResult {
  if (!ANY_DOT.test(text)) return { edits: [] };
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<number>();
  for (const match of text.matchAll(DOTTED))
    for (let i = 1; i < match[0].length - 1; i++) {
      const start = match.index + i;
      if (!ANY_DOT.test(match[0][i]!) || meets(kept, start, start + 1)) continue;
      taken.add(start);
      edits.push({ start, end: start + 1, insert: '', kind: 'filter-dot', reason: 'repair.filter-dot' });
    }
  if (dotsEndSentences(text)) return { edits };
  for (const match of text.matchAll(DOT_BETWEEN_HAN)) {
    const start = match.index;
    if (taken.has(start) || meets(kept, start, start + 1)) continue;
    if (NUMBER_BEFORE.test(text.slice(Math.max(0, start - 6), start))) continue;
    const range = { start: start - 1, end: start + 2 };
    const clauses =
      CLAUSE_BEFORE.test(text.slice(Math.max(0, start - 5), start)) &&
      CLAUSE_BEHIND.test(text.slice(start + 1, start + 5));
    diagnostics.push({
      code: 'stray-dot',
      severity: clauses ? 'warning' : 'info',
      values: { text: text.slice(Math.max(0, start - 6), start + 7).split('\n')[0]! },
      range,
      ...(clauses && { fix: { range: { start, end: start + 1 }, insert: '。' } }),
    });
  }
  return { edits, diagnostics };
}
