import type { Language } from '../../i18n/language.ts';
import { formatMessage, type Message, type MessageValues } from '../../i18n/message.ts';

/** What the prompter says; `{name}` is filled in. */
export const PROMPTER_MESSAGES = {
  title: { 'zh-Hans': '提词器', 'zh-Hant': '提詞器', en: 'Teleprompter' },
  waiting: {
    'zh-Hans': '正在等待放映窗口。请在讲台里打开这份讲稿；两个窗口会自动连上。',
    'zh-Hant': '正在等待放映視窗。請在講臺裡打開這份講稿；兩個視窗會自動連上。',
    en: 'Waiting for the slides. Open the speech in Jiangtai; the two windows will connect.',
  },
  empty: {
    'zh-Hans': '这份讲稿还没有内容。',
    'zh-Hant': '這份講稿還沒有內容。',
    en: 'This speech has no text yet.',
  },
  modes: { 'zh-Hans': '怎样往下走', 'zh-Hant': '怎樣往下走', en: 'How the text moves' },
  page: { 'zh-Hans': '翻页', 'zh-Hant': '翻頁', en: 'Pages' },
  scroll: { 'zh-Hans': '滚动', 'zh-Hant': '捲動', en: 'Scroll' },
  sentence: { 'zh-Hans': '逐句', 'zh-Hant': '逐句', en: 'Sentences' },
  back: { 'zh-Hans': '往回', 'zh-Hant': '往回', en: 'Back' },
  forward: { 'zh-Hans': '往下', 'zh-Hant': '往下', en: 'Forward' },
  run: { 'zh-Hans': '开始滚动', 'zh-Hant': '開始捲動', en: 'Start' },
  stop: { 'zh-Hans': '停住', 'zh-Hant': '停住', en: 'Stop' },
  rate: { 'zh-Hans': '{rate} 字/分', 'zh-Hant': '{rate} 字/分', en: '{rate} char/min' },
  slower: { 'zh-Hans': '慢一些', 'zh-Hant': '慢一些', en: 'Slower' },
  faster: { 'zh-Hans': '快一些', 'zh-Hant': '快一些', en: 'Faster' },
  smaller: { 'zh-Hans': '文字小一些', 'zh-Hant': '文字小一些', en: 'Smaller text' },
  larger: { 'zh-Hans': '文字大一些', 'zh-Hant': '文字大一些', en: 'Larger text' },
  linked: { 'zh-Hans': '幻灯片跟随', 'zh-Hant': '投影片跟隨', en: 'Slides follow' },
  linkedHint: {
    'zh-Hans': '讲到【3】这样的记号时，观众的画面自动换到第 3 张',
    'zh-Hant': '講到【3】這樣的記號時，觀眾的畫面自動換到第 3 張',
    en: 'At a mark such as 【3】 the audience’s window shows slide 3',
  },
  mirror: { 'zh-Hans': '左右镜像', 'zh-Hant': '左右鏡像', en: 'Mirror left to right' },
  flip: { 'zh-Hans': '上下镜像', 'zh-Hant': '上下鏡像', en: 'Mirror top to bottom' },
  pinyin: { 'zh-Hans': '注音', 'zh-Hant': '注音', en: 'Pinyin' },
  pinyinHint: {
    'zh-Hans': '在生僻字和容易读错的姓上面标拼音',
    'zh-Hant': '在生僻字和容易讀錯的姓上面標拼音',
    en: 'Pinyin over rare characters and surnames',
  },
  numbers: { 'zh-Hans': '数字读法', 'zh-Hant': '數字讀法', en: 'Numbers' },
  numbersHint: {
    'zh-Hans': '在数字上面标出怎样念',
    'zh-Hant': '在數字上面標出怎樣念',
    en: 'How numbers are said, above them',
  },
  left: { 'zh-Hans': '还要讲', 'zh-Hant': '還要講', en: 'Time left' },
  finish: { 'zh-Hans': '预计讲完', 'zh-Hant': '預計講完', en: 'Ends at' },
  slide: { 'zh-Hans': '幻灯片', 'zh-Hant': '投影片', en: 'Slide' },
  gone: {
    'zh-Hans': '观众画面没有回应；文字照常可用',
    'zh-Hant': '觀眾畫面沒有回應；文字照常可用',
    en: 'The audience’s window does not answer; the text works on',
  },
} as const satisfies Record<string, Message>;

export type PrompterMessageKey = keyof typeof PROMPTER_MESSAGES;

/** The prompter's word for `key`, with its values. */
export function prompterMessage(key: PrompterMessageKey, language: Language, values?: MessageValues): string {
  return formatMessage(PROMPTER_MESSAGES[key][language], values);
}
