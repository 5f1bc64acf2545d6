import type { Message } from '../i18n/message.ts';
import type { ImportErrorCode } from './import-error.ts';
import type { LeftOutKind } from './left-out.ts';

/** What to tell a person whose file cannot be read: what it is, and what to do. */
export const IMPORT_ERRORS: Readonly<Record<ImportErrorCode, Message>> = {
  empty: {
    'zh-Hans': '这个文件是空的，没有可用的文字。',
    'zh-Hant': '這個檔案是空的，沒有可用的文字。',
    en: 'The file is empty: there is no text in it.',
  },
  'too-large': {
    'zh-Hans': '文件太大（{size} 字节，上限 {limit}），不像是一篇讲稿。',
    'zh-Hant': '檔案太大（{size} 位元組，上限 {limit}），不像是一篇講稿。',
    en: 'The file is too large for a speech ({size} bytes; the limit is {limit}).',
  },
  binary: {
    'zh-Hans': '这个文件不是文字文件；请选择 .txt、.md、.docx 或 .html 文件。',
    'zh-Hant': '這個檔案不是文字檔；請選擇 .txt、.md、.docx 或 .html 檔案。',
    en: 'This is not a text file; choose a .txt, .md, .docx or .html file.',
  },
  picture: {
    'zh-Hans': '这是一张图片；请选择讲稿的文字文件。',
    'zh-Hant': '這是一張圖片；請選擇講稿的文字檔。',
    en: 'This is a picture; choose a text file of the speech.',
  },
  pdf: {
    'zh-Hans': '还不能读取 PDF；请在 PDF 里全选、复制文字，再粘贴过来，或另存为 .docx。',
    'zh-Hant': '還不能讀取 PDF；請在 PDF 裡全選、複製文字，再貼過來，或另存為 .docx。',
    en: 'PDF files cannot be read yet; copy the text and paste it, or save it as .docx.',
  },
  rtf: {
    'zh-Hans': '还不能读取 RTF；请用 Word 或 WPS 打开，另存为 .docx。',
    'zh-Hant': '還不能讀取 RTF；請用 Word 開啟，另存為 .docx。',
    en: 'RTF files cannot be read yet; open it in Word or WPS and save it as .docx.',
  },
  'old-doc': {
    'zh-Hans': '这是旧格式的 Word 文件（.doc）；请用 Word 或 WPS 打开，另存为 .docx。',
    'zh-Hant': '這是舊格式的 Word 檔案（.doc）；請用 Word 開啟，另存為 .docx。',
    en: 'This is an old Word file (.doc); open it in Word or WPS and save it as .docx.',
  },
  wps: {
    'zh-Hans': '这是 WPS 文件（.wps）；请用 WPS 打开，另存为 .docx。',
    'zh-Hant': '這是 WPS 檔案（.wps）；請用 WPS 開啟，另存為 .docx。',
    en: 'This is a WPS file (.wps); open it in WPS and save it as .docx.',
  },
  zip: {
    'zh-Hans': '这是一个压缩包；请先解压，再选择里面的讲稿文件。',
    'zh-Hant': '這是一個壓縮檔；請先解壓縮，再選擇裡面的講稿檔案。',
    en: 'This is an archive; unpack it and choose the speech inside.',
  },
  'docx-broken': {
    'zh-Hans': '这个 .docx 文件已损坏或不完整；请用 Word 或 WPS 打开，重新另存为 .docx。',
    'zh-Hant': '這個 .docx 檔案已損壞或不完整；請用 Word 開啟，重新另存為 .docx。',
    en: 'This .docx file is damaged or incomplete; open it in Word or WPS and save it again as .docx.',
  },
  'docx-too-complex': {
    'zh-Hans':
      '这个 .docx 文件的结构过于复杂（超过 {limit} 个标签），没有读取；请把讲稿的文字复制到新的 Word 文件里。',
    'zh-Hant':
      '這個 .docx 檔案的結構過於複雜（超過 {limit} 個標籤），沒有讀取；請把講稿的文字複製到新的 Word 檔案裡。',
    en: 'The .docx file is too complex (more than {limit} tags) and was not read; copy the text of the speech into a new Word file.',
  },
  'meeting-file': {
    'zh-Hans': '这份会议文件被浏览器或其他程序另存过，讲稿原文已不在里面；请打开讲台导出的原文件。',
    'zh-Hant': '這份會議檔案被瀏覽器或其他程式另存過，講稿原文已不在裡面；請打開講臺匯出的原檔案。',
    en: 'Another program has saved this meeting file, and the author’s text is no longer in it; open the file that Jiangtai exported.',
  },
  'meeting-newer': {
    'zh-Hans': '这份会议文件由更新版本的讲台导出；请先更新讲台。',
    'zh-Hant': '這份會議檔案由更新版本的講臺匯出；請先更新講臺。',
    en: 'A newer Jiangtai has exported this meeting file; update Jiangtai first.',
  },
  'damaged-text': {
    'zh-Hans':
      '这个 .docx 文件的正文已损坏（{part}），没有读取，以免文字出错；请找一份完好的文件，或用 Word、WPS 打开修复后另存为 .docx。',
    'zh-Hant':
      '這個 .docx 檔案的正文已損壞（{part}），沒有讀取，以免文字出錯；請找一份完好的檔案，或用 Word 開啟修復後另存為 .docx。',
    en: 'The text of the speech of this .docx file is damaged ({part}); it was not read, since words could be wrong. Use a sound copy, or let Word repair it and save it as .docx.',
  },
  'damaged-notes': {
    'zh-Hans':
      '这个 .docx 文件的脚注、尾注或批注已损坏（{part}），没有读取，以免文字出错；请找一份完好的文件，或用 Word、WPS 打开修复后另存为 .docx。',
    'zh-Hant':
      '這個 .docx 檔案的註腳、章節附註或註解已損壞（{part}），沒有讀取，以免文字出錯；請找一份完好的檔案，或用 Word 開啟修復後另存為 .docx。',
    en: 'The footnotes, endnotes or comments of this .docx file are damaged ({part}); it was not read, since words could be wrong. Use a sound copy, or let Word repair it and save it as .docx.',
  },
  'damaged-styles': {
    'zh-Hans':
      '这个 .docx 文件的样式和编号已损坏（{part}），没有读取，以免文字出错；请找一份完好的文件，或用 Word、WPS 打开修复后另存为 .docx。',
    'zh-Hant':
      '這個 .docx 檔案的樣式和編號已損壞（{part}），沒有讀取，以免文字出錯；請找一份完好的檔案，或用 Word 開啟修復後另存為 .docx。',
    en: 'The styles and numbering of this .docx file are damaged ({part}); it was not read, since words could be wrong. Use a sound copy, or let Word repair it and save it as .docx.',
  },
  'damaged-part': {
    'zh-Hans':
      '这个 .docx 文件里有一部分已损坏（{part}），没有读取，以免文字出错；请找一份完好的文件，或用 Word、WPS 打开修复后另存为 .docx。',
    'zh-Hant':
      '這個 .docx 檔案裡有一部分已損壞（{part}），沒有讀取，以免文字出錯；請找一份完好的檔案，或用 Word 開啟修復後另存為 .docx。',
    en: 'A part of this .docx file is damaged ({part}); it was not read, since words could be wrong. Use a sound copy, or let Word repair it and save it as .docx.',
  },
  'docx-encrypted': {
    'zh-Hans': '这个文件设有密码；请用 Word 或 WPS 打开，去掉密码后再保存。',
    'zh-Hant': '這個檔案設有密碼；請用 Word 開啟，移除密碼後再儲存。',
    en: 'This file is protected by a password; open it in Word or WPS and save it without one.',
  },
  'zip-bomb': {
    'zh-Hans': '这个文件解开后过大，为安全起见没有读取。',
    'zh-Hant': '這個檔案解開後過大，為安全起見沒有讀取。',
    en: 'This file becomes too large when unpacked; it was not read, for safety.',
  },
  spreadsheet: {
    'zh-Hans': '这是一个表格文件；请打开讲稿的 Word 文件，或把文字复制后粘贴过来。',
    'zh-Hant': '這是一個試算表檔案；請開啟講稿的 Word 檔案，或把文字複製後貼過來。',
    en: 'This is a spreadsheet; open the Word file of the speech, or copy and paste the text.',
  },
  presentation: {
    'zh-Hans': '这是一个演示文稿（PPT）；请打开讲稿的 Word 文件，或把文字复制后粘贴过来。',
    'zh-Hant': '這是一個簡報檔案（PPT）；請開啟講稿的 Word 檔案，或把文字複製後貼過來。',
    en: 'This is a presentation; open the Word file of the speech, or copy and paste the text.',
  },
  opendocument: {
    'zh-Hans': '还不能读取 ODT、UOF 等格式；请用 Word 或 WPS 打开，另存为 .docx。',
    'zh-Hant': '還不能讀取 ODT 格式；請用 Word 或 LibreOffice 開啟，另存為 .docx。',
    en: 'ODT and UOF files cannot be read yet; open it in Word, WPS or LibreOffice and save it as .docx.',
  },
  ofd: {
    'zh-Hans': '这是版式文件（OFD），还不能读取；请打开后复制文字，再粘贴过来，或使用原来的 Word 文件。',
    'zh-Hant': '這是版式檔案（OFD），還不能讀取；請開啟後複製文字，再貼過來，或使用原來的 Word 檔案。',
    en: 'OFD files cannot be read yet; copy the text and paste it, or use the original Word file.',
  },
  epub: {
    'zh-Hans': '这是一本电子书（EPUB）；请打开讲稿的 Word 文件，或把文字复制后粘贴过来。',
    'zh-Hant': '這是一本電子書（EPUB）；請開啟講稿的 Word 檔案，或把文字複製後貼過來。',
    en: 'This is an e-book (EPUB); open the Word file of the speech, or copy and paste the text.',
  },
  'web-archive': {
    'zh-Hans': '这个网页存档（.mht）里没有找到网页；请用浏览器或 Word 打开，另存为 .html 或 .docx。',
    'zh-Hant': '這個網頁封存檔（.mht）裡沒有找到網頁；請用瀏覽器或 Word 開啟，另存為 .html 或 .docx。',
    en: 'No page was found in this web archive (.mht); open it in a browser or Word and save it as .html or .docx.',
  },
  'page-too-large': {
    'zh-Hans': '这个网页的结构过于复杂（超过 {limit} 个元素），没有读取；请复制其中的文字，再粘贴过来。',
    'zh-Hant': '這個網頁的結構過於複雜（超過 {limit} 個元素），沒有讀取；請複製其中的文字，再貼過來。',
    en: 'This page is too complex (more than {limit} elements) and was not read; copy the text and paste it.',
  },
  'wrong-encoding': {
    'zh-Hans': '按所选的编码读不出文字；请换一种编码。',
    'zh-Hant': '按所選的編碼讀不出文字；請換一種編碼。',
    en: 'The file cannot be read in this encoding; choose another.',
  },
  'unknown-encoding': {
    'zh-Hans': '认不出这个文件的编码；请用记事本打开，另存为 UTF-8 编码。',
    'zh-Hant': '認不出這個檔案的編碼；請用記事本開啟，另存為 UTF-8 編碼。',
    en: 'The file’s encoding was not recognised; open it in a text editor and save it as UTF-8.',
  },
};

/** Names of what reading leaves out, for lists. */
export const LEFT_OUT_NAMES: Readonly<Record<LeftOutKind, Message>> = {
  navigation: {
    'zh-Hans': '网页的导航和链接',
    'zh-Hant': '網頁的導覽和連結',
    en: 'menus and links of the page',
  },
  surroundings: {
    'zh-Hans': '网页正文以外的文字',
    'zh-Hant': '網頁正文以外的文字',
    en: 'text of the page around the article',
  },
  control: { 'zh-Hans': '按钮和表单', 'zh-Hant': '按鈕和表單', en: 'buttons and form fields' },
  hidden: { 'zh-Hans': '隐藏的文字', 'zh-Hant': '隱藏的文字', en: 'hidden text' },
  deleted: { 'zh-Hans': '修订中删去的文字', 'zh-Hant': '追蹤修訂中刪去的文字', en: 'tracked deletions' },
  comment: { 'zh-Hans': '批注', 'zh-Hant': '註解', en: 'comments' },
  placeholder: {
    'zh-Hans': '未填写的占位提示',
    'zh-Hant': '未填寫的提示文字',
    en: 'unfilled placeholders',
  },
  contents: { 'zh-Hans': '目录', 'zh-Hant': '目錄', en: 'table of contents' },
  margin: { 'zh-Hans': '页眉页脚', 'zh-Hant': '頁首頁尾', en: 'page headers and footers' },
};
