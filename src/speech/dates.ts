const YEAR_HAN = '[〇○零一二三四五六七八九]{4}年';
const MONTH_HAN = '(?:十[一二]?|[一二三四五六七八九])月';
const DAY_HAN =
  '(?:[一二]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|卅|[一二三四五六七八九])[日号號]';
const S = '[ \\u3000]*';
/** 民國113年, 中華民國113年（2024年）, 民國一一三年: years of the Republic. */
const REPUBLIC = `(?:中[华華])?(?:民[国國])?${S}\\d{2,3}${S}年(?:[（(]\\d{4}${S}年?[）)])?`;
const REPUBLIC_HAN = `(?:中[华華])?民[国國][〇○零一二三四五六七八九十百]{1,4}年(?:[（(]\\d{4}${S}年?[）)])?`;
const DAY = `(?:\\d{4}${S}年${S}\\d{1,2}${S}月(?:${S}\\d{1,2}${S}[日号號])?|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|${YEAR_HAN}${S}(?:${MONTH_HAN}${S}(?:${DAY_HAN})?)?|${REPUBLIC}${S}\\d{1,2}${S}月(?:${S}\\d{1,2}${S}日)?|${REPUBLIC_HAN}${S}${MONTH_HAN}${S}(?:${DAY_HAN})?|\\d{1,2}${S}月${S}\\d{1,2}${S}[日号號]|${MONTH_HAN}${DAY_HAN}|\\d{4}${S}年)`;
const WEEK = '(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]';
const WEEKDAY = `(?:[（(]${WEEK}[）)]|${WEEK})`;
const HOUR = `(?:清晨|早上|上午|中午|下午|傍晚|晚上|晚|夜)?(?:\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?|\\d{1,2}[时時点點](?:\\d{1,2}分|半|整)?|[一二三四五六七八九十]{1,3}[时時点點](?:[一二三四五六七八九十]{1,3}分|半|整)?)`;
/** Before a number it is part of an hour: else a row of both could be read in as many ways as it has pieces, squared. */
const PART = '(?:清晨|早上|上午|中午|下午|傍晚|晚上)(?![\\d一二三四五六七八九十])';
const TIME = `(?:[，,]?${S}(?:${WEEKDAY}|${HOUR}|${PART}))*(?:${S}(?:[-—–~～至到])+${S}(?:${DAY}|${HOUR})(?:${S}${WEEKDAY})?)?`;

/** A date with weekday and time, as it stands under a title or at the end of a speech. */
const DATE = new RegExp(`${DAY}${TIME}`);
const DATE_LINE = new RegExp(`^[（(〔【]?${S}(${DAY}${TIME})${S}[）)〕】]?$`);

/** 113/05/20: the Republic's year in figures, only where it has the line for itself. */
const REPUBLIC_FIGURES = /^[（(]?(?:民[国國])?(\d{2,3})[/.．-](\d{1,2})[/.．-](\d{1,2})[）)]?$/;

/** The date on a line that holds nothing else but brackets. */
export function dateLine(text: string): { text: string; offset: number } | undefined {
  if (text.length > 50) return undefined;
  const match = DATE_LINE.exec(text);
  if (match) return { text: match[1]!, offset: text.indexOf(match[1]!) };
  const figures = REPUBLIC_FIGURES.exec(text);
  if (!figures || Number(figures[2]) > 12 || Number(figures[3]) > 31) return undefined;
  const bare = text.replace(/^[（(]|[）)]$/g, '');
  return { text: bare, offset: text.indexOf(bare) };
}

const PLACE = /^[ \u3000，,]*(?:[於于在]?[ \u3000]*)(?<place>\p{Script=Han}[^，。！？；：]{1,24})$/u;

/** 中華民國113年2月9日於雲林市 · 2024年5月6日　北京: a date, and the place behind it. */
export function dateAndPlace(text: string): { readonly date: string; readonly place: string } | undefined {
  const date = dateWithin(text);
  if (date?.offset !== 0) return undefined;
  const rest = text.slice(date.text.length);
  const place = PLACE.exec(rest)?.groups?.place;
  return place !== undefined && /^[ \u3000，,於于在]/.test(rest) ? { date: date.text, place } : undefined;
}

/** A date at the start or the end of a line that holds a name or a place beside it. */
export function dateWithin(text: string): { text: string; offset: number } | undefined {
  const match = DATE.exec(text);
  return match ? { text: match[0], offset: match.index } : undefined;
}
