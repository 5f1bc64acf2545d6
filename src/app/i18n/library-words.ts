import type { Wording } from './wording.ts';

/** Labels and sentences of the list of speeches and of what keeps them. */
export const LIBRARY_WORDS = {
  'list.browser': {
    hans: '讲稿保存在这个浏览器里',
    hant: '講稿儲存在這個瀏覽器裡',
    en: 'Kept in this browser',
  },
  'save.unkept': { hans: '没有保存', hant: '沒有儲存', en: 'Not kept' },
  'save.unkept.bar': {
    hans: '这个浏览器不让讲台保存任何东西（可能是无痕模式，或存储被禁用）。关闭页面文字就没有了，请下载一份。',
    hant: '這個瀏覽器不讓講臺儲存任何東西（可能是無痕模式，或儲存被停用）。關閉頁面文字就沒有了，請下載一份。',
    en: 'This browser does not let Jiangtai keep anything (private window, or storage switched off). The text is gone when the page closes: download it.',
  },
  'save.merged': {
    hans: '别处对这篇讲稿的修改已经合并进来。撤销（Ctrl+Z）可以只留您的。',
    hant: '別處對這篇講稿的修改已經合併進來。復原（Ctrl+Z）可以只留您的。',
    en: 'Edits made to this speech elsewhere were joined with yours. Undo (Ctrl+Z) leaves yours alone.',
  },
  'conflict.text.browser': {
    hans: '“{name}”在另一个窗口里也改了同一段，两边的修改不一样。',
    hant: '「{name}」在另一個視窗裡也改了同一段，兩邊的修改不一樣。',
    en: 'The same paragraph of “{name}” was changed in another window, differently.',
  },
  'conflict.theirs.browser': {
    hans: '采用另一窗口的',
    hant: '採用另一視窗的',
    en: 'Take the other window’s',
  },
} as const satisfies Readonly<Record<string, Wording>>;
