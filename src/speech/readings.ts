import { commonness } from '../text/common-characters.ts';

/** Characters of a text that a speaker may not know how to say, with a syllable for each. */
export interface Reading {
  /** UTF-16 offset in the text. */
  readonly at: number;
  readonly text: string;
  /** One syllable a character, with tone marks. */
  readonly pinyin: readonly string[];
}

/** One text → its readings, in order, without overlap. */
export type ReadingFinder = (text: string) => Reading[];

/** Surnames said otherwise than the same character elsewhere (《现代汉语词典》, entries marked 姓). */
// biome-ignore format: a table
const SURNAMES: Readonly<Record<string, string>> = {
  万俟: 'mò qí', 尉迟: 'yù chí', 尉遲: 'yù chí', 令狐: 'líng hú', 澹台: 'tán tái', 長孫: 'zhǎng sūn', 长孙: 'zhǎng sūn',
  单: 'shàn', 單: 'shàn', 仇: 'qiú', 区: 'ōu', 區: 'ōu', 解: 'xiè', 任: 'rén', 曾: 'zēng', 查: 'zhā', 朴: 'piáo',
  盖: 'gě', 蓋: 'gě', 缪: 'miào', 繆: 'miào', 燕: 'yān', 冼: 'xiǎn', 洗: 'xiǎn', 翟: 'zhái', 员: 'yùn', 員: 'yùn',
  覃: 'qín', 佴: 'nài', 乜: 'niè', 逄: 'páng', 宓: 'mì', 郗: 'xī', 繁: 'pó', 訾: 'zī', 隗: 'wěi', 晁: 'cháo',
  华: 'huà', 華: 'huà', 纪: 'jǐ', 紀: 'jǐ', 应: 'yīng', 應: 'yīng', 哈: 'hǎ', 过: 'guō', 過: 'guō', 葛: 'gě',
  宁: 'nìng', 那: 'nā', 黑: 'hè', 秘: 'bì', 祭: 'zhài', 折: 'shé', 种: 'chóng', 重: 'chóng', 召: 'shào', 幺: 'yāo',
  臧: 'zāng', 厍: 'shè', 句: 'gōu', 車: 'chē', 车: 'chē', 卜: 'bǔ', 柏: 'bǎi', 邸: 'dǐ', 牟: 'mù', 撒: 'sǎ', 冯: 'féng',
};

/** What makes the characters before it a person's name in running text. */
const OFFICE =
  '同志|先生|女士|书记|書記|主任|主席|局长|局長|县长|縣長|市长|市長|省长|省長|镇长|鎮長|乡长|鄉長|村长|村長|里长|里長|部长|部長|校长|校長|院长|院長|教授|老师|老師|委员|委員|代表|院士|博士';

/** Of the surnames, those that are hardly anything else before an office; 单 only where it is no 单位 or 单个. */
const PERSON = new RegExp(
  `(?:万俟|尉[迟遲]|令狐|澹台|[长長][孙孫]|[单單](?![位一独獨纯純项項元个個人件据據身方])|[仇朴缪繆冼翟覃佴逄宓郗訾隗晁臧厍邸])(?=\\p{Script=Han}{0,2}?(?:${OFFICE}))`,
  'gu',
);

/**
 * Loads the dictionary of readings (324 kB, only when it is wanted) and gives it as a function that finds
 * characters outside the 3,755 common ones and their Traditional forms, and surnames with a reading of their own.
 *
 * @param names persons the speech names outside its sentences: the speaker, names of the front matter
 */
export async function loadReadings(names: readonly string[] = []): Promise<ReadingFinder> {
  const { pinyin } = await import('pinyin-pro');
  const surnames = Object.keys(SURNAMES).sort((a, b) => b.length - a.length);
  const known = names
    .map((name) => name.replace(/\s/gu, ''))
    .filter((name) => name.length > 1 && surnames.some((surname) => name.startsWith(surname)));

  return (text) => {
    const found: Reading[] = [];
    const add = (at: number, piece: string, syllables: readonly string[]) => {
      if (!found.some((one) => at < one.at + one.text.length && one.at < at + piece.length))
        found.push({ at, text: piece, pinyin: syllables });
    };
    const addSurname = (at: number, name: string) => {
      const surname = surnames.find((one) => name.startsWith(one));
      if (surname) add(at, surname, SURNAMES[surname]!.split(' '));
    };
    for (const name of known)
      for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) addSurname(at, name);
    for (const match of text.matchAll(PERSON)) addSurname(match.index, match[0]);
    if (/\p{Script=Han}/u.test(text)) {
      let at = 0;
      let syllables: readonly string[] | undefined;
      let index = 0;
      for (const character of text) {
        if (/\p{Script=Han}/u.test(character) && commonness(character) === 0 && !/[〇々]/.test(character)) {
          syllables ??= pinyin(text, { type: 'array', toneType: 'symbol', nonZh: 'spaced' });
          const syllable = syllables[index];
          // A character the dictionary lacks comes back as itself.
          if (syllable && /\p{Script=Latin}/u.test(syllable)) add(at, character, [syllable]);
        }
        at += character.length;
        index++;
      }
    }
    return found.sort((a, b) => a.at - b.at);
  };
}
