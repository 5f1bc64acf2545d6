import type { Ratio } from '../plan/context.ts';
import { lineCount } from '../plan/fit.ts';

export type { Ratio };

/** Size of body text: as large as what is shown allows. */
export type BodySize = 'large' | 'roomy' | 'normal';

/** Size of a sentence alone on its slide. */
export type StatementSize = 'huge' | 'large' | 'normal';

/** Cells of one line of each kind of text: what base.css gives it of the slide's width, by its size. */
export interface LineRoom {
  readonly cover: number;
  readonly coverLong: number;
  readonly coverLongest: number;
  readonly byline: number;
  readonly divider: number;
  readonly dividerLong: number;
  readonly title: number;
  readonly titleLong: number;
  readonly agenda: number;
  readonly body: Readonly<Record<BodySize, number>>;
  readonly statement: Readonly<Record<StatementSize, number>>;
  /** The heading above a title, in one line. */
  readonly running: number;
  /** One child under the heading of a divider. */
  readonly children: number;
  /** Words beside figures that are half as large again. */
  readonly figures: number;
  readonly figuresLarge: number;
  readonly quote: number;
  readonly quoteLarge: number;
  readonly quoteHuge: number;
  readonly closing: number;
  readonly closingLines: number;
  /** By the number of cards beside each other. */
  readonly card: readonly number[];
  readonly cardLarge: readonly number[];
  /** Cards with a second text, the second behind the first. */
  readonly detailed: { readonly name: number; readonly detail: number };
}

const WIDE: LineRoom = {
  cover: 13.5,
  coverLong: 18,
  coverLongest: 23.5,
  byline: 28.5,
  divider: 16.5,
  dividerLong: 20.5,
  title: 20.5,
  titleLong: 26.5,
  agenda: 17,
  body: { large: 18.5, roomy: 21, normal: 24.5 },
  figures: 21,
  figuresLarge: 15.5,
  statement: { huge: 12, large: 15.5, normal: 19.5 },
  running: 33,
  children: 22,
  quote: 20.5,
  quoteLarge: 16,
  quoteHuge: 12.5,
  closing: 16.5,
  closingLines: 23.5,
  card: [0, 24, 11.5, 7, 11.5, 7, 7],
  cardLarge: [0, 18, 9, 6, 9, 6, 6],
  detailed: { name: 10, detail: 16.5 },
};

const NARROW: LineRoom = {
  cover: 11.5,
  coverLong: 15,
  coverLongest: 19.5,
  byline: 22,
  divider: 14,
  dividerLong: 18,
  title: 17,
  titleLong: 21.5,
  agenda: 16,
  body: { large: 16, roomy: 17.5, normal: 20.5 },
  figures: 17,
  figuresLarge: 12.5,
  statement: { huge: 11.5, large: 15, normal: 18 },
  running: 25,
  children: 18,
  quote: 18,
  quoteLarge: 13.5,
  quoteHuge: 10.5,
  closing: 15,
  closingLines: 20,
  card: [0, 20, 9.5, 6, 9.5, 9.5, 9.5],
  // Three rows of the larger size would not leave room for a title.
  cardLarge: [0, 15, 7.5, 5, 7.5],
  detailed: { name: 8.5, detail: 12 },
};

/** As wide as in 16:9, in a slide's own pixels, and higher: only the smallest sizes grow with the height. */
const HIGHER: LineRoom = {
  ...WIDE,
  running: 31.5,
  card: [0, 23.5, 11, 6.5, 11, 6.5, 6.5],
  detailed: { name: 9, detail: 14.5 },
};

export const LINE_ROOM: Readonly<Record<Ratio, LineRoom>> = { '16:9': WIDE, '16:10': HIGHER, '4:3': NARROW };

/** Lines of the two larger sizes that stand beside a title. */
const MOST_LARGE_LINES = 5;

/**
 * The largest size at which the points make few lines: two each and none more than a size below, or five in all.
 *
 * @param points words, and cells of the marker before them
 * @param crowded a heading runs above the title: one line less
 */
export function bodySize(
  points: readonly { readonly words: string; readonly marker: number }[],
  ratio: Ratio,
  crowded = false,
): BodySize {
  const most = MOST_LARGE_LINES - (crowded ? 1 : 0);
  const { body } = LINE_ROOM[ratio];
  const lines = (size: BodySize) => points.map(({ words, marker }) => lineCount(words, body[size] - marker));
  const large = lines('large');
  const roomy = sum(lines('roomy'));
  const fewMore = points.length === 1 ? 1 : 0;
  if (
    points.length <= 3 &&
    large.every((count) => count <= 2) &&
    sum(large) <= Math.min(most, roomy + fewMore)
  )
    return 'large';
  return roomy <= most ? 'roomy' : 'normal';
}

/** Lines of each size of a sentence alone on its slide, the largest first; a title with a heading above it takes one. */
const STATEMENT_LINES: readonly (readonly [StatementSize, number])[] = [
  ['huge', 3],
  ['large', 4],
];

/**
 * The largest size in which a sentence alone makes few lines.
 *
 * @param above headings above it: its title, the running one
 */
export function statementSize(text: string, above: number, ratio: Ratio): StatementSize {
  const { statement } = LINE_ROOM[ratio];
  const fewer = above > 1 ? 1 : 0;
  const fitting = STATEMENT_LINES.find(([size, lines]) => lineCount(text, statement[size]) <= lines - fewer);
  return fitting?.[0] ?? 'normal';
}

/** Whether cards are set in the larger size: two lines each at most, one where two rows stand over each other. */
export function cardsAreLarge(cards: readonly string[], ratio: Ratio): boolean {
  const room = LINE_ROOM[ratio].cardLarge[cards.length];
  return room !== undefined && cards.every((card) => lineCount(card, room) <= (cards.length >= 4 ? 1 : 2));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
