/**
 * Ordinals in the number formats of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat), as Word shows them. A format
 * that is not listed, or a number beyond the reach of its format, is shown in decimal, as Word does.
 */
type NumberFormat = (value: number) => string | undefined;

const DIGITS = [...'〇一二三四五六七八九'];
const LEGAL_SIMPLIFIED = [...'零壹贰叁肆伍陆柒捌玖'];
const LEGAL_TRADITIONAL = [...'零壹貳參肆伍陸柒捌玖'];
const LEGAL_JAPANESE = [...'〇壱弐参四伍六七八九'];

/** 十一, 二十, 一百零三, 一万零五十. */
function counting(
  digits: readonly string[],
  units: readonly string[],
  { zero, oneTen, bareHundred = false }: { zero: string; oneTen: boolean; bareHundred?: boolean },
): NumberFormat {
  return (value) => {
    if (value === 0) return zero === '' ? digits[0] : zero;
    if (value < 0 || value > 99_999) return undefined;
    let text = '';
    let gap = false;
    for (let power = 4; power >= 0; power--) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit === 0) {
        gap ||= text !== '';
        continue;
      }
      if (gap) text += zero;
      gap = false;
      const silent =
        digit === 1 && power > 0 && ((bareHundred && power < 4) || (power === 1 && text === '' && !oneTen));
      text += (silent ? '' : digits[digit]!) + units[power]!;
    }
    return text;
  };
}

const UNITS = ['', '十', '百', '千', '万'];
const UNITS_TRADITIONAL = ['', '十', '百', '千', '萬'];
const LEGAL_UNITS = ['', '拾', '佰', '仟', '万'];
const LEGAL_UNITS_TRADITIONAL = ['', '拾', '佰', '仟', '萬'];

const chinese = counting(DIGITS, UNITS, { zero: '零', oneTen: false });
/** Up to 99 in words, then digit by digit. */
const chineseShort: NumberFormat = (value) =>
  value < 100 ? (value === 0 ? '〇' : chinese(value)) : digital(DIGITS)(value);

/** 一〇, 二一: each digit by itself. */
function digital(digits: readonly string[]): NumberFormat {
  return (value) => [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');
}

/** One sign a number, from 1. */
function signs(list: readonly string[] | string): NumberFormat {
  const all = [...list];
  return (value) => all[value - 1];
}

/** Signs with code points in a row: ① … ⑳. */
function row(first: string, count: number): NumberFormat {
  return (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first.codePointAt(0)! + value - 1) : undefined;
}

/** a … z, aa … zz, aaa: Word repeats the letter. */
function letters(alphabet: string): NumberFormat {
  return (value) => {
    if (value < 1 || value > alphabet.length * 30) return undefined;
    return alphabet[(value - 1) % alphabet.length]!.repeat(Math.ceil(value / alphabet.length));
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let text = '';
  let rest = value;
  for (const [worth, sign] of ROMAN)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

/** Circled numbers stand in four places of Unicode. */
const circled: NumberFormat = (value) =>
  row('①', 20)(value) ??
  (value >= 21 && value <= 35 ? row('㉑', 15)(value - 20) : undefined) ??
  (value >= 36 && value <= 50 ? row('㊱', 15)(value - 35) : undefined);

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: row('⒈', 20),
  decimalEnclosedParen: row('⑴', 20),
  ideographEnclosedCircle: row('㊀', 10),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  upperLetter: letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  lowerLetter: letters('abcdefghijklmnopqrstuvwxyz'),
  ordinal,
  hex: (value) => value.toString(16).toUpperCase(),
  chicago: (value) => (value < 1 ? undefined : '*†‡§'[(value - 1) % 4]!.repeat(Math.ceil(value / 4))),
  chineseCounting: chineseShort,
  taiwaneseCounting: chineseShort,
  chineseCountingThousand: chinese,
  taiwaneseCountingThousand: counting(DIGITS, UNITS_TRADITIONAL, { zero: '零', oneTen: false }),
  japaneseCounting: counting(DIGITS, UNITS, { zero: '', oneTen: false, bareHundred: true }),
  koreanCounting: chinese,
  ideographDigital: digital(DIGITS),
  taiwaneseDigital: digital(['○', ...DIGITS.slice(1)]),
  japaneseDigitalTenThousand: digital(DIGITS),
  koreanDigital2: digital(DIGITS),
  chineseLegalSimplified: counting(LEGAL_SIMPLIFIED, LEGAL_UNITS, { zero: '零', oneTen: true }),
  ideographLegalTraditional: counting(LEGAL_TRADITIONAL, LEGAL_UNITS_TRADITIONAL, {
    zero: '零',
    oneTen: true,
  }),
  japaneseLegal: counting(LEGAL_JAPANESE, ['', '拾', '百', '阡', '萬'], { zero: '', oneTen: true }),
  ideographTraditional: signs(STEMS),
  ideographZodiac: signs(BRANCHES),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60 ? STEMS[(value - 1) % 10]! + BRANCHES[(value - 1) % 12]! : undefined,
  none: () => '',
};

/**
 * @param format a value of ST_NumberFormat
 * @param custom pattern of a `custom` format: `001, 002, 003, ...` pads to its width
 */
export function formatNumber(value: number, format: string, custom?: string): string {
  if (format === 'custom') {
    const first = /^0*\d/.exec(custom ?? '');
    return String(value).padStart(first?.[0].length ?? 1, '0');
  }
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format]!(value) : undefined) ?? String(value);
}
