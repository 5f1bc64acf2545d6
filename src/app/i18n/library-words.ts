import type { Wording } from './wording.ts';

/** Labels and sentences of the list of speeches and of what keeps them. */
export const LIBRARY_WORDS = {
  'list.browser': {
    hans: '讲稿保存在这个浏览器里',
    hant: '講稿儲存在這個瀏覽器裡',
    en: 'Kept in this browser',
  },
  'list.more': { hans: '更多', hant: '更多', en: 'More' },
  'list.search': { hans: '查找讲稿', hant: '尋找講稿', en: 'Search speeches' },
  'list.found': { hans: '找到 {count} 篇', hant: '找到 {count} 篇', en: '{count} found' },
  'list.found.none': {
    hans: '没有哪篇的名字或正文里有“{query}”。',
    hant: '沒有哪篇的名稱或內文裡有「{query}」。',
    en: 'No speech has “{query}” in its name or text.',
  },
  'list.order.name': {
    hans: '现在按名称排列，点一下{other}',
    hant: '現在按名稱排列，點一下{other}',
    en: 'In order of name; click for {other}',
  },
  'list.order.changed': {
    hans: '现在按修改时间排列，点一下{other}',
    hant: '現在按修改時間排列，點一下{other}',
    en: 'Last changed first; click for {other}',
  },
  'list.order.to.name': { hans: '按名称', hant: '按名稱', en: 'order of name' },
  'list.order.to.changed': { hans: '按修改时间', hant: '按修改時間', en: 'last changed first' },
  'list.actions': { hans: '“{name}”的操作', hant: '「{name}」的操作', en: 'Actions for “{name}”' },
  'list.rename': { hans: '重命名…', hant: '重新命名…', en: 'Rename…' },
  'list.duplicate': { hans: '复制一份', hant: '複製一份', en: 'Make a copy' },
  'list.remove': { hans: '删除', hant: '刪除', en: 'Delete' },
  'list.removed': { hans: '最近删除…', hant: '最近刪除…', en: 'Recently deleted…' },
  'list.copy': { hans: '{name} 副本', hant: '{name} 副本', en: '{name} copy' },
  'rename.title': { hans: '重命名', hant: '重新命名', en: 'Rename' },
  'rename.do': { hans: '确定', hant: '確定', en: 'Rename' },

  'removed.bar': { hans: '已删除“{name}”。', hant: '已刪除「{name}」。', en: '“{name}” was deleted.' },
  'removed.undo': { hans: '撤销', hant: '復原', en: 'Undo' },
  'removed.title': { hans: '最近删除', hant: '最近刪除', en: 'Recently deleted' },
  'removed.hint': {
    hans: '删除的讲稿在这里保留 {days} 天，之后才真正删除。',
    hant: '刪除的講稿在這裡保留 {days} 天，之後才真正刪除。',
    en: 'Deleted speeches stay here for {days} days; only then they are gone.',
  },
  'removed.empty': { hans: '这里是空的。', hant: '這裡是空的。', en: 'Nothing here.' },
  'removed.row': {
    hans: '{name} · {time} 删除',
    hant: '{name} · {time} 刪除',
    en: '{name} · deleted {time}',
  },
  'removed.restore': { hans: '恢复', hant: '還原', en: 'Restore' },
  'removed.restore.label': { hans: '恢复“{name}”', hant: '還原「{name}」', en: 'Restore “{name}”' },
  'removed.forget': { hans: '彻底删除', hant: '永久刪除', en: 'Delete for good' },
  'removed.forget.sure': { hans: '确定彻底删除？', hant: '確定永久刪除？', en: 'Really delete?' },
  'removed.forget.label': {
    hans: '彻底删除“{name}”，不能撤销',
    hant: '永久刪除「{name}」，不能復原',
    en: 'Delete “{name}” for good; this cannot be undone',
  },

  'new.start': { hans: '怎样开始', hant: '怎樣開始', en: 'How to begin' },
  'new.start.blank': { hans: '空白', hant: '空白', en: 'Blank' },
  'new.start.blank.hint': { hans: '自己写', hant: '自己寫', en: 'Write it here' },
  'new.start.paste': { hans: '粘贴', hant: '貼上', en: 'Paste' },
  'new.start.paste.hint': { hans: '已有讲稿文字', hant: '已有講稿文字', en: 'You have the text' },
  'new.start.sample': { hans: '示例', hant: '範例', en: 'Sample' },
  'new.start.sample.hint': { hans: '照着改一篇', hant: '照著改一篇', en: 'Change one of ours' },
  'new.text': { hans: '把讲稿粘贴到这里', hant: '把講稿貼到這裡', en: 'Paste the speech here' },
  'new.sample': { hans: '哪一篇', hant: '哪一篇', en: 'Which one' },
  'new.files': {
    hans: '也可以打开 Word（.docx）、网页或文本文件，一次几个都行；直接拖进窗口也可以。',
    hant: '也可以開啟 Word（.docx）、網頁或文字檔，一次幾個都行；直接拖進視窗也可以。',
    en: 'Or open Word (.docx), web or text files, several at once; dropping them on the window works, too.',
  },
  'new.files.choose': { hans: '选择文件…', hant: '選擇檔案…', en: 'Choose files…' },
  'adopt.refused': {
    hans: '有 {count} 个文件没有打开。{what}',
    hant: '有 {count} 個檔案沒有開啟。{what}',
    en: '{count} files were not opened. {what}',
  },
  'adopt.refused.one': { hans: '“{name}”：{why}', hant: '「{name}」：{why}', en: '“{name}”: {why}' },

  'archive.export': { hans: '全部导出为 .zip', hant: '全部匯出為 .zip', en: 'Export all as .zip' },
  'archive.import': { hans: '从 .zip 导入…', hant: '從 .zip 匯入…', en: 'Import a .zip…' },
  'archive.name': { hans: '讲台讲稿 {date}', hant: '講臺講稿 {date}', en: 'Jiangtai speeches {date}' },
  'archive.imported': {
    hans: '导入了 {speeches} 篇讲稿、{pictures} 张图片。',
    hant: '匯入了 {speeches} 篇講稿、{pictures} 張圖片。',
    en: 'Imported: {speeches} speeches, {pictures} pictures.',
  },
  'archive.same': {
    hans: '另有 {count} 个文件这里已经有一模一样的，没有重复导入。',
    hant: '另有 {count} 個檔案這裡已經有一模一樣的，沒有重複匯入。',
    en: '{count} more files were here already, exactly the same, and were left out.',
  },

  'save.unkept': { hans: '没有保存', hant: '沒有儲存', en: 'Not kept' },
  'save.unkept.bar': {
    hans: '这个浏览器不让讲台保存任何东西（可能是无痕模式，或存储被禁用）。关闭页面文字就没有了，请下载一份。',
    hant: '這個瀏覽器不讓講臺儲存任何東西（可能是無痕模式，或儲存被停用）。關閉頁面文字就沒有了，請下載一份。',
    en: 'This browser does not let Jiangtai keep anything (private window, or storage switched off). The text is gone when the page closes: download it.',
  },
  'save.merged': {
    hans: '别处对这篇讲稿的修改已经合并进来。撤销（Ctrl+Z）可以只留您的。',
    hant: '別處對這篇講稿的修改已經合併進來。復原（Ctrl+Z）可以只留您的。',
    en: 'Edits made to this speech elsewhere were joined with yours. Undo (Ctrl+Z) leaves yours alone.',
  },
  'conflict.text.browser': {
    hans: '“{name}”在另一个窗口里也改了同一段，两边的修改不一样。',
    hant: '「{name}」在另一個視窗裡也改了同一段，兩邊的修改不一樣。',
    en: 'The same paragraph of “{name}” was changed in another window, differently.',
  },
  'conflict.theirs.browser': {
    hans: '采用另一窗口的',
    hant: '採用另一視窗的',
    en: 'Take the other window’s',
  },
} as const satisfies Readonly<Record<string, Wording>>;
