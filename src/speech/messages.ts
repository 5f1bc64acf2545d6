import type { Diagnostic } from './types.ts';

/** Languages the app and the command line speak. */
export type MessageLanguage = 'hans' | 'hant' | 'en';

type Message = Readonly<Record<MessageLanguage, string>>;

/** Every finding of src/speech. `{name}` is filled from the values of the diagnostic. */
export const MESSAGES = {
  'front-matter-invalid': {
    hans: '第 {line} 行：文件头的设置不是有效的 YAML（{reason}），已跳过；正文不受影响',
    hant: '第 {line} 行：檔頭的設定不是有效的 YAML（{reason}），已略過；正文不受影響',
    en: 'Line {line}: the front matter is not valid YAML ({reason}) and was skipped; the text is unaffected',
  },
  'numbering-start': {
    hans: '“{marker}”前面没有第一点',
    hant: '「{marker}」前面沒有第一點',
    en: 'The numbering begins with “{marker}”; nothing comes before it',
  },
  'numbering-repeat': {
    hans: '序号“{marker}”重复',
    hant: '序號「{marker}」重複',
    en: 'The number “{marker}” is used twice',
  },
  'numbering-gap': {
    hans: '序号跳号：“{before}”之后是“{marker}”',
    hant: '序號跳號：「{before}」之後是「{marker}」',
    en: 'The numbering jumps from “{before}” to “{marker}”',
  },
  'numbering-back': {
    hans: '序号倒退：“{before}”之后是“{marker}”',
    hant: '序號倒退：「{before}」之後是「{marker}」',
    en: 'The numbering goes back from “{before}” to “{marker}”',
  },
  'level-used-once': {
    hans: '这一层只有“{marker}”一点，可以不编号',
    hant: '這一層只有「{marker}」一點，可以不編號',
    en: '“{marker}” is the only point of its level; it needs no number',
  },
  'point-alone': {
    hans: '有“{first}”，没有“{second}”',
    hant: '有「{first}」，沒有「{second}」',
    en: '“{first}” is said, but “{second}” never follows',
  },
  'heading-twice': {
    hans: '标题重复：{title}',
    hant: '標題重複：{title}',
    en: 'This heading is used twice: {title}',
  },
  'heading-full-stop': {
    hans: '独占一行的标题末尾不用句号',
    hant: '獨占一行的標題末尾不用句號',
    en: 'A heading on a line of its own takes no full stop',
  },
  'section-empty': {
    hans: '“{title}”下面没有内容',
    hant: '「{title}」下面沒有內容',
    en: 'There is nothing under “{title}”',
  },
  'date-impossible': {
    hans: '没有这一天：{date}',
    hant: '沒有這一天：{date}',
    en: 'There is no such day: {date}',
  },
  'weekday-wrong': {
    hans: '星期不对：{date}，应为星期{weekday}',
    hant: '星期不對：{date}，應為星期{weekday}',
    en: 'The weekday is wrong: {date} is 星期{weekday}',
  },
  'mark-unpaired': {
    hans: '标点 {mark} 不成对',
    hant: '標點 {mark} 不成對',
    en: 'The mark {mark} has no partner',
  },
  'punctuation-half-width': {
    hans: '半角标点“{mark}”应为“{better}”',
    hant: '半形標點「{mark}」應為「{better}」',
    en: 'Half-width {mark} should be {better}',
  },
  'breath-too-long': {
    hans: '连续 {count} 个字没有停顿，念起来气不够',
    hant: '連續 {count} 個字沒有停頓，念起來氣不夠',
    en: '{count} characters without a pause: hard to say in one breath',
  },
  'name-two-ways': {
    hans: '人名前后不一致：“{found}”，别处为“{name}”',
    hant: '人名前後不一致：「{found}」，別處為「{name}」',
    en: 'A name is written two ways: “{found}”, elsewhere “{name}”',
  },
  'table-ragged': {
    hans: '表格第 {row} 行有 {count} 格，表头有 {width} 格',
    hant: '表格第 {row} 列有 {count} 格，表頭有 {width} 格',
    en: 'Row {row} of the table has {count} cells; the head has {width}',
  },
  'note-never-called': {
    hans: '脚注 {id} 没有在正文中引用',
    hant: '註腳 {id} 沒有在正文中引用',
    en: 'Footnote {id} is never called in the text',
  },
} as const satisfies Record<string, Message>;

/**
 * The sentence for a diagnostic of src/speech.
 * @returns undefined for a code of another room (reading has its own table)
 */
export function speechMessage(
  diagnostic: Pick<Diagnostic, 'code' | 'values'>,
  language: MessageLanguage,
): string | undefined {
  const message: Message | undefined = (MESSAGES as Record<string, Message>)[diagnostic.code];
  return message?.[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(diagnostic.values[name] ?? whole),
  );
}
