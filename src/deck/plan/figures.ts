/** A number with its unit, in a text shown on a slide. Offsets in UTF-16 units. */
export interface Figure {
  readonly start: number;
  readonly end: number;
}

/** Units that make a number a figure: people, money, share, amount. 年 月 日 时 第…届 are dates and names. */
const UNIT =
  '(?:个百分点|個百分點|百分点|百分點|[%％‰]|倍|[万萬亿億]*(?:余|餘|多)?[万萬亿億]*(?:元|人次|家次|件次|项次|項次|批次|台次|辆次|人|名|份|位|户|戶|起|件|项|項|家|所|座|条|條|公里|千米|公尺|米|平方米|公顷|公頃|亩|畝|公噸|吨|噸|公斤|册|冊|棵|场|場|次|张|張|支|批|台|臺|套|盏|盞|辆|輛|种|種|个|個|块|塊|所|部|本|处|處|栋|棟|头|頭|株|份|平米|千瓦|小时|小時|分钟|分鐘)(?:次(?![要数數序]))?|[万萬亿億]+(?:余|餘|多)?)';
const ARABIC = `(?<![\\d.,第:：/-])\\d[\\d,]*(?:\\.\\d+)?(?:[万萬亿億]\\d[\\d,]*)?(?:余|餘|多)?${UNIT}`;
const HAN = `(?:[一二三四五六七八九十百千零两兩〇]+(?:多|余|餘)?[万萬亿億](?:[一二三四五六七八九十百千零〇]+)?(?:多|余|餘)?(?:元|人|名|户|戶|亩|畝|件|次|家)|百分之[一二三四五六七八九十百点點零〇]+)`;
const FIGURE = new RegExp(`${ARABIC}|${HAN}`, 'gu');

/** Figures of a text, in order: 17起, 22.7%, 九千五百多万名; no dates, times, ordinals. */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** More than this in one text is a table, not a figure to remember. */
const MOST = 4;
/** Characters of a text that still leaves its figures room to be large. */
const LONGEST = 60;

/** True if a text alone on its slide is there for its figures. */
export function isStriking(text: string): boolean {
  const found = figuresIn(text);
  return (
    found.length >= 1 &&
    found.length <= MOST &&
    text.length <= LONGEST &&
    // One small number (两个, 3次) in a long sentence is no figure to remember.
    found.some(({ start, end }) =>
      /[%％‰,，.万萬亿億倍]|\d{2}|百分|百分点|百分點/u.test(text.slice(start, end)),
    )
  );
}

/** A clause that is a label and a figure: 同比下降22.7%. Offsets in the text it was found in. */
export interface FigureClause {
  readonly label: Figure;
  readonly figure: Figure;
}

const CLAUSE = /(?:[^，。；：！？,;!?\n]|,(?=\d))+/gu;
/** Han of a label, without digits: what is longer is a sentence of its own. */
const LABEL = { least: 2, most: 18 } as const;

/** The clauses of a text that are a label and one figure, in order. */
export function figureClausesIn(text: string): FigureClause[] {
  if (!/[\d百千万萬亿億]/u.test(text)) return [];
  return [...text.matchAll(CLAUSE)].flatMap(({ 0: clause, index }) => {
    const figures = figuresIn(clause);
    const [figure] = figures;
    if (figures.length !== 1 || figure === undefined || figure.end !== clause.trimEnd().length) return [];
    const label = clause.slice(0, figure.start).trim();
    if (label.length < LABEL.least || label.length > LABEL.most || /[\d“”「」]/.test(label)) return [];
    const from = index + clause.indexOf(label);
    return [
      {
        label: { start: from, end: from + label.length },
        figure: { start: index + figure.start, end: index + figure.end },
      },
    ];
  });
}
