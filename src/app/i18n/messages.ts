import type { Message } from '../../i18n/message.ts';
import { LIBRARY_MESSAGES } from './library-messages.ts';
import { PACK_MESSAGES } from './pack-messages.ts';
import { PREVIEW_MESSAGES } from './preview-messages.ts';
import { PRINT_MESSAGES } from './print-messages.ts';
import { SETTINGS_MESSAGES } from './settings-messages.ts';
import { WRITING_MESSAGES } from './writing-messages.ts';

/** Labels and sentences of the editor page; errors of the library are in library-error-messages.ts. */
export const MESSAGES = {
  'app.name': { 'zh-Hans': '讲台', 'zh-Hant': '講臺', en: 'Jiangtai' },
  'app.present': { 'zh-Hans': '放映', 'zh-Hant': '放映', en: 'Present' },
  'app.present.hint': {
    'zh-Hans': '全屏放映，从第一页开始（F5；Shift+F5 从当前页开始）',
    'zh-Hant': '全螢幕放映，從第一頁開始（F5；Shift+F5 從目前頁開始）',
    en: 'Full screen from the first slide (F5), or from this one (Shift+F5)',
  },
  'app.speaker': { 'zh-Hans': '演讲者视图', 'zh-Hant': '演講者檢視畫面', en: 'Presenter view' },
  'app.speaker.hint': {
    'zh-Hans': '在另一个窗口显示讲稿、下一张和时间（放映时按 S）',
    'zh-Hant': '在另一個視窗顯示講稿、下一張和時間（放映時按 S）',
    en: 'Speech, next slide and time in a separate window (S during the show)',
  },
  'app.prompter': { 'zh-Hans': '提词器', 'zh-Hant': '提詞器', en: 'Teleprompter' },
  'app.prompter.hint': {
    'zh-Hans': '在另一个窗口用大字显示全文，从光标处开始；幻灯片自动跟随',
    'zh-Hant': '在另一個視窗用大字顯示全文，從游標處開始；投影片自動跟隨',
    en: 'The whole text in large type in a separate window, from the cursor on; the slides follow',
  },
  'app.screens.ask': {
    'zh-Hans':
      '这台电脑接了第二个屏幕。幻灯片会放到那个屏幕上，讲稿和时间留在这里。浏览器接下来会问一次能不能管理窗口，请选「允许」。',
    'zh-Hant':
      '這臺電腦接了第二個螢幕。投影片會放到那個螢幕上，講稿和時間留在這裡。瀏覽器接下來會問一次能不能管理視窗，請選「允許」。',
    en: 'This computer has a second screen. The slides go there; the spoken text and the time stay here. The browser will ask once whether it may manage windows: please allow it.',
  },
  'app.screens.use': { 'zh-Hans': '用两个屏幕放映', 'zh-Hant': '用兩個螢幕放映', en: 'Use both screens' },
  'app.screens.alone': { 'zh-Hans': '只用这个屏幕', 'zh-Hant': '只用這個螢幕', en: 'Use this screen only' },
  'app.screens.again': {
    'zh-Hans': '屏幕已经可以用了。再点一次，放到投影上。',
    'zh-Hant': '螢幕已經可以用了。再點一次，放到投影上。',
    en: 'The screens can be used now. Click once more to put the slides on the projector.',
  },
  'app.screens.refused': {
    'zh-Hans':
      '浏览器不让选屏幕：请先把这个窗口拖到投影上再点「放映」。要改，请在地址栏左边的网站设置里允许「窗口管理」。',
    'zh-Hant':
      '瀏覽器不讓選螢幕：請先把這個視窗拖到投影上再點「放映」。要改，請在網址列左邊的網站設定裡允許「視窗管理」。',
    en: 'The browser does not let us choose a screen: drag this window to the projector before you choose Present, or allow window management in the site settings.',
  },
  'app.speaker.refused': {
    'zh-Hans': '浏览器拦住了新窗口，请允许本页弹出窗口。',
    'zh-Hant': '瀏覽器封鎖了彈出式視窗，請允許本頁開啟。',
    en: 'The browser blocked the new window; please allow pop-ups for this page.',
  },
  'app.present.end': { 'zh-Hans': '结束放映', 'zh-Hant': '結束放映', en: 'End the show' },
  'app.export': { 'zh-Hans': '导出', 'zh-Hant': '匯出', en: 'Export' },
  'export.pptx': {
    'zh-Hans': 'PowerPoint 幻灯片（.pptx）',
    'zh-Hant': 'PowerPoint 投影片（.pptx）',
    en: 'PowerPoint slides (.pptx)',
  },
  'export.docx': {
    'zh-Hans': 'Word 讲义（.docx）',
    'zh-Hant': 'Word 講義（.docx）',
    en: 'Word handout (.docx)',
  },
  'export.html': {
    'zh-Hans': '会议文件（.html，双击即可放映）',
    'zh-Hant': '會議檔案（.html，點兩下即可放映）',
    en: 'Meeting file (.html, opens by double-click)',
  },
  'export.print': { 'zh-Hans': 'PDF 或打印…', 'zh-Hant': 'PDF 或列印…', en: 'PDF or print…' },
  'export.text': { 'zh-Hans': '纯文本（.txt）', 'zh-Hant': '純文字（.txt）', en: 'Plain text (.txt)' },
  'export.untitled': { 'zh-Hans': '讲稿', 'zh-Hant': '講稿', en: 'speech' },
  'export.lost': {
    'zh-Hans': '没有导出：有 {count} 个字会丢失或重复。',
    'zh-Hant': '沒有匯出：有 {count} 個字會遺失或重複。',
    en: 'Not exported: {count} {count|character|characters} would be lost or repeated.',
  },
  'export.missing': {
    'zh-Hans': '已导出“{file}”，但没有这些图片：{names}。',
    'zh-Hant': '已匯出「{file}」，但沒有這些圖片：{names}。',
    en: '“{file}” was exported without these pictures: {names}.',
  },
  'export.unwritable': {
    'zh-Hans': '已导出“{file}”，但有 {count} 种字符不能存入这种文件，已用“\ufffd”代替：{names}。',
    'zh-Hant': '已匯出「{file}」，但有 {count} 種字元不能存入這種檔案，已用「\ufffd」代替：{names}。',
    en: '“{file}” was exported; {count} {count|character|characters} cannot be stored in this kind of file and {count|was|were} replaced by “\ufffd”: {names}.',
  },
  'export.uncovered': {
    'zh-Hans': '已导出“{file}”。有 {count} 个字随文件带的字体里没有，用放映电脑自己的字体显示：{names}。',
    'zh-Hant': '已匯出「{file}」。有 {count} 個字隨檔案帶的字型裡沒有，用放映電腦自己的字型顯示：{names}。',
    en: '“{file}” was exported. {count} {count|character is|characters are} in none of its fonts and shown in those of the computer: {names}.',
  },
  'app.print': { 'zh-Hans': '打印', 'zh-Hant': '列印', en: 'Print' },
  'app.print.hint': {
    'zh-Hans': '打印讲义、幻灯片或备注页（Ctrl+P）',
    'zh-Hant': '列印講義、投影片或備忘稿（Ctrl+P）',
    en: 'Print the handout, slides or notes pages (Ctrl+P)',
  },
  'app.language': { 'zh-Hans': '界面语言', 'zh-Hant': '介面語言', en: 'Language' },
  'app.look.auto': {
    'zh-Hans': '外观：随系统',
    'zh-Hant': '外觀：跟隨系統',
    en: 'Appearance: system',
  },
  'app.look.light': { 'zh-Hans': '外观：浅色', 'zh-Hant': '外觀：淺色', en: 'Appearance: light' },
  'app.look.dark': { 'zh-Hans': '外观：深色', 'zh-Hant': '外觀：深色', en: 'Appearance: dark' },
  'app.untitled': { 'zh-Hans': '（没有标题）', 'zh-Hant': '（沒有標題）', en: '(no title)' },
  'app.retry': { 'zh-Hans': '重试', 'zh-Hant': '重試', en: 'Try again' },
  'app.close': { 'zh-Hans': '关闭', 'zh-Hant': '關閉', en: 'Close' },
  'notice.whole': { 'zh-Hans': '全文', 'zh-Hant': '全文', en: 'Show all' },
  'notice.fold': { 'zh-Hans': '收起', 'zh-Hant': '收起', en: 'Show less' },
  'app.fault': {
    'zh-Hans': '讲台自身出错了，文字没有丢失：{reason}',
    'zh-Hant': '講臺自身出錯了，文字沒有遺失：{reason}',
    en: 'Something went wrong in Jiangtai; no text was lost: {reason}',
  },

  'pane.list': { 'zh-Hans': '讲稿', 'zh-Hant': '講稿', en: 'Speeches' },
  'pane.text': { 'zh-Hans': '文字', 'zh-Hant': '文字', en: 'Text' },
  'pane.preview': { 'zh-Hans': '预览', 'zh-Hant': '預覽', en: 'Preview' },
  'pane.resize.list': { 'zh-Hans': '调整列表宽度', 'zh-Hant': '調整列表寬度', en: 'Resize the list' },
  'pane.resize.preview': { 'zh-Hans': '调整预览宽度', 'zh-Hant': '調整預覽寬度', en: 'Resize the preview' },
  'pane.list.hide': { 'zh-Hans': '收起列表', 'zh-Hant': '收起列表', en: 'Hide the list' },
  'pane.list.show': { 'zh-Hans': '展开列表', 'zh-Hant': '展開列表', en: 'Show the list' },

  'keys.title': { 'zh-Hans': '键盘', 'zh-Hant': '鍵盤', en: 'Keys' },
  'keys.present.here': {
    'zh-Hans': '从当前页放映',
    'zh-Hant': '從目前頁放映',
    en: 'Present from this slide',
  },
  'keys.find': { 'zh-Hans': '查找', 'zh-Hant': '尋找', en: 'Find' },
  'keys.replace': { 'zh-Hans': '替换', 'zh-Hant': '取代', en: 'Replace' },
  'keys.undo': { 'zh-Hans': '撤销', 'zh-Hant': '復原', en: 'Undo' },
  'keys.redo': { 'zh-Hans': '重做', 'zh-Hant': '重做', en: 'Redo' },
  'keys.save': {
    'zh-Hans': '立即保存（平时自动保存）',
    'zh-Hant': '立即儲存（平時自動儲存）',
    en: 'Save now (saving is automatic)',
  },
  'keys.rename': {
    'zh-Hans': '讲稿列表中：改名',
    'zh-Hant': '講稿列表中：改名',
    en: 'In the speech list: rename',
  },
  'keys.delete': {
    'zh-Hans': '讲稿列表中：删除',
    'zh-Hant': '講稿列表中：刪除',
    en: 'In the speech list: delete',
  },
  'keys.page-sentence': {
    'zh-Hans': '讲义中：到页面顶上这一句',
    'zh-Hant': '講義中：到頁面頂上這一句',
    en: 'In the handout: go to the first sentence on screen',
  },
  'keys.list': { 'zh-Hans': '这张表', 'zh-Hant': '這張表', en: 'This list' },
  'adopt.left-out': {
    'zh-Hans': '有 {count} 处没能带过来：{what}',
    'zh-Hant': '有 {count} 處沒能帶過來：{what}',
    en: '{count} {count|item|items} could not be imported: {what}',
  },
  'work.import': { 'zh-Hans': '正在导入文件…', 'zh-Hant': '正在匯入檔案…', en: 'Importing files…' },
  'work.export': {
    'zh-Hans': '正在打包全部讲稿…',
    'zh-Hant': '正在打包全部講稿…',
    en: 'Packing all speeches…',
  },
  'work.file': { 'zh-Hans': '正在导出…', 'zh-Hant': '正在匯出…', en: 'Exporting…' },
  'work.print': {
    'zh-Hans': '正在排版，排好就打印…',
    'zh-Hant': '正在排版，排好就列印…',
    en: 'Preparing the pages to print…',
  },
  'work.read': { 'zh-Hans': '正在打开讲稿…', 'zh-Hant': '正在開啟講稿…', en: 'Opening the speech…' },
  'work.open': {
    'zh-Hans': '正在排出幻灯片和讲义…',
    'zh-Hant': '正在排出投影片和講義…',
    en: 'Preparing slides and handout…',
  },
  'work.setting': {
    'zh-Hans': '正在按新的版式重排…',
    'zh-Hant': '正在按新的版式重排…',
    en: 'Updating the layout…',
  },
  'welcome.text': {
    'zh-Hans': '这是示例，请换上您的讲稿。',
    'zh-Hant': '這是範例，請換上您的講稿。',
    en: 'Sample: use your own text.',
  },
  'welcome.paste': { 'zh-Hans': '粘贴讲稿…', 'zh-Hant': '貼上講稿…', en: 'Paste text…' },
  'welcome.open': { 'zh-Hans': '打开文件…', 'zh-Hant': '開啟檔案…', en: 'Open a file…' },

  'outline.title': { 'zh-Hans': '提纲', 'zh-Hant': '提綱', en: 'Outline' },

  'list.new': { 'zh-Hans': '新建', 'zh-Hant': '新增', en: 'New' },
  'list.new.hint': { 'zh-Hans': '新建讲稿', 'zh-Hant': '新增講稿', en: 'New speech' },
  'list.open': { 'zh-Hans': '打开', 'zh-Hant': '開啟', en: 'Open' },
  'list.open.hint': {
    'zh-Hans': '打开 Word（.docx）、网页或文本文件；也可以把文件拖进来',
    'zh-Hant': '開啟 Word（.docx）、網頁或文字檔；也可以把檔案拖進來',
    en: 'Open a Word (.docx), web or text file; or drop it here',
  },
  'list.empty': {
    'zh-Hans': '这里还没有讲稿。新建一篇，或打开 Word（.docx）、网页、文本文件；直接拖进来也行。',
    'zh-Hant': '這裡還沒有講稿。新增一篇，或開啟 Word（.docx）、網頁、文字檔；直接拖進來也行。',
    en: 'No speeches yet. Start a new one, or open a Word (.docx), web or text file. You can also drop it here.',
  },
  'list.folder': { 'zh-Hans': '文件夹：{folder}', 'zh-Hant': '資料夾：{folder}', en: 'Folder: {folder}' },

  'new.title': { 'zh-Hans': '新建讲稿', 'zh-Hant': '新增講稿', en: 'New speech' },
  'new.name': { 'zh-Hans': '文件名', 'zh-Hant': '檔名', en: 'File name' },
  'new.default': { 'zh-Hans': '新讲稿', 'zh-Hant': '新講稿', en: 'New speech' },
  'new.create': { 'zh-Hans': '新建', 'zh-Hant': '新增', en: 'Create' },
  'new.cancel': { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'Cancel' },

  'editor.notes-only': {
    'zh-Hans': '下一段只说不上屏',
    'zh-Hant': '下一段只說不上螢幕',
    en: 'Next paragraph: spoken only',
  },
  'editor.slide-only': {
    'zh-Hans': '下一段要上屏',
    'zh-Hant': '下一段要上螢幕',
    en: 'Next paragraph: on the slide',
  },
  'editor.print-only': {
    'zh-Hans': '下一段只印不说',
    'zh-Hant': '下一段只印不說',
    en: 'Next paragraph: printed only',
  },
  'editor.picture': { 'zh-Hans': '图片　', 'zh-Hant': '圖片　', en: 'Picture ' },
  'editor.settings': { 'zh-Hans': '文稿设置', 'zh-Hant': '文稿設定', en: 'Document settings' },
  'format.label': { 'zh-Hans': '编辑工具', 'zh-Hant': '編輯工具', en: 'Editing tools' },
  'format.on-slide': { 'zh-Hans': '上屏', 'zh-Hant': '上螢幕', en: 'On slide' },
  'format.on-slide.hint': {
    'zh-Hans': '选中的文字（或光标所在的句子）一定放到幻灯片上；再按一次取消',
    'zh-Hant': '選取的文字（或游標所在的句子）一定放到投影片上；再按一次取消',
    en: 'Puts the selection, or the sentence at the cursor, on a slide; press again to take it off',
  },
  'format.bold': { 'zh-Hans': '加粗', 'zh-Hant': '加粗', en: 'Bold' },
  'format.bold.hint': {
    'zh-Hans': '加粗选中的字（Ctrl+B）；再按一次取消',
    'zh-Hant': '加粗選取的字（Ctrl+B）；再按一次取消',
    en: 'Make the selected words bold, or plain again (Ctrl+B)',
  },
  'format.undo': { 'zh-Hans': '撤销', 'zh-Hant': '復原', en: 'Undo' },
  'format.undo.hint': {
    'zh-Hans': '撤销上一步（Ctrl+Z）',
    'zh-Hant': '復原上一步（Ctrl+Z）',
    en: 'Undo the last step (Ctrl+Z)',
  },
  'format.redo': { 'zh-Hans': '重做', 'zh-Hant': '取消復原', en: 'Redo' },
  'format.redo.hint': {
    'zh-Hans': '重做撤销的一步（Ctrl+Y）',
    'zh-Hant': '重做復原的一步（Ctrl+Y）',
    en: 'Redo what was undone (Ctrl+Y)',
  },
  'format.off-slide': { 'zh-Hans': '不上屏', 'zh-Hant': '不上螢幕', en: 'Not on slide' },
  'format.off-slide.hint': {
    'zh-Hans': '光标所在的段落只说不上屏；再按一次取消',
    'zh-Hant': '游標所在的段落只說不上螢幕；再按一次取消',
    en: 'The paragraph at the cursor is only spoken; press again to undo',
  },
  'format.heading': { 'zh-Hans': '标题', 'zh-Hant': '標題', en: 'Heading' },
  'format.heading.hint': {
    'zh-Hans': '把这一行当作标题；一、（一）这样的序号不用按，自动认得',
    'zh-Hant': '把這一行當作標題；壹、一、（一）這樣的序號不用按，自動認得',
    en: 'Makes this line a heading; numbered lines such as 一、 （一） are recognised anyway',
  },
  'format.quote': { 'zh-Hans': '引文', 'zh-Hant': '引文', en: 'Quotation' },
  'format.quote.hint': {
    'zh-Hans': '单独成段的引文',
    'zh-Hant': '單獨成段的引文',
    en: 'A quotation set apart',
  },
  'format.table': { 'zh-Hans': '表格', 'zh-Hant': '表格', en: 'Table' },
  'format.table.hint': {
    'zh-Hans': '插入表格；从 Excel 复制的表格可以直接粘贴',
    'zh-Hant': '插入表格；從 Excel 複製的表格可以直接貼上',
    en: 'Inserts a table; you can also paste tables from Excel',
  },
  'format.table.first': { 'zh-Hans': '项目', 'zh-Hant': '項目', en: 'Item' },
  'format.table.second': { 'zh-Hans': '数量', 'zh-Hant': '數量', en: 'Amount' },
  'format.cue': { 'zh-Hans': '停顿', 'zh-Hant': '停頓', en: 'Pause' },
  'format.cue.hint': {
    'zh-Hans': '给演讲者的提示，例如（停顿）：幻灯片上不显示，演讲者视图里看得到',
    'zh-Hant': '給演講者的提示，例如（停頓）：投影片上不顯示，演講者檢視裡看得到',
    en: 'A reminder for the speaker, such as （停顿）: not on slides, shown in the presenter view',
  },
  'format.cue.text': { 'zh-Hans': '（停顿）', 'zh-Hant': '（停頓）', en: '（停顿）' },
  'format.new-slide': { 'zh-Hans': '这里换页', 'zh-Hant': '這裡換頁', en: 'New slide' },
  'format.new-slide.hint': {
    'zh-Hans': '从这里起换一张幻灯片',
    'zh-Hant': '從這裡起換一張投影片',
    en: 'Starts a new slide here',
  },
  'format.picture': { 'zh-Hans': '图片', 'zh-Hant': '圖片', en: 'Picture' },
  'format.picture.hint': { 'zh-Hans': '插入一张图片', 'zh-Hant': '插入一張圖片', en: 'Inserts a picture' },

  'encoding.label': { 'zh-Hans': '编码', 'zh-Hant': '編碼', en: 'Encoding' },
  'encoding.hint': {
    'zh-Hans': '文字显示成乱码时，换一种编码',
    'zh-Hant': '文字顯示成亂碼時，換一種編碼',
    en: 'If the text is garbled, try another encoding',
  },

  'editor.label': { 'zh-Hans': '讲稿文字', 'zh-Hant': '講稿文字', en: 'Speech text' },
  'editor.placeholder': {
    'zh-Hans':
      '在这里粘贴或输入讲稿，不用任何标记：“同志们：”“一、”“（一）”“一是”都认得，幻灯片和讲义随时跟着出来。',
    'zh-Hant':
      '在這裡貼上或輸入講稿，不用任何標記：「各位同仁：」「壹、」「一、」「（一）」都認得，投影片和講義隨時跟著出來。',
    en: 'Paste or type the speech here. No markup is needed: slides and handout follow as you write.',
  },

  'save.saved': { 'zh-Hans': '已保存', 'zh-Hant': '已儲存', en: 'Saved' },
  'save.unsaved': { 'zh-Hans': '未保存', 'zh-Hant': '未儲存', en: 'Unsaved' },
  'save.saving': { 'zh-Hans': '正在保存…', 'zh-Hant': '正在儲存…', en: 'Saving…' },
  'save.failed': { 'zh-Hans': '没有保存成功', 'zh-Hant': '沒有儲存成功', en: 'Not saved' },
  'save.conflict': { 'zh-Hans': '等您选择', 'zh-Hant': '等您選擇', en: 'Waiting for your choice' },
  'save.failed.bar': {
    'zh-Hans': '文字没有保存成功：{why}这个浏览器暂时留着您的文字，不会丢失，稍后会自动重试。',
    'zh-Hant': '文字沒有儲存成功：{why}這個瀏覽器暫時留著您的文字，不會遺失，稍後會自動重試。',
    en: 'The text could not be saved: {why} This browser is keeping it safe, and saving will be tried again.',
  },
  'save.failed.unkept': {
    'zh-Hans': '文字没有保存成功：{why}浏览器也拒绝暂存；请现在下载一份。',
    'zh-Hant': '文字沒有儲存成功：{why}瀏覽器也拒絕暫存；請現在下載一份。',
    en: 'The text could not be saved: {why} The browser cannot keep it either; download it now.',
  },
  'save.draft.refused': {
    'zh-Hans': '浏览器不让讲台暂存文字（存储已满或被禁用）。平时照常保存；保存不成时请下载一份。',
    'zh-Hant': '瀏覽器不讓講臺暫存文字（儲存空間已滿或被停用）。平時照常儲存；儲存不成時請下載一份。',
    en: 'The browser cannot keep drafts (storage full or turned off). Saving still works; if it fails, download the text.',
  },
  'save.download': { 'zh-Hans': '下载文字', 'zh-Hant': '下載文字', en: 'Download text' },
  'save.recreate': { 'zh-Hans': '重新保存', 'zh-Hant': '重新儲存', en: 'Save it again' },
  'save.converted': {
    'zh-Hans': '文件原来是 {encoding} 编码，已存为 UTF-8；原文件保留在 {original}。',
    'zh-Hant': '檔案原來是 {encoding} 編碼，已存為 UTF-8；原檔案保留在 {original}。',
    en: 'The file was in {encoding} and is now UTF-8; the original is kept as {original}.',
  },

  'draft.restored': {
    'zh-Hans': '已恢复上次没来得及保存的修改（{time}）。撤销（Ctrl+Z）可以回到先前保存的文字。',
    'zh-Hant': '已恢復上次沒來得及儲存的修改（{time}）。復原（Ctrl+Z）可以回到先前儲存的文字。',
    en: 'Unsaved edits of {time} were restored. Undo (Ctrl+Z) returns to the saved text.',
  },
  'draft.version': {
    'zh-Hans': '还有更早的修改（{time}）没来得及保存，已放进这篇讲稿的“历史版本”。',
    'zh-Hant': '還有更早的修改（{time}）沒來得及儲存，已放進這篇講稿的「歷史版本」。',
    en: 'Older unsaved edits ({time}) are kept as a version of this speech.',
  },
  'draft.copy': {
    'zh-Hans': '上次没来得及保存的修改，另存成了“{name}”。',
    'zh-Hant': '上次沒來得及儲存的修改，另存成了「{name}」。',
    en: 'Edits that were not saved last time are now a separate speech: “{name}”.',
  },

  'conflict.text': {
    'zh-Hans': '“{name}”被别的程序改过，而这里也有没保存的修改。',
    'zh-Hant': '「{name}」被別的程式改過，而這裡也有沒儲存的修改。',
    en: '“{name}” was changed by another program, and you have unsaved edits here.',
  },
  'conflict.mine': { 'zh-Hans': '保留我的', 'zh-Hant': '保留我的', en: 'Keep mine' },
  'conflict.theirs': { 'zh-Hans': '采用文件里的', 'zh-Hant': '採用檔案裡的', en: 'Use the file’s' },
  'conflict.both': { 'zh-Hans': '两份都留', 'zh-Hant': '兩份都留', en: 'Keep both' },
  'conflict.hint': {
    'zh-Hans': '没选的一份用撤销（Ctrl+Z）还能找回。',
    'zh-Hant': '沒選的一份用復原（Ctrl+Z）還能找回。',
    en: 'Undo (Ctrl+Z) brings back the other one.',
  },
  'conflict.copy': {
    'zh-Hans': '{name}（我的修改）',
    'zh-Hant': '{name}（我的修改）',
    en: '{name} (my edits)',
  },
  'conflict.kept-both': {
    'zh-Hans': '您的文字另存为“{name}”，正在显示另一份。',
    'zh-Hant': '您的文字另存為「{name}」，正在顯示另一份。',
    en: 'Your text was saved as “{name}”; you are now seeing the other one.',
  },

  ...LIBRARY_MESSAGES,
  ...PREVIEW_MESSAGES,
  ...PRINT_MESSAGES,
  ...SETTINGS_MESSAGES,
  ...PACK_MESSAGES,
  ...WRITING_MESSAGES,

  'integrity.good': { 'zh-Hans': '0 字遗漏', 'zh-Hant': '0 字遺漏', en: '0 characters lost' },
  'integrity.checking': { 'zh-Hans': '核对中…', 'zh-Hant': '核對中…', en: 'Checking…' },
  'integrity.unchecked': { 'zh-Hans': '页面未核对', 'zh-Hant': '頁面未核對', en: 'Pages not checked' },
  'integrity.lost': {
    'zh-Hans': '{count} 字不符',
    'zh-Hant': '{count} 字不符',
    en: '{count} {count|character differs|characters differ}',
  },
  'integrity.title': { 'zh-Hans': '逐字核对', 'zh-Hant': '逐字核對', en: 'Character-by-character check' },
  'integrity.intro': {
    'zh-Hans': '每次修改后，讲台都逐字比对：读到的讲稿与原文，幻灯片和讲义与讲稿。',
    'zh-Hant': '每次修改後，講臺都逐字比對：讀到的講稿與原文，投影片和講義與講稿。',
    en: 'After every edit, the speech is checked against its source text, and the slides and handout against the speech, character by character.',
  },
  'integrity.source': { 'zh-Hans': '原文', 'zh-Hant': '原文', en: 'Source text' },
  'integrity.speech': { 'zh-Hans': '讲稿', 'zh-Hant': '講稿', en: 'Speech' },
  'integrity.notes': {
    'zh-Hans': '幻灯片所附讲稿',
    'zh-Hant': '投影片所附講稿',
    en: 'Spoken text of the slides',
  },
  'integrity.handout': { 'zh-Hans': '讲义', 'zh-Hant': '講義', en: 'Handout' },
  'integrity.pages': {
    'zh-Hans': '讲义各页（排版之后）',
    'zh-Hant': '講義各頁（排版之後）',
    en: 'Handout pages, as laid out',
  },
  'integrity.same': {
    'zh-Hans': '{count} 字，一字不差',
    'zh-Hant': '{count} 字，一字不差',
    en: '{count} {count|character|characters}, all identical',
  },
  'integrity.differs': {
    'zh-Hans': '少 {missing} 字，多 {added} 字',
    'zh-Hant': '少 {missing} 字，多 {added} 字',
    en: '{missing} missing, {added} added',
  },
  'integrity.missing': { 'zh-Hans': '缺：{text}', 'zh-Hant': '缺：{text}', en: 'missing: {text}' },
  'integrity.added': { 'zh-Hans': '多：{text}', 'zh-Hant': '多：{text}', en: 'added: {text}' },
  'integrity.choice': {
    'zh-Hans': '提纲版式只选取原文里的句子，所以各页字数较少。',
    'zh-Hant': '提綱版式只選取原文裡的句子，所以各頁字數較少。',
    en: 'The outline layout shows only selected sentences, so its pages have fewer characters.',
  },
  'integrity.waiting': { 'zh-Hans': '等待排版', 'zh-Hant': '等待排版', en: 'waiting for the layout' },

  'repairs.bar': {
    'zh-Hans': '已改正 {count} 处毛病，您的文件没有动。',
    'zh-Hant': '已改正 {count} 處毛病，您的檔案沒有動。',
    en: '{count} {count|flaw|flaws} fixed; file unchanged.',
  },
  'left-out.bar': {
    'zh-Hans': '导入的文件里有 {count} 处没有作为正文读入。',
    'zh-Hant': '匯入的檔案裡有 {count} 處沒有作為正文讀入。',
    en: '{count} {count|part|parts} of the imported file {count|was|were} left out.',
  },
  'left-out.title': {
    'zh-Hans': '没有作为正文读入：{kind}',
    'zh-Hant': '沒有作為正文讀入：{kind}',
    en: 'Left out: {kind}',
  },
  'left-out.take': { 'zh-Hans': '取回', 'zh-Hant': '取回', en: 'Put back' },
  'left-out.taken': { 'zh-Hans': '已取回', 'zh-Hant': '已取回', en: 'put back' },
  'left-out.take-all': { 'zh-Hans': '全部取回', 'zh-Hant': '全部取回', en: 'Put all back' },
  'repairs.show': { 'zh-Hans': '查看', 'zh-Hant': '檢視', en: 'Show' },
  'repairs.hide': { 'zh-Hans': '收起', 'zh-Hant': '收起', en: 'Hide' },
  'repairs.write': { 'zh-Hans': '写入原文', 'zh-Hant': '寫入原文', en: 'Write into the text' },
  'repairs.write.hint': {
    'zh-Hans': '把修复后的文字写进讲稿，可以一步撤销',
    'zh-Hant': '把修復後的文字寫進講稿，可以一步復原',
    en: 'Writes the fixed text into the speech; you can undo it in one step',
  },
  'repairs.kind.off': {
    'zh-Hans': '不修复这一类',
    'zh-Hant': '不修復這一類',
    en: 'Do not fix this kind',
  },
  'repairs.kind.on': { 'zh-Hans': '修复这一类', 'zh-Hant': '修復這一類', en: 'Fix this kind' },
  'repairs.undo': { 'zh-Hans': '保留原文', 'zh-Hant': '保留原文', en: 'Keep the original' },
  'repairs.redo': { 'zh-Hans': '修复', 'zh-Hant': '修復', en: 'Fix' },
  'repairs.go': { 'zh-Hans': '转到这一处', 'zh-Hant': '轉到這一處', en: 'Go to this place' },
  'repairs.removed': { 'zh-Hans': '（删去）', 'zh-Hant': '（刪去）', en: '(removed)' },
  'repairs.added': { 'zh-Hans': '（补上）', 'zh-Hant': '（補上）', en: '(added)' },
  'repairs.off': { 'zh-Hans': '未修复', 'zh-Hant': '未修復', en: 'not fixed' },
} as const satisfies Readonly<Record<string, Message>>;

export type MessageKey = keyof typeof MESSAGES;
