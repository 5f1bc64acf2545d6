import { bareText } from '../text/bare-text.ts';
import type { RawBlock, TextLine } from './block-parts.ts';
import { dateAndPlace, dateLine, dateWithin } from './dates.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { isCueLine } from './inline-spans.ts';
import { rangeOf, splitInlines, trimInlines } from './inlines.ts';
import { matchMarker } from './numbering.ts';
import { isName, isRole, personOf } from './people.ts';
import { beginsWithAddress, beginsWithGreeting, isGreeting, isSalutation } from './salutation.ts';
import { inlineText } from './text.ts';
import type { MetaKey } from './title-labels.ts';
import {
  isPersonalName,
  labelled,
  type MetaValues,
  OCCASION,
  ORGANIZATION,
  speakerBefore,
  valuesOf,
  withoutDate,
} from './title-values.ts';
import type { FoundText, TitleLine, TitleLineRole } from './types.ts';

export interface TitleBlock {
  readonly lines: readonly TitleLine[];
  readonly values: MetaValues;
  /** What the lines of the text say, without front matter. */
  readonly found: MetaValues;
  /** How many blocks it took. */
  readonly used: number;
}

const SUBTITLE = /^(?:——|──|—|--|－－)/;
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
    for (const piece of piecesOf(block, role)) {
      const { children, start, end } = piece.line;
      lines.push({ kind: 'title-line', role: piece.role, children, range: { start, end } });
      const joins =
        piece.role === 'title' || (piece.role === 'subtitle' && lines.at(-2)?.role === 'subtitle');
      for (const [key, value] of Object.entries(valuesOf(piece.line, piece.role)) as [MetaKey, FoundText][]) {
        const before = found[key];
        found[key] = before && joins && key === piece.role ? joined(before, value) : (before ?? value);
      }
    }
    used++;
  }
  for (const title of [found.title, found.subtitle]) {
    if (title && !found.speaker && !found.role) Object.assign(found, speakerBefore(title));
  }
  return {
    lines: [...frontLines(front, lines), ...lines],
    values: { ...found, ...front.values },
    found,
    used,
  };
}

/** 李明：在…上的讲话 · 云山市市长李明：关于… */
const SPEAKER_FIRST = /^(?<who>[^，。！？；：:]{2,24})[：:][ \u3000]*(?=(?:在|关于|關於|就).{4})/u;
/** Words of the title's second half, where one line holds both. */
const SUBTITLE_WORDS =
  /^(?:——|──|—|--|－－)(?:[ \u3000]*)(?:在|于|於|记|記|谈|談|写在|寫在|致|献给|獻給|纪念|紀念|.{0,40}(?:讲话|講話|讲稿|講稿|发言|發言|致辞|致辭|致词|致詞|演讲|演講|报告|報告|汇报|匯報|党课|黨課|述职|述職|感言|体会|體會|寄语|寄語|典礼|典禮|大会|大會|会议|會議|会上|會上|发布会|座谈会|年会))/u;

/** A line of the title block in pieces: 姓名：在…上的讲话 and 题目——副题 hold two things. */
function piecesOf(block: TextLine, role: TitleLineRole): { line: TextLine; role: TitleLineRole }[] {
  const { text } = block;
  if (role !== 'title') return [{ line: block, role }];
  const who = SPEAKER_FIRST.exec(text);
  const speaks =
    who !== null && (isName(who.groups!.who!) || personOf(who.groups!.who!) || isRole(who.groups!.who!));
  const from = speaks ? who[0].length : 0;
  const dash = /(?:——|──|—|--|－－)/g;
  dash.lastIndex = from + 2;
  const sign = dash.exec(text);
  const at = sign && SUBTITLE_WORDS.test(text.slice(sign.index)) ? sign.index : text.length;
  const cuts = [from, at].filter((cut) => cut > 0 && cut < text.length);
  if (cuts.length === 0) return [{ line: block, role }];
  const roles: TitleLineRole[] = [...(from > 0 ? ['speaker' as const] : []), role, 'subtitle'];
  return splitInlines(block.children, cuts).map((inlines, index) => {
    const children = trimInlines(inlines);
    const line = { ...block, text: inlineText(children), children, ...rangeOf(children, block.start) };
    return { line, role: roles[index]! };
  });
}

function startsSpeech(line: TextLine): boolean {
  const { text } = line;
  if (isSalutation(text) || isGreeting(text) || isCueLine(text)) return true;
  if (beginsWithGreeting(text) || beginsWithAddress(text)) return true;
  return matchMarker(text, 'line') !== undefined;
}

function lineRole(
  line: TextLine,
  before: readonly TitleLine[],
  after: readonly RawBlock[],
  ownTitle: FoundText | undefined,
): TitleLineRole | undefined {
  if (NEWSPAPER.test(line.text)) return undefined;
  const sure = roleByForm(line, before, after);
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
  if (isSalutation(next.text) || isGreeting(next.text) || roleByForm(next, [], after.slice(1))) return true;
  return (
    looksLikeTitle(next.text) &&
    next.text.length > 4 &&
    second !== undefined &&
    followedByBlock(after.slice(1))
  );
}

/** What a line is by its form. `alone`: also where no title stands before it. */
function roleByForm(
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
  if (continuesSubtitle(before.at(-1), text)) return { role: 'subtitle', alone: false };
  if (DATELINE.test(text)) return { role: 'other', alone: true };
  if (dateAndPlace(text) && dateWithin(text)!.text.length >= 6) return { role: 'date', alone: true };
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

/** 新华社北京5月6日电 */
const DATELINE =
  /^[（(]?\p{Script=Han}{2,12}(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)[）)]?(?:[（(](?:记者|記者|通讯员|通訊員)[^）)]{1,20}[）)])?$/u;
/** （记者王芳摄）, 编者按：…: words of a newspaper around the speech. */
const NEWSPAPER = /[摄攝][）)。]?$|(?:资料|資料)(?:照片|图片|圖片)|^[【（(]?(?:编者|編者)/;

/** ——2024年2月3日在云山市第十六届人民代表大会 / 第四次会议上: a subtitle that was broken over two lines. */
function continuesSubtitle(before: TitleLine | undefined, text: string): boolean {
  if (before?.role !== 'subtitle' || text.length > 40) return false;
  const open = inlineText(before.children);
  if (
    !/在/.test(open) ||
    /(?:上|中|时|時|讲话|講話|发言|發言|致辞|致辭|致词|致詞|报告|報告|演讲|演講)$/.test(open)
  )
    return false;
  return /(?:上|中|的?(?:讲话|講話|发言|發言|致辞|致辭|致词|致詞|报告|報告|演讲|演講))[）)]?$/.test(text);
}

function looksLikeTitle(text: string): boolean {
  return text.length <= 60 && !/[。；，：,;:…]$/.test(text) && !/。/.test(text.slice(0, -1));
}

function joined(first: FoundText, second: FoundText): FoundText {
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
  for (const { text, range } of front.lines)
    lines.push({ kind: 'title-line', role: 'other', children: [{ kind: 'text', text, range }], range });
  return lines.sort((a, b) => a.range.start - b.range.start);
}
