import { type Language, languageOf, parseLanguage } from '../../i18n/language.ts';
import type { Message } from '../../i18n/message.ts';
import type { Command } from './keys.ts';

/** What each key does, for the list of keys. */
export const COMMAND_MESSAGES: Readonly<Record<Command | 'number', Message>> = {
  next: { 'zh-Hans': '下一张', 'zh-Hant': '下一張', en: 'Next slide' },
  previous: { 'zh-Hans': '上一张', 'zh-Hant': '上一張', en: 'Previous slide' },
  first: { 'zh-Hans': '第一张', 'zh-Hant': '第一張', en: 'First slide' },
  last: { 'zh-Hans': '最后一张', 'zh-Hant': '最後一張', en: 'Last slide' },
  number: { 'zh-Hans': '第 12 张', 'zh-Hant': '第 12 張', en: 'Slide 12' },
  black: { 'zh-Hans': '黑屏 / 恢复', 'zh-Hant': '黑畫面 / 恢復', en: 'Black screen on and off' },
  white: { 'zh-Hans': '白屏 / 恢复', 'zh-Hant': '白畫面 / 恢復', en: 'White screen on and off' },
  freeze: {
    'zh-Hans': '定住观众画面 / 恢复',
    'zh-Hant': '定住觀眾畫面 / 恢復',
    en: 'Hold the audience’s picture on and off',
  },
  grid: {
    'zh-Hans': '演讲者视图里的所有幻灯片',
    'zh-Hant': '演講者檢視畫面裡的所有投影片',
    en: 'All slides, in the presenter view',
  },
  overview: { 'zh-Hans': '所有幻灯片', 'zh-Hant': '所有投影片', en: 'All slides' },
  fullscreen: { 'zh-Hans': '全屏', 'zh-Hant': '全螢幕', en: 'Full screen' },
  speaker: { 'zh-Hans': '演讲者视图', 'zh-Hant': '演講者檢視畫面', en: 'Presenter view' },
  help: { 'zh-Hans': '按键说明', 'zh-Hant': '按鍵說明', en: 'This list of keys' },
  // In full screen and in the app; a page of slides in a tab shows all slides instead.
  escape: { 'zh-Hans': '结束放映', 'zh-Hant': '結束放映', en: 'End the show' },
};

export const SHOW_MESSAGES = {
  keys: { 'zh-Hans': '放映时的按键', 'zh-Hant': '放映時的按鍵', en: 'Keys during the show' },
  overview: { 'zh-Hans': '所有幻灯片', 'zh-Hant': '所有投影片', en: 'All slides' },
  slide: { 'zh-Hans': '第 {number} 张', 'zh-Hant': '第 {number} 張', en: 'Slide {number}' },
} as const satisfies Record<string, Message>;

export { SLIDE_LABELS } from '../plan/slide-labels.ts';

/**
 * @param given the page's parameter `language`, or what the app asked for
 * @returns the language of the show's own words; by the browser's preferences where none is given
 */
export function showLanguage(given: string | null | undefined): Language {
  return parseLanguage(given) ?? languageOf(navigator.languages);
}
