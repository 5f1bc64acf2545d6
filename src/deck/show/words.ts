import type { Command } from './keys.ts';

/** Language of what the show says itself: the user's, which need not be the deck's. */
export type ShowLanguage = 'hans' | 'hant' | 'en';

type Wording = Readonly<Record<ShowLanguage, string>>;

/** What each key does, for the list of keys. */
export const COMMAND_WORDS: Readonly<Record<Exclude<Command, 'escape'>, Wording>> = {
  next: { hans: '下一张', hant: '下一張', en: 'Next slide' },
  previous: { hans: '上一张', hant: '上一張', en: 'Previous slide' },
  first: { hans: '第一张', hant: '第一張', en: 'First slide' },
  last: { hans: '最后一张', hant: '最後一張', en: 'Last slide' },
  black: { hans: '黑屏 / 恢复', hant: '黑畫面 / 恢復', en: 'Black screen on and off' },
  overview: { hans: '所有幻灯片', hant: '所有投影片', en: 'All slides' },
  fullscreen: { hans: '全屏', hant: '全螢幕', en: 'Full screen' },
  speaker: { hans: '演讲者视图', hant: '演講者檢視畫面', en: 'Presenter view' },
  help: { hans: '按键说明', hant: '按鍵說明', en: 'This list of keys' },
};

export const SHOW_WORDS = {
  keys: { hans: '放映时的按键', hant: '放映時的按鍵', en: 'Keys during the show' },
  overview: { hans: '所有幻灯片', hant: '所有投影片', en: 'All slides' },
  slide: { hans: '第 {number} 张', hant: '第 {number} 張', en: 'Slide {number}' },
} as const satisfies Record<string, Wording>;

/** A language the show speaks; the browser's wish where none is given. */
export function showLanguage(given: string | null | undefined): ShowLanguage {
  if (given === 'hans' || given === 'hant' || given === 'en') return given;
  for (const wish of navigator.languages) {
    if (/^zh\b.*-(tw|hk|mo|hant)\b/i.test(wish)) return 'hant';
    if (/^zh\b/i.test(wish)) return 'hans';
    if (/^en\b/i.test(wish)) return 'en';
  }
  return 'en';
}

/** `lang` attribute of what is said in a language. */
export const SHOW_TAGS: Readonly<Record<ShowLanguage, string>> = {
  hans: 'zh-Hans',
  hant: 'zh-Hant',
  en: 'en',
};
