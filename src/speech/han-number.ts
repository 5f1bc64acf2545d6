const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  兩: 2,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 廿: 20, 卅: 30 };

/** Characters of an everyday Han numeral up to 999, as the inside of a regular expression class. */
export const HAN_DIGITS = '一二三四五六七八九十百零〇廿卅';

/** Characters of a formal (capital) numeral. */
export const FORMAL_DIGITS = '壹贰貳叁參肆伍陆陸柒捌玖拾';

/**
 * Value of a numeral written in Han characters, ASCII or full-width digits, or a circled digit.
 * `二十一` → 21, `十` → 10, `二〇二三` → 2023, `１２` → 12, `③` → 3.
 * @returns NaN for anything that is no numeral.
 */
export function numeralValue(numeral: string): number {
  if (/^[0-9０-９]+$/.test(numeral)) return Number(numeral.normalize('NFKC'));
  for (const first of ['①', '⑴', '㈠']) {
    const step = numeral.charCodeAt(0) - first.charCodeAt(0);
    if (numeral.length === 1 && step >= 0 && step < 20) return step + 1;
  }
  if (numeral.length > 1 && [...numeral].every((c) => DIGITS[c] !== undefined)) {
    return Number([...numeral].map((c) => DIGITS[c]).join(''));
  }
  let total = 0;
  let digit = -1;
  for (const character of numeral) {
    const value = DIGITS[character];
    const unit = UNITS[character];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      total += unit >= 20 && unit < 100 ? unit : (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else return Number.NaN;
  }
  if (numeral === '') return Number.NaN;
  return total + Math.max(digit, 0);
}

const FIGURES = '零一二三四五六七八九';

/** 1–99 in everyday Han figures: 21 → 二十一. Other numbers in Arabic figures. */
export function hanNumeral(value: number): string {
  if (!(value >= 1 && value <= 99)) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? FIGURES[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? FIGURES[ones] : ''}`;
}
