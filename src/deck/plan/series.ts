import { numeralValue } from '../../speech/han-number.ts';
import { addressLength } from '../../speech/salutation.ts';
import { inlineText } from '../../speech/text.ts';
import { characterWidth } from '../../text/width.ts';
import { hasTopic } from './emphasis.ts';
import { equalGroups } from './equal-groups.ts';
import { FIT, lineCount } from './fit.ts';
import type { Item } from './items.ts';
import { leadingClauseEnd } from './leading-clause.ts';
import { isBalanced, type Stretch } from './paired-marks.ts';
import { type Paragraph, quotedStretches, sentenceAt, sentenceStretch, textIn } from './paragraph.ts';
import { isFormality } from './stand-alone.ts';
import { shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/**
 * Series inside running text (docs/slides.md): members of one frame, each by a short text of its own. Shown complete,
 * on slides of equal size where one does not hold them; or not at all.
 */
export function seriesItems(paragraphs: readonly Paragraph[]): Item[] {
  return [...paragraphs.flatMap(numberedSeries), ...openingSeries(paragraphs)];
}

/** Cells of a member: whole, or its leading clause. */
const MEMBER = 34;
/** Cells of members beside each other on cards. */
const CARD = 16;
/** Longest a slide of a series stands, seconds; members on one. */
const LONGEST = 180;
const MOST = 6;

/** A member of a series in its paragraph. */
interface Place extends Stretch {
  /** Its number as written, before it. */
  readonly marker?: Stretch;
  /** Sentences it is said in, from the first to before the last. */
  readonly sentences: { readonly from: number; readonly to: number };
  /** Share of its paragraph that it takes. */
  readonly share: number;
}

interface Member {
  readonly paragraph: Paragraph;
  readonly place: Place;
}

/** Words that number the members of a series inside a text, each family with its number as the first group. */
const MARKERS: readonly RegExp[] = [
  /(?<=^|[。；：，！？\s])第([一二三四五六七八九十])(?:步|条|点|个)?[，、：]/gu,
  /(?<=^|[。；：，！？\s])([一二三四五六七八九十])[是要](?!否|不是)/gu,
  /(?<=^|[。；：，！？\s])其([一二三四五六])[，、：]?/gu,
  /(?<=^|[。；：，！？\s])[（(]([一二三四五六七八九十]|\d)[）)]/gu,
  /(?<=^|[。；：，！？\s])([①②③④⑤⑥])/gu,
];
const CIRCLED = '①②③④⑤⑥';

/** 第一，…；第二，…；第三，… inside one paragraph. */
function numberedSeries(paragraph: Paragraph): Item[] {
  const places = paragraph.facts.once('numbered', () => numberedPlaces(paragraph));
  return places.length === 0
    ? []
    : itemsOf(
        places.map((place) => ({ paragraph, place })),
        'numbered',
      );
}

function numberedPlaces(paragraph: Paragraph): Place[] {
  const { plain } = paragraph;
  if (!NUMBERED.test(plain)) return [];
  for (const family of MARKERS) {
    const matches = [...plain.matchAll(family)].filter((match) => !isQuoted(paragraph, match.index));
    const ordinals = matches.map(({ 1: numeral = '' }) => ordinalOf(numeral));
    if (matches.length < 2 || !ordinals.every((ordinal, index) => ordinal === index + 1)) continue;
    const places = matches.map((match, index): Place | undefined => {
      const from = match.index + match[0].length;
      const next = matches[index + 1]?.index ?? plain.length;
      const own = memberStretch(paragraph, { from, to: next });
      const to = sentenceAt(paragraph, Math.max(from, next - 1)) + 1;
      return (
        own && {
          ...own,
          marker: { from: match.index, to: from },
          sentences: { from: sentenceAt(paragraph, match.index), to },
          share: (next - match.index) / plain.length,
        }
      );
    });
    if (places.every((place) => place !== undefined)) return places;
  }
  return [];
}

/** A second member must stand somewhere. */
const NUMBERED = /第二|二[是要]|其二|[（(][二2][）)]|②/u;

function isQuoted(paragraph: Paragraph, at: number): boolean {
  return quotedStretches(paragraph).some(({ from, to }) => from < at && at < to);
}

function ordinalOf(numeral: string): number {
  const circled = CIRCLED.indexOf(numeral);
  return circled >= 0 ? circled + 1 : Number(numeral) || numeralValue(numeral);
}

/** A member up to its first full stop, whole or by its leading clause. */
function memberStretch(paragraph: Paragraph, { from, to }: Stretch): Stretch | undefined {
  const { plain } = paragraph;
  const stop = plain.slice(from, to).search(/[。；！？]/u);
  const end = stop < 0 ? to : from + stop;
  const words = plain.slice(from, end);
  if (characterWidth(words.trim()) < 3) return undefined;
  if (characterWidth(words) <= MEMBER) return isBalanced(words) ? { from, to: end } : undefined;
  const clause = leadingClauseEnd(words, MEMBER);
  return clause > 0 ? { from, to: from + clause } : undefined;
}

/** Characters that openings of one build share. */
const ALIKE = 2;

/** Neighbouring paragraphs that open with one dash, with the same words, or with topic sentences of one build. */
function openingSeries(paragraphs: readonly Paragraph[]): Item[] {
  const items: Item[] = [];
  for (let first = 0; first < paragraphs.length; ) {
    const run = runFrom(paragraphs, first);
    if (run.length > 1) {
      const members = run.map(openingOf);
      if (members.every((member) => member !== undefined)) items.push(...itemsOf(members, 'openings'));
    }
    first += run.length;
  }
  return items;
}

function runFrom(paragraphs: readonly Paragraph[], first: number): Paragraph[] {
  const lead = paragraphs[first] as Paragraph;
  const run = [lead];
  for (let index = first + 1; index < paragraphs.length; index++) {
    const next = paragraphs[index] as Paragraph;
    const before = run.at(-1) as Paragraph;
    const counted = ordinalAt(lead) === 1 && ordinalAt(next) === ordinalAt(before) + 1;
    if (!isNeighbour(before, next) || !(counted || opensLike(lead, next))) break;
    run.push(next);
  }
  const least = DASH.test(lead.plain) || hasTopicFirst(lead) || ordinalAt(lead) === 1 ? 2 : 3;
  return run.length >= least ? run : [lead];
}

const isNeighbour = (before: Paragraph, next: Paragraph): boolean =>
  before.at + before.sentences.length === next.at;

const DASH = /^\s*(?:——|—|–|•|·|●|■|◆|○)\s*/u;

/** 第一步，… 一是… at the head of a paragraph. */
const ORDINAL =
  /^\s*(?:(第)([一二三四五六七八九十])(步|条|点|个)?[，、：]|()([一二三四五六七八九十])(是|要))/u;

/** Number of a paragraph that opens with one; 0 for none. */
function ordinalAt({ plain }: Paragraph): number {
  const match = ORDINAL.exec(plain);
  return match ? ordinalOf(match[2] ?? match[5] ?? '') : 0;
}

function opensLike(a: Paragraph, b: Paragraph): boolean {
  if (DASH.test(a.plain) || DASH.test(b.plain)) return DASH.test(a.plain) && DASH.test(b.plain);
  const [one, other] = [a.plain.trimStart().slice(0, ALIKE), b.plain.trimStart().slice(0, ALIKE)];
  if (one !== other || /[，。“「]/u.test(one)) return false;
  // 在第1个村，…在第2个村，…: a frame is no build.
  return !/^(?:在|为|对|我|我们|今|去|这|那|同|从)/u.test(one) || (hasTopicFirst(a) && hasTopicFirst(b));
}

function hasTopicFirst({ sentences }: Paragraph): boolean {
  return hasTopic(sentences[0]?.inlines ?? []);
}

/** The sentence that opens a paragraph, whole or by its leading clause. */
function openingOf(paragraph: Paragraph): Member | undefined {
  const place = paragraph.facts.once('opening', () => openingPlace(paragraph));
  return place && { paragraph, place };
}

function openingPlace(paragraph: Paragraph): Place | undefined {
  const { from, to } = sentenceStretch(paragraph, 0);
  const { plain } = paragraph;
  const dash = DASH.exec(plain.slice(from, to))?.[0].length ?? 0;
  const start = from + dash + addressLength(plain.slice(from + dash, to));
  const words = plain.slice(start, to);
  if (paragraph.sentences[0]?.place !== undefined || isFormality(words) || /[？?]\s*$/u.test(words))
    return undefined;
  const own = memberStretch(paragraph, { from: start, to });
  return own && { ...own, sentences: { from: 0, to: paragraph.sentences.length }, share: 1 };
}

function itemsOf(members: readonly Member[], name: string): Item[] {
  const texts = members.map(({ paragraph, place }) => textOf(paragraph, place));
  if (texts.some((text) => inlineText(text.inlines) === '')) return [];
  const cards = texts.every((text) => characterWidth(shownText(text)) <= CARD);
  const listed = members.map((member, index) => ({
    ...member,
    text: texts[index] as SlideText,
    seconds: member.paragraph.seconds * member.place.share,
  }));
  const fits = (group: typeof listed) => {
    const seconds = group.reduce((sum, member) => sum + member.seconds, 0);
    const lines = group.reduce((sum, { text }) => sum + Math.max(1, lineCount(shownText(text), FIT.body)), 0);
    return group.length <= MOST && seconds <= LONGEST && (cards || lines <= FIT.lines);
  };
  return equalGroups(listed, (group) => fits([...group])).map((group) => {
    const points = group.map(({ text }) => text);
    const marked = points.every(({ marker }) => marker !== undefined);
    const layout = cards && marked && group.length > 1 ? 'cards' : group.length > 1 ? 'points' : 'statement';
    const [first, last] = [group[0], group.at(-1)] as [(typeof listed)[number], (typeof listed)[number]];
    return {
      from: first.paragraph.at + first.place.sentences.from,
      to: last.paragraph.at + last.place.sentences.to,
      forms: [{ layout, content: { points } }],
      score: 8,
      name: `series/${name}`,
    };
  });
}

function textOf(paragraph: Paragraph, { marker, ...place }: Place): SlideText {
  const text = textIn(paragraph, place);
  if (marker === undefined) return text;
  return { ...text, marker: paragraph.text.slice(marker.from, marker.to).replace(/[，：]$/u, '') };
}
