import type { Language } from '../../i18n/language.ts';
import { formatMessage, type Message, type MessageValues } from '../../i18n/message.ts';

/** What the presenter's window says; `{name}` is filled in. */
export const PRESENTER_MESSAGES = {
  title: { 'zh-Hans': '演讲者视图', 'zh-Hant': '演講者檢視畫面', en: 'Presenter view' },
  waiting: {
    'zh-Hans': '正在等待放映窗口。请打开这份讲稿；两个窗口会自动连上。',
    'zh-Hant': '正在等待放映視窗。請打開這份講稿；兩個視窗會自動連上。',
    en: 'Waiting for the slides. Open the speech; the two windows will connect.',
  },
  gone: {
    'zh-Hans': '放映窗口已关闭，重新打开后会自动回到这一张',
    'zh-Hant': '放映視窗已關閉，重新打開後會自動回到這一張',
    en: 'The slides were closed; when reopened they return to this slide',
  },
  waitingLong: {
    'zh-Hans':
      '还没有等到放映窗口。请打开这份讲稿，点「演讲者视图」或「放映」；放映窗口已经开着的，把它重新载入一次。',
    'zh-Hant':
      '還沒有等到放映視窗。請打開這份講稿，點「演講者檢視畫面」或「放映」；放映視窗已經開著的，把它重新載入一次。',
    en: 'No slides yet. Open the speech and choose Presenter view or Present; if the slides are open already, reload them once.',
  },
  connecting: { 'zh-Hans': '正在连接', 'zh-Hant': '正在連線', en: 'Connecting' },
  synced: { 'zh-Hans': '已连上', 'zh-Hant': '已連上', en: 'Connected' },
  outOfSync: {
    'zh-Hans': '观众画面在第 {seen} 张，这里要的是第 {wanted} 张',
    'zh-Hant': '觀眾畫面在第 {seen} 張，這裡要的是第 {wanted} 張',
    en: 'The audience sees slide {seen}, wanted is slide {wanted}',
  },
  frozen: {
    'zh-Hans': '观众看到的是第 {seen} 张',
    'zh-Hant': '觀眾看到的是第 {seen} 張',
    en: 'The audience still sees slide {seen}',
  },
  lost: {
    'zh-Hans': '观众画面没有回应，上次是第 {seen} 张',
    'zh-Hant': '觀眾畫面沒有回應，上次是第 {seen} 張',
    en: 'The audience’s window does not answer; it was on slide {seen}',
  },
  realign: { 'zh-Hans': '重新对上', 'zh-Hant': '重新對上', en: 'Realign' },
  asleep: {
    'zh-Hans': '浏览器没有答应让屏幕常亮',
    'zh-Hant': '瀏覽器沒有答應讓螢幕常亮',
    en: 'The browser may let this screen turn off',
  },
  current: { 'zh-Hans': '当前', 'zh-Hant': '目前', en: 'Now' },
  next: { 'zh-Hans': '下一张', 'zh-Hant': '下一張', en: 'Next' },
  last: { 'zh-Hans': '已是最后一张', 'zh-Hant': '已是最後一張', en: 'This is the last slide' },
  goBack: { 'zh-Hans': '上一张', 'zh-Hant': '上一張', en: 'Back' },
  goOn: { 'zh-Hans': '下一张', 'zh-Hant': '下一張', en: 'Forward' },
  moreText: { 'zh-Hans': '下文', 'zh-Hant': '下文', en: 'More text' },
  nextPoint: { 'zh-Hans': '下一点', 'zh-Hant': '下一點', en: 'Next point' },
  ended: { 'zh-Hans': '讲完了', 'zh-Hant': '講完了', en: 'The end' },
  ahead: { 'zh-Hans': '接下来', 'zh-Hant': '接下來', en: 'Next' },
  all: { 'zh-Hans': '所有幻灯片', 'zh-Hant': '所有投影片', en: 'All slides' },
  typed: {
    'zh-Hans': '第 {number} 张，按回车',
    'zh-Hant': '第 {number} 張，按 Enter',
    en: 'Slide {number}: press Enter',
  },
  fit: { 'zh-Hans': '合适', 'zh-Hant': '合適', en: 'Fit' },
  fitHint: {
    'zh-Hans': '文字尽量大，又整页看得到',
    'zh-Hant': '文字儘量大，又整頁看得到',
    en: 'As large as the text of a slide fits',
  },
  help: { 'zh-Hans': '?', 'zh-Hant': '?', en: '?' },
  black: { 'zh-Hans': '黑屏', 'zh-Hant': '黑畫面', en: 'Black screen' },
  white: { 'zh-Hans': '白屏', 'zh-Hant': '白畫面', en: 'White screen' },
  freeze: { 'zh-Hans': '定住观众画面', 'zh-Hant': '定住觀眾畫面', en: 'Hold picture' },
  thaw: { 'zh-Hans': '放开观众画面', 'zh-Hant': '放開觀眾畫面', en: 'Release picture' },
  lit: { 'zh-Hans': '恢复画面', 'zh-Hant': '恢復畫面', en: 'Show slides' },
  start: { 'zh-Hans': '开始计时', 'zh-Hant': '開始計時', en: 'Start timer' },
  pause: { 'zh-Hans': '暂停计时', 'zh-Hant': '暫停計時', en: 'Pause timer' },
  reset: { 'zh-Hans': '计时归零', 'zh-Hant': '計時歸零', en: 'Reset timer' },
  prompter: { 'zh-Hans': '提词器', 'zh-Hant': '提詞器', en: 'Teleprompter' },
  smaller: { 'zh-Hans': '文字小一些', 'zh-Hant': '文字小一些', en: 'Smaller text' },
  larger: { 'zh-Hans': '文字大一些', 'zh-Hant': '文字大一些', en: 'Larger text' },
  keys: { 'zh-Hans': '按键说明', 'zh-Hant': '按鍵說明', en: 'Keys' },
  clock: { 'zh-Hans': '时间', 'zh-Hant': '時間', en: 'Time' },
  elapsed: { 'zh-Hans': '已用', 'zh-Hant': '已用', en: 'Elapsed' },
  planned: { 'zh-Hans': '计划', 'zh-Hant': '計畫', en: 'Planned' },
  pace: { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Pace' },
  endsAt: { 'zh-Hans': '预计讲完', 'zh-Hant': '預計講完', en: 'Ends at' },
  early: { 'zh-Hans': '早 {time}', 'zh-Hant': '早 {time}', en: '{time} ahead' },
  late: { 'zh-Hans': '晚 {time}', 'zh-Hant': '晚 {time}', en: '{time} behind' },
  onTime: { 'zh-Hans': '正好', 'zh-Hant': '正好', en: 'On time' },
  slides: { 'zh-Hans': '{number} / {count}', 'zh-Hant': '{number} / {count}', en: '{number} / {count}' },
  points: {
    'zh-Hans': '要点 {step} / {steps}',
    'zh-Hant': '要點 {step} / {steps}',
    en: 'Point {step} / {steps}',
  },
  pages: {
    'zh-Hans': '讲稿 {page} / {pages}',
    'zh-Hant': '講稿 {page} / {pages}',
    en: 'Text {page} / {pages}',
  },
  nothing: {
    'zh-Hans': '这一张没有讲稿',
    'zh-Hant': '這一張沒有講稿',
    en: 'No spoken text for this slide',
  },
} as const satisfies Record<string, Message>;

export type PresenterMessageKey = keyof typeof PRESENTER_MESSAGES;

/** The presenter's window's word for `key`, with its values. */
export function presenterMessage(
  key: PresenterMessageKey,
  language: Language,
  values?: MessageValues,
): string {
  return formatMessage(PRESENTER_MESSAGES[key][language], values);
}
