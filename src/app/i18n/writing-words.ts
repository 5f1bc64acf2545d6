import type { Wording } from './wording.ts';

/** What is said about the text while it is written: how long it is, what one should look at. */
export const WRITING_WORDS = {
  'count.characters': { hans: '{count} 字', hant: '{count} 字', en: '{count} characters' },
  'count.minutes': { hans: '约 {minutes} 分钟', hant: '約 {minutes} 分鐘', en: 'about {minutes} min' },
  'count.hint': {
    hans: '按每分钟 {rate} 字朗读，不计标题和空白',
    hant: '按每分鐘 {rate} 字朗讀，不計標題和空白',
    en: 'Read aloud at {rate} characters a minute; titles and white space not counted',
  },
  'count.section': {
    hans: '本节 {count} 字 · 约 {minutes} 分钟',
    hant: '本節 {count} 字 · 約 {minutes} 分鐘',
    en: 'this section {count} characters · about {minutes} min',
  },
  'count.selected': { hans: '选中 {count} 字', hant: '選取 {count} 字', en: '{count} characters selected' },
  'outline.size': {
    hans: '{text}，{count} 字，{time}',
    hant: '{text}，{count} 字，{time}',
    en: '{text}, {count} characters, {time}',
  },

  'problems.bar': {
    hans: '有 {count} 处请您看一看。',
    hant: '有 {count} 處請您看一看。',
    en: 'To look at: {count}',
  },
  'problems.fix': { hans: '改正', hant: '改正', en: 'Fix' },
  'problems.fix.hint': { hans: '改成“{text}”', hant: '改成「{text}」', en: 'Change it to “{text}”' },
  'problems.title': { hans: '请您看一看', hant: '請您看一看', en: 'Please look at' },
  'problems.next': { hans: '下一处', hant: '下一處', en: 'Next' },
  'problems.previous': { hans: '上一处', hant: '上一處', en: 'Previous' },
  'problems.none': {
    hans: '没有需要看的地方',
    hant: '沒有需要看的地方',
    en: 'Nothing needs a look',
  },
  'keys.problem': {
    hans: '到下一处要看的地方（加 Shift 到上一处）',
    hant: '到下一處要看的地方（加 Shift 到上一處）',
    en: 'To the next place that needs a look (Shift: previous)',
  },
} as const satisfies Readonly<Record<string, Wording>>;
