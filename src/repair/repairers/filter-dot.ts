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

/**
 * Takes out a dot put inside a word against keyword filters: 六中.全會 → 六中全會.
 *
 * Certain where the word is on the list, or where the document elsewhere has the two characters together and
 * ends its sentences with 。; any other dot between Han is reported as `stray-dot`.
 */
export function filterDots({ text, protected: kept }: RepairInput): RepairResult {
  if (!new RegExp(DOT).test(text)) return { edits: [] };
  const edits: Edit[] = [];
  const problems: Diagnostic[] = [];
  const taken = new Set<number>();
  const take = (start: number): void => {
    taken.add(start);
    edits.push({ start, end: start + 1, insert: '', kind: 'filter-dot', reason: 'repair.filter-dot' });
  };
  for (const match of text.matchAll(DOTTED))
    for (let i = 1; i < match[0].length - 1; i++)
      if (new RegExp(DOT).test(match[0][i]!) && !meets(kept, match.index + i, match.index + i + 1))
        take(match.index + i);
  const fullStops = text.split('。').length - 1;
  const endsSentences = dotsEndSentences(text);
  for (const match of text.matchAll(DOT_BETWEEN_HAN)) {
    const start = match.index;
    if (taken.has(start) || meets(kept, start, start + 1)) continue;
    if (NUMBER_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || endsSentences) continue;
    const together = text.split(match[1]! + match[2]!).length - 1;
    if (together >= 2 && fullStops >= 3) take(start);
    else {
      const range = { start: start - 1, end: start + 2 };
      problems.push({
        code: 'stray-dot',
        severity: 'info',
        values: { text: text.slice(range.start, range.end) },
        range,
      });
    }
  }
  return { edits, problems };
}
