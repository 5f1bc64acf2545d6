/** What the gallery says itself. */
export const GALLERY_MESSAGES = {
  title: { 'zh-Hans': '主题', 'zh-Hant': '主題', en: 'Themes' },
  about: {
    'zh-Hans': '每个主题的全部版式，文字取自 speeches 文件夹里的讲稿。在讲稿开头写 theme: {ids} 即可选用。',
    'zh-Hant': '每個主題的全部版式，文字取自 speeches 資料夾裡的講稿。在講稿開頭寫 theme: {ids} 即可選用。',
    en: 'Every layout of every theme, with text from the speeches folder. Choose one at the top of a speech: theme: {ids}.',
  },
} as const;
