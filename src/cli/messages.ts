import type { Language } from '../i18n/language.ts';
import { formatMessage, type MessageValues } from '../i18n/message.ts';

/** Sentences of the command line. `{name}` is filled in from the message's values. */
const MESSAGES = {
  'file.missing': {
    'zh-Hans': '找不到文件：{path}。',
    'zh-Hant': '找不到檔案：{path}。',
    en: 'File not found: {path}.',
  },
  'file.unreadable': {
    'zh-Hans': '无法读取文件：{path}（{code}）。',
    'zh-Hant': '無法讀取檔案：{path}（{code}）。',
    en: 'The file cannot be read: {path} ({code}).',
  },
  'file.is-folder': {
    'zh-Hans': '{path} 是一个文件夹；请指明一个讲稿文件。',
    'zh-Hant': '{path} 是一個資料夾；請指明一個講稿檔案。',
    en: '{path} is a folder; give a speech file.',
  },
  'file.not-folder': {
    'zh-Hans': '{path} 不是文件夹。',
    'zh-Hant': '{path} 不是資料夾。',
    en: '{path} is not a folder.',
  },
  'file.cannot-write': {
    'zh-Hans': '无法写入 {path}（{code}）；什么也没有改动。',
    'zh-Hant': '無法寫入 {path}（{code}）；什麼也沒有改動。',
    en: '{path} cannot be written ({code}); nothing was changed.',
  },
  'use.no-command': {
    'zh-Hans':
      '请指明命令：check、text、model、slides、deck、handout、meeting、build 或 pack；--help 显示用法。',
    'zh-Hant':
      '請指明命令：check、text、model、slides、deck、handout、meeting、build 或 pack；--help 顯示用法。',
    en: 'Give a command: check, text, model, slides, deck, handout, meeting, build or pack; see --help.',
  },
  'use.unknown-command': {
    'zh-Hans':
      '没有“{command}”这个命令；可用：check、text、model、slides、deck、handout、meeting、build、pack。',
    'zh-Hant':
      '沒有「{command}」這個命令；可用：check、text、model、slides、deck、handout、meeting、build、pack。',
    en: 'Unknown command "{command}"; available: check, text, model, slides, deck, handout, meeting, build, pack.',
  },
  'use.unknown-option': {
    'zh-Hans': '没有“{option}”这个选项；--help 显示用法。',
    'zh-Hant': '沒有「{option}」這個選項；--help 顯示用法。',
    en: 'Unknown option "{option}"; see --help.',
  },
  'use.option-value': {
    'zh-Hans': '选项 {option} 的值“{value}”不对；可用：{allowed}。',
    'zh-Hant': '選項 {option} 的值「{value}」不對；可用：{allowed}。',
    en: 'Option {option} cannot be "{value}"; use {allowed}.',
  },
  'use.option-for': {
    'zh-Hans': '选项 {option} 不用于命令 {command}。',
    'zh-Hant': '選項 {option} 不用於命令 {command}。',
    en: 'Option {option} cannot be used with {command}.',
  },
  'use.not-together': {
    'zh-Hans': '选项 {option} 和 {other} 不能同时用。',
    'zh-Hant': '選項 {option} 和 {other} 不能同時用。',
    en: 'Options {option} and {other} cannot be used together.',
  },
  'use.only-pdf': {
    'zh-Hans': '选项 {option} 只用于输出 .pdf。',
    'zh-Hant': '選項 {option} 只用於輸出 .pdf。',
    en: 'Option {option} goes with a .pdf only.',
  },
  'use.option-needs-value': {
    'zh-Hans': '选项 {option} 后面要有一个值。',
    'zh-Hant': '選項 {option} 後面要有一個值。',
    en: 'Option {option} needs a value.',
  },
  'use.one-file': {
    'zh-Hans': '请指明一个（且只有一个）{what}；--help 显示用法。',
    'zh-Hant': '請指明一個（且只有一個）{what}；--help 顯示用法。',
    en: 'Give exactly one {what}; see --help.',
  },
  'use.no-file': {
    'zh-Hans': '请指明至少一篇讲稿；--help 显示用法。',
    'zh-Hant': '請指明至少一篇講稿；--help 顯示用法。',
    en: 'Give at least one FILE; see --help.',
  },
  'use.no-output': {
    'zh-Hans': '请用 -o 指明输出文件，例如 -o {example}。',
    'zh-Hant': '請用 -o 指明輸出檔案，例如 -o {example}。',
    en: 'Give the output file with -o, for example -o {example}.',
  },
  'use.output-kind': {
    'zh-Hans': '不能写出“{extension}”文件；{command} 可以写出：{allowed}。',
    'zh-Hant': '不能寫出「{extension}」檔案；{command} 可以寫出：{allowed}。',
    en: 'Cannot write a "{extension}" file; {command} writes {allowed}.',
  },
  'export.text-lost': {
    'zh-Hans': '没有输出 {path}：有 {count} 个字会丢失或重复，第一处：“{first}”。',
    'zh-Hant': '沒有輸出 {path}：有 {count} 個字會遺失或重複，第一處：「{first}」。',
    en: '{path} was not written: {count} {count|character|characters} would be lost or repeated, first here: "{first}".',
  },
  'pack.fault': {
    'zh-Hans': '没有输出 {path}：{paper} 里的“{text}”查不到出处（{reason}）。',
    'zh-Hant': '沒有輸出 {path}：{paper} 裡的「{text}」查不到出處（{reason}）。',
    en: '{path} was not written: "{text}" in {paper} has no origin ({reason}).',
  },
  'pack.no-names': {
    'zh-Hans': '讲稿没有写主讲人，所以没有席签；可用 --field names=姓名、姓名 填写。',
    'zh-Hant': '講稿沒有寫主講人，所以沒有桌牌；可用 --field names=姓名、姓名 填寫。',
    en: 'The text names no speaker: there are no table signs; type them with --field names=NAME、NAME.',
  },
  'pack.no-questions': {
    'zh-Hans': '讲稿中没有提出问题，所以没有讨论题。',
    'zh-Hant': '講稿中沒有提出問題，所以沒有討論題目。',
    en: 'The text asks no question: there is no sheet of questions.',
  },
  'pack.rename': {
    'zh-Hans':
      '{path} 第 {line} 行“{text}”不能用：应为“原栏名=新栏名”，新栏名 1 至 40 字；原栏名见 docs/pack.md。',
    'zh-Hant':
      '{path} 第 {line} 行「{text}」不能用：應為「原欄名=新欄名」，新欄名 1 至 40 字；原欄名見 docs/pack.md。',
    en: '{path}, line {line}, "{text}": must be LABEL=NAME, a name of 1 to 40 characters; docs/pack.md lists the labels.',
  },
  'pack.break': {
    'zh-Hans': '--break 不能用“{after}”：会议只有 {count} 篇讲稿。',
    'zh-Hant': '--break 不能用「{after}」：會議只有 {count} 篇講稿。',
    en: '--break cannot stand after speech {after}: the meeting has {count} {count|speech|speeches}.',
  },
  'pack.slides': { 'zh-Hans': '会议幻灯片', 'zh-Hant': '會議簡報', en: 'slides of the meeting' },
  'pack.slides-apart': {
    'zh-Hans':
      '没有输出 {path}：幻灯片不能和 A4 材料放在同一个文件里；请输出 .zip 或文件夹，或者单独输出 .pptx、.pdf。',
    'zh-Hant':
      '沒有輸出 {path}：簡報不能和 A4 文件放在同一個檔案裡；請輸出 .zip 或資料夾，或者單獨輸出 .pptx、.pdf。',
    en: '{path} was not written: slides cannot stand in one file with A4 papers; write a .zip or a folder, or the slides alone as .pptx or .pdf.',
  },
  'pack.nothing': {
    'zh-Hans': '没有输出 {path}：所选的材料都没有内容。',
    'zh-Hant': '沒有輸出 {path}：所選的文件都沒有內容。',
    en: '{path} was not written: none of the papers chosen has anything to hold.',
  },
  'pack.written': {
    'zh-Hans':
      '{path}：{count} 份材料；{source} 字出自讲稿，{label} 字是固定栏名，{typed} 字是所填内容，0 字添加。',
    'zh-Hant':
      '{path}：{count} 份文件；{source} 字出自講稿，{label} 字是固定欄名，{typed} 字是所填內容，0 字添加。',
    en: '{path}: {count} {count|paper|papers}; {source} characters from the text, {label} of labels, {typed} typed, 0 added.',
  },
  'export.overflow': {
    'zh-Hans': '注意：{count} 页内容超出版面（{which}）。',
    'zh-Hant': '注意：{count} 頁內容超出版面（{which}）。',
    en: 'Note: the content overflows on {count} {count|page|pages} ({which}).',
  },
  'export.pictures': {
    'zh-Hans': '注意：这些图片没有找到：{which}。',
    'zh-Hant': '注意：這些圖片沒有找到：{which}。',
    en: 'Note: these pictures were not found: {which}.',
  },
  'export.done': {
    'zh-Hans': '已写出 {path}（{count} 页）。',
    'zh-Hant': '已寫出 {path}（{count} 頁）。',
    en: 'Wrote {path} ({count} {count|page|pages}).',
  },
  'export.written': { 'zh-Hans': '已写出 {path}。', 'zh-Hant': '已寫出 {path}。', en: 'Wrote {path}.' },
  'export.unwritable': {
    'zh-Hans': '注意：有 {count} 种字符不能存入这种文件，已用“\ufffd”代替：{which}。',
    'zh-Hant': '注意：有 {count} 種字元不能存入這種檔案，已用「\ufffd」代替：{which}。',
    en: 'Note: {count} {count|character|characters} cannot be in such a file; "\ufffd" stands in {count|its place|their places}: {which}.',
  },
  'export.uncovered': {
    'zh-Hans': '注意：有 {count} 个字随文件带的字体里没有，用放映电脑自己的字体显示：{which}。',
    'zh-Hant': '注意：有 {count} 個字隨檔案帶的字型裡沒有，用放映電腦自己的字型顯示：{which}。',
    en: 'Note: {count} {count|character is|characters are} in none of the fonts in the file and shown in those of the computer: {which}.',
  },
  'build.empty': {
    'zh-Hans': '{path} 里没有讲稿（.txt、.md）。',
    'zh-Hant': '{path} 裡沒有講稿（.txt、.md）。',
    en: 'No speeches (.txt, .md) in {path}.',
  },
  'check.left-out': {
    'zh-Hans': '没有作为讲稿正文读入 {count} 处（--keep 类别 可以取回）：',
    'zh-Hant': '沒有作為講稿正文讀入 {count} 處（--keep 類別 可以取回）：',
    en: '{count} {count|part|parts} of the file {count|was|were} left out (--keep KIND puts them back):',
  },
  'check.more': {
    'zh-Hans': '……还有 {count} 处；--all 全部列出',
    'zh-Hant': '……還有 {count} 處；--all 全部列出',
    en: '… and {count} more; --all lists them all',
  },
  'check.paragraph': {
    'zh-Hans': '第 {number} 段“{words}”',
    'zh-Hant': '第 {number} 段「{words}」',
    en: 'paragraph {number}, "{words}"',
  },
  'check.start': { 'zh-Hans': '正文之前', 'zh-Hant': '正文之前', en: 'before the text' },
  'check.good': {
    'zh-Hans': '{name}：没有发现问题。',
    'zh-Hant': '{name}：沒有發現問題。',
    en: '{name}: no issues.',
  },
  'check.encoding': {
    'zh-Hans': '文件编码：{encoding}。不对的话，用 --encoding 指明。',
    'zh-Hant': '檔案編碼：{encoding}。不對的話，用 --encoding 指明。',
    en: 'File encoding: {encoding}. If that is wrong, set it with --encoding.',
  },
  'check.slide-overflow': {
    'zh-Hans': '第 {number} 张幻灯片（{ratio}）“{title}”的内容放不下',
    'zh-Hant': '第 {number} 張投影片（{ratio}）「{title}」的內容放不下',
    en: 'slide {number} ({ratio}) "{title}": the content does not fit',
  },
  'check.slides-fit': {
    'zh-Hans': '{count} 张幻灯片在 16:9、16:10 和 4:3 下都放得下。',
    'zh-Hant': '{count} 張投影片在 16:9、16:10 和 4:3 下都放得下。',
    en: 'All {count} slides fit, in 16:9, 16:10 and 4:3.',
  },
  'check.repairs': {
    'zh-Hans': '修复 {count} 处',
    'zh-Hant': '修復 {count} 處',
    en: '{count} {count|repair|repairs}',
  },
  'check.diagnostics': {
    'zh-Hans': '提示 {count} 条',
    'zh-Hant': '提示 {count} 條',
    en: '{count} {count|issue|issues}',
  },
  'check.lines': { 'zh-Hans': '第 {lines} 行', 'zh-Hant': '第 {lines} 行', en: 'line {lines}' },
  'file.not-understood': {
    'zh-Hans': '讲台读不了 {path}，文件没有改动；这是讲台的问题，请连同文件告诉开发者（{reason}）。',
    'zh-Hant': '講臺讀不了 {path}，檔案沒有改動；這是講臺的問題，請連同檔案告訴開發者（{reason}）。',
    en: 'Jiangtai cannot read {path}; the file was not changed. This is a fault of Jiangtai: please report it with the file ({reason}).',
  },
  'fault.ours': {
    'zh-Hans': '讲台自身出错了，讲稿没有改动：{reason}',
    'zh-Hant': '講臺自身出錯了，講稿沒有改動：{reason}',
    en: 'Something went wrong in Jiangtai; no speech was changed: {reason}',
  },
} as const;

export type MessageKey = keyof typeof MESSAGES;

export function message(key: MessageKey, language: Language, values?: MessageValues): string {
  return formatMessage(MESSAGES[key][language], values);
}
