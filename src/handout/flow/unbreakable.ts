import { characterWidth } from '../../text/width.ts';
import type { Run } from './types.ts';

/** Longest piece kept on one line, in Han widths: a longer one would tear a hole in a justified line. */
const LONGEST = 8;

const NUMBER = String.raw`\d[\d,，.]*(?:[—–~～至-]{1,2}\d[\d,.]*)?`;
const MANY = '[多余餘几幾]?(?:万亿|萬億|百万|百萬|千万|千萬|[万萬亿億千百])?[多余餘]?';
const UNITS = [
  '年代|年度|年|月|日|号|號|时|時|点|點|分钟|分鐘|分|秒|小时|小時|天|周|週|岁|歲|世纪|世紀',
  '[％%‰℃]|个百分点|個百分點|度',
  '美元|港元|新台币|新臺幣|元|块|塊|角',
  '平方公里|平方米|平方公尺|立方米|公里|公尺|公分|公斤|公噸|公顷|公頃|千米|厘米|毫米|米|吨|噸|亩|畝|升|克',
  '个|個|人|名|位|次|家次|家|户|戶|条|條|项|項|件|起|支|所|座|辆|輛|台|臺|套|张|張|本|册|冊|篇|字|章|节|節|页|頁|级|級|期|届|屆|批|组|組|盏|盞|棵|栋|棟|层|層|倍|成|鄰|通',
].join('|');

/**
 * What must not break over a line (CLREQ; docs/spec/typography.md §4 rows 8, 10, 14–16).
 * The Han beside an interpunct are kept with it: where a name begins and ends, its letters do not say.
 */
const PIECES: readonly RegExp[] = [
  new RegExp(`(?:第|[￥¥$])?${NUMBER}${MANY}(?:${UNITS})?`, 'gu'),
  /[〔[（(]\d{4}[〕\]）)]\d+号/gu,
  /[\p{L}\p{N}][·•‧・][\p{L}\p{N}]/gu,
  /[\p{L}\p{N}#][/#][\p{L}\p{N}]/gu,
];

/** The last two Han of a paragraph with what closes it: no last line of one character. */
const LAST_TWO = /\p{Script=Han}[^\p{Script=Han}\s]{0,3}\p{Script=Han}[^\p{Script=Han}\p{N}\p{L}]{0,4}$/u;

interface Span {
  readonly from: number;
  readonly to: number;
}

function spansOf(text: string, lastTwo: boolean): Span[] {
  const found: Span[] = [];
  for (const piece of PIECES) {
    for (const match of text.matchAll(piece)) {
      if (match[0].length > 1) found.push({ from: match.index, to: match.index + match[0].length });
    }
  }
  const last = lastTwo ? LAST_TWO.exec(text) : null;
  if (last && last.index > 0) found.push({ from: last.index, to: text.length });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const merged: Span[] = [];
  for (const span of found) {
    const before = merged.at(-1);
    if (before === undefined || span.from >= before.to) merged.push(span);
    else if (span.to > before.to) merged[merged.length - 1] = { from: before.from, to: span.to };
  }
  return merged.filter((span) => characterWidth(text.slice(span.from, span.to)) <= LONGEST);
}

/**
 * Cuts runs so that every unbreakable piece is a run (or, over a change of style, several) with `noBreak`.
 * The text does not change.
 *
 * @param lastTwo also keep the last two Han together: for paragraphs, not for single lines
 */
export function markUnbreakable(runs: readonly Run[], lastTwo = true): Run[] {
  const spans = spansOf(runs.map((run) => run.text).join(''), lastTwo);
  const marked: Run[] = [];
  let at = 0;
  let next = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    let from = at;
    if (run.text === '') {
      // The call of a note or a picture: inside a piece it stays with it.
      const inside = next < spans.length && spans[next]!.from < at;
      marked.push(inside ? { ...run, noBreak: true, joinsRunBefore: true } : run);
      continue;
    }
    if (run.ruby !== undefined || run.pinyin !== undefined) {
      // A character and its reading are never parted, so no span can cut them.
      marked.push({
        ...run,
        noBreak: true,
        ...((spans[next]?.from ?? end) < at ? { joinsRunBefore: true } : {}),
      });
      while (next < spans.length && spans[next]!.to <= end) next++;
      at = end;
      continue;
    }
    while (next < spans.length && spans[next]!.from < end) {
      const span = spans[next]!;
      if (span.from > from) marked.push(part(run, from - at, span.from - at));
      const start = Math.max(from, span.from);
      const stop = Math.min(span.to, end);
      marked.push({
        ...part(run, start - at, stop - at),
        noBreak: true,
        ...(start > span.from ? { joinsRunBefore: true } : {}),
      });
      from = stop;
      if (span.to > end) break;
      next++;
    }
    if (from < end) marked.push(part(run, from - at, run.text.length));
    at = end;
  }
  return marked;
}

/** A piece of a run; its range stays that of the whole. What stands at its beginning stays with the first piece. */
function part(run: Run, from: number, to: number): Run {
  if (from === 0 && to === run.text.length) return run;
  const text = run.text.slice(from, to);
  if (from === 0) return { ...run, text };
  const { sentence: _sentence, slide: _slide, minutes: _minutes, ...rest } = run;
  return { ...rest, text };
}
