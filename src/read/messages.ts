import type { ReadingErrorCode } from './reading-error.ts';
import type { RepairKind } from './types.ts';

/** One sentence or name in the three languages of the product; `{name}` is filled in from values. */
export interface Wording {
  readonly hans: string;
  readonly hant: string;
  readonly en: string;
}

/** What to tell a person whose file cannot be read: what it is, and what to do. */
export const READING_ERRORS: Readonly<Record<ReadingErrorCode, Wording>> = {
  empty: {
    hans: '这个文件是空的，没有可用的文字。',
    hant: '這個檔案是空的，沒有可用的文字。',
    en: 'The file is empty: there is no text in it.',
  },
  'too-large': {
    hans: '文件太大（{size} 字节，上限 {limit}），不像是一篇讲稿。',
    hant: '檔案太大（{size} 位元組，上限 {limit}），不像是一篇講稿。',
    en: 'The file is too large for a speech ({size} bytes; the limit is {limit}).',
  },
  binary: {
    hans: '这个文件不是文字文件；请选择 .txt、.md、.docx 或 .html 文件。',
    hant: '這個檔案不是文字檔；請選擇 .txt、.md、.docx 或 .html 檔案。',
    en: 'The file is not text; choose a .txt, .md, .docx or .html file.',
  },
  picture: {
    hans: '这是一张图片；请选择讲稿的文字文件。',
    hant: '這是一張圖片；請選擇講稿的文字檔。',
    en: 'The file is a picture; choose the text of the speech.',
  },
  pdf: {
    hans: '还不能读取 PDF；请在 PDF 里全选、复制文字，再粘贴过来，或另存为 .docx。',
    hant: '還不能讀取 PDF；請在 PDF 裡全選、複製文字，再貼過來，或另存為 .docx。',
    en: 'PDF files cannot be read; select and copy the text in it and paste it, or save it as .docx.',
  },
  rtf: {
    hans: '还不能读取 RTF；请用 Word 或 WPS 打开，另存为 .docx。',
    hant: '還不能讀取 RTF；請用 Word 開啟，另存為 .docx。',
    en: 'RTF files cannot be read; open it in Word or WPS and save it as .docx.',
  },
  'old-doc': {
    hans: '这是旧格式的 Word 文件（.doc）；请用 Word 或 WPS 打开，另存为 .docx。',
    hant: '這是舊格式的 Word 檔案（.doc）；請用 Word 開啟，另存為 .docx。',
    en: 'The file is in the old Word format (.doc); open it in Word or WPS and save it as .docx.',
  },
  wps: {
    hans: '这是 WPS 文件（.wps）；请用 WPS 打开，另存为 .docx。',
    hant: '這是 WPS 檔案（.wps）；請用 WPS 開啟，另存為 .docx。',
    en: 'The file is in the WPS format (.wps); open it in WPS and save it as .docx.',
  },
  zip: {
    hans: '这是一个压缩包；请先解压，再选择里面的讲稿文件。',
    hant: '這是一個壓縮檔；請先解壓縮，再選擇裡面的講稿檔案。',
    en: 'The file is an archive; unpack it and choose the speech inside.',
  },
  'docx-broken': {
    hans: '这个 .docx 文件已损坏或不完整；请用 Word 或 WPS 打开，重新另存为 .docx。',
    hant: '這個 .docx 檔案已損壞或不完整；請用 Word 開啟，重新另存為 .docx。',
    en: 'The .docx file is broken or cut off; open it in Word or WPS and save it again as .docx.',
  },
  'docx-encrypted': {
    hans: '这个文件设有密码；请用 Word 或 WPS 打开，去掉密码后再保存。',
    hant: '這個檔案設有密碼；請用 Word 開啟，移除密碼後再儲存。',
    en: 'The file is protected by a password; open it in Word or WPS and save it without one.',
  },
  'zip-bomb': {
    hans: '这个文件解开后过大，为安全起见没有读取。',
    hant: '這個檔案解開後過大，為安全起見沒有讀取。',
    en: 'The file grows too large when unpacked and was not read, for safety.',
  },
  spreadsheet: {
    hans: '这是一个表格文件；请打开讲稿的 Word 文件，或把文字复制后粘贴过来。',
    hant: '這是一個試算表檔案；請開啟講稿的 Word 檔案，或把文字複製後貼過來。',
    en: 'The file is a spreadsheet; open the Word file of the speech, or copy the text and paste it.',
  },
  presentation: {
    hans: '这是一个演示文稿（PPT）；请打开讲稿的 Word 文件，或把文字复制后粘贴过来。',
    hant: '這是一個簡報檔案（PPT）；請開啟講稿的 Word 檔案，或把文字複製後貼過來。',
    en: 'The file is a presentation; open the Word file of the speech, or copy the text and paste it.',
  },
  opendocument: {
    hans: '还不能读取 ODT、UOF 等格式；请用 Word 或 WPS 打开，另存为 .docx。',
    hant: '還不能讀取 ODT 格式；請用 Word 或 LibreOffice 開啟，另存為 .docx。',
    en: 'ODT and UOF files cannot be read; open it in Word, WPS or LibreOffice and save it as .docx.',
  },
  epub: {
    hans: '这是一本电子书（EPUB）；请打开讲稿的 Word 文件，或把文字复制后粘贴过来。',
    hant: '這是一本電子書（EPUB）；請開啟講稿的 Word 檔案，或把文字複製後貼過來。',
    en: 'The file is an e-book (EPUB); open the Word file of the speech, or copy the text and paste it.',
  },
  'web-archive': {
    hans: '这是单个文件网页（.mht）；请用浏览器或 Word 打开，另存为 .html 或 .docx。',
    hant: '這是單一檔案網頁（.mht）；請用瀏覽器或 Word 開啟，另存為 .html 或 .docx。',
    en: 'The file is a web archive (.mht); open it in a browser or Word and save it as .html or .docx.',
  },
  'page-too-large': {
    hans: '这个网页的结构过于复杂（超过 {limit} 个元素），没有读取；请复制其中的文字，再粘贴过来。',
    hant: '這個網頁的結構過於複雜（超過 {limit} 個元素），沒有讀取；請複製其中的文字，再貼過來。',
    en: 'The page is too complex (more than {limit} elements) and was not read; copy the text in it and paste it.',
  },
  'wrong-encoding': {
    hans: '按所选的编码读不出文字；请换一种编码。',
    hant: '按所選的編碼讀不出文字；請換一種編碼。',
    en: 'The bytes are no text in the encoding chosen; choose another.',
  },
  'unknown-encoding': {
    hans: '认不出这个文件的编码；请用记事本打开，另存为 UTF-8 编码。',
    hant: '認不出這個檔案的編碼；請用記事本開啟，另存為 UTF-8 編碼。',
    en: 'The encoding of the file is not known; open it in an editor and save it as UTF-8.',
  },
};

/** Names of the kinds of repair, for lists. */
export const REPAIR_NAMES: Readonly<Record<RepairKind, Wording>> = {
  'mis-decoded': { hans: '编码错读还原', hant: '編碼錯讀還原', en: 'wrongly decoded text restored' },
  'shifted-bytes': { hans: '错位乱码还原', hant: '錯位亂碼還原', en: 'shifted bytes restored' },
  'pinyin-note': { hans: '多余的拼音注音', hant: '多餘的拼音注音', en: 'stray pinyin notes' },
  'private-use': { hans: '专用区字符', hant: '專用區字元', en: 'private-use characters' },
  compatibility: { hans: '兼容字符', hant: '相容字元', en: 'compatibility characters' },
  entity: { hans: '网页代码', hant: '網頁代碼', en: 'HTML entities' },
  invisible: { hans: '不可见字符', hant: '不可見字元', en: 'invisible characters' },
  'filter-dot': { hans: '字间多余的点', hant: '字間多餘的點', en: 'dots inside words' },
  'page-furniture': { hans: '网页页眉页脚', hant: '網頁頁首頁尾', en: 'head and foot of the web page' },
  'repeated-title': { hans: '重复的标题', hant: '重複的標題', en: 'repeated title' },
  'line-break': { hans: '段内断行', hant: '段內斷行', en: 'line breaks inside paragraphs' },
  'han-space': { hans: '字间空格', hant: '字間空格', en: 'spaces between characters' },
  punctuation: { hans: '半角标点', hant: '半形標點', en: 'half-width punctuation' },
  quotes: { hans: '引号', hant: '引號', en: 'quotation marks' },
  dash: { hans: '破折号、省略号', hant: '破折號、刪節號', en: 'dashes and ellipses' },
};

/** What reading saw and left alone, by problem code. */
export const READING_PROBLEMS: Readonly<Record<string, Wording>> = {
  'shifted-bytes': {
    hans: '这里有乱码，无法确定原文，请对照原稿改正：“{text}”。',
    hant: '這裡有亂碼，無法確定原文，請對照原稿改正：「{text}」。',
    en: 'Garbled text that cannot be restored with certainty; correct it from the original: "{text}".',
  },
  'mis-decoded': {
    hans: '这一行被错误的编码读坏，无法复原：“{text}”。',
    hant: '這一行被錯誤的編碼讀壞，無法復原：「{text}」。',
    en: 'This line was decoded wrongly and cannot be restored: "{text}".',
  },
  'private-use': {
    hans: '这里有无法识别的字符（U+{code}），请对照原稿改正：“{text}”。',
    hant: '這裡有無法識別的字元（U+{code}），請對照原稿改正：「{text}」。',
    en: 'A character without a known meaning (U+{code}); correct it from the original: "{text}".',
  },
  'masked-words': {
    hans: '文中有 {count} 处被遮掩的字（如“{text}”），请补上。',
    hant: '文中有 {count} 處被遮掩的字（如「{text}」），請補上。',
    en: '{count} masked words (such as "{text}"); please fill them in.',
  },
  'stray-dot': {
    hans: '字间有一个点，可能是多余的：“{text}”。',
    hant: '字間有一個點，可能是多餘的：「{text}」。',
    en: 'A dot between two characters may be stray: "{text}".',
  },
  'unpaired-quote': {
    hans: '引号不成对：“{text}”。',
    hant: '引號不成對：「{text}」。',
    en: 'An unpaired quotation mark: "{text}".',
  },
  revisions: {
    hans: '文件里有 {count} 处修订，按接受全部修订后的文字读取。',
    hant: '檔案裡有 {count} 處追蹤修訂，按接受全部修訂後的文字讀取。',
    en: 'The file has {count} tracked changes; it was read as if all were accepted.',
  },
  'picture-remote': {
    hans: '这里的图片不在文件里，而是指向别处的链接，没有读取：“{text}”。',
    hant: '這裡的圖片不在檔案裡，而是指向別處的連結，沒有讀取：「{text}」。',
    en: 'The picture here is not in the file but a link to elsewhere; it was not fetched: "{text}".',
  },
  'picture-kind': {
    hans: '这里有一张无法显示的图片（如 EMF、WMF），请另存为 PNG 后插入：“{text}”。',
    hant: '這裡有一張無法顯示的圖片（如 EMF、WMF），請另存為 PNG 後插入：「{text}」。',
    en: 'A picture of a kind that cannot be shown (such as EMF or WMF); save it as PNG and insert it: "{text}".',
  },
  'picture-missing': {
    hans: '这里的图片在文件里找不到：“{text}”。',
    hant: '這裡的圖片在檔案裡找不到：「{text}」。',
    en: 'The picture that stood here is missing from the file: "{text}".',
  },
  'drawing-not-read': {
    hans: '这里有一个图表或 SmartArt 图形，其中的文字没有读取：“{text}”。',
    hant: '這裡有一個圖表或 SmartArt 圖形，其中的文字沒有讀取：「{text}」。',
    en: 'A chart or SmartArt drawing stood here; the text in it was not read: "{text}".',
  },
  'chunk-not-read': {
    hans: '这里嵌入了另一个文档，没有读取；请用 Word 或 WPS 打开，重新另存为 .docx。',
    hant: '這裡嵌入了另一個文件，沒有讀取；請用 Word 開啟，重新另存為 .docx。',
    en: 'Another document is embedded here and was not read; open it in Word or WPS and save it again as .docx.',
  },
  formula: {
    hans: '公式已写成一行文字，请核对：“{text}”。',
    hant: '公式已寫成一行文字，請核對：「{text}」。',
    en: 'A formula was written on one line; please check it: "{text}".',
  },
  symbol: {
    hans: '这里有一个特殊字体的符号没有读取（{text}）。',
    hant: '這裡有一個特殊字型的符號沒有讀取（{text}）。',
    en: 'A sign of a symbol font was not read here ({text}).',
  },
};

/** Wording of a problem whose code has none of its own yet: its place is still told. */
export const UNNAMED_PROBLEM: Wording = {
  hans: '这里可能有问题（{code}）：“{text}”。',
  hant: '這裡可能有問題（{code}）：「{text}」。',
  en: 'Something may be wrong here ({code}): "{text}".',
};
