import type { Language } from '../../i18n/language.ts';

const HANS: Readonly<Record<string, string>> = {
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全选',
  'match case': '区分大小写',
  'by word': '全字',
  regexp: '正则',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前结果',
  'replaced $ matches': '替换了 $ 处',
  'replaced match on line $': '替换了第 $ 行的一处',
  'on line': '行号',
  'Selection deleted': '删除了所选文字',
  'Go to line': '转到行',
  go: '转到',
  'Control character': '控制字符',
};

const HANT: Readonly<Record<string, string>> = {
  Find: '尋找',
  Replace: '取代為',
  next: '下一個',
  previous: '上一個',
  all: '全選',
  'match case': '區分大小寫',
  'by word': '全字',
  regexp: '正規式',
  replace: '取代',
  'replace all': '全部取代',
  close: '關閉',
  'current match': '目前結果',
  'replaced $ matches': '取代了 $ 處',
  'replaced match on line $': '取代了第 $ 行的一處',
  'on line': '行號',
  'Selection deleted': '刪除了所選文字',
  'Go to line': '移至行',
  go: '移至',
  'Control character': '控制字元',
};

/** CodeMirror's own words (its English phrase is the key). */
export const CODEMIRROR_PHRASES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-Hans': HANS,
  'zh-Hant': HANT,
  en: {},
};
