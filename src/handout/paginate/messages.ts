import type { Message } from '../../i18n/message.ts';

/** What the page says above the sheets; `{name}` is filled in. */
export const PAGE_MESSAGES = {
  text: {
    'zh-Hans': '排版后的文字与讲稿不符：缺 {missing} 字，多 {added} 字。请不要打印这份讲义。',
    'zh-Hant': '排版後的文字與講稿不符：缺 {missing} 字，多 {added} 字。請不要列印這份講義。',
    en: 'The pages differ from the speech: {missing} {missing|character|characters} missing, {added} added. Do not print them. ',
  },
  overflow: {
    'zh-Hans': '第 {pages} 页的内容超出版面，打印时会被裁去。',
    'zh-Hant': '第 {pages} 頁的內容超出版面，列印時會被裁去。',
    en: 'The content of page {pages} is too large and would be cut off in print. ',
  },
  uncovered: {
    'zh-Hans': '自带字体没有这些字，由本机字体代替，请看一看是否正确：{characters}',
    'zh-Hant': '內附字型沒有這些字，由本機字型代替，請看一看是否正確：{characters}',
    en: 'The bundled fonts lack these characters; a font of this computer is used instead, please check them: {characters}',
  },
  faces: {
    'zh-Hans': '字体没有载入（{families}），现在的版面可能与应有的不同。',
    'zh-Hant': '字型沒有載入（{families}），現在的版面可能與應有的不同。',
    en: 'Some fonts did not load ({families}); the pages may look different. ',
  },
} as const satisfies Readonly<Record<string, Message>>;
