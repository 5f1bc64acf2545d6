import type { TextLine } from './block-parts.ts';
import { dateAndPlace, dateLine, dateWithin } from './dates.ts';
import { isName, isRole, personOf } from './people.ts';
import { type MetaKey, TITLE_LABELS, titleLabel } from './title-labels.ts';
import type { FoundText, TitleLineRole } from './types.ts';

export type MetaValues = Partial<Record<MetaKey, FoundText>>;

const ALL_LABELS = TITLE_LABELS.map((label) => label.words).join('|');
const LABEL = new RegExp(`(?:^|[ \\t\\u3000；;]+)(${ALL_LABELS})[ \\u3000]*[：:][ \\u3000]*`, 'g');

/** 在…上的讲话: the occasion is what stands between. */
export const OCCASION =
  /在(.{2,50}?)(?:上|中|期间|期間|时|時|前)?的?(?:讲话|講話|发言|發言|致辞|致辭|致词|致詞|党课|黨課|报告|報告|讲稿|講稿|演讲|演講|汇报|匯報|主持词|主持詞|总结|總結|动员|動員)/;
export const ORGANIZATION =
  /(?:委员会|委員會|支部|总支|總支|公司|集团|集團|局|厅|廳|学校|學校|大学|大學|中学|中學|小学|小學|学院|學院|医院|醫院|协会|協會|商会|商會|办公室|辦公室|政府|党委|黨委|公所)$/;

interface Labelled {
  readonly role: TitleLineRole;
  readonly key?: MetaKey;
  readonly value: string;
  readonly offset: number;
}

/** 时间：… 地点：… also several on one line. Nothing where the line does not begin with a label. */
export function* labelled(text: string): Generator<Labelled> {
  const matches = [...text.matchAll(LABEL)];
  if (matches.length === 0 || matches[0]!.index !== 0) return;
  for (const [index, match] of matches.entries()) {
    const offset = match.index + match[0].length;
    const value = text.slice(offset, matches[index + 1]?.index ?? text.length).trim();
    const entry = titleLabel(match[1]!);
    if (entry && value !== '')
      yield { role: entry.role, ...(entry.key && { key: entry.key }), value, offset };
  }
}

type Piece = (text: string, offset: number) => FoundText;

/** Values on a line; their ranges hold as long as the line has no markup, else they are the whole line's. */
export function valuesOf(line: TextLine, role: TitleLineRole): MetaValues {
  const verbatim = line.text.length === line.end - line.start;
  const piece: Piece = (text, offset) => ({
    text,
    range: verbatim
      ? { start: line.start + offset, end: line.start + offset + text.length }
      : { start: line.start, end: line.end },
  });
  const { text } = line;
  const values: MetaValues = {};
  const labels = [...labelled(text)];
  for (const label of labels) {
    if (label.key === 'speaker') Object.assign(values, personValues(label.value, label.offset, true, piece));
    else if (label.key) values[label.key] ??= piece(label.value, label.offset);
  }
  if (labels.length > 0) return values;
  const occasion = OCCASION.exec(text);
  switch (role) {
    case 'title':
    case 'subtitle': {
      values[role] = piece(text, 0);
      if (occasion) values.occasion = piece(occasion[1]!, occasion.index + 1);
      const date = role === 'subtitle' ? dateWithin(text) : undefined;
      if (date && /^[—─－-]*$/.test(text.slice(0, date.offset))) values.date = piece(date.text, date.offset);
      break;
    }
    case 'date':
    case 'speaker':
    case 'other':
      lineValues(text, role, values, piece);
      break;
    case 'occasion':
    case 'place':
      values[role] = piece(text.replace(/^[（(]|[）)]$/g, ''), /^[（(]/.test(text) ? 1 : 0);
  }
  return values;
}

function lineValues(text: string, role: TitleLineRole, values: MetaValues, piece: Piece): void {
  const inner = /^[（(〔【](.*)[）)〕】]$/.exec(text)?.[1];
  const whole = role === 'date' && inner !== undefined && inner.length <= 30 && !dateLine(text);
  const date = whole ? { text: inner, offset: 1 } : (dateLine(text) ?? dateWithin(text));
  if (date && role !== 'other') values.date = piece(date.text, date.offset);
  const there = role === 'date' && inner === undefined ? dateAndPlace(text) : undefined;
  if (there) values.place = piece(there.place, text.length - there.place.length);
  const rest = withoutDate(inner ?? text);
  if (role === 'speaker') {
    const who = rest.trim().replace(/[：:]$/, '');
    Object.assign(values, personValues(who, text.indexOf(who), false, piece));
  }
  if (role === 'other' && ORGANIZATION.test(text)) values.organization = piece(text, 0);
}

function personValues(text: string, offset: number, knownPerson: boolean, piece: Piece): MetaValues {
  const person = personOf(text, { knownPerson });
  const values: MetaValues = {};
  if (!person && isRole(text)) values.role = piece(text, offset);
  else if (!person && isPersonalName(text)) values.speaker = piece(text, offset);
  if (person?.role) values.role = piece(person.role.text, offset + person.role.offset);
  if (person?.name) values.speaker = piece(person.name.text, offset + person.name.offset);
  return values;
}

export function isPersonalName(text: string): boolean {
  return isName(text) || /^\p{Script=Han}[ \u3000]*\p{Script=Han}{1,2}$/u.test(text);
}

export function withoutDate(text: string): string {
  const date = dateWithin(text);
  if (!date) return text;
  if (text.startsWith(date.text)) return text.slice(date.text.length).trim();
  const before = text
    .slice(0, date.offset)
    .replace(/[（(]$/, '')
    .trim();
  return /^[）)]?$/.test(text.slice(date.offset + date.text.length)) ? before : text;
}

/** Where the words about the occasion begin, behind who speaks: 云山市市长李明|在…上的讲话. */
const OCCASION_BEGINS =
  /(?:在|出席|于|於|就)|(?=(?:新春|新年|元旦|春节|春節|国庆|國慶)?(?:致[辞辭词詞]|讲话|講話|献词|獻詞|寄语|寄語|贺词|賀詞|谈话|談話))/u;
const OFFICE =
  /(?:党委|黨委|党组|黨組|党总支|黨總支|党支部|黨支部|团委|團委)?(?:常务|常務|执行|執行|名誉|名譽)?副?(?:书记|書記|主席|主任|理事长|理事長|董事长|董事長|秘书长|秘書長|总经理|總經理|总裁|總裁|会长|會長|[局县縣市区區省镇鎮乡鄉村部处處科厅廳司院校园園所署里行社]长|[局县縣市区區省镇鎮乡鄉村部处處科厅廳司院校园園所署里行社]長)$/u;
/** Last characters of a body or a place that has offices. */
const BODY =
  /(?:[局县縣市区區省镇鎮乡鄉村部处處科厅廳司院校园園所署里行社]|公司|集团|集團|大学|大學|中学|中學|小学|小學|委员会|委員會|常委会|协会|協會|学会|學會|商会|商會|公会|公會|工会|工會|理事会|理事會|董事会|董事會|基金会|基金會|联合会|聯合會|中心|银行|銀行)$/u;

/** The office at the end of a title's first words, with its body: 运输局局长, but only 市長 of 中華民國一一三年市長. */
function officeAt(head: string): { text: string; offset: number } | undefined {
  const office = OFFICE.exec(head);
  if (!office) return undefined;
  const before = head.slice(0, office.index);
  const offset = BODY.test(before) && !/[0-9一二三四五六七八九〇年，、]/.test(before) ? 0 : office.index;
  return { text: head.slice(offset), offset };
}

/**
 * Who speaks, where a title begins with it: 市長出席…致詞 · 李明校长在…上的讲话. Nothing where it begins with
 * anything else.
 */
export function speakerBefore(title: FoundText): Pick<MetaValues, 'role' | 'speaker'> {
  const lead = /^[—─－-]*/.exec(title.text)![0].length;
  const at = title.text.slice(lead).search(OCCASION_BEGINS);
  if (at < 2 || title.text.length !== title.range.end - title.range.start) return {};
  const head = title.text.slice(lead, lead + at).replace(/(?:同志|先生|女士|[：:])$/u, '');
  const piece: Piece = (text, offset) => {
    const start = title.range.start + lead + offset;
    return { text, range: { start, end: start + text.length } };
  };
  for (let length = 2; length <= 4; length++) {
    const office = head.slice(length);
    if (isName(head.slice(0, length)) && office.length <= 4 && officeAt(office)?.offset === 0)
      return { speaker: piece(head.slice(0, length), 0), role: piece(office, length) };
  }
  const person = personOf(head);
  if (person?.name && (person.role || isName(head)))
    return {
      speaker: piece(person.name.text, person.name.offset),
      ...(person.role && { role: piece(person.role.text, person.role.offset) }),
    };
  const office = officeAt(head);
  return office ? { role: piece(office.text, office.offset) } : {};
}
