import type { Message } from '../i18n/message.ts';
import type { RepairKind } from './clean-text.ts';

/** Names of the kinds of repair, for lists. */
export const REPAIR_NAMES: Readonly<Record<RepairKind, Message>> = {
  'mis-decoded': {
    'zh-Hans': '编码错读还原',
    'zh-Hant': '編碼錯讀還原',
    en: 'wrongly decoded text restored',
  },
  'shifted-bytes': { 'zh-Hans': '错位乱码还原', 'zh-Hant': '錯位亂碼還原', en: 'shifted bytes restored' },
  'pinyin-note': { 'zh-Hans': '多余的拼音注音', 'zh-Hant': '多餘的拼音注音', en: 'stray pinyin' },
  'private-use': { 'zh-Hans': '专用区字符', 'zh-Hant': '專用區字元', en: 'private-use characters' },
  compatibility: { 'zh-Hans': '兼容字符', 'zh-Hant': '相容字元', en: 'compatibility characters' },
  entity: { 'zh-Hans': '网页代码', 'zh-Hant': '網頁代碼', en: 'HTML entities' },
  invisible: { 'zh-Hans': '不可见字符', 'zh-Hant': '不可見字元', en: 'invisible characters' },
  comment: { 'zh-Hans': '批注（<!-- … -->）', 'zh-Hant': '註解（<!-- … -->）', en: 'comments (<!-- … -->)' },
  'filter-dot': { 'zh-Hans': '字间多余的点', 'zh-Hant': '字間多餘的點', en: 'dots inside words' },
  boilerplate: {
    'zh-Hans': '网页页眉页脚',
    'zh-Hant': '網頁頁首頁尾',
    en: 'web page header and footer',
  },
  'repeated-title': { 'zh-Hans': '重复的标题', 'zh-Hant': '重複的標題', en: 'repeated title' },
  'line-break': { 'zh-Hans': '段内断行', 'zh-Hant': '段內斷行', en: 'line breaks inside paragraphs' },
  'han-space': { 'zh-Hans': '字间空格', 'zh-Hant': '字間空格', en: 'spaces between characters' },
  punctuation: { 'zh-Hans': '半角标点', 'zh-Hant': '半形標點', en: 'half-width punctuation' },
  quotes: { 'zh-Hans': '引号', 'zh-Hant': '引號', en: 'quotation marks' },
  dash: { 'zh-Hans': '破折号、省略号', 'zh-Hant': '破折號、刪節號', en: 'dashes and ellipses' },
};

/** What reading saw and left alone, by diagnostic code. */
export const REPAIR_DIAGNOSTICS: Readonly<Record<string, Message>> = {
  'shifted-bytes': {
    'zh-Hans': '这里有乱码，无法确定原文，请对照原稿改正：“{text}”。',
    'zh-Hant': '這裡有亂碼，無法確定原文，請對照原稿改正：「{text}」。',
    en: 'Garbled text that cannot be restored with certainty; correct it from the original: "{text}".',
  },
  'mis-decoded': {
    'zh-Hans': '这一行被错误的编码读坏，无法复原：“{text}”。',
    'zh-Hant': '這一行被錯誤的編碼讀壞，無法復原：「{text}」。',
    en: 'This line was decoded wrongly and cannot be restored: "{text}".',
  },
  'lost-characters': {
    'zh-Hans': '这里有丢失的字，无法复原，请对照原稿补上：“{text}”。',
    'zh-Hant': '這裡有遺失的字，無法復原，請對照原稿補上：「{text}」。',
    en: 'Characters are missing here and cannot be restored; fill them in from the original: "{text}".',
  },
  'private-use': {
    'zh-Hans': '这里有无法识别的字符（U+{code}），请对照原稿改正：“{text}”。',
    'zh-Hant': '這裡有無法識別的字元（U+{code}），請對照原稿改正：「{text}」。',
    en: 'Unknown character (U+{code}); correct it from the original: "{text}".',
  },
  'masked-words': {
    'zh-Hans': '文中有 {count} 处被遮掩的字（如“{text}”），请补上。',
    'zh-Hant': '文中有 {count} 處被遮掩的字（如「{text}」），請補上。',
    en: '{count} masked {count|word|words} (such as "{text}"); please fill {count|it|them} in.',
  },
  'stray-dot': {
    'zh-Hans': '字间有一个点，可能是多余的：“{text}”。',
    'zh-Hant': '字間有一個點，可能是多餘的：「{text}」。',
    en: 'The dot between these characters may be a leftover: "{text}".',
  },
  'unpaired-quote': {
    'zh-Hans': '引号不成对：“{text}”。',
    'zh-Hant': '引號不成對：「{text}」。',
    en: 'Unpaired quotation mark: "{text}".',
  },
  revisions: {
    'zh-Hans': '文件里有 {count} 处修订，按接受全部修订后的文字读取。',
    'zh-Hant': '檔案裡有 {count} 處追蹤修訂，按接受全部修訂後的文字讀取。',
    en: 'The file has {count} tracked {count|change|changes}; it was read as if all were accepted.',
  },
  'meeting-changed': {
    'zh-Hans': '这份会议文件里的讲稿被其他程序改动过；请核对文字。',
    'zh-Hant': '這份會議檔案裡的講稿被其他程式改動過；請核對文字。',
    en: 'Another program has changed the speech in this meeting file; check its text.',
  },
  'picture-remote': {
    'zh-Hans': '这里的图片不在文件里，而是指向别处的链接，没有读取：“{text}”。',
    'zh-Hant': '這裡的圖片不在檔案裡，而是指向別處的連結，沒有讀取：「{text}」。',
    en: 'This picture is a link to another place and was not fetched: "{text}".',
  },
  'picture-kind': {
    'zh-Hans': '这里有一张无法显示的图片（如 EMF、WMF），请另存为 PNG 后插入：“{text}”。',
    'zh-Hant': '這裡有一張無法顯示的圖片（如 EMF、WMF），請另存為 PNG 後插入：「{text}」。',
    en: 'This picture cannot be shown (EMF, WMF or similar); save it as PNG and insert it again: "{text}".',
  },
  'picture-missing': {
    'zh-Hans': '这里的图片在文件里找不到：“{text}”。',
    'zh-Hant': '這裡的圖片在檔案裡找不到：「{text}」。',
    en: 'The picture here is missing from the file: "{text}".',
  },
  'picture-damaged': {
    'zh-Hans': '这里的图片在文件里已损坏，没有读取：“{text}”。',
    'zh-Hant': '這裡的圖片在檔案裡已損壞，沒有讀取：「{text}」。',
    en: 'The picture that stood here is damaged in the file and was not read: "{text}".',
  },
  'drawing-not-read': {
    'zh-Hans': '这里有一个图表或 SmartArt 图形，其中的文字没有读取：“{text}”。',
    'zh-Hant': '這裡有一個圖表或 SmartArt 圖形，其中的文字沒有讀取：「{text}」。',
    en: 'There is a chart or SmartArt here; its text was not read: "{text}".',
  },
  'chunk-not-read': {
    'zh-Hans': '这里嵌入了另一个文档，没有读取；请用 Word 或 WPS 打开，重新另存为 .docx。',
    'zh-Hant': '這裡嵌入了另一個文件，沒有讀取；請用 Word 開啟，重新另存為 .docx。',
    en: 'Another document is embedded here and was not read; open it in Word or WPS and save it again as .docx.',
  },
  formula: {
    'zh-Hans': '公式已写成一行文字，请核对：“{text}”。',
    'zh-Hant': '公式已寫成一行文字，請核對：「{text}」。',
    en: 'A formula was put on one line; please check it: "{text}".',
  },
  field: {
    'zh-Hans': '这里有一个域没有结果，它的内容没有读取：“{text}”。',
    'zh-Hant': '這裡有一個功能變數沒有結果，它的內容沒有讀取：「{text}」。',
    en: 'A field here has no result and was not read: "{text}".',
  },
  struck: {
    'zh-Hans': '有删除线的文字按正文读取，不要的请删去：“{text}”。',
    'zh-Hant': '有刪除線的文字按正文讀取，不要的請刪去：「{text}」。',
    en: 'Struck-through text was kept; delete it if you do not want it: "{text}".',
  },
  symbol: {
    'zh-Hans': '这里有一个特殊字体的符号没有读取（{text}）。',
    'zh-Hant': '這裡有一個特殊字型的符號沒有讀取（{text}）。',
    en: 'A symbol here was not read ({text}).',
  },
};

/** Wording of a diagnostic whose code has none of its own yet: its place is still told. */
export const UNNAMED_DIAGNOSTIC: Message = {
  'zh-Hans': '这里可能有问题（{code}）：“{text}”。',
  'zh-Hant': '這裡可能有問題（{code}）：「{text}」。',
  en: 'Something may be wrong here ({code}): "{text}".',
};
