/** Sets of labels: the mainland's in Simplified characters, Taiwan's, Hong Kong's. Each is written by hand, none is converted. */
export const LABEL_SETS = ['hans', 'tw', 'hk'] as const;
export type LabelSet = (typeof LABEL_SETS)[number];

type Label = { readonly [set in LabelSet]?: string };

/**
 * Every word of ours that may stand on a paper, by id; docs/pack.md prints the same table. A set lacks what has no use
 * there: Taiwan and Hong Kong the kinds of a party branch's meetings, the mainland the programme of a ceremony.
 */
export const LABELS = {
  // Papers
  notice: { hans: '会议通知', tw: '開會通知單', hk: '會議通知' },
  'sign-in': { hans: '签到表', tw: '簽到簿', hk: '簽到表' },
  agenda: { hans: '议程', tw: '議程', hk: '議程' },
  programme: { tw: '程序', hk: '程序表' },
  cue: { hans: '主持提示', tw: '主持提示', hk: '主持提示' },
  record: { hans: '会议记录', tw: '會議紀錄', hk: '會議紀錄' },
  study: { hans: '学习记录', tw: '研習紀錄', hk: '研習紀錄' },
  questions: { hans: '讨论题', tw: '討論題目', hk: '討論題目' },
  'table-signs': { hans: '席签', tw: '桌牌', hk: '名牌' },
  slides: { hans: '幻灯片', tw: '簡報', hk: '簡報' },
  // Kinds of meeting
  'branch-assembly': { hans: '支部党员大会' },
  'branch-committee': { hans: '支部委员会' },
  'party-group': { hans: '党小组会' },
  'party-lesson': { hans: '党课' },
  'party-day': { hans: '主题党日' },
  forum: { hans: '座谈会', tw: '座談會', hk: '座談會' },
  // Head
  meeting: { hans: '会议名称', tw: '會議名稱', hk: '會議名稱' },
  subject: { hans: '主题', tw: '主題', hk: '主題' },
  time: { hans: '时间', tw: '時間', hk: '時間' },
  place: { hans: '地点', tw: '地點', hk: '地點' },
  organizer: { hans: '组织单位', tw: '主辦單位', hk: '主辦單位' },
  chair: { hans: '主持人', tw: '主席', hk: '主席' },
  speaker: { hans: '主讲人', tw: '主講人', hk: '主講人' },
  recorder: { hans: '记录人', tw: '紀錄', hk: '秘書' },
  attendees: { hans: '参加人员', tw: '出席人員', hk: '出席人士' },
  expected: { hans: '应到', tw: '應到', hk: '應到' },
  present: { hans: '实到', tw: '出席', hk: '出席' },
  'sitting-in': { hans: '列席', tw: '列席', hk: '列席' },
  absent: { hans: '缺席', tw: '缺席', hk: '缺席' },
  leave: { hans: '请假', tw: '請假', hk: '請假' },
  reason: { hans: '事由', tw: '事由', hk: '事由' },
  persons: { hans: '人', tw: '人', hk: '人' },
  // Sign-in
  number: { hans: '序号', tw: '編號', hk: '編號' },
  name: { hans: '姓名', tw: '姓名', hk: '姓名' },
  unit: { hans: '单位', tw: '單位', hk: '機構' },
  post: { hans: '职务', tw: '職稱', hk: '職銜' },
  signature: { hans: '签名', tw: '簽名', hk: '簽署' },
  remarks: { hans: '备注', tw: '備註', hk: '備註' },
  phone: { hans: '电话', tw: '電話', hk: '電話' },
  // Record
  topic: { hans: '议题', tw: '議題', hk: '議題' },
  studied: { hans: '学习内容', tw: '報告內容', hk: '報告內容' },
  who: { hans: '发言人', tw: '發言人', hk: '發言人' },
  said: { hans: '发言', tw: '發言', hk: '發言' },
  discussion: { hans: '讨论', tw: '討論', hk: '討論' },
  decision: { hans: '决定', tw: '決議', hk: '決議' },
  motions: { tw: '臨時動議', hk: '其他事項' },
  photos: { hans: '照片', tw: '照片', hk: '照片' },
  'chair-signature': { hans: '主持人签名', tw: '主席簽名', hk: '主席簽署' },
  'recorder-signature': { hans: '记录人签名', tw: '紀錄簽名', hk: '秘書簽署' },
  review: { hans: '审核', tw: '審核', hk: '審核' },
  // Agenda
  step: { hans: '环节', tw: '項目', hk: '項目' },
  content: { hans: '内容', tw: '內容', hk: '內容' },
  duration: { hans: '用时', tw: '所需時間', hk: '所需時間' },
  about: { hans: '约', tw: '約', hk: '約' },
  minutes: { hans: '分钟', tw: '分鐘', hk: '分鐘' },
  charge: { hans: '负责人', tw: '負責人', hk: '負責人' },
  break: { hans: '休息', tw: '休息', hk: '小休' },
  // Ceremony
  'ceremony-begins': { tw: '典禮開始' },
  'chair-speaks': { tw: '主席致詞' },
  'guests-speak': { tw: '來賓致詞' },
  awards: { tw: '頒獎' },
  gifts: { tw: '致贈' },
  'ceremony-ends': { tw: '禮成' },
  // Cue card
  start: { hans: '开场', tw: '開場', hk: '開場' },
  'now-please': { hans: '下面，请', tw: '接下來，請', hk: '接下來，有請' },
  'first-words': { hans: '讲稿开头', tw: '講稿開頭', hk: '講稿開頭' },
  'last-words': { hans: '讲稿结尾', tw: '講稿結尾', hk: '講稿結尾' },
  close: { hans: '散会', tw: '散會', hk: '散會' },
  // Sheets
  outline: { hans: '提纲', tw: '大綱', hk: '大綱' },
  points: { hans: '要点', tw: '重點', hk: '重點' },
  notes: { hans: '笔记', tw: '筆記', hk: '筆記' },
  reflections: { hans: '我的体会', tw: '我的心得', hk: '我的心得' },
  answer: { hans: '答', tw: '答', hk: '答' },
  date: { hans: '日期', tw: '日期', hk: '日期' },
  // Notice
  contact: { hans: '联系人', tw: '聯絡人', hk: '聯絡人' },
  // Page
  'page-number': { hans: '第', tw: '第', hk: '第' },
  page: { hans: '页', tw: '頁', hk: '頁' },
  'page-count': { hans: '共', tw: '共', hk: '共' },
} as const satisfies Readonly<Record<string, Label>>;

export type LabelId = keyof typeof LABELS;

/** Ids of all labels, in the order of the table. */
export const LABEL_IDS = Object.keys(LABELS) as readonly LabelId[];

/** A label as a set has it; undefined where the set has no use for it. */
export function labelText(id: LabelId, set: LabelSet): string | undefined {
  return (LABELS[id] as Label)[set];
}

/** Kinds of meeting, of which the other sets have only some. */
export const MEETING_KINDS = [
  'branch-assembly',
  'branch-committee',
  'party-group',
  'party-lesson',
  'party-day',
  'forum',
] as const satisfies readonly LabelId[];
export type MeetingKind = (typeof MEETING_KINDS)[number];
