import type { Wording } from './wording.ts';

/** Labels and sentences of the editor page; refusals of the store are in store-words.ts. */
export const WORDS = {
  'app.name': { hans: '讲台', hant: '講臺', en: 'Jiangtai' },
  'app.present': { hans: '放映', hant: '放映', en: 'Present' },
  'app.present.hint': {
    hans: '全屏放映，从第一页开始（F5；Shift+F5 从当前页开始）',
    hant: '全螢幕放映，從第一頁開始（F5；Shift+F5 從目前頁開始）',
    en: 'Full screen from the first slide (F5; Shift+F5 from this slide)',
  },
  'app.present.end': { hans: '结束放映', hant: '結束放映', en: 'End the show' },
  'app.print': { hans: '打印', hant: '列印', en: 'Print' },
  'app.print.hint': {
    hans: '打印讲义（Ctrl+P）',
    hant: '列印講義（Ctrl+P）',
    en: 'Print the handout (Ctrl+P)',
  },
  'app.language': { hans: '界面语言', hant: '介面語言', en: 'Language of the interface' },
  'app.look': { hans: '外观', hant: '外觀', en: 'Appearance' },
  'app.look.auto': { hans: '外观：随系统', hant: '外觀：隨系統', en: 'Appearance: as the system' },
  'app.look.light': { hans: '外观：浅色', hant: '外觀：淺色', en: 'Appearance: light' },
  'app.look.dark': { hans: '外观：深色', hant: '外觀：深色', en: 'Appearance: dark' },
  'app.untitled': { hans: '（没有标题）', hant: '（沒有標題）', en: '(no title)' },
  'app.retry': { hans: '重试', hant: '重試', en: 'Try again' },
  'app.close': { hans: '关闭', hant: '關閉', en: 'Close' },
  'app.fault': {
    hans: '讲台自身出错了，文字没有丢失：{reason}',
    hant: '講臺自身出錯了，文字沒有遺失：{reason}',
    en: 'Jiangtai itself failed; no text was lost: {reason}',
  },

  'pane.list': { hans: '讲稿', hant: '講稿', en: 'Speeches' },
  'pane.text': { hans: '文字', hant: '文字', en: 'Text' },
  'pane.preview': { hans: '预览', hant: '預覽', en: 'Preview' },
  'pane.resize.list': { hans: '调整列表宽度', hant: '調整列表寬度', en: 'Width of the list' },
  'pane.resize.preview': { hans: '调整预览宽度', hant: '調整預覽寬度', en: 'Width of the preview' },
  'pane.list.hide': { hans: '收起列表', hant: '收起列表', en: 'Hide the list' },
  'pane.list.show': { hans: '展开列表', hant: '展開列表', en: 'Show the list' },

  'list.new': { hans: '新建', hant: '新增', en: 'New' },
  'list.new.hint': { hans: '新建讲稿', hant: '新增講稿', en: 'New speech' },
  'list.open': { hans: '打开', hant: '開啟', en: 'Open' },
  'list.open.hint': {
    hans: '打开 Word（.docx）、网页或文本文件；也可以把文件拖进来',
    hant: '開啟 Word（.docx）、網頁或文字檔；也可以把檔案拖進來',
    en: 'Open a Word (.docx), web or text file; or drop it here',
  },
  'list.empty': {
    hans: '这个文件夹里还没有讲稿。新建一篇，或把 Word（.docx）、网页、文本文件拖到这里。',
    hant: '這個資料夾裡還沒有講稿。新增一篇，或把 Word（.docx）、網頁、文字檔拖到這裡。',
    en: 'There is no speech in this folder yet. Begin a new one, or drop a Word (.docx), web or text file here.',
  },
  'list.folder': { hans: '文件夹：{folder}', hant: '資料夾：{folder}', en: 'Folder: {folder}' },

  'new.title': { hans: '新建讲稿', hant: '新增講稿', en: 'New speech' },
  'new.name': { hans: '文件名', hant: '檔名', en: 'File name' },
  'new.default': { hans: '新讲稿', hant: '新講稿', en: 'New speech' },
  'new.create': { hans: '新建', hant: '新增', en: 'Create' },
  'new.cancel': { hans: '取消', hant: '取消', en: 'Cancel' },

  'encoding.label': { hans: '编码', hant: '編碼', en: 'Encoding' },
  'encoding.hint': {
    hans: '文字显示成乱码时，换一种编码',
    hant: '文字顯示成亂碼時，換一種編碼',
    en: 'If the text is garbled, try another encoding',
  },

  'editor.label': { hans: '讲稿文字', hant: '講稿文字', en: 'Text of the speech' },
  'editor.placeholder': {
    hans: '在这里粘贴或输入讲稿。不用任何标记：同志们：、一、（一）、一是 都认得，右边随时看到幻灯片和讲义。',
    hant: '在這裡貼上或輸入講稿。不用任何標記：各位同仁：、壹、一、（一） 都認得，右邊隨時看到投影片和講義。',
    en: 'Paste or type the speech here. No markup is needed: slides and handout appear on the right.',
  },

  'save.saved': { hans: '已保存', hant: '已儲存', en: 'Saved' },
  'save.unsaved': { hans: '未保存', hant: '未儲存', en: 'Not saved yet' },
  'save.saving': { hans: '正在保存…', hant: '正在儲存…', en: 'Saving…' },
  'save.failed': { hans: '没有写入文件', hant: '沒有寫入檔案', en: 'Not written to the file' },
  'save.conflict': { hans: '等您选择', hant: '等您選擇', en: 'Waiting for your choice' },
  'save.failed.bar': {
    hans: '文字没有写入文件：{why}您的文字保存在这个浏览器里，不会丢失，稍后会自动重试。',
    hant: '文字沒有寫入檔案：{why}您的文字保存在這個瀏覽器裡，不會遺失，稍後會自動重試。',
    en: 'The text was not written to the file: {why} It is safe in this browser and will be tried again.',
  },
  'save.failed.unkept': {
    hans: '文字没有写入文件：{why}浏览器也拒绝保存；请现在下载一份。',
    hant: '文字沒有寫入檔案：{why}瀏覽器也拒絕保存；請現在下載一份。',
    en: 'The text was not written to the file: {why} The browser refuses to keep it, too; download it now.',
  },
  'save.draft.refused': {
    hans: '浏览器不让讲台暂存文字（存储已满或被禁用）。写入文件不受影响；文件写不进去时请下载一份。',
    hant: '瀏覽器不讓講臺暫存文字（儲存空間已滿或被停用）。寫入檔案不受影響；檔案寫不進去時請下載一份。',
    en: 'The browser refuses to keep drafts (storage full or switched off). Saving to the file still works.',
  },
  'save.download': { hans: '下载文字', hant: '下載文字', en: 'Download the text' },
  'save.recreate': { hans: '重新写入文件夹', hant: '重新寫入資料夾', en: 'Write it again' },
  'save.converted': {
    hans: '文件原来是 {encoding} 编码，已存为 UTF-8；原文件保留在 {original}。',
    hant: '檔案原來是 {encoding} 編碼，已存為 UTF-8；原檔案保留在 {original}。',
    en: 'The file was in {encoding} and is UTF-8 now; the original is kept as {original}.',
  },

  'draft.restored': {
    hans: '已恢复上次没有写入文件的修改（{time}）。撤销（Ctrl+Z）可以回到文件里的文字。',
    hant: '已恢復上次沒有寫入檔案的修改（{time}）。復原（Ctrl+Z）可以回到檔案裡的文字。',
    en: 'Edits of {time} that never reached the file are back. Undo (Ctrl+Z) returns to the text of the file.',
  },

  'conflict.text': {
    hans: '“{name}”被别的程序改过，而这里也有没保存的修改。',
    hant: '「{name}」被別的程式改過，而這裡也有沒儲存的修改。',
    en: '“{name}” was changed by another program, and there are unsaved edits here, too.',
  },
  'conflict.mine': { hans: '保留我的', hant: '保留我的', en: 'Keep mine' },
  'conflict.theirs': { hans: '采用文件里的', hant: '採用檔案裡的', en: 'Take the file’s' },
  'conflict.both': { hans: '两份都留', hant: '兩份都留', en: 'Keep both' },
  'conflict.hint': {
    hans: '没选的一份用撤销（Ctrl+Z）还能找回。',
    hant: '沒選的一份用復原（Ctrl+Z）還能找回。',
    en: 'Undo (Ctrl+Z) brings the other one back.',
  },
  'conflict.copy': { hans: '{name}（我的修改）', hant: '{name}（我的修改）', en: '{name} (my edits)' },
  'conflict.kept-both': {
    hans: '您的文字另存为“{name}”，正在显示文件里的文字。',
    hant: '您的文字另存為「{name}」，正在顯示檔案裡的文字。',
    en: 'Your text was saved as “{name}”; this is the text of the file.',
  },

  'tab.slides': { hans: '幻灯片', hant: '投影片', en: 'Slides' },
  'tab.handout': { hans: '讲义', hant: '講義', en: 'Handout' },
  'tab.label': { hans: '预览内容', hant: '預覽內容', en: 'What the preview shows' },
  'slides.frame': { hans: '幻灯片预览', hant: '投影片預覽', en: 'Preview of the slides' },
  'slides.previous': { hans: '上一页', hant: '上一頁', en: 'Previous slide' },
  'slides.next': { hans: '下一页', hant: '下一頁', en: 'Next slide' },
  'slides.of': {
    hans: '第 {number} 页，共 {count} 页',
    hant: '第 {number} 頁，共 {count} 頁',
    en: 'Slide {number} of {count}',
  },
  'slides.list': { hans: '所有幻灯片', hant: '所有投影片', en: 'All slides' },
  'slides.notes': { hans: '讲稿', hant: '講稿', en: 'Spoken text' },
  'slides.continued': { hans: '（续）', hant: '（續）', en: ' (cont.)' },
  'slides.overflow': { hans: '内容超出版面', hant: '內容超出版面', en: 'Content overflows' },
  'layout.cover': { hans: '封面', hant: '封面', en: 'Cover' },
  'layout.agenda': { hans: '目录', hant: '目錄', en: 'Agenda' },
  'layout.closing': { hans: '结束页', hant: '結束頁', en: 'Closing' },
  'handout.frame': { hans: '讲义预览', hant: '講義預覽', en: 'Preview of the handout' },
  'handout.pages': { hans: 'A4，共 {count} 页', hant: 'A4，共 {count} 頁', en: 'A4, {count} pages' },
  'handout.overflow': {
    hans: '第 {pages} 页内容超出版面',
    hant: '第 {pages} 頁內容超出版面',
    en: 'Content overflows on page {pages}',
  },
  'handout.pictures': {
    hans: '找不到图片：{names}',
    hant: '找不到圖片：{names}',
    en: 'Picture not found: {names}',
  },
  'handout.laying-out': { hans: '正在排版…', hant: '正在排版…', en: 'Laying out…' },
  'preview.empty': {
    hans: '写下第一行，这里就有幻灯片和讲义。',
    hant: '寫下第一行，這裡就有投影片和講義。',
    en: 'Write the first line, and slides and handout appear here.',
  },
  'preview.loading': { hans: '正在准备预览…', hant: '正在準備預覽…', en: 'Preparing the preview…' },
  'preview.failed': {
    hans: '预览没有加载成功。文字不受影响。',
    hant: '預覽沒有載入成功。文字不受影響。',
    en: 'The preview did not load. The text is safe.',
  },

  'count.characters': { hans: '{count} 字', hant: '{count} 字', en: '{count} characters' },
  'count.minutes': { hans: '约 {minutes} 分钟', hant: '約 {minutes} 分鐘', en: 'about {minutes} min' },
  'count.hint': {
    hans: '按每分钟 {rate} 字朗读，不计标题和空白',
    hant: '按每分鐘 {rate} 字朗讀，不計標題和空白',
    en: 'Read aloud at {rate} characters a minute; titles and white space not counted',
  },

  'proof.good': { hans: '0 字遗漏', hant: '0 字遺漏', en: '0 characters lost' },
  'proof.checking': { hans: '核对中…', hant: '核對中…', en: 'Checking…' },
  'proof.lost': { hans: '{count} 字不符', hant: '{count} 字不符', en: '{count} characters differ' },
  'proof.title': { hans: '逐字核对', hant: '逐字核對', en: 'Character by character' },
  'proof.intro': {
    hans: '每次修改后，讲台都把幻灯片和讲义里的文字与讲稿逐字比对。',
    hant: '每次修改後，講臺都把投影片和講義裡的文字與講稿逐字比對。',
    en: 'After every edit the text of slides and handout is compared with the speech, character by character.',
  },
  'proof.speech': { hans: '讲稿', hant: '講稿', en: 'Speech' },
  'proof.notes': { hans: '幻灯片所附讲稿', hant: '投影片所附講稿', en: 'Spoken text of the slides' },
  'proof.handout': { hans: '讲义', hant: '講義', en: 'Handout' },
  'proof.pages': {
    hans: '讲义各页（排版之后）',
    hant: '講義各頁（排版之後）',
    en: 'Handout pages, as laid out',
  },
  'proof.same': {
    hans: '{count} 字，一字不差',
    hant: '{count} 字，一字不差',
    en: '{count} characters, all the same',
  },
  'proof.differs': {
    hans: '少 {missing} 字，多 {added} 字',
    hant: '少 {missing} 字，多 {added} 字',
    en: '{missing} missing, {added} added',
  },
  'proof.waiting': { hans: '等待排版', hant: '等待排版', en: 'waiting for the layout' },

  'repairs.bar': {
    hans: '已修复 {count} 处抓取和输入带来的问题，原文件没有改动。',
    hant: '已修復 {count} 處擷取和輸入帶來的問題，原檔案沒有改動。',
    en: '{count} flaws from copying and typing were mended; the file itself was not changed.',
  },
  'repairs.show': { hans: '查看', hant: '檢視', en: 'Show' },
  'repairs.hide': { hans: '收起', hant: '收起', en: 'Hide' },
  'repairs.write': { hans: '写入原文', hant: '寫入原文', en: 'Write into the text' },
  'repairs.write.hint': {
    hans: '把修复后的文字写进讲稿，可以一步撤销',
    hant: '把修復後的文字寫進講稿，可以一步復原',
    en: 'Put the mended text into the speech; one undo takes it back',
  },
  'repairs.title': { hans: '修复了什么', hant: '修復了什麼', en: 'What was mended' },
  'repairs.kind.off': { hans: '不修复这一类', hant: '不修復這一類', en: 'Leave this kind as it is' },
  'repairs.kind.on': { hans: '修复这一类', hant: '修復這一類', en: 'Mend this kind' },
  'repairs.undo': { hans: '保留原文', hant: '保留原文', en: 'Keep the original' },
  'repairs.redo': { hans: '修复', hant: '修復', en: 'Mend' },
  'repairs.go': { hans: '转到这一处', hant: '轉到這一處', en: 'Go to the place' },
  'repairs.removed': { hans: '（删去）', hant: '（刪去）', en: '(removed)' },
  'repairs.added': { hans: '（补上）', hant: '（補上）', en: '(added)' },
  'repairs.off': { hans: '未修复', hant: '未修復', en: 'left as it is' },
  'problems.bar': {
    hans: '{count} 处拿不准，没有改动。',
    hant: '{count} 處拿不準，沒有改動。',
    en: '{count} places are uncertain and were left alone.',
  },
  'problems.title': { hans: '请您看一看', hant: '請您看一看', en: 'Please look at' },
  'problem.front-matter-invalid': {
    hans: '开头的设置写法有误，没有采用。',
    hant: '開頭的設定寫法有誤，沒有採用。',
    en: 'The settings at the top are not well-formed and were not used.',
  },

  'drop.unknown': {
    hans: '“{name}”不是 .txt 或 .md 文件。',
    hant: '「{name}」不是 .txt 或 .md 檔案。',
    en: '“{name}” is no .txt or .md file.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type WordKey = keyof typeof WORDS;
