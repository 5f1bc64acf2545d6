import type { Message } from '../../i18n/message.ts';

/** Labels and sentences of the list of speeches and of what keeps them. */
export const LIBRARY_MESSAGES = {
  'list.browser': {
    'zh-Hans': '讲稿保存在这个浏览器里',
    'zh-Hant': '講稿儲存在這個瀏覽器裡',
    en: 'Saved in this browser',
  },
  'list.more': { 'zh-Hans': '更多', 'zh-Hant': '更多', en: 'More' },
  'list.search': { 'zh-Hans': '查找讲稿', 'zh-Hant': '尋找講稿', en: 'Search speeches' },
  'list.found': { 'zh-Hans': '找到 {count} 篇', 'zh-Hant': '找到 {count} 篇', en: '{count} found' },
  'list.found.none': {
    'zh-Hans': '没有哪篇的名字或正文里有“{query}”。',
    'zh-Hant': '沒有哪篇的名稱或內文裡有「{query}」。',
    en: 'No speech has “{query}” in its name or text.',
  },
  'list.order.name': {
    'zh-Hans': '现在按名称排列，点一下改为{other}',
    'zh-Hant': '現在按名稱排列，點一下改為{other}',
    en: 'Sorted by name; click for {other}',
  },
  'list.order.changed': {
    'zh-Hans': '现在按修改时间排列，点一下改为{other}',
    'zh-Hant': '現在按修改時間排列，點一下改為{other}',
    en: 'Most recent first; click for {other}',
  },
  'list.order.to.name': { 'zh-Hans': '按名称', 'zh-Hant': '按名稱', en: 'by name' },
  'list.order.to.changed': { 'zh-Hans': '按修改时间', 'zh-Hant': '按修改時間', en: 'most recent first' },
  'list.actions': { 'zh-Hans': '“{name}”的操作', 'zh-Hant': '「{name}」的操作', en: 'Actions for “{name}”' },
  'list.rename': { 'zh-Hans': '重命名…', 'zh-Hant': '重新命名…', en: 'Rename…' },
  'list.duplicate': { 'zh-Hans': '复制一份', 'zh-Hant': '複製一份', en: 'Make a copy' },
  'list.remove': { 'zh-Hans': '删除', 'zh-Hant': '刪除', en: 'Delete' },
  'list.removed': { 'zh-Hans': '最近删除…', 'zh-Hant': '最近刪除…', en: 'Recently deleted…' },
  'list.copy': { 'zh-Hans': '{name} 副本', 'zh-Hant': '{name} 副本', en: '{name} copy' },
  'rename.title': { 'zh-Hans': '重命名', 'zh-Hant': '重新命名', en: 'Rename' },
  'rename.do': { 'zh-Hans': '确定', 'zh-Hant': '確定', en: 'OK' },

  'removed.bar': {
    'zh-Hans': '已删除“{name}”。',
    'zh-Hant': '已刪除「{name}」。',
    en: '“{name}” was deleted.',
  },
  'removed.undo': { 'zh-Hans': '撤销', 'zh-Hant': '復原', en: 'Undo' },
  'removed.title': { 'zh-Hans': '最近删除', 'zh-Hant': '最近刪除', en: 'Recently deleted' },
  'removed.hint': {
    'zh-Hans': '删除的讲稿在这里保留 {days} 天，之后才真正删除。',
    'zh-Hant': '刪除的講稿在這裡保留 {days} 天，之後才真正刪除。',
    en: 'Deleted speeches stay here for {days} {days|day|days}, then they are deleted for good.',
  },
  'list.reading': { 'zh-Hans': '正在读取…', 'zh-Hant': '正在讀取…', en: 'Reading…' },
  'removed.empty': { 'zh-Hans': '这里是空的。', 'zh-Hant': '這裡是空的。', en: 'Nothing here.' },
  'removed.row': {
    'zh-Hans': '{time} 删除 · {name}',
    'zh-Hant': '{time} 刪除 · {name}',
    en: 'deleted {time} · {name}',
  },
  'removed.restore': { 'zh-Hans': '恢复', 'zh-Hant': '還原', en: 'Restore' },
  'removed.restore.label': { 'zh-Hans': '恢复“{name}”', 'zh-Hant': '還原「{name}」', en: 'Restore “{name}”' },
  'removed.forget': { 'zh-Hans': '彻底删除', 'zh-Hant': '永久刪除', en: 'Delete for good' },
  'removed.forget.sure': { 'zh-Hans': '确定彻底删除？', 'zh-Hant': '確定永久刪除？', en: 'Delete for good?' },
  'removed.forget.label': {
    'zh-Hans': '彻底删除“{name}”，不能撤销',
    'zh-Hant': '永久刪除「{name}」，不能復原',
    en: 'Delete “{name}” for good; this cannot be undone',
  },

  'new.start': { 'zh-Hans': '怎样开始', 'zh-Hant': '怎樣開始', en: 'How to start' },
  'new.start.blank': { 'zh-Hans': '空白', 'zh-Hant': '空白', en: 'Blank' },
  'new.start.blank.hint': { 'zh-Hans': '自己写', 'zh-Hant': '自己寫', en: 'Write it here' },
  'new.start.paste': { 'zh-Hans': '粘贴', 'zh-Hant': '貼上', en: 'Paste' },
  'new.start.paste.hint': { 'zh-Hans': '已有讲稿文字', 'zh-Hant': '已有講稿文字', en: 'I have the text' },
  'new.start.sample': { 'zh-Hans': '示例', 'zh-Hant': '範例', en: 'Sample' },
  'new.start.sample.hint': { 'zh-Hans': '照着改一篇', 'zh-Hant': '照著改一篇', en: 'Start from one of ours' },
  'new.text': { 'zh-Hans': '把讲稿粘贴到这里', 'zh-Hant': '把講稿貼到這裡', en: 'Paste your speech here' },
  'new.sample': { 'zh-Hans': '哪一篇', 'zh-Hant': '哪一篇', en: 'Which one' },
  'new.files': {
    'zh-Hans': '也可以打开 Word（.docx）、网页或文本文件，一次几个都行；直接拖进窗口也可以。',
    'zh-Hant': '也可以開啟 Word（.docx）、網頁或文字檔，一次幾個都行；直接拖進視窗也可以。',
    en: 'Or open Word (.docx), web or text files, several at once. You can also drop them on the window.',
  },
  'new.files.choose': { 'zh-Hans': '选择文件…', 'zh-Hant': '選擇檔案…', en: 'Choose files…' },
  'adopt.refused': {
    'zh-Hans': '有 {count} 个文件没有打开。{what}',
    'zh-Hant': '有 {count} 個檔案沒有開啟。{what}',
    en: '{count} {count|file was|files were} not opened. {what}',
  },
  'adopt.refused.one': {
    'zh-Hans': '“{name}”：{why}',
    'zh-Hant': '「{name}」：{why}',
    en: '“{name}”: {why}',
  },

  'archive.export': { 'zh-Hans': '全部导出为 .zip', 'zh-Hant': '全部匯出為 .zip', en: 'Export all as .zip' },
  'archive.import': { 'zh-Hans': '从 .zip 导入…', 'zh-Hant': '從 .zip 匯入…', en: 'Import from .zip…' },
  'archive.name': {
    'zh-Hans': '讲台讲稿 {date}',
    'zh-Hant': '講臺講稿 {date}',
    en: 'Jiangtai speeches {date}',
  },
  'archive.imported': {
    'zh-Hans': '导入了 {speeches} 篇讲稿、{pictures} 张图片。',
    'zh-Hant': '匯入了 {speeches} 篇講稿、{pictures} 張圖片。',
    en: 'Imported {speeches} {speeches|speech|speeches} and {pictures} {pictures|picture|pictures}.',
  },
  'archive.same': {
    'zh-Hans': '另有 {count} 个文件这里已经有一模一样的，没有重复导入。',
    'zh-Hant': '另有 {count} 個檔案這裡已經有一模一樣的，沒有重複匯入。',
    en: '{count} identical {count|file was|files were} here already and {count|was|were} skipped.',
  },

  'list.versions': { 'zh-Hans': '历史版本…', 'zh-Hant': '歷史版本…', en: 'Versions…' },
  'versions.title': {
    'zh-Hans': '历史版本：{name}',
    'zh-Hant': '歷史版本：{name}',
    en: 'Versions of {name}',
  },
  'versions.hint': {
    'zh-Hans':
      '修改之前、写入修复之前、以及修改时每隔十分钟，讲台会自动保留一个版本；时间越久留得越少；起了名字的、没有采用的和没来得及保存的一直保留。',
    'zh-Hant':
      '修改之前、寫入修復之前、以及修改時每隔十分鐘，講臺會自動保留一個版本；時間越久留得越少；取了名字的、沒有採用的和沒來得及儲存的一直保留。',
    en: 'A version is saved before you edit, before fixes are written in, and every ten minutes while you edit; older ones are thinned out. Named versions, text you did not choose and edits that were not saved are always kept.',
  },
  'versions.empty': {
    'zh-Hans': '还没有版本。从第一次修改起，讲台会自动保留；也可以现在就保留一个。',
    'zh-Hant': '還沒有版本。從第一次修改起，講臺會自動保留；也可以現在就保留一個。',
    en: 'No versions yet. They are saved automatically from your first edit on, or you can save one now.',
  },
  'versions.list': { 'zh-Hans': '版本', 'zh-Hant': '版本', en: 'Versions' },
  'versions.changes': { 'zh-Hans': '此后的改动', 'zh-Hant': '此後的改動', en: 'Changes since then' },
  'versions.keep': {
    'zh-Hans': '保留现在的版本…',
    'zh-Hant': '保留現在的版本…',
    en: 'Save a version now…',
  },
  'versions.label': { 'zh-Hans': '版本名称', 'zh-Hant': '版本名稱', en: 'Version name' },
  'versions.name': { 'zh-Hans': '起名…', 'zh-Hant': '取名…', en: 'Name…' },
  'versions.rename': { 'zh-Hans': '改名…', 'zh-Hant': '改名…', en: 'Rename…' },
  'versions.restore': { 'zh-Hans': '恢复这个版本', 'zh-Hant': '還原這個版本', en: 'Restore this version' },
  'marks.begun': {
    'zh-Hans': '讲稿从此带有格式，文字一个没变，可以撤销。',
    'zh-Hant': '講稿從此帶有格式，文字一個沒變，可以復原。',
    en: 'The speech has formatting now. No word has changed; you can undo this.',
  },
  'versions.restored': {
    'zh-Hans': '已恢复 {time} 的版本，先前的文字也保留在历史版本里。',
    'zh-Hant': '已還原 {time} 的版本，先前的文字也保留在歷史版本裡。',
    en: 'The version of {time} was restored; the text it replaced is kept as a version.',
  },
  'versions.same': {
    'zh-Hans': '和现在的文字一样。',
    'zh-Hant': '和現在的文字一樣。',
    en: 'Same as the current text.',
  },
  'versions.breaks': {
    'zh-Hans': '只有分段或空格不同。',
    'zh-Hant': '只有分段或空格不同。',
    en: 'Only line breaks or spaces differ.',
  },
  'versions.counts': {
    'zh-Hans': '此后增加 ＋{added} 字，删去 －{removed} 字。',
    'zh-Hant': '此後增加 ＋{added} 字，刪去 －{removed} 字。',
    en: 'Since then: ＋{added} {added|character|characters} added, －{removed} removed.',
  },
  'versions.skipped': {
    'zh-Hans': '{count} 段没有变',
    'zh-Hant': '{count} 段沒有變',
    en: '{count} {count|paragraph|paragraphs} unchanged',
  },
  'versions.added': { 'zh-Hans': '增加：', 'zh-Hant': '增加：', en: 'added: ' },
  'versions.removed': { 'zh-Hans': '删去：', 'zh-Hant': '刪去：', en: 'removed: ' },
  'versions.reason.opened': { 'zh-Hans': '修改之前', 'zh-Hant': '修改之前', en: 'Before editing' },
  'versions.reason.interval': { 'zh-Hans': '自动保留', 'zh-Hant': '自動保留', en: 'Saved automatically' },
  'versions.reason.before-repairs': {
    'zh-Hans': '写入修复之前',
    'zh-Hant': '寫入修復之前',
    en: 'Before fixes',
  },
  'versions.reason.before-restore': {
    'zh-Hans': '恢复之前',
    'zh-Hant': '還原之前',
    en: 'Before restoring a version',
  },
  'versions.reason.before-choice': {
    'zh-Hans': '选择文字之前',
    'zh-Hant': '選擇文字之前',
    en: 'Before choosing a text',
  },
  'versions.reason.left': {
    'zh-Hans': '没来得及保存的修改',
    'zh-Hant': '沒來得及儲存的修改',
    en: 'Unsaved edits',
  },
  'versions.reason.named': { 'zh-Hans': '手动保留', 'zh-Hant': '手動保留', en: 'Saved by you' },

  'own.kind': { 'zh-Hans': '讲稿文件', 'zh-Hant': '講稿檔案', en: 'Speeches' },
  'own.kind.text': { 'zh-Hans': '文本文件', 'zh-Hant': '文字檔', en: 'Text files' },
  'own.save-as': { 'zh-Hans': '存到我的文件…', 'zh-Hant': '存到我的檔案…', en: 'Save to my own file…' },
  'own.saved': { 'zh-Hans': '已存到“{name}”。', 'zh-Hant': '已存到「{name}」。', en: 'Saved to “{name}”.' },
  'own.kept': {
    'zh-Hans': '全部已保存，平时会自动保存。要交给别人，请用“导出”。',
    'zh-Hant': '全部已儲存，平時會自動儲存。要交給別人，請用「匯出」。',
    en: 'Everything is saved; saving is automatic. To give it to somebody, use Export.',
  },
  'own.over': { 'zh-Hans': '覆盖它', 'zh-Hant': '覆蓋它', en: 'Overwrite it' },
  'own.error.changed': {
    'zh-Hans': '“{name}”被别的程序改过，没有覆盖；讲台里的文字是安全的。',
    'zh-Hant': '「{name}」被別的程式改過，沒有覆蓋；講臺裡的文字是安全的。',
    en: '“{name}” was changed by another program and was not overwritten; your text is safe in Jiangtai.',
  },
  'own.error.gone': {
    'zh-Hans': '“{name}”已经不在原来的地方了；讲台里的文字是安全的。',
    'zh-Hant': '「{name}」已經不在原來的地方了；講臺裡的文字是安全的。',
    en: '“{name}” is no longer where it was; your text is safe in Jiangtai.',
  },
  'own.error.refused': {
    'zh-Hans': '浏览器没有得到写入“{name}”的许可；讲台里的文字是安全的。',
    'zh-Hant': '瀏覽器沒有得到寫入「{name}」的許可；講臺裡的文字是安全的。',
    en: 'The browser has no permission to write to “{name}”; your text is safe in Jiangtai.',
  },
  'own.error.failed': {
    'zh-Hans': '“{name}”没有写成（{reason}）；讲台里的文字是安全的。',
    'zh-Hant': '「{name}」沒有寫成（{reason}）；講臺裡的文字是安全的。',
    en: '“{name}” could not be written ({reason}); your text is safe in Jiangtai.',
  },

  'save.unkept': { 'zh-Hans': '没有保存', 'zh-Hant': '沒有儲存', en: 'Not saved' },
  'save.unkept.bar': {
    'zh-Hans':
      '这个浏览器不让讲台保存任何东西（可能是无痕模式，或存储被禁用）。关闭页面文字就没有了，请下载一份。',
    'zh-Hant':
      '這個瀏覽器不讓講臺儲存任何東西（可能是無痕模式，或儲存被停用）。關閉頁面文字就沒有了，請下載一份。',
    en: 'This browser does not let Jiangtai save anything (private window, or storage turned off). Your text will be lost when you close the page; download a copy.',
  },
  'save.merged': {
    'zh-Hans': '别处对这篇讲稿的修改已经合并进来。撤销（Ctrl+Z）可以只留您的。',
    'zh-Hant': '別處對這篇講稿的修改已經合併進來。復原（Ctrl+Z）可以只留您的。',
    en: 'Changes made elsewhere were merged with yours. Undo (Ctrl+Z) keeps only yours.',
  },
  'conflict.text.browser': {
    'zh-Hans': '“{name}”的同一段在另一个窗口里也改了，两边改得不一样。',
    'zh-Hant': '「{name}」的同一段在另一個視窗裡也改了，兩邊改得不一樣。',
    en: 'The same paragraph of “{name}” was also changed in another window.',
  },
  'conflict.theirs.browser': {
    'zh-Hans': '采用另一窗口的',
    'zh-Hant': '採用另一視窗的',
    en: 'Keep the other',
  },
} as const satisfies Readonly<Record<string, Message>>;
