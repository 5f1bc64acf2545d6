import type { Message } from '../../i18n/message.ts';

/** What is said about the text while it is written: how long it is, what one should look at. */
export const WRITING_MESSAGES = {
  'count.characters': {
    'zh-Hans': '{count} 字',
    'zh-Hant': '{count} 字',
    en: '{count} {count|character|characters}',
  },
  'count.minutes': {
    'zh-Hans': '约 {minutes} 分钟',
    'zh-Hant': '約 {minutes} 分鐘',
    en: 'about {minutes} min',
  },
  'count.hint': {
    'zh-Hans': '按每分钟 {rate} 字朗读，不计标题和空白',
    'zh-Hant': '按每分鐘 {rate} 字朗讀，不計標題和空白',
    en: 'Read aloud at {rate} characters per minute, not counting titles and spaces',
  },
  'count.section': {
    'zh-Hans': '本节 {count} 字 · 约 {minutes} 分钟',
    'zh-Hant': '本節 {count} 字 · 約 {minutes} 分鐘',
    en: 'this section {count} {count|character|characters} · about {minutes} min',
  },
  'count.selected': {
    'zh-Hans': '选中 {count} 字',
    'zh-Hant': '選取 {count} 字',
    en: '{count} {count|character|characters} selected',
  },
  'outline.size': {
    'zh-Hans': '{text}，{count} 字，{time}',
    'zh-Hant': '{text}，{count} 字，{time}',
    en: '{text}, {count} {count|character|characters}, {time}',
  },

  'diagnostics.bar': {
    'zh-Hans': '有 {count} 处请您看一看。',
    'zh-Hant': '有 {count} 處請您看一看。',
    en: '{count} {count|issue|issues} to check.',
  },
  'diagnostics.fix': { 'zh-Hans': '改正', 'zh-Hant': '改正', en: 'Fix' },
  'diagnostics.fix.hint': {
    'zh-Hans': '改成“{text}”',
    'zh-Hant': '改成「{text}」',
    en: 'Change it to “{text}”',
  },
  'diagnostics.title': { 'zh-Hans': '请您看一看', 'zh-Hant': '請您看一看', en: 'To check' },
  'diagnostics.next': { 'zh-Hans': '下一处', 'zh-Hant': '下一處', en: 'Next' },
  'diagnostics.previous': { 'zh-Hans': '上一处', 'zh-Hant': '上一處', en: 'Previous' },
  'diagnostics.none': {
    'zh-Hans': '没有需要看的地方',
    'zh-Hant': '沒有需要看的地方',
    en: 'No issues',
  },
  'keys.diagnostic': {
    'zh-Hans': '到下一处要看的地方（加 Shift 到上一处）',
    'zh-Hant': '到下一處要看的地方（加 Shift 到上一處）',
    en: 'Next issue (Shift: previous)',
  },
} as const satisfies Readonly<Record<string, Message>>;
