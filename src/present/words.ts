import type { ShowLanguage } from '../deck/show/words.ts';

/** What the presenter's window says; `{name}` is filled in. */
export const PRESENT_WORDS = {
  title: { hans: '演讲者视图', hant: '演講者檢視畫面', en: 'Presenter view' },
  waiting: {
    hans: '正在等待放映窗口。请在讲台里打开讲稿；两个窗口会自动连上。',
    hant: '正在等待放映視窗。請在講臺裡打開講稿；兩個視窗會自動連上。',
    en: 'Waiting for the slides. Open the speech in Jiangtai; the two windows find each other.',
  },
  gone: {
    hans: '放映窗口已关闭，重新打开后会自动回到这一张',
    hant: '放映視窗已關閉，重新打開後會自動回到這一張',
    en: 'The slides were closed; once open again they come back to this slide',
  },
  current: { hans: '当前', hant: '目前', en: 'Now' },
  next: { hans: '下一张', hant: '下一張', en: 'Next' },
  last: { hans: '已是最后一张', hant: '已是最後一張', en: 'This is the last slide' },
  goBack: { hans: '上一张', hant: '上一張', en: 'Back' },
  goOn: { hans: '下一张', hant: '下一張', en: 'Forward' },
  black: { hans: '黑屏', hant: '黑畫面', en: 'Black screen' },
  lit: { hans: '恢复画面', hant: '恢復畫面', en: 'Show slides' },
  start: { hans: '开始计时', hant: '開始計時', en: 'Start timer' },
  pause: { hans: '暂停计时', hant: '暫停計時', en: 'Pause timer' },
  reset: { hans: '计时归零', hant: '計時歸零', en: 'Reset timer' },
  smaller: { hans: '文字小一些', hant: '文字小一些', en: 'Smaller text' },
  larger: { hans: '文字大一些', hant: '文字大一些', en: 'Larger text' },
  keys: { hans: '按键说明', hant: '按鍵說明', en: 'Keys' },
  clock: { hans: '时间', hant: '時間', en: 'Time' },
  elapsed: { hans: '已用', hant: '已用', en: 'Elapsed' },
  planned: { hans: '计划', hant: '計畫', en: 'Planned' },
  thisSlide: { hans: '本张', hant: '本張', en: 'This slide' },
  early: { hans: '早 {time}', hant: '早 {time}', en: '{time} early' },
  late: { hans: '晚 {time}', hant: '晚 {time}', en: '{time} late' },
  onTime: { hans: '正好', hant: '正好', en: 'On time' },
  slides: { hans: '{number} / {count}', hant: '{number} / {count}', en: '{number} / {count}' },
  points: { hans: '要点 {step} / {steps}', hant: '要點 {step} / {steps}', en: 'Point {step} / {steps}' },
  nothing: { hans: '这一张没有讲稿', hant: '這一張沒有講稿', en: 'Nothing is spoken on this slide' },
} as const satisfies Record<string, Readonly<Record<ShowLanguage, string>>>;

export type PresentWord = keyof typeof PRESENT_WORDS;

export function say(
  word: PresentWord,
  language: ShowLanguage,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return PRESENT_WORDS[word][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
