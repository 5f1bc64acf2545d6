import type { TitleLineRole } from './types.ts';

/** What can be known about a speech, as a key of `Meta`. */
export type MetaKey =
  | 'title'
  | 'subtitle'
  | 'speaker'
  | 'role'
  | 'organization'
  | 'date'
  | 'occasion'
  | 'place'
  | 'source';

/**
 * Labels before a value, in the title block (`时间：…`) and as keys of front matter, as regular expression sources. With
 * a role but without a key: the line is kept as written, label included.
 */
export const TITLE_LABELS: readonly {
  readonly words: string;
  readonly role: TitleLineRole;
  readonly key?: MetaKey;
}[] = [
  { words: '标题|標題|题目|題目|主题|主題|课题|課題', role: 'title', key: 'title' },
  { words: '时间|時間|日期|演讲时间|演講時間|讲课时间', role: 'date', key: 'date' },
  { words: '地点|地點|会场|會場', role: 'place', key: 'place' },
  {
    words:
      '主讲人?|主講人?|演讲人|演講人|演讲者|演講者|报告人|報告人|发言人|發言人|讲话人|講話人|致辞人?|致辭人?|致詞人?|宣讲人|宣講人|汇报人|匯報人|授课人|授課人|讲师|講師|作者|演说者|演說者',
    role: 'speaker',
    key: 'speaker',
  },
  { words: '主持人?|記錄|记录|听众|聽眾|对象|對象|参加人员|參加人員|出席|列席', role: 'other' },
  { words: '场合|場合|会议|會議|活动|活動|活动名称', role: 'occasion', key: 'occasion' },
  { words: '单位|單位|部门|部門', role: 'other', key: 'organization' },
  { words: '职务|職務|职位|職位', role: 'speaker', key: 'role' },
  { words: '来源|來源', role: 'other', key: 'source' },
];

/** The label that a word is; undefined for any other word. */
export function titleLabel(word: string): (typeof TITLE_LABELS)[number] | undefined {
  return LABEL_PATTERNS.find(({ pattern }) => pattern.test(word))?.label;
}

const LABEL_PATTERNS = TITLE_LABELS.map((label) => ({ label, pattern: new RegExp(`^(?:${label.words})$`) }));
