import { rangeOf, sliceInlines, splitInlines } from '../../speech/inlines.ts';
import { addressLength } from '../../speech/salutation.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { emphasisPoints, hasEmphasis, hasTopic } from './emphasis.ts';
import { FIT } from './fit.ts';
import type { Part } from './parts.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** A sentence worth showing. */
export interface Candidate {
  /** Index of the piece of text it stands in. */
  readonly at: number;
  readonly points: readonly SlideText[];
  readonly score: number;
}

/** Signs that a sentence carries its paragraph, and what they weigh; adding a sign is one line. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  // Demands and resolutions.
  [/^(?:一定|必须|必須|务必|務必|就要|要|坚持|堅持|始终|始終|坚决|堅決|牢记|牢記|决不|絕不|不能|绝不)/u, 2],
  // Conditions that state a conclusion: 只有…才…
  [/只有.+才/u, 2],
  [/^(?:所以|因此|总之|總之|归根到底|歸根到底|实践证明|實踐證明|历史.{0,4}证明|歷史.{0,4}證明)/u, 1.5],
  // Definitions: …是…的根本…
  [
    /是.{0,24}(?:根本|关键|關鍵|核心|生命线|生命線|法宝|法寶|保障|保证|保證|基础|基礎|前提|秘诀|秘訣|重要方法)/u,
    2,
  ],
  [/必须|必須|务必|務必|不能不/u, 1],
  [/根本原因|秘诀|秘訣|关键|關鍵|归根|歸根|根本(?:立场|立場|宗旨|目的)|奋斗目标|奮斗目標|奮鬥目標/u, 1],
  [/[没沒]有.+就[没沒]有|离开.+就|離開.+就/u, 2],
  // Figures.
  [/\d+(?:\.\d+)?(?:[%％]|个百分点|個百分點|[万萬亿億]|起|户|戶|人|名|项|項|件)/u, 1.5],
  // Pairs that people quote: 不是…而是…, 既要…又要…, 宁可…不可…
  [/不是.+而是|既要.+又要|宁可.+不可|寧可.+不可|三分.+七分/u, 1.5],
  // Sentences that lean on what stands before them mean little alone.
  [/^(?:这|這|其|他|她|它|但|而|并|並|同时|同時|于是|於是|对此|對此|不过|不過|另外|此外|也就是)/u, -2],
  [/^(?:例如|比如|譬如|记得|記得|有的|有人|有一)/u, -1.5],
  // A question asks; its answer is the point.
  [/[？?][”」]?$/u, -3],
  // Greetings and words about the speech itself.
  [
    /^(?:大家|各位|刚才|剛才|下面|接下来|接下來|今天(?:由|，|我)|现在我|現在我|首先.{0,6}(?:感谢|感謝|欢迎|歡迎))|[早晚]安|大家好|上午好|下午好|我.{0,4}[谈談讲講].{0,2}[点點]/u,
    -4,
  ],
];

/** Weight of what the author placed on the slide. */
const PLACED = 10;

/** Length of a point that reads best, cells; longer and shorter ones lose. */
const BEST_LENGTH = { least: 7, most: 46 } as const;

/**
 * Sentences of `parts` that can be shown, with their weight. Each is whole, or a part that stands by itself:
 * the author's own emphasis, a side of a semicolon.
 */
export function candidates(parts: readonly Part[]): Candidate[] {
  const found: Candidate[] = [];
  parts.forEach((part, at) => {
    if (part.inlines === undefined || part.kind !== 'sentence' || part.place === 'notes') return;
    const emphasis = emphasisPoints(part.inlines);
    if (emphasis.length > 0) {
      const points = emphasis.flatMap(({ text, marked }) =>
        fits(text) ? [text] : marked ? askedFor(text) : [],
      );
      found.push({ at, points, score: 6 });
      return;
    }
    if (part.place === 'slide') {
      const whole = shown(withoutAddress(part.inlines));
      found.push({ at, points: fits(whole) ? [whole] : askedFor(whole), score: PLACED });
      return;
    }
    const point = fitting(withoutAddress(part.inlines));
    if (point === undefined) return;
    found.push({ at, points: [point], score: weigh(parts, at, point) });
  });
  return found.filter((candidate) => candidate.points.length > 0);
}

function weigh(parts: readonly Part[], at: number, point: SlideText): number {
  const part = parts[at] as Part;
  const text = shownText(point);
  let score = 0;
  for (const [sign, weight] of SIGNS) if (sign.test(text)) score += weight;
  if (hasTopic(part.inlines ?? [])) score += 5;
  if (hasEmphasis(part.inlines ?? [])) score += 2;
  if (part.first && part.startsLine) score += 1;
  score += parallels(text);
  // Neighbours that begin alike are a figure of speech, and meant to be remembered.
  const head = text.slice(0, 2);
  const alike = [parts[at - 1], parts[at + 1]].filter((other) => other?.text.trimStart().startsWith(head));
  score += alike.length * 0.75;
  const length = characterWidth(text);
  if (length < BEST_LENGTH.least) score -= 2;
  if (length > BEST_LENGTH.most) score -= 1;
  return score;
}

/** Without the addresses at its head (老师们，同志们，…): they are said to the room, not shown to it. */
function withoutAddress(inlines: readonly Inline[]): readonly Inline[] {
  const text = inlineText(inlines);
  const lead = text.length - text.trimStart().length;
  const length = addressLength(text.slice(lead));
  return length === 0 || lead + length >= text.length
    ? inlines
    : sliceInlines(inlines, lead + length, text.length);
}

/** Clauses of one sentence that begin or end alike (…是出卷人，…是答卷人，…是阅卷人) are made to be remembered. */
function parallels(text: string): number {
  const clauses = text.split(/[，；、,;]/u).filter((clause) => clause.length > 3);
  const most = (of: (clause: string) => string) => {
    const counts = new Map<string, number>();
    for (const clause of clauses) counts.set(of(clause), (counts.get(of(clause)) ?? 0) + 1);
    return Math.max(0, ...counts.values());
  };
  const alike = Math.max(
    most((clause) => clause.slice(0, 2)),
    most((clause) => clause.slice(-2)),
  );
  return alike >= 3 ? 1.5 : alike === 2 ? 0.5 : 0;
}

function fits(text: SlideText): boolean {
  const whole = shownText(text);
  return whole !== '' && characterWidth(whole) <= FIT.point;
}

/** True if the author asks for one of these pieces on a slide: by emphasis, or by a comment. */
export function isAskedFor(parts: readonly Part[]): boolean {
  return parts.some(
    ({ kind, place, inlines = [] }) =>
      kind === 'sentence' && place !== 'notes' && (place === 'slide' || emphasisPoints(inlines).length > 0),
  );
}

/** The sentence, if it fits; else the first side of a semicolon that does. */
function fitting(inlines: readonly Inline[]): SlideText | undefined {
  const whole = shown(inlines);
  if (fits(whole)) return whole;
  return pieces(inlines, /[；;]/gu).find(
    (piece) => fits(piece) && balanced(shownText(piece)) && characterWidth(shownText(piece)) > 8,
  );
}

/** Pieces of inlines between stops that match. */
function pieces(inlines: readonly Inline[], stop: RegExp): SlideText[] {
  const text = shownText({ inlines, range: rangeOf(inlines, 0) });
  const ends = [...text.matchAll(stop)].map((match) => match.index + 1);
  return splitInlines(inlines, ends).flatMap((piece) => (piece.length > 0 ? [shown(piece)] : []));
}

/** Quotation marks, brackets and title marks all in pairs. */
function balanced(text: string): boolean {
  const pairs = ['“”', '‘’', '「」', '『』', '（）', '《》'];
  return pairs.every(([open = '', close = '']) => text.split(open).length === text.split(close).length);
}

/**
 * What the author asked for, whole: as one point while a slide can hold it, else cut between clauses into several,
 * of which none is left out.
 */
function askedFor(text: SlideText): SlideText[] {
  const whole = shownText(text);
  if (whole === '' || characterWidth(whole) <= FIT.asked) return whole === '' ? [] : [text];
  const ends: number[] = [];
  for (let from = 0; from < whole.length; from = ends.at(-1)!)
    ends.push(from + clausesEnd(whole.slice(from), FIT.point));
  return splitInlines(text.inlines, ends)
    .map((piece) => shown(piece))
    .filter((point) => shownText(point) !== '');
}

/**
 * Text that no candidate stands for, cut so that it can be shown all the same: clauses in order, joined up
 * to what one point holds. For a paragraph that is one endless sentence.
 */
export function lastResort(parts: readonly Part[]): Candidate[] {
  const at = parts.findIndex(
    (part) => part.kind === 'sentence' && part.inlines !== undefined && part.place !== 'notes',
  );
  const inlines = parts[at]?.inlines;
  if (inlines === undefined) return [];
  const text = shownText({ inlines, range: rangeOf(inlines, 0) });
  return [{ at, points: [shown(sliceInlines(inlines, 0, clausesEnd(text, FIT.point)))], score: 0 }];
}

/** Where a text may be cut, best first: between clauses rather than in a row of words. */
const CLAUSE_ENDS = ['；;', '，,：:', '、'].map((signs) => [...signs]);

/** Offset where the last clause ends that `room` cells hold; a text without any stop has to be cut somewhere. */
function clausesEnd(text: string, room: number): number {
  const held = cutOff(text, room);
  if (held === text.length) return held;
  const head = text.slice(0, held);
  for (const stop of CLAUSE_ENDS) {
    const end = Math.max(...stop.map((sign) => head.lastIndexOf(sign))) + 1;
    // Not for a word or two, as a lead-in: three to a slide would be many.
    if (end > 0 && characterWidth(head.slice(0, end)) >= room / 3) return end;
  }
  return held;
}

/** Offset where the text has filled `room` cells. */
function cutOff(text: string, room: number): number {
  let offset = 0;
  let filled = 0;
  for (const character of text) {
    filled += characterWidth(character);
    if (filled > room) break;
    offset += character.length;
  }
  return offset;
}
