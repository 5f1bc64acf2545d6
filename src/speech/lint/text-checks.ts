import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Speech } from '../types.ts';
import { type Printed, placeOf } from './printed.ts';

const OPEN: Readonly<Record<string, string>> = {
  '“': '”',
  '（': '）',
  '(': '）',
  '《': '》',
  '「': '」',
  '『': '』',
};
const CLOSE: Readonly<Record<string, string>> = {
  '”': '”',
  '）': '）',
  ')': '）',
  '》': '》',
  '」': '」',
  '』': '』',
};
const MARK = /[“”（）()《》「」『』]/g;

/** Marks that come in pairs and miss their other half in the same printed paragraph. */
export function* pairChecks(printed: Printed): Generator<Diagnostic> {
  const { text } = printed;
  const stack: { close: string; at: number }[] = [];
  /** How many of each kind are on the stack: what has no partner there is not looked for. */
  const open = new Map<string, number>();
  for (const { 0: character, index: at } of text.matchAll(MARK)) {
    // 1) 2） number an enumeration, ：） is a face: neither closes anything.
    const close = OPEN[character];
    if (close) {
      stack.push({ close, at });
      open.set(close, (open.get(close) ?? 0) + 1);
    } else if (CLOSE[character]) {
      const found = open.get(CLOSE[character]!)
        ? stack.findLastIndex(({ close }) => close === CLOSE[character])
        : -1;
      if (found >= 0) {
        for (const { close } of stack.slice(found)) open.set(close, open.get(close)! - 1);
        for (const lost of stack.splice(found).slice(1)) yield unpaired(printed, lost.at);
      } else if (!/[0-9a-z一二三四五六七八九十：]/i.test(text[at - 1] ?? '：')) yield unpaired(printed, at);
    }
  }
  for (const { at } of stack) yield unpaired(printed, at);
}

function unpaired(printed: Printed, at: number): Diagnostic {
  return {
    code: 'mark-unpaired',
    severity: 'warning',
    values: { mark: printed.text[at]! },
    range: placeOf(printed, at, at + 1),
  };
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};
const HALF_WIDTH = /(?<=[\p{Script=Han}”》）])[,;:?!](?=[\p{Script=Han}“《（]|$)/gu;

/** Half-width punctuation between Han characters. */
export function* widthChecks(printed: Printed): Generator<Diagnostic> {
  if (!/[,;:?!]/.test(printed.text)) return;
  for (const match of printed.text.matchAll(HALF_WIDTH)) {
    const range = placeOf(printed, match.index, match.index + 1);
    const insert = FULL_WIDTH[match[0]]!;
    yield {
      code: 'punctuation-half-width',
      severity: 'warning',
      values: { mark: match[0], better: insert },
      range,
      fix: { range, insert },
    };
  }
}

/** Longest stretch that can be said in one breath, characters. */
const LONGEST_BREATH = 80;
const BREATH = /[，。；：！？、,;:!?…—“”（）()《》「」\s]|$/g;

/** More than 80 characters without any place to breathe. */
export function* breathChecks(printed: Printed): Generator<Diagnostic> {
  if (printed.text.length <= LONGEST_BREATH) return;
  let from = 0;
  for (const { index: to } of printed.text.matchAll(BREATH)) {
    if (to - from > LONGEST_BREATH) {
      const values = { count: to - from, limit: LONGEST_BREATH };
      yield { code: 'breath-too-long', severity: 'info', values, range: placeOf(printed, from, to) };
    }
    from = to + 1;
  }
}

const AFTER_NAME =
  '(?:同志|先生|女士|书记|書記|局长|局長|主任|县长|縣長|市长|市長|校长|校長|老师|老師|教授|院长|院長|部长|部長|里长|里長|说|說|指出|强调|強調)';

/** A name of the title block or of `names:` written with one other character where a person is meant. */
export function nameChecks(speech: Speech): (printed: Printed) => Generator<Diagnostic> {
  const known = [speech.meta.speaker?.text.replace(/\s/g, ''), ...(speech.meta.settings.names ?? [])].filter(
    (name): name is string => name !== undefined && /^\p{Script=Han}{3}$/u.test(name),
  );
  const patterns = known.map((name) => {
    const [a, b, c] = [...name] as [string, string, string];
    return { name, pattern: new RegExp(`(?:${a}${b}[^${c}]|${a}[^${b}]${c})(?=${AFTER_NAME})`, 'gu') };
  });
  return function* names(printed) {
    for (const { name, pattern } of patterns) {
      for (const match of printed.text.matchAll(pattern)) {
        if (known.includes(match[0]) || !/^\p{Script=Han}+$/u.test(match[0])) continue;
        const range = placeOf(printed, match.index, match.index + match[0].length);
        yield { code: 'name-two-ways', severity: 'warning', values: { name, found: match[0] }, range };
      }
    }
  };
}
