import { HAN, isHan } from '../../text/characters.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const FOLDED = /[,:;?!()]/;

/** Marks that stand between a word and its punctuation and belong to no script. */
const NEUTRAL = /["'“”‘’「」『』)\]）】》〉*_=~]/;
const NEUTRAL_BEFORE_WORD = /["'“”‘’「」『』([（【《〈*_=~]/;
const HAN_STOP = /[，。、；：？！（）《》〈〉「」『』【】〔〕]/;

/**
 * ASCII punctuation between Han → full width: `同志們:` → `同志們：`.
 *
 * A mark belongs to Chinese if the word before or behind it is Han; ? and ! if the word before is. Numbers
 * (9:30, 1,260), Latin sentences, Markdown, code and addresses keep theirs. Parentheses go in pairs, and
 * only around Han. One blank behind a mark goes with it where Han follows.
 */
export function punctuation({ text, protected: kept }: RepairInput): RepairResult {
  if (!FOLDED.test(text) && !text.includes('.')) return NO_REPAIRS;
  const edits: Edit[] = [];
  const stops = dotsEndSentences(text);
  /** Parentheses of numbers at the start of a line: (一). Many authors write them so; see below. */
  const numbers: Edit[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (
      (FOLDED.test(line) || (stops && line.includes('.'))) &&
      HAN_LETTER.test(line) &&
      !isLatinProse(line)
    ) {
      marks(text, start, end, kept, edits);
      if (stops) fullStops(text, start, end, kept, edits);
      parentheses(text, start, end, kept, edits, numbers);
    }
    start = end + 1;
  }
  // A document that lost no other mark has its (一) from its author.
  return { edits: edits.length > 0 || mixedWidth(text, numbers) ? [...edits, ...numbers] : edits };
}

/** True if only one parenthesis of some pair is ASCII. */
function mixedWidth(text: string, numbers: readonly Edit[]): boolean {
  const ascii = new Set(numbers.map(({ start }) => start));
  return numbers.some(({ start }) => {
    const close = text.slice(start, start + 8).search(/[)）]/);
    return text[start] === '(' ? close > 0 && !ascii.has(start + close) : false;
  });
}

/** True if the document ends its sentences with an ASCII dot: 走得最多.他们 … and hardly ever with 。 */
export function dotsEndSentences(text: string): boolean {
  const dots = text.match(DOT_AS_STOP)?.length ?? 0;
  return dots >= 3 && (text.match(/。/g)?.length ?? 0) * 4 <= dots;
}

function fullStops(
  text: string,
  from: number,
  to: number,
  kept: RepairInput['protected'],
  edits: Edit[],
): void {
  for (const match of text.slice(from, to).matchAll(DOT_AS_STOP)) {
    const start = from + match.index;
    if (!meets(kept, start, start + 1) && !NUMBERED.test(text.slice(from, start)))
      edits.push({ start, end: start + 1, insert: '。', kind: 'punctuation', reason: 'repair.punctuation' });
  }
}

/** A dot behind Han, before Han, a closing mark or the end of the line. */
const DOT_AS_STOP = new RegExp(`(?<=[${HAN}”’」』）)])\\.(?=[${HAN}“”’"」』)）]|\\s*$|\\s*\\n)`, 'g');
/** All of a line up to the stop of its number. */
const NUMBERED = /^\s*第?[一二三四五六七八九十]+$/;
const LEADING_NUMBER = /^\s*[（(][一二三四五六七八九十百]+$/;
const HAN_LETTER = new RegExp(`[${HAN}]`);

/** True for a line of Latin prose that only mentions some Han. */
export function isLatinProse(line: string): boolean {
  const words = (line.match(/[A-Za-z]+/g) ?? []).filter((word) => /[a-z]/.test(word)).length;
  return words >= 4 && words > (line.match(new RegExp(`[${HAN}]`, 'g'))?.length ?? 0);
}

function marks(text: string, from: number, to: number, kept: RepairInput['protected'], edits: Edit[]): void {
  for (let i = from; i < to; i++) {
    const mark = text[i]!;
    if (mark === '(' || mark === ')' || FULL_WIDTH[mark] === undefined) continue;
    if (meets(kept, i, i + 1)) continue;
    const before = hanBefore(text, i, from);
    const emphatic = mark === '?' || mark === '!';
    if (!before && (emphatic || !hanBehind(text, i, to))) continue;
    if (mark === '!' && text[i + 1] === '[') continue;
    if (mark === ';' && /&#?\w{2,8}$/.test(text.slice(Math.max(from, i - 10), i))) continue; // a character reference
    if (mark === ':' && text.startsWith('//', i + 1)) continue;
    const blank = text[i + 1] === ' ' && i + 2 < to && isHan(text[i + 2]!) ? 1 : 0;
    edits.push({
      start: i,
      end: i + 1 + blank,
      insert: FULL_WIDTH[mark]!,
      kind: 'punctuation',
      reason: 'repair.punctuation',
    });
  }
}

function hanBefore(text: string, i: number, from: number): boolean {
  let at = i - 1;
  while (at >= from && (NEUTRAL.test(text[at]!) || text[at] === '?' || text[at] === '!')) at--;
  return at >= from && (isHan(text[at]!) || HAN_STOP.test(text[at]!));
}

function hanBehind(text: string, i: number, to: number): boolean {
  let at = i + 1;
  while (at < to && NEUTRAL_BEFORE_WORD.test(text[at]!)) at++;
  return at < to && (isHan(text[at]!) || HAN_STOP.test(text[at]!));
}

function parentheses(
  text: string,
  from: number,
  to: number,
  kept: RepairInput['protected'],
  edits: Edit[],
  numbers: Edit[],
): void {
  const open: number[] = [];
  for (let i = from; i < to; i++) {
    const character = text[i]!;
    if (meets(kept, i, i + 1)) continue;
    if (character === '(' || character === '（') open.push(i);
    else if (character === ')' || character === '）') {
      const start = open.pop();
      if (start === undefined || !HAN_LETTER.test(text.slice(start + 1, i))) continue;
      for (const at of [start, i]) {
        const insert = FULL_WIDTH[text[at]!];
        if (insert !== undefined)
          (LEADING_NUMBER.test(text.slice(from, i)) ? numbers : edits).push({
            start: at,
            end: at + 1,
            insert,
            kind: 'punctuation',
            reason: 'repair.punctuation',
          });
      }
    }
  }
}
