import type { Language } from '../i18n/language.ts';
import { formatMessage, type Message, type MessageValues } from '../i18n/message.ts';

/** Sentences of `npm start` for the person at the terminal. */
export const SERVER_MESSAGES = {
  'start.building': {
    'zh-Hans': '正在生成讲台的页面（只在第一次启动和程序更新之后），请稍候…',
    'zh-Hant': '正在產生講臺的頁面（只在第一次啟動和程式更新之後），請稍候…',
    en: 'Building Jiangtai’s pages (only the first time and after an update) …',
  },
  'start.ready': {
    'zh-Hans': '讲台已启动，请在浏览器里打开：{url}\n（按 Ctrl+C 退出；讲稿保存在 {folder}）',
    'zh-Hant': '講臺已啟動，請在瀏覽器裡開啟：{url}\n（按 Ctrl+C 結束；講稿存放在 {folder}）',
    en: 'Jiangtai is running; open {url} in a browser.\n(Ctrl+C stops it; speeches are kept in {folder})',
  },
  'start.build-failed': {
    'zh-Hans': '页面没有生成，讲台不能启动；讲稿没有改动。原因：{reason}',
    'zh-Hant': '頁面沒有產生，講臺無法啟動；講稿沒有改動。原因：{reason}',
    en: 'The pages could not be built, so Jiangtai cannot start; no speech was changed. Reason: {reason}',
  },
  'start.old-build': {
    'zh-Hans': '页面没有重新生成，继续用上一次生成的。原因：{reason}',
    'zh-Hant': '頁面沒有重新產生，繼續用上一次產生的。原因：{reason}',
    en: 'The pages could not be rebuilt; the last build is used. Reason: {reason}',
  },
  'start.folder-missing': {
    'zh-Hans': '注意：找不到讲稿文件夹 {folder}；建好或接上以后，在页面里重试。',
    'zh-Hant': '注意：找不到講稿資料夾 {folder}；建好或接上以後，在頁面裡重試。',
    en: 'Note: the speeches folder {folder} was not found; once it is there, try again in the page.',
  },
  'start.folder-unreadable': {
    'zh-Hans': '注意：讲稿文件夹 {folder} 不能读取，请检查它的权限。',
    'zh-Hant': '注意：講稿資料夾 {folder} 無法讀取，請檢查它的權限。',
    en: 'Note: the speeches folder {folder} cannot be read; check its permissions.',
  },
  'start.folder-read-only': {
    'zh-Hans': '注意：讲稿文件夹 {folder} 不能写入，改动不会保存到文件里；请检查它的权限。',
    'zh-Hant': '注意：講稿資料夾 {folder} 無法寫入，改動不會存到檔案裡；請檢查它的權限。',
    en: 'Note: the speeches folder {folder} cannot be written, so edits will not be saved to its files; check its permissions.',
  },
  'start.port-used': {
    'zh-Hans': '端口 {port} 已被占用；请用 --port 指明另一个端口。',
    'zh-Hant': '連接埠 {port} 已被佔用；請用 --port 指明另一個連接埠。',
    en: 'Port {port} is in use; choose another with --port.',
  },
  'start.port-refused': {
    'zh-Hans': '端口 {port} 不能使用（{reason}）；请用 --port 指明另一个端口。',
    'zh-Hant': '連接埠 {port} 無法使用（{reason}）；請用 --port 指明另一個連接埠。',
    en: 'Port {port} cannot be used ({reason}); choose another with --port.',
  },
  'start.port-moved': {
    'zh-Hans': '端口 {port} 已被占用，改用 {used}。',
    'zh-Hant': '連接埠 {port} 已被佔用，改用 {used}。',
    en: 'Port {port} is in use; using {used}.',
  },
  'start.unknown-option': {
    'zh-Hans': '没有“{option}”这个选项；可用：--port N、--no-open。',
    'zh-Hant': '沒有「{option}」這個選項；可用：--port N、--no-open。',
    en: 'Unknown option "{option}"; available: --port N, --no-open.',
  },
  'start.option-value': {
    'zh-Hans': '选项 {option} 的值“{value}”不对；可用：{allowed}。',
    'zh-Hant': '選項 {option} 的值「{value}」不對；可用：{allowed}。',
    en: 'Option {option} cannot be "{value}"; use {allowed}.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type ServerMessageKey = keyof typeof SERVER_MESSAGES;

/** One of {@link SERVER_MESSAGES} with its values filled in. */
export function serverMessage(key: ServerMessageKey, language: Language, values?: MessageValues): string {
  return formatMessage(SERVER_MESSAGES[key][language], values);
}
