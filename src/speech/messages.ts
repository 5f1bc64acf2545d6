import type { Language } from '../i18n/language.ts';
import { formatMessage, type Message } from '../i18n/message.ts';
import type { Diagnostic } from '../text/diagnostic.ts';

/** Every finding of src/speech. `{name}` is filled from the values of the diagnostic. */
export const SPEECH_MESSAGES = {
  'text-not-held': {
    'zh-Hans': '程序漏读了 {count} 个字，导出会被拒绝：“{text}”',
    'zh-Hant': '程式漏讀了 {count} 個字，匯出會被拒絕：「{text}」',
    en: '{count} {count|character|characters} of the text were not read, so exports are refused: “{text}”',
  },
  'text-doubled': {
    'zh-Hans': '程序重复读了 {count} 个字，导出会被拒绝：“{text}”',
    'zh-Hant': '程式重複讀了 {count} 個字，匯出會被拒絕：「{text}」',
    en: '{count} {count|character|characters} of the text were read twice, so exports are refused: “{text}”',
  },
  'marks-in-plain': {
    'zh-Hans': '这是纯文本，“{text}”照原样显示；如果它是 Markdown 标记，可以改按 Markdown 读',
    'zh-Hant': '這是純文字，「{text}」照原樣顯示；如果它是 Markdown 標記，可以改按 Markdown 讀',
    en: 'This is plain text, so “{text}” is shown as written; if it is meant as Markdown, read the text as Markdown',
  },
  'choice-unmet': {
    'zh-Hans': '“{text}”：这里的幻灯片不能这样安排，仍按原来的版式',
    'zh-Hant': '「{text}」：這裡的投影片不能這樣安排，仍按原來的版式',
    en: '“{text}”: the slide here cannot be set like this and keeps its layout',
  },
  'front-matter-invalid': {
    'zh-Hans': '第 {line} 行：文件头的设置不是有效的 YAML（{reason}），已跳过；正文不受影响',
    'zh-Hant': '第 {line} 行：檔頭的設定不是有效的 YAML（{reason}），已略過；正文不受影響',
    en: 'Line {line}: the front matter is not valid YAML ({reason}) and was skipped; the text is unaffected',
  },
  'front-matter-key': {
    'zh-Hans': '第 {line} 行：不认识“{key}”，“{value}”没有用上',
    'zh-Hant': '第 {line} 行：不認識「{key}」，「{value}」沒有用上',
    en: 'Line {line}: “{key}” is not a known setting; “{value}” is not used',
  },
  'front-matter-key-near': {
    'zh-Hans': '第 {line} 行：不认识“{key}”，“{value}”没有用上；是不是“{better}”？',
    'zh-Hant': '第 {line} 行：不認識「{key}」，「{value}」沒有用上；是不是「{better}」？',
    en: 'Line {line}: “{key}” is not a known setting, so “{value}” is not used; did you mean “{better}”?',
  },
  'front-matter-value': {
    'zh-Hans': '第 {line} 行：“{key}”不能是“{value}”，可以是：{allowed}',
    'zh-Hant': '第 {line} 行：「{key}」不能是「{value}」，可以是：{allowed}',
    en: 'Line {line}: “{key}” cannot be “{value}”; use one of: {allowed}',
  },
  'front-matter-value-near': {
    'zh-Hans': '第 {line} 行：“{key}”不能是“{value}”；是不是“{better}”？',
    'zh-Hant': '第 {line} 行：「{key}」不能是「{value}」；是不是「{better}」？',
    en: 'Line {line}: “{key}” cannot be “{value}”; did you mean “{better}”?',
  },
  'front-matter-kind': {
    'zh-Hans': '第 {line} 行：“{key}”里的“{value}”看不懂，没有用上',
    'zh-Hant': '第 {line} 行：「{key}」裡的「{value}」看不懂，沒有用上',
    en: 'Line {line}: “{value}” is not valid for “{key}” and is not used',
  },
  'front-matter-not-plain': {
    'zh-Hans': '第 {line} 行：“{key}”应是一行文字，现在照写的用：“{text}”',
    'zh-Hant': '第 {line} 行：「{key}」應是一行文字，目前照寫的用：「{text}」',
    en: 'Line {line}: “{key}” should be one line of text; it is used as written: “{text}”',
  },
  'front-matter-twice': {
    'zh-Hans': '第 {line} 行：“{key}”在第 {first} 行已经写过，这里的“{value}”没有用上',
    'zh-Hant': '第 {line} 行：「{key}」在第 {first} 行已經寫過，這裡的「{value}」沒有用上',
    en: 'Line {line}: “{key}” is already set on line {first}; “{value}” is not used',
  },
  'front-matter-differs': {
    'zh-Hans': '第 {line} 行：文件头写的是“{value}”，正文开头写的是“{other}”',
    'zh-Hant': '第 {line} 行：檔頭寫的是「{value}」，正文開頭寫的是「{other}」',
    en: 'Line {line}: the settings say “{value}”, but the text begins with “{other}”',
  },
  'numbering-start': {
    'zh-Hans': '“{marker}”前面没有第一点',
    'zh-Hant': '「{marker}」前面沒有第一點',
    en: 'The numbering starts at “{marker}”',
  },
  'numbering-repeat': {
    'zh-Hans': '序号“{marker}”重复',
    'zh-Hant': '序號「{marker}」重複',
    en: 'The number “{marker}” is used twice',
  },
  'numbering-gap': {
    'zh-Hans': '序号跳号：“{before}”之后是“{marker}”',
    'zh-Hant': '序號跳號：「{before}」之後是「{marker}」',
    en: 'The numbering jumps from “{before}” to “{marker}”',
  },
  'numbering-back': {
    'zh-Hans': '序号倒退：“{before}”之后是“{marker}”',
    'zh-Hant': '序號倒退：「{before}」之後是「{marker}」',
    en: 'The numbering goes back from “{before}” to “{marker}”',
  },
  'level-used-once': {
    'zh-Hans': '这一层只有“{marker}”一点，可以不编号',
    'zh-Hant': '這一層只有「{marker}」一點，可以不編號',
    en: '“{marker}” is the only point at its level; it needs no number',
  },
  'point-alone': {
    'zh-Hans': '有“{first}”，没有“{second}”',
    'zh-Hant': '有「{first}」，沒有「{second}」',
    en: 'There is “{first}” but no “{second}”',
  },
  'heading-twice': {
    'zh-Hans': '标题重复：{title}',
    'zh-Hant': '標題重複：{title}',
    en: 'Duplicate heading: {title}',
  },
  'heading-full-stop': {
    'zh-Hans': '独占一行的标题末尾不用句号',
    'zh-Hant': '獨占一行的標題末尾不用句號',
    en: 'A heading on its own line takes no full stop',
  },
  'section-empty': {
    'zh-Hans': '“{title}”下面没有内容',
    'zh-Hant': '「{title}」下面沒有內容',
    en: 'There is no text under “{title}”',
  },
  'heading-broken': {
    'zh-Hans': '标题“{title}”断成了两行',
    'zh-Hant': '標題「{title}」斷成了兩行',
    en: 'The heading “{title}” is split over two lines',
  },
  'title-missing': {
    'zh-Hans': '没有标题：请在第一行写上标题',
    'zh-Hant': '沒有標題：請在第一行寫上標題',
    en: 'There is no title: write one on the first line',
  },
  'title-button': {
    'zh-Hans': '标题“{title}”像是网页上的按钮，不是讲稿的标题',
    'zh-Hant': '標題「{title}」像是網頁上的按鈕，不是講稿的標題',
    en: 'The title “{title}” looks like a button of a web page',
  },
  'one-paragraph': {
    'zh-Hans': '全文只有一段（{count} 个字），分段以后才能分出层次和幻灯片',
    'zh-Hant': '全文只有一段（{count} 個字），分段以後才能分出層次和投影片',
    en: 'The whole text is one paragraph ({count} characters); break it into paragraphs to get sections and slides',
  },
  'list-dot': {
    'zh-Hans': '行首的“{dot}”不是项目符号，改成“•”才能成为列表',
    'zh-Hant': '行首的「{dot}」不是項目符號，改成「•」才能成為清單',
    en: 'The “{dot}” at the start of the line is not a bullet; use “•” to make a list',
  },
  'date-impossible': {
    'zh-Hans': '没有这一天：{date}',
    'zh-Hant': '沒有這一天：{date}',
    en: 'This date does not exist: {date}',
  },
  'weekday-wrong': {
    'zh-Hans': '星期不对：{date}，应为星期{weekday}',
    'zh-Hant': '星期不對：{date}，應為星期{weekday}',
    en: 'The weekday is wrong: {date} is 星期{weekday}',
  },
  'mark-unpaired': {
    'zh-Hans': '标点 {mark} 不成对',
    'zh-Hant': '標點 {mark} 不成對',
    en: 'Unpaired mark: {mark}',
  },
  'punctuation-half-width': {
    'zh-Hans': '半角标点“{mark}”应为“{better}”',
    'zh-Hant': '半形標點「{mark}」應為「{better}」',
    en: 'Half-width {mark} should be {better}',
  },
  'breath-too-long': {
    'zh-Hans': '连续 {count} 个字没有停顿，念起来气不够',
    'zh-Hant': '連續 {count} 個字沒有停頓，念起來氣不夠',
    en: '{count} characters without a pause: hard to say in one breath',
  },
  'name-two-ways': {
    'zh-Hans': '人名前后不一致：“{found}”，别处为“{name}”',
    'zh-Hant': '人名前後不一致：「{found}」，別處為「{name}」',
    en: 'This name is spelled in two ways: “{found}”, elsewhere “{name}”',
  },
  'table-ragged': {
    'zh-Hans': '表格第 {row} 行有 {count} 格，表头有 {width} 格',
    'zh-Hant': '表格第 {row} 列有 {count} 格，表頭有 {width} 格',
    en: 'Row {row} of the table has {count} {count|cell|cells}; the header has {width}',
  },
  'note-never-called': {
    'zh-Hans': '脚注 {id} 没有在正文中引用',
    'zh-Hant': '註腳 {id} 沒有在正文中引用',
    en: 'Footnote {id} is not referenced in the text',
  },
} as const satisfies Record<string, Message>;

/**
 * The sentence for a diagnostic of src/speech.
 * @returns undefined for a code of another room (reading has its own table)
 */
export function speechMessage(
  diagnostic: Pick<Diagnostic, 'code' | 'values'>,
  language: Language,
): string | undefined {
  const message: Message | undefined = (SPEECH_MESSAGES as Record<string, Message>)[diagnostic.code];
  return message && formatMessage(message[language], diagnostic.values);
}
