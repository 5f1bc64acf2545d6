import type { Message } from '../../i18n/message.ts';

/** What a meeting file says itself. */
export const MEETING_MESSAGES = {
  untitled: { 'zh-Hans': '讲稿', 'zh-Hant': '講稿', en: 'Speech' },
  closed: {
    'zh-Hans':
      '这份会议文件无法放映：它可能被其他程序改动过，或者浏览器太旧。请用最新的 Edge 或 Chrome 打开讲台导出的原文件。',
    'zh-Hant':
      '這份會議檔案無法放映：它可能被其他程式改動過，或者瀏覽器太舊。請用最新的 Edge 或 Chrome 打開講臺匯出的原檔案。',
    en: 'This meeting file cannot be shown: another program may have changed it, or the browser is too old. Open the file as Jiangtai exported it in a current Edge or Chrome.',
  },
  noScript: {
    'zh-Hans': '放映需要 JavaScript，请用 Edge 或 Chrome 打开。讲稿全文如下。',
    'zh-Hant': '放映需要 JavaScript，請用 Edge 或 Chrome 打開。講稿全文如下。',
    en: 'The show needs JavaScript; open the file in Edge or Chrome. The whole text of the speech:',
  },
  speaker: { 'zh-Hans': '演讲者视图', 'zh-Hant': '演講者檢視畫面', en: 'Presenter view' },
  handout: { 'zh-Hans': '讲义', 'zh-Hant': '講義', en: 'Handout' },
  fullscreen: { 'zh-Hans': '全屏放映', 'zh-Hant': '全螢幕放映', en: 'Full screen' },
  keys: { 'zh-Hans': '按键', 'zh-Hant': '按鍵', en: 'Keys' },
  print: { 'zh-Hans': '打印', 'zh-Hant': '列印', en: 'Print' },
  licences: {
    'zh-Hans': '字体与软件许可',
    'zh-Hant': '字型與軟體授權',
    en: 'Licences of fonts and software',
  },
  close: { 'zh-Hans': '关闭', 'zh-Hant': '關閉', en: 'Close' },
  blocked: {
    'zh-Hans': '浏览器拦截了新窗口。请在地址栏右侧允许弹出窗口，再点一次。',
    'zh-Hant': '瀏覽器攔截了新視窗。請在網址列右側允許彈出式視窗，再點一次。',
    en: 'The browser blocked the window. Allow pop-ups at the right of the address bar, then click again.',
  },
} as const satisfies Record<string, Message>;
