import { bareText } from '../text/bare-text.ts';
import type { RawBlock, TextLine } from './block-parts.ts';
import { dateLine, dateWithin } from './dates.ts';
import type { FrontMatter, MetaKey } from './front-matter.ts';
import { isCueLine } from './inline-spans.ts';
import { matchMarker } from './numbering.ts';
import { isName, isRole, personOf } from './people.ts';
import { isGreeting, isSalutation } from './salutation.ts';
import type { FoundText, TitleLine, TitleLineRole } from './types.ts';

export type MetaValues = Partial<Record<MetaKey, FoundText>>;

export interface TitleBlock {
  readonly lines: readonly TitleLine[];
  readonly values: MetaValues;
  /** How many blocks it took. */
  readonly used: number;
}

/** Labels before a value, with what the value is. `other`: kept as a line, known by no name. */
const LABELS: readonly { readonly words: string; readonly role: TitleLineRole; readonly key?: MetaKey }[] = [
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
const ALL_LABELS = LABELS.map((label) => label.words).join('|');
const LABEL = new RegExp(`(?:^|[ \\t\\u3000；;]+)(${ALL_LABELS})[ \\u3000]*[：:][ \\u3000]*`, 'g');

const SUBTITLE = /^(?:——|──|—|--|－－)/;
/** 在…上的讲话: the occasion is what stands between. */
const OCCASION =
  /在(.{2,50}?)(?:上|中|期间|期間|时|時|前)?的?(?:讲话|講話|发言|發言|致辞|致辭|致词|致詞|党课|黨課|报告|報告|讲稿|講稿|演讲|演講|汇报|匯報|主持词|主持詞|总结|總結|动员|動員)/;
const ORGANIZATION =
  /(?:委员会|委員會|支部|总支|總支|公司|集团|集團|局|厅|廳|学校|學校|大学|大學|中学|中學|小学|小學|学院|學院|医院|醫院|协会|協會|商会|商會|办公室|辦公室|政府|党委|黨委|公所)$/;
const MOST_LINES = 12;

/**
 * The title block in any of its usual orders, read from the first lines until the speech itself begins:
 * a salutation, a numbered heading, a paragraph. Front matter wins; its values come first, as lines of
 * their own, unless the text has a line for the same thing.
 */
export function readTitleBlock(blocks: readonly RawBlock[], front: FrontMatter): TitleBlock {
  const lines: TitleLine[] = [];
  const found: MetaValues = {};
  const ownTitle = front.values.title;
  let used = 0;
  while (used < Math.min(blocks.length, MOST_LINES)) {
    const block = blocks[used]!;
    if (block.kind !== 'line' || startsSpeech(block)) break;
    const after = blocks.slice(used + 1, used + 4);
    const role = lineRole(block, lines, after, ownTitle);
    if (!role) break;
    lines.push({
      kind: 'title-line',
      role,
      children: block.children,
      range: { start: block.start, end: block.end },
    });
    for (const [key, value] of Object.entries(valuesOf(block, role)) as [MetaKey, FoundText][]) {
      found[key] = key === 'title' && found.title ? joinTitles(found.title, value) : (found[key] ?? value);
    }
    used++;
  }
  return { lines: [...frontLines(front, lines), ...lines], values: { ...found, ...front.values }, used };
}

function startsSpeech(line: TextLine): boolean {
  if (isSalutation(line.text) || isGreeting(line.text) || isCueLine(line.text)) return true;
  return matchMarker(line.text, 'line') !== undefined;
}

function lineRole(
  line: TextLine,
  before: readonly TitleLine[],
  after: readonly RawBlock[],
  ownTitle: FoundText | undefined,
): TitleLineRole | undefined {
  const sure = sureRole(line, before, after);
  if (line.depth !== undefined) {
    if (ownTitle && bareText(line.text) === bareText(ownTitle.text)) return 'title';
    // Front matter has the title; another one on top of the text is kept beside it.
    if (ownTitle)
      return line.depth === 1 &&
        before.length === 0 &&
        after.every((block) => block.kind !== 'line' || block.depth !== 1)
        ? 'other'
        : undefined;
    return line.depth === 1 && before.length === 0 ? 'title' : undefined;
  }
  const hasTitle = ownTitle !== undefined || before.some((other) => other.role === 'title');
  if (ownTitle && bareText(line.text) === bareText(ownTitle.text)) return 'title';
  if (sure && (hasTitle || sure.alone)) return sure.role;
  if (ownTitle || !looksLikeTitle(line.text) || after.length === 0) return undefined;
  if (before.every((other) => other.role !== 'title')) return 'title';
  const titles = before.filter((other) => other.role === 'title').length;
  if (titles !== before.length || titles >= 3) return undefined;
  // A second line of title is believed only when the rest of the title block follows.
  return followedByBlock(after) ? 'title' : undefined;
}

function followedByBlock(after: readonly RawBlock[]): boolean {
  const [next, second] = after;
  if (next?.kind !== 'line') return false;
  if (isSalutation(next.text) || isGreeting(next.text) || sureRole(next, [], after.slice(1))) return true;
  return (
    looksLikeTitle(next.text) &&
    next.text.length > 4 &&
    second !== undefined &&
    followedByBlock(after.slice(1))
  );
}

/** What a line is by its form. `alone`: also where no title stands before it. */
function sureRole(
  line: TextLine,
  before: readonly TitleLine[],
  after: readonly RawBlock[],
): { role: TitleLineRole; alone: boolean } | undefined {
  const { text } = line;
  if (text.length > 90) return undefined;
  const label = [...labelled(text)][0];
  if (label) return { role: label.role, alone: true };
  if (dateLine(text)) return { role: 'date', alone: true };
  if (SUBTITLE.test(text)) return { role: 'subtitle', alone: false };
  if (before.length > 0 && /^在.+的.{2,4}$/.test(text) && OCCASION.test(text))
    return { role: 'subtitle', alone: false };
  const inner = /^[（(〔【](.*)[）)〕】]$/.exec(text)?.[1];
  if (inner !== undefined) {
    const plain = inner.trim();
    if (personOf(withoutDate(plain))) return { role: 'speaker', alone: false };
    if (dateWithin(plain)?.offset === 0) return { role: 'date', alone: true };
    return { role: /^在.+[上中]$/.test(plain) ? 'occasion' : 'other', alone: false };
  }
  if (/[。！？；，]$/.test(text)) return undefined;
  if (personOf(withoutDate(text))) return { role: 'speaker', alone: false };
  const next = after[0];
  if (isRole(text) && text.length <= 40 && next?.kind === 'line' && isPersonalName(next.text))
    return { role: 'speaker', alone: false };
  if (before.at(-1)?.role === 'speaker' && isPersonalName(text)) return { role: 'speaker', alone: false };
  const date = dateWithin(text);
  if (date && date.text.length * 2 > text.length) return { role: 'date', alone: false };
  if (ORGANIZATION.test(text) && text.length <= 30 && before.length > 0)
    return { role: 'other', alone: false };
  return undefined;
}

function isPersonalName(text: string): boolean {
  return isName(text) || /^\p{Script=Han}[ \u3000]*\p{Script=Han}{1,2}$/u.test(text);
}

function withoutDate(text: string): string {
  const date = dateWithin(text);
  if (!date) return text;
  if (text.startsWith(date.text)) return text.slice(date.text.length).trim();
  const before = text
    .slice(0, date.offset)
    .replace(/[（(]$/, '')
    .trim();
  return /^[）)]?$/.test(text.slice(date.offset + date.text.length)) ? before : text;
}

function looksLikeTitle(text: string): boolean {
  return text.length <= 60 && !/[。；，：,;:…]$/.test(text) && !/。/.test(text.slice(0, -1));
}

interface Labelled {
  readonly role: TitleLineRole;
  readonly key?: MetaKey;
  readonly value: string;
  readonly offset: number;
}

/** 时间：… 地点：… also several on one line. Nothing where the line does not begin with a label. */
function* labelled(text: string): Generator<Labelled> {
  const matches = [...text.matchAll(LABEL)];
  if (matches.length === 0 || matches[0]!.index !== 0) return;
  for (const [index, match] of matches.entries()) {
    const offset = match.index + match[0].length;
    const value = text.slice(offset, matches[index + 1]?.index ?? text.length).trim();
    const entry = LABELS.find((label) => new RegExp(`^(?:${label.words})$`).test(match[1]!));
    if (entry && value !== '')
      yield { role: entry.role, ...(entry.key && { key: entry.key }), value, offset };
  }
}

/** Values on a line; their ranges hold as long as the line has no markup, else they are the whole line's. */
function valuesOf(line: TextLine, role: TitleLineRole): MetaValues {
  const verbatim = line.text.length === line.end - line.start;
  const piece = (text: string, offset: number): FoundText => ({
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
    case 'subtitle':
      values[role] = piece(text, 0);
      if (occasion) values.occasion = piece(occasion[1]!, occasion.index + 1);
      break;
    case 'date':
    case 'speaker':
    case 'other': {
      const inner = /^[（(〔【](.*)[）)〕】]$/.exec(text)?.[1];
      const whole = role === 'date' && inner !== undefined && inner.length <= 30 && !dateLine(text);
      const date = whole ? { text: inner, offset: 1 } : (dateLine(text) ?? dateWithin(text));
      if (date && role !== 'other') values.date = piece(date.text, date.offset);
      const rest = withoutDate(inner ?? text);
      if (role === 'speaker')
        Object.assign(values, personValues(rest.trim(), text.indexOf(rest.trim()), false, piece));
      if (role === 'other' && ORGANIZATION.test(text)) values.organization = piece(text, 0);
      break;
    }
    case 'occasion':
    case 'place':
      values[role] = piece(text.replace(/^[（(]|[）)]$/g, ''), /^[（(]/.test(text) ? 1 : 0);
  }
  return values;
}

function personValues(
  text: string,
  offset: number,
  told: boolean,
  piece: (text: string, offset: number) => FoundText,
): MetaValues {
  const person = personOf(text, told);
  const values: MetaValues = {};
  if (!person && isRole(text)) values.role = piece(text, offset);
  else if (!person && isPersonalName(text)) values.speaker = piece(text, offset);
  if (person?.role) values.role = piece(person.role.text, offset + person.role.offset);
  if (person?.name) values.speaker = piece(person.name.text, offset + person.name.offset);
  return values;
}

function joinTitles(first: FoundText, second: FoundText): FoundText {
  return {
    text: `${first.text}\u3000${second.text}`,
    range: { start: first.range.start, end: second.range.end },
  };
}

/** Which front matter values make a line together; the lines stand in the order of the front matter. */
const FRONT_LINES: readonly { readonly role: TitleLineRole; readonly keys: readonly MetaKey[] }[] = [
  { role: 'title', keys: ['title'] },
  { role: 'subtitle', keys: ['subtitle'] },
  { role: 'occasion', keys: ['occasion'] },
  { role: 'date', keys: ['date'] },
  { role: 'other', keys: ['organization'] },
  { role: 'speaker', keys: ['role', 'speaker'] },
  { role: 'place', keys: ['place'] },
];

function frontLines(front: FrontMatter, inText: readonly TitleLine[]): TitleLine[] {
  const lines: TitleLine[] = [];
  for (const { role, keys } of FRONT_LINES) {
    const values = keys.map((key) => front.values[key]).filter((value) => value !== undefined);
    if (values.length === 0 || inText.some((line) => line.role === role && role !== 'other')) continue;
    const children = values.flatMap((value, index) => {
      const text = { kind: 'text' as const, text: value.text, range: value.range };
      // White space is layout, not text: the one full-width space of 职务　姓名.
      const gap = {
        kind: 'text' as const,
        text: '\u3000',
        range: { start: value.range.start, end: value.range.start },
      };
      return index === 0 ? [text] : [gap, text];
    });
    const starts = values.map((value) => value.range.start);
    const ends = values.map((value) => value.range.end);
    const range = { start: Math.min(...starts), end: Math.max(...ends) };
    lines.push({ kind: 'title-line', role, children, range });
  }
  return lines.sort((a, b) => a.range.start - b.range.start);
}
