import { FORMAL_DIGITS, HAN_DIGITS, numeralValue } from './han-number.ts';
import type { NumberingStyle } from './types.ts';

/**
 * One habit of numbering. Adding a style is one entry here and one fixture in
 * tests/fixtures/speech.
 */
export interface NumberingRule {
  readonly style: NumberingStyle;
  /** At the start of a line or sentence. Group `n`: the number; group `v`: what tells two series apart. */
  readonly pattern: RegExp;
  /**
   * `line`: stands at the start of a line and carries a heading of its own.
   * `spoken`: said in running text (一是 首先); counts only in a series of two or more.
   */
  readonly kind: 'line' | 'spoken';
  /** Usual order from outside in; decides only where the text itself leaves the nesting open. */
  readonly rank: number;
  /** A number above 1 is believed though nothing came before it. */
  readonly firm?: boolean;
  /** The marker may stand alone, its heading on the next line or absent. */
  readonly alone?: boolean;
  /** A series of it may also run inside one paragraph, as spoken ones may: ①…②… */
  readonly inline?: boolean;
  /** By its form it may as well be running text (二、五年来…, 二，…): counts only where its series runs. */
  readonly weak?: boolean;
}

const HAN = `[${HAN_DIGITS}]{1,4}`;
const ARABIC = '[0-9０-９]{1,2}';
/** What follows 一、 in 一、二年级 or 十一、二岁: a second number with its unit, no heading. */
const SECOND_NUMBER = `[${HAN_DIGITS}]{1,2}(?:[年月日岁歲级級班组組楼樓号號期线線届屆批次倍个個位名人天点點成分][^，。]|[年月日岁歲级級班组組楼樓号號期线線届屆批次倍]$|、)`;

/** GB/T 9704-2012 §7.3.3 for the first four; the rest are habits of spoken speeches. */
export const NUMBERING_RULES: readonly NumberingRule[] = [
  {
    style: 'chapter',
    pattern: new RegExp(
      `^第[ \\u3000]*(?<n>${HAN}|${ARABIC})[ \\u3000]*(?<v>部分|[章节節讲講篇课課编編])(?![课課目]|[^：:，,、。\\s]{1,30}[。，])[ \\u3000]*[：:、，,.．]?[ \\u3000]*`,
    ),
    kind: 'line',
    rank: 0,
    firm: true,
    alone: true,
  },
  {
    style: 'formal-han',
    pattern: new RegExp(`^(?<n>[${FORMAL_DIGITS}]{1,3})[ \\u3000]*[、.．][ \\u3000]*`),
    kind: 'line',
    rank: 2,
    firm: true,
  },
  {
    style: 'han',
    pattern: new RegExp(`^(?<n>${HAN})[ \\u3000]*[、.．](?!${SECOND_NUMBER})[ \\u3000]*`),
    kind: 'line',
    rank: 3,
    firm: true,
  },
  {
    style: 'han',
    pattern: new RegExp(
      `^(?<n>${HAN})[ \\u3000]*(?:[、.．](?=${SECOND_NUMBER})|[，,](?!${HAN}[，,、]))[ \\u3000]*`,
    ),
    kind: 'line',
    rank: 3,
    weak: true,
  },
  {
    style: 'han',
    pattern: new RegExp(`^(?<n>${HAN})(?<v>)$`),
    kind: 'line',
    rank: 3,
    weak: true,
    alone: true,
  },
  {
    style: 'digit',
    pattern: new RegExp(`^(?<n>${ARABIC})[.．、]?(?<v>)$`),
    kind: 'line',
    rank: 6,
    weak: true,
    alone: true,
  },
  {
    style: 'paren-han',
    pattern: new RegExp(`^(?:(?<c>[㈠-㈩])|[（(][ \\u3000]*(?<n>${HAN})[ \\u3000]*[）)])[、.．]?[ \\u3000]*`),
    kind: 'line',
    rank: 4,
    firm: true,
    inline: true,
  },
  {
    style: 'keyword',
    pattern: new RegExp(
      `^第(?<n>${HAN})(?:(?<v>[个個](?:关键词|關鍵詞|关键字|關鍵字|字|词|詞|问题|問題|方面|体会|體會|建议|建議|故事|感受|希望|话题|話題|步骤|步驟|阶段|階段|环节|環節|层次|層次|举措|舉措|任务|任務|特点|特點|变化|變化|启示|啟示|经验|經驗|原因|愿望|願望)|[点點条條句步]|(?:件事|层意思|層意思|阶段|階段|方面))(?:是|：|:|，|——|[ \\u3000]+)+|(?<w>[个個句点點条條件道层層种種份项項张張把类類步关關堂]\\p{Script=Han}{0,4})[：:][ \\u3000]*)`,
      'u',
    ),
    kind: 'spoken',
    rank: 5,
  },
  {
    style: 'digit',
    pattern: new RegExp(`^(?<n>${ARABIC})[ \\u3000]*[.．、](?:(?![0-9０-９])|(?=[0-9]{4}年))[ \\u3000]*`),
    kind: 'line',
    rank: 6,
  },
  {
    style: 'digit',
    pattern: new RegExp(`^(?<n>${ARABIC})[ \\u3000]*[，,](?![0-9０-９])[ \\u3000]*`),
    kind: 'line',
    rank: 6,
    weak: true,
  },
  {
    style: 'paren-digit',
    pattern: new RegExp(`^(?:[（(][ \\u3000]*(?<n>${ARABIC})[ \\u3000]*[）)])[、.．]?[ \\u3000]*`),
    kind: 'line',
    rank: 7,
    inline: true,
  },
  {
    style: 'paren-digit',
    pattern: new RegExp(`^(?<n>${ARABIC})(?<v>[）)])[ \\u3000]*`),
    kind: 'line',
    rank: 8,
  },
  { style: 'circled', pattern: /^(?<n>[①-⑳⑴-⒇])[、.．]?[ \u3000]*/, kind: 'line', rank: 9, inline: true },
  {
    style: 'ordinal',
    pattern: new RegExp(`^第(?<n>${HAN})(?:[，,、：:；][ \\u3000]*|是(?=[^一二三四五六七八九十]))`),
    kind: 'spoken',
    rank: 10,
  },
  {
    style: 'ordinal',
    pattern: /^(?<n>首先|其次|再次|再者|最后|最後)(?:[，,：:、][ \u3000]*|(?=[是要应應必须須得]))(?<v>)/,
    kind: 'spoken',
    rank: 11,
  },
  {
    style: 'first-is',
    pattern: /^(?<n>[一二三四五六七八九十]{1,2})(?<v>[是要曰则則靠])(?!\k<n>[，、。；]|[不否])/,
    kind: 'spoken',
    rank: 12,
  },
  {
    style: 'first-of',
    pattern: /^其(?<n>[一二三四五六七八九十])(?:[，,、：:][ \u3000]*|(?=[是要]))/,
    kind: 'spoken',
    rank: 13,
  },
];

/** Words that count. 最后 takes the number after the last one. */
const COUNTING_WORDS: Readonly<Record<string, number>> = {
  首先: 1,
  其次: 2,
  再次: 3,
  再者: 3,
  最后: Number.POSITIVE_INFINITY,
  最後: Number.POSITIVE_INFINITY,
};

export interface FoundMarker {
  readonly habit: NumberingRule;
  /** As written, white space after it included. */
  readonly length: number;
  /** 1, 2, 3 …; Infinity for 最后. */
  readonly ordinal: number;
  /** Equal for the members of one series: style and, where it matters, the word used (是, 要). */
  readonly key: string;
}

/** —— before each of several paragraphs; its place in the series is its number. */
export const DASH_RULE: NumberingRule = {
  style: 'dash',
  pattern: /^(?:—{1,2}|─{1,2}|－{2}|-{2})[ \u3000]*(?=[^\s—─－-])/,
  kind: 'spoken',
  rank: 14,
};

/** First characters a marker can begin with: one look decides for nearly every sentence. */
const FIRST = new RegExp(`^[第首其再最（(㈠-㈩0-9０-９①-⑳⑴-⒇${HAN_DIGITS}${FORMAL_DIGITS}]`);

/**
 * The marker at the start of `text`, by form alone; whether it is one is decided by its series.
 * @param kind only habits of this kind; `inline`: those that may run inside a paragraph
 */
export function matchMarker(text: string, kind?: 'line' | 'spoken' | 'inline'): FoundMarker | undefined {
  if (!FIRST.test(text)) return undefined;
  for (const habit of NUMBERING_RULES) {
    if (habit.weak) continue;
    if (kind === 'inline' ? habit.kind !== 'spoken' && !habit.inline : kind && habit.kind !== kind) continue;
    const found = matchRule(habit, text);
    if (found) return found;
  }
  return undefined;
}

const WEAK_RULES = NUMBERING_RULES.filter((rule) => rule.weak);

/** A marker at the start of a line that is one only if its series runs: 二， or 二、五年来. */
export function matchWeakMarker(text: string): FoundMarker | undefined {
  if (!FIRST.test(text)) return undefined;
  for (const rule of WEAK_RULES) {
    const found = matchRule(rule, text);
    if (found) return found;
  }
  return undefined;
}

function matchRule(habit: NumberingRule, text: string): FoundMarker | undefined {
  const match = habit.pattern.exec(text);
  if (!match) return undefined;
  const number = match.groups?.n ?? match.groups?.c ?? '';
  const ordinal = COUNTING_WORDS[number] ?? numeralValue(number);
  if (!(ordinal >= 1)) return undefined;
  return {
    habit,
    length: match[0].length,
    ordinal,
    key: `${habit.style}/${habit.rank}/${match.groups?.v ?? match.groups?.w ?? ''}`,
  };
}
