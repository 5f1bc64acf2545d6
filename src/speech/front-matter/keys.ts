import {
  DENSITIES,
  FOLIOS,
  FONTS,
  HANDOUT_LAYOUTS,
  LINE_PITCHES,
  PAPERS,
  PODIUM_SIZES,
  QUOTES,
  RATE_LIMITS,
  RATIO_CHOICES,
  SCRIPTS,
} from '../settings.ts';
import { type MetaKey, titleLabel } from '../title-labels.ts';

/** What a setting may be. `names`: what else means a value, for people who do not write English. */
export type SettingKind =
  | {
      readonly kind: 'choice';
      readonly of: readonly string[];
      readonly names?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'theme' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'words' }
  | { readonly kind: 'group'; readonly settings: readonly SettingKey[] };

/** One setting: its key, the other words for the key, and what it may be. */
export type SettingKey = SettingKind & { readonly key: string; readonly words: readonly string[] };

const ON_OFF = { kind: 'switch' } as const;

/** The schema of front matter: every key that chooses how the speech is shown. A new setting is one entry. */
export const SETTING_KEYS: readonly SettingKey[] = [
  // How the signs of a plain text are read is decided before anything else (text/text-format.ts); here it is only known.
  { key: 'format', words: ['格式'], kind: 'choice', of: ['markdown', 'plain'], names: { Markdown: 'markdown' } },
  { key: 'theme', words: ['模板', '範本'], kind: 'theme' },
  {
    key: 'script',
    words: ['简繁', '簡繁'],
    kind: 'choice',
    of: SCRIPTS,
    names: { 原文: 'source', 简体: 'hans', 簡體: 'hans', 繁体: 'hant', 繁體: 'hant', 台湾: 'tw', 臺灣: 'tw', 台灣: 'tw', 香港: 'hk' },
  },
  {
    key: 'quotes',
    words: ['引号', '引號'],
    kind: 'choice',
    of: QUOTES,
    names: { 原文: 'written', 直角引号: 'corner', 直角引號: 'corner', '「」': 'corner' },
  },
  { key: 'rate', words: ['语速', '語速'], kind: 'number', ...RATE_LIMITS },
  { key: 'names', words: ['人名', '专名', '專名'], kind: 'words' },
  {
    key: 'deck',
    words: ['幻灯片', '投影片'],
    kind: 'group',
    settings: [
      { key: 'agenda', words: ['目录', '目錄', '目录页', '目錄頁'], ...ON_OFF },
      {
        key: 'density',
        words: ['内容', '內容', '幻灯片内容', '投影片內容'],
        kind: 'choice',
        of: DENSITIES,
        names: { 少而精: 'low', 少: 'low', 适中: 'normal', 適中: 'normal', 多一些: 'high', 多: 'high' },
      },
      {
        key: 'ratio',
        words: ['比例', '画面比例', '畫面比例'],
        kind: 'choice',
        of: RATIO_CHOICES,
        names: { '16：9': '16:9', '16：10': '16:10', '4：3': '4:3', 屏幕: 'screen', 屏幕的比例: 'screen', 螢幕: 'screen', 螢幕的比例: 'screen' },
      },
    ],
  },
  {
    key: 'handout',
    words: ['讲义', '講義'],
    kind: 'group',
    settings: [
      {
        key: 'layout',
        words: ['版式', '版面'],
        kind: 'choice',
        of: HANDOUT_LAYOUTS,
        names: {
          公文版面: 'official', 公文: 'official', 讲稿大字版: 'podium', 講稿大字版: 'podium', 大字版: 'podium',
          带笔记栏: 'notes', 帶筆記欄: 'notes', 提纲: 'outline', 提綱: 'outline',
        },
      },
      { key: 'paper', words: ['纸张', '紙張'], kind: 'choice', of: PAPERS, names: { '16开': '16k', '16開': '16k' } },
      { key: 'pitch', words: ['行距'], kind: 'choice', of: LINE_PITCHES },
      {
        key: 'folio',
        words: ['页码', '頁碼'],
        kind: 'choice',
        of: FOLIOS,
        names: { 外侧: 'outer', 外側: 'outer', 居中: 'center', 置中: 'center', 无: 'none', 無: 'none' },
      },
      { key: 'size', words: ['大字', '字号', '字號'], kind: 'choice', of: PODIUM_SIZES, names: { 大: 'large', 特大: 'xlarge' } },
      {
        key: 'fonts',
        words: ['字体', '字型'],
        kind: 'choice',
        of: FONTS,
        names: { 自带字体: 'bundled', 內附字型: 'bundled', 本机公文字体: 'system', 本機公文字型: 'system' },
      },
      { key: 'mirror', words: ['双面', '雙面'], ...ON_OFF },
      { key: 'cover', words: ['封面'], ...ON_OFF },
      { key: 'contents', words: ['目录', '目錄'], ...ON_OFF },
      { key: 'head', words: ['页眉', '頁首'], ...ON_OFF },
      { key: 'booklet', words: ['小册子', '小冊子'], ...ON_OFF },
    ],
  },
]; // biome-ignore format: one setting an entry

/** Words for on and off. */
export const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true, yes: true, on: true, 是: true, 有: true, 要: true,
  false: false, no: false, off: false, 否: false, 没有: false, 沒有: false, 无: false, 無: false, 不要: false,
}; // biome-ignore format: on, off

/** English keys of what is known about the speech. */
const META_WORDS: Readonly<Record<string, MetaKey>> = {
  title: 'title',
  subtitle: 'subtitle',
  副标题: 'subtitle',
  副標題: 'subtitle',
  speaker: 'speaker',
  author: 'speaker',
  role: 'role',
  organization: 'organization',
  date: 'date',
  occasion: 'occasion',
  place: 'place',
  source: 'source',
};

/** What a key of front matter means: a value of `Meta`, a line kept as written (主持人: 张三), or a setting. */
export type KnownKey =
  | { readonly is: 'meta'; readonly key: MetaKey }
  | { readonly is: 'line' }
  | { readonly is: 'setting'; readonly setting: SettingKey };

/** @param word a key as written, on the outermost level */
export function knownKey(word: string): KnownKey | undefined {
  const meta = Object.hasOwn(META_WORDS, word) ? META_WORDS[word] : undefined;
  if (meta) return { is: 'meta', key: meta };
  const setting = settingNamed(SETTING_KEYS, word);
  if (setting) return { is: 'setting', setting };
  const label = titleLabel(word);
  return label && (label.key ? { is: 'meta', key: label.key } : { is: 'line' });
}

/** @param word a key as written, in a group or on the outermost level */
export function settingNamed(settings: readonly SettingKey[], word: string): SettingKey | undefined {
  return settings.find(({ key, words }) => key === word || words.includes(word));
}

/** Every word that is a key on the outermost level, but the many labels of a title block. */
export function keyWords(settings: readonly SettingKey[] = SETTING_KEYS): string[] {
  const words = settings.flatMap((setting) => [setting.key, ...setting.words]);
  return settings === SETTING_KEYS
    ? [
        ...Object.keys(META_WORDS),
        '标题',
        '標題',
        '主讲人',
        '主講人',
        '日期',
        '地点',
        '地點',
        '单位',
        '單位',
        '职务',
        '職務',
        '来源',
        '來源',
        '会议',
        '會議',
        '主持人',
        ...words,
      ]
    : words;
}
