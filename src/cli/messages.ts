/** A language of messages: 简体, 繁體, English. */
export type Language = 'hans' | 'hant' | 'en';

/** Sentences of the command line. `{name}` is filled in from the message's values. */
const MESSAGES = {
  'browser.named-missing': {
    hans: '环境变量 {variable} 指向的浏览器不存在：{path}。',
    hant: '環境變數 {variable} 指向的瀏覽器不存在：{path}。',
    en: 'The environment variable {variable} names a browser that is not there: {path}.',
  },
  'browser.none': {
    hans: '没有找到 Chrome、Edge 或 Chromium，也无法自动安装；请安装其中一个，或用环境变量 {variable} 指明它的位置。',
    hant: '找不到 Chrome、Edge 或 Chromium，也無法自動安裝；請安裝其中一個，或用環境變數 {variable} 指明它的位置。',
    en: 'No Chrome, Edge or Chromium was found and none could be installed; install one, or name it in the environment variable {variable}.',
  },
  'browser.failed': {
    hans: '浏览器没有启动：{path}（{reason}）。',
    hant: '瀏覽器沒有啟動：{path}（{reason}）。',
    en: 'The browser did not start: {path} ({reason}).',
  },
  'file.missing': {
    hans: '找不到文件：{path}。',
    hant: '找不到檔案：{path}。',
    en: 'No such file: {path}.',
  },
  'file.unreadable': {
    hans: '无法读取文件：{path}（{code}）。',
    hant: '無法讀取檔案：{path}（{code}）。',
    en: 'The file cannot be read: {path} ({code}).',
  },
  'file.is-folder': {
    hans: '{path} 是一个文件夹；请指明一个讲稿文件。',
    hant: '{path} 是一個資料夾；請指明一個講稿檔案。',
    en: '{path} is a folder; name a speech file.',
  },
  'file.not-folder': {
    hans: '{path} 不是文件夹。',
    hant: '{path} 不是資料夾。',
    en: '{path} is not a folder.',
  },
  'file.cannot-write': {
    hans: '无法写入 {path}（{code}）；什么也没有改动。',
    hant: '無法寫入 {path}（{code}）；什麼也沒有改動。',
    en: '{path} cannot be written ({code}); nothing was changed.',
  },
  'use.no-command': {
    hans: '请指明命令：check、text、model、slides、deck、handout 或 build；--help 显示用法。',
    hant: '請指明命令：check、text、model、slides、deck、handout 或 build；--help 顯示用法。',
    en: 'Name a command: check, text, model, slides, deck, handout or build; --help shows how.',
  },
  'use.unknown-command': {
    hans: '没有“{command}”这个命令；可用：check、text、model、slides、deck、handout、build。',
    hant: '沒有「{command}」這個命令；可用：check、text、model、slides、deck、handout、build。',
    en: 'There is no command "{command}"; there are check, text, model, slides, deck, handout and build.',
  },
  'use.unknown-option': {
    hans: '没有“{option}”这个选项；--help 显示用法。',
    hant: '沒有「{option}」這個選項；--help 顯示用法。',
    en: 'There is no option "{option}"; --help shows how.',
  },
  'use.option-value': {
    hans: '选项 {option} 的值“{value}”不对；可用：{allowed}。',
    hant: '選項 {option} 的值「{value}」不對；可用：{allowed}。',
    en: 'The option {option} cannot be "{value}"; it can be {allowed}.',
  },
  'use.option-for': {
    hans: '选项 {option} 不用于命令 {command}。',
    hant: '選項 {option} 不用於命令 {command}。',
    en: 'The option {option} does not go with the command {command}.',
  },
  'use.option-needs-value': {
    hans: '选项 {option} 后面要有一个值。',
    hant: '選項 {option} 後面要有一個值。',
    en: 'The option {option} needs a value.',
  },
  'use.one-file': {
    hans: '请指明一个（且只有一个）{what}；--help 显示用法。',
    hant: '請指明一個（且只有一個）{what}；--help 顯示用法。',
    en: 'Name one {what}, and only one; --help shows how.',
  },
  'use.no-output': {
    hans: '请用 -o 指明输出文件，例如 -o {example}。',
    hant: '請用 -o 指明輸出檔案，例如 -o {example}。',
    en: 'Name the output file with -o, for example -o {example}.',
  },
  'use.output-kind': {
    hans: '不能写出“{extension}”文件；{command} 可以写出：{allowed}。',
    hant: '不能寫出「{extension}」檔案；{command} 可以寫出：{allowed}。',
    en: 'No "{extension}" file can be written; {command} writes {allowed}.',
  },
  'export.text-lost': {
    hans: '没有输出 {path}：有 {count} 处文字会丢失或重复，第一处：“{first}”。',
    hant: '沒有輸出 {path}：有 {count} 處文字會遺失或重複，第一處：「{first}」。',
    en: '{path} was not written: text would be lost or doubled in {count} places, the first: "{first}".',
  },
  'export.overflow': {
    hans: '注意：{count} 页内容超出版面（{which}）。',
    hant: '注意：{count} 頁內容超出版面（{which}）。',
    en: 'Note: on {count} pages the content overflows ({which}).',
  },
  'export.pictures': {
    hans: '注意：这些图片没有找到：{which}。',
    hant: '注意：這些圖片沒有找到：{which}。',
    en: 'Note: these pictures were not found: {which}.',
  },
  'export.done': {
    hans: '已写出 {path}（{count} 页）。',
    hant: '已寫出 {path}（{count} 頁）。',
    en: 'Wrote {path} ({count} pages).',
  },
  'build.empty': {
    hans: '{path} 里没有讲稿（.txt、.md）。',
    hant: '{path} 裡沒有講稿（.txt、.md）。',
    en: 'There is no speech (.txt, .md) in {path}.',
  },
  'check.good': {
    hans: '{name}：没有发现问题。',
    hant: '{name}：沒有發現問題。',
    en: '{name}: nothing to report.',
  },
  'check.encoding': {
    hans: '文件编码：{encoding}。不对的话，用 --encoding 指明。',
    hant: '檔案編碼：{encoding}。不對的話，用 --encoding 指明。',
    en: 'Encoding of the file: {encoding}. If that is wrong, say so with --encoding.',
  },
  'check.slide-overflow': {
    hans: '第 {number} 张幻灯片（{ratio}）“{title}”的内容放不下',
    hant: '第 {number} 張投影片（{ratio}）「{title}」的內容放不下',
    en: 'slide {number} ({ratio}) "{title}": the content does not fit',
  },
  'check.slides-fit': {
    hans: '{count} 张幻灯片在 16:9 和 4:3 下都放得下。',
    hant: '{count} 張投影片在 16:9 和 4:3 下都放得下。',
    en: 'All {count} slides fit, in 16:9 and 4:3.',
  },
  'check.repairs': { hans: '修复 {count} 处', hant: '修復 {count} 處', en: '{count} repairs' },
  'check.diagnostics': { hans: '提示 {count} 条', hant: '提示 {count} 條', en: '{count} findings' },
  'check.lines': { hans: '第 {lines} 行', hant: '第 {lines} 行', en: 'line {lines}' },
  'start.ready': {
    hans: '讲台已启动，请在浏览器里打开：{url}\n（按 Ctrl+C 退出；讲稿保存在 {folder}）',
    hant: '講臺已啟動，請在瀏覽器裡開啟：{url}\n（按 Ctrl+C 結束；講稿存放在 {folder}）',
    en: 'Jiangtai is running; open {url} in a browser.\n(Ctrl+C stops it; speeches are kept in {folder})',
  },
  'start.port-used': {
    hans: '端口 {port} 已被占用；请用 --port 指明另一个端口。',
    hant: '連接埠 {port} 已被佔用；請用 --port 指明另一個連接埠。',
    en: 'Port {port} is in use; name another with --port.',
  },
  'start.port-moved': {
    hans: '端口 {port} 已被占用，改用 {used}。',
    hant: '連接埠 {port} 已被佔用，改用 {used}。',
    en: 'Port {port} is in use; using {used}.',
  },
  'fault.ours': {
    hans: '讲台自身出错了，讲稿没有改动：{reason}',
    hant: '講臺自身出錯了，講稿沒有改動：{reason}',
    en: 'Jiangtai itself failed; no speech was changed: {reason}',
  },
} as const;

export type MessageKey = keyof typeof MESSAGES;

/**
 * Language of the person at the terminal, from LC_ALL, LC_MESSAGES, LANG in that order.
 * Simplified Chinese unless the locale says Traditional (TW, HK, MO, Hant) or another language;
 * `C` and `POSIX` say nothing.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(locale)) return 'hant';
  if (/^(zh|C\b|POSIX)/i.test(locale) || locale === '') return 'hans';
  return 'en';
}

/** Fills `{name}` in a sentence; an unknown name stays visible, so that a test can see it. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([\w-]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function message(
  key: MessageKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(MESSAGES[key][language], values);
}
