import { sliceInlines, splitInlines } from '../../speech/inlines.ts';
import { addressLength } from '../../speech/salutation.ts';
import { characterWidth } from '../../text/width.ts';
import { emphasisPoints, hasEmphasis, hasTopic } from './emphasis.ts';
import { FIT } from './fit.ts';
import { type Item, pointIn, pointOf } from './items.ts';
import { hasPredicate, leadingClauseEnd, WHOLE } from './leading-clause.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced, type Stretch } from './paired-marks.ts';
import { type Paragraph, sentenceStretch } from './paragraph.ts';
import type { Part } from './parts.ts';
import { signsOf } from './signs.ts';
import { shown, shownText } from './trim-point.ts';
import type { SlideText } from './types.ts';

const FIRST = 2;
const TOPIC = 5;
const EMPHASIS = 4;
/** A sentence that is shown by its leading clause says less than one shown whole. */
const SHORTENED = -0.5;
/** Cells of a leading clause, the better ones first. */
const CLAUSE_WIDTHS = [36, 48] as const;

/** A sentence that may be shown, as a place in its paragraph. */
interface Candidate extends Stretch {
  readonly index: number;
  readonly score: number;
}

/** Sentences of a paragraph that may be shown as points, with their weights, in order. */
export function candidatesOf(paragraph: Paragraph): Item[] {
  const found = paragraph.facts.once('candidates', () =>
    paragraph.sentences.flatMap((part, index): Candidate[] => {
      if (part.kind !== 'sentence' || part.place !== undefined) return [];
      const candidate = candidateOf(paragraph, index);
      return candidate ? [candidate] : [];
    }),
  );
  return found.map(({ index, score, from, to }) => {
    const at = paragraph.at + index;
    return { from: at, to: at + 1, points: [pointIn(paragraph, { from, to })], score };
  });
}

function candidateOf(paragraph: Paragraph, index: number): Candidate | undefined {
  const part = paragraph.sentences[index] as Part;
  const { plain: all } = paragraph.facts;
  const stretch = sentenceStretch(paragraph, index);
  const own = all.slice(stretch.from, stretch.to);
  const from = stretch.from + addressLength(own);
  const plain = all.slice(from, stretch.to).trim();
  const width = characterWidth(plain);
  if (width === 0) return undefined;
  const signs = signsOf(plain.replace(/[。；]$/u, ''), width);
  if (signs <= -50) return undefined;
  const place = placeOf(paragraph, from, stretch.to, plain, width);
  if (place === undefined) return undefined;
  let score = signs;
  if (hasTopic(part.inlines ?? [])) score += TOPIC;
  if (hasEmphasis(part.inlines ?? [])) score += EMPHASIS;
  if (index === 0) score += FIRST;
  if (place.shortened) score += SHORTENED;
  return { from: place.from, to: place.to, index, score };
}

/** The sentence whole where it is short, else its leading clause, else whole where a point holds it. */
function placeOf(
  { facts }: Paragraph,
  from: number,
  to: number,
  plain: string,
  width: number,
): (Stretch & { shortened: boolean }) | undefined {
  if (!isBalanced(plain)) return undefined;
  if (width <= WHOLE) return { from, to, shortened: false };
  const offset = facts.plain.indexOf(plain, from);
  for (const most of CLAUSE_WIDTHS) {
    const end = leadingClauseEnd(plain, most);
    const cut = offset + end;
    if (end > 0 && !facts.isQuoted(cut)) return { from: offset, to: cut, shortened: true };
  }
  return width <= FIT.point ? { from, to, shortened: false } : undefined;
}

/** Weight of what the author placed on the slide. */
const PLACED = 10;
const EMPHASISED = 6;

/** What the author asks for on a slide: by emphasis, by a mark, or by a comment. */
export function askedPoints(parts: readonly Part[]): (Item & { readonly texts: readonly SlideText[] })[] {
  return parts.flatMap((part, at) => {
    const item = (texts: readonly SlideText[], score: number) =>
      texts.length > 0 ? [{ from: at, to: at + 1, points: texts.map(pointOf), texts, score }] : [];
    if (part.inlines === undefined || part.kind !== 'sentence' || part.place === 'notes') return [];
    // A word or a figure that is strong lifts its sentence; it says nothing alone.
    const emphasis = emphasisPoints(part.inlines).filter(({ text, marked }) => marked || saysSomething(text));
    if (emphasis.length > 0) {
      const points = emphasis.flatMap(({ text, marked }) =>
        fits(text) ? [text] : marked ? piecesOf(text) : [],
      );
      return item(points, EMPHASISED);
    }
    if (part.place !== 'slide') return [];
    const whole = shown(withoutAddress(part));
    return item(fits(whole) ? [whole] : piecesOf(whole), PLACED);
  });
}

/** Cells of strong words that stand alone without a predicate. */
const STRONG = 12;

function saysSomething(text: SlideText): boolean {
  const words = matchingText(shownText(text));
  return characterWidth(words) >= STRONG || hasPredicate(words) || /，/u.test(words);
}

function withoutAddress({ inlines = [], text }: Part) {
  const length = addressLength(text);
  return length === 0 ? inlines : sliceInlines(inlines, length, text.length);
}

function fits(text: SlideText): boolean {
  const whole = shownText(text);
  return whole !== '' && isBalanced(whole) && characterWidth(whole) <= FIT.point;
}

/**
 * What the author asked for, whole: as one point while a slide can hold it, else cut between clauses into several,
 * of which none is left out.
 */
export function piecesOf(text: SlideText): SlideText[] {
  const whole = shownText(text);
  if (whole === '' || characterWidth(whole) <= FIT.asked) return whole === '' ? [] : [text];
  const ends: number[] = [];
  for (let from = 0; from < whole.length; from = ends.at(-1) as number)
    ends.push(from + clausesEnd(whole.slice(from), FIT.point));
  return splitInlines(text.inlines, ends)
    .map((piece) => shown(piece))
    .filter((point) => shownText(point) !== '');
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
