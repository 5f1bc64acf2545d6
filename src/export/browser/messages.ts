import type { Message } from '../../i18n/message.ts';

/** Why a browser cannot print, by code of {@link ExportError}. */
export const EXPORT_ERRORS = {
  'browser.named-missing': {
    'zh-Hans': '环境变量 {variable} 指向的浏览器不存在：{path}。',
    'zh-Hant': '環境變數 {variable} 指向的瀏覽器不存在：{path}。',
    en: 'The browser set in {variable} does not exist: {path}.',
  },
  'browser.none': {
    'zh-Hans':
      '没有找到 Chrome、Edge 或 Chromium，也无法自动安装；请安装其中一个，或用环境变量 {variable} 指明它的位置。',
    'zh-Hant':
      '找不到 Chrome、Edge 或 Chromium，也無法自動安裝；請安裝其中一個，或用環境變數 {variable} 指明它的位置。',
    en: 'Chrome, Edge or Chromium was not found and could not be installed. Install one of them, or set the environment variable {variable} to its path.',
  },
  'browser.failed': {
    'zh-Hans': '浏览器没有启动：{path}（{reason}）。',
    'zh-Hant': '瀏覽器沒有啟動：{path}（{reason}）。',
    en: 'The browser did not start: {path} ({reason}).',
  },
  'pages.none': {
    'zh-Hans': '没有输出：从第 {from} 页起，但一共只有 {count} 页。',
    'zh-Hant': '沒有輸出：從第 {from} 頁起，但一共只有 {count} 頁。',
    en: 'Nothing was written: page {from} was asked for, but there {count|is|are} {count} {count|page|pages}.',
  },
  'pages.text-lost': {
    'zh-Hans': '没有输出讲义：排出的页面与讲稿有 {count} 个字不符。',
    'zh-Hant': '沒有輸出講義：排出的頁面與講稿有 {count} 個字不符。',
    en: 'The handout was not written: its pages differ from the speech in {count} {count|character|characters}.',
  },
} as const satisfies Readonly<Record<string, Message>>;
