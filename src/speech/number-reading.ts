const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;

/** Words that differ between the scripts. */
const WORDS = {
  'zh-Hans': { myriads: ['', '万', '亿'], point: '点' },
  'zh-Hant': { myriads: ['', '萬', '億'], point: '點' },
} as const;

/** A number in a text with the words it is said with. */
export interface NumberReading {
  /** UTF-16 offset in the text. */
  readonly at: number;
  readonly text: string;
  readonly words: string;
}

const NUMBER =
  /(?<![A-Za-z0-9.]|[0-9][:：])(?:(?<year>[0-9]{4})(?=[ \u3000]*年|[-—–－至到~～][0-9]{4}年)|(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?<unit>[%％‰]?))(?![A-Za-z0-9.:：])/gu;

const UNITS: Readonly<Record<string, string>> = { '%': '百分之', '％': '百分之', '‰': '千分之' };

/**
 * How the numbers of a text are said: 2021年 figure by figure, 8.1% as 百分之八点一, 350 as 三百五十. Numbers in Latin words,
 * times of day and numbers of several points are left alone: how they are said depends on what they mean. Rules as in
 * spoken-length.ts, which counts the same syllables.
 */
export function numberReadings(text: string, lang: keyof typeof WORDS): NumberReading[] {
  const readings: NumberReading[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { year, number, unit } = match.groups!;
    const words =
      year === undefined
        ? (UNITS[unit ?? ''] ?? '') + saidNumber((number as string).replaceAll(',', ''), lang)
        : oneByOne(year).replaceAll('零', '〇');
    readings.push({ at: match.index, text: match[0], words });
  }
  return readings;
}

function saidNumber(written: string, lang: keyof typeof WORDS): string {
  const [whole = '', fraction] = written.split('.');
  const said = saidInteger(whole, WORDS[lang].myriads);
  return fraction === undefined ? said : `${said}${WORDS[lang].point}${oneByOne(fraction)}`;
}

const oneByOne = (figures: string) => [...figures].map((figure) => DIGITS[Number(figure)]).join('');

/** Long rows of figures and those with a leading 0, such as telephone numbers, are said one by one. */
function saidInteger(figures: string, myriads: readonly string[]): string {
  if (figures.length > 12 || (figures.length > 1 && figures.startsWith('0'))) return oneByOne(figures);
  if (Number(figures) === 0) return '零';
  let said = '';
  let gap = false;
  for (let group = Math.floor((figures.length - 1) / 4); group >= 0; group--) {
    const part = Math.floor(Number(figures) / 10_000 ** group) % 10_000;
    if (part === 0) {
      gap = said !== '';
      continue;
    }
    if (said !== '' && (gap || part < 1000)) said += '零';
    said += saidGroup(part, said === '') + (myriads[group] as string);
    gap = false;
  }
  return said;
}

/** Up to four figures; 15 is 十五 at the beginning of a number, 一十五 behind something. */
function saidGroup(part: number, first: boolean): string {
  const figures = String(part);
  let said = '';
  let zero = false;
  [...figures].forEach((figure, index) => {
    const place = figures.length - 1 - index;
    if (figure === '0') {
      zero = said !== '';
      return;
    }
    const silent = first && place === 1 && figure === '1' && figures.length === 2;
    said += (zero ? '零' : '') + (silent ? '' : DIGITS[Number(figure)]) + PLACES[place];
    zero = false;
  });
  return said;
}
