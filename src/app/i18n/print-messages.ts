import type { Message } from '../../i18n/message.ts';

/** Labels of the dialogue that asks what to print. */
export const PRINT_MESSAGES = {
  'print.title': { 'zh-Hans': '打印什么', 'zh-Hant': '列印什麼', en: 'Print' },
  'print.what': { 'zh-Hans': '内容', 'zh-Hant': '內容', en: 'What' },
  'print.handout': { 'zh-Hans': '讲义', 'zh-Hant': '講義', en: 'Handout' },
  'print.notes': {
    'zh-Hans': '备注页：上面幻灯片，下面讲稿',
    'zh-Hant': '備忘稿：上面投影片，下面講稿',
    en: 'Notes pages: slide above, text below',
  },
  'print.slides.1': {
    'zh-Hans': '幻灯片，每页 1 张',
    'zh-Hant': '投影片，每頁 1 張',
    en: 'Slides, 1 per page',
  },
  'print.slides.2': {
    'zh-Hans': '幻灯片，每页 2 张',
    'zh-Hant': '投影片，每頁 2 張',
    en: 'Slides, 2 per page',
  },
  'print.slides.3': {
    'zh-Hans': '幻灯片，每页 3 张，旁边可以写字',
    'zh-Hant': '投影片，每頁 3 張，旁邊可以寫字',
    en: 'Slides, 3 per page, with lines',
  },
  'print.slides.6': {
    'zh-Hans': '幻灯片，每页 6 张',
    'zh-Hant': '投影片，每頁 6 張',
    en: 'Slides, 6 per page',
  },
  'print.pages': { 'zh-Hans': '页', 'zh-Hant': '頁', en: 'Pages' },
  'print.pages.from': { 'zh-Hans': '从第几页', 'zh-Hant': '從第幾頁', en: 'From page' },
  'print.pages.to': { 'zh-Hans': '到第几页', 'zh-Hant': '到第幾頁', en: 'To page' },
  'print.pages.all': { 'zh-Hans': '不填就打印全部', 'zh-Hant': '不填就列印全部', en: 'Empty: all pages' },
  'print.none': {
    'zh-Hans': '没有这几页：一共只有 {count} 页。',
    'zh-Hant': '沒有這幾頁：一共只有 {count} 頁。',
    en: 'There are no such pages: only {count} in all.',
  },
} as const satisfies Readonly<Record<string, Message>>;
