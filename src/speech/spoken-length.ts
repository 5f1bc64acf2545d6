/**
 * How many syllables a text takes when it is read out in Chinese.
 * Han characters count 1, a Latin word 2, numbers as they are spoken: 2021年 is five (二〇二一年),
 * 8.1% six (百分之八点一). Punctuation is in the pauses, see timing.ts. (typography §6)
 */
export function syllables(text: string): number {
  let count = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { year, clock, han, latin, number, unit } = match.groups!;
    if (han !== undefined) count += han.length > 2 ? [...han].length : han.length;
    else if (latin !== undefined) count += 2;
    else if (year !== undefined) count += year.length;
    else if (clock !== undefined) count += clockLength(clock);
    else if (number !== undefined) count += numberLength(number) + (UNIT_LENGTH[unit ?? ''] ?? 0);
  }
  return count;
}

const TOKEN =
  /(?<han>[\p{Script=Han}〇]+)|(?<year>[0-9]{4})(?=[ \u3000]*年|[-—–－至到~～][0-9]{4}年)|(?<clock>[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)|(?<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*)(?<unit>[%％‰℃°]?)|(?<latin>[\p{Script=Latin}]+(?:['’][\p{Script=Latin}]+)?)/gu;

/** Said before or after the number: 百分之 千分之 摄氏度 度. */
const UNIT_LENGTH: Readonly<Record<string, number>> = { '%': 3, '％': 3, '‰': 3, '℃': 3, '°': 1 };

function clockLength(clock: string): number {
  // 21:30 = 二十一点三十分
  return clock.split(/[:：]/).reduce((sum, part) => sum + integerLength(String(Number(part))) + 1, 0);
}

function numberLength(written: string): number {
  const parts = written.replaceAll(/[,，]/g, '').split('.');
  // 2023.6.12, 192.168.1.1: each part is read, the points between are not figures of a fraction.
  if (parts.length > 2)
    return parts.reduce((sum, part) => sum + (part.length === 4 ? 4 : integerLength(part)) + 1, 0);
  const [whole, fraction] = parts as [string, string | undefined];
  return integerLength(whole) + (fraction === undefined ? 0 : 1 + fraction.length);
}

/** 12345 = 一万二千三百四十五; long rows of figures and those with a leading 0 are read one by one. */
function integerLength(figures: string): number {
  if (figures.length > 12 || (figures.length > 1 && figures.startsWith('0'))) return figures.length;
  const value = Number(figures);
  if (value === 0) return 1;
  let length = 0;
  let gap = false;
  for (let group = Math.floor((figures.length - 1) / 4); group >= 0; group--) {
    const part = Math.floor(value / 10_000 ** group) % 10_000;
    if (part === 0) {
      gap = length > 0;
      continue;
    }
    // 零 between groups: 10,005 = 一万零五
    if (length > 0 && (gap || part < 1000)) length++;
    length += groupLength(part, length === 0) + (group > 0 ? 1 : 0);
    gap = false;
  }
  return length;
}

/** Up to four figures: 205 = 二百零五, 15 = 十五 (the 一 is said only after something), 110 = 一百一十. */
function groupLength(part: number, first: boolean): number {
  const figures = String(part);
  let length = 0;
  let zero = false;
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index];
    const place = figures.length - 1 - index;
    if (figure === '0') {
      zero = length > 0;
      continue;
    }
    if (zero) length++;
    zero = false;
    const silent = first && place === 1 && figure === '1' && figures.length === 2;
    length += (silent ? 0 : 1) + (place > 0 ? 1 : 0);
  }
  return length;
}
