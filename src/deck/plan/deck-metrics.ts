import { rangeOf, sliceInlines } from '../../speech/inlines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Block, Inline, Passage, Section, SourceRange, Speech } from '../../speech/types.ts';
import { figureClausesIn } from './figures.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced, pairedStretches } from './paired-marks.ts';
import { bodyTexts, newThings, shownTexts } from './shown-texts.ts';
import { isFormality, isLeaning } from './stand-alone.ts';
import { shownText } from './trim-point.ts';
import type { Deck, Slide, SlideLayout, SlideText } from './types.ts';

/** What can be counted of a deck without drawing it (docs/slides.md). Times in seconds. */
export interface DeckMetrics {
  readonly slides: number;
  readonly seconds: number;
  readonly layouts: Readonly<Partial<Record<SlideLayout, number>>>;
  /** Slides that are no cover, agenda, divider or closing. */
  readonly content: number;
  /** Content slides that draw more than sentences: neither points nor a statement. */
  readonly notPoints: number;
  /** Most content slides of one layout in a row. */
  readonly longestRun: number;
  /** Time on slides that stand longer than {@link LONG_SLIDE}. */
  readonly secondsOnLong: number;
  /** Time on slides with more than {@link LONG_SILENCE} for each new thing. */
  readonly secondsOnSilent: number;
  readonly leaning: readonly string[];
  readonly formalities: readonly string[];
  /** Shown texts that hold a quotation in part, or without its marks. */
  readonly cutQuotations: readonly string[];
  readonly unbalanced: readonly string[];
  readonly figureClauses: number;
  readonly figureClausesShown: number;
  /** Content slides with a title that a slide before them has. */
  readonly repeatedTitles: number;
  /** Slides shorter than {@link SHORT_SLIDE}, cover and closing aside. */
  readonly short: number;
  readonly things: number;
  /** The last slide has words, and they are not the author's. */
  readonly unspokenThanks: boolean;
}

export const LONG_SLIDE = 180;
export const LONG_SILENCE = 120;
export const SHORT_SLIDE = 6;

const STRUCTURE: readonly SlideLayout[] = ['cover', 'agenda', 'section', 'closing'];

export function isContent(slide: Slide): boolean {
  return !STRUCTURE.includes(slide.layout);
}

export function deckMetrics(speech: Speech, deck: Deck): DeckMetrics {
  const { slides } = deck;
  const content = slides.filter(isContent);
  const bodies = slides.filter(({ layout }) => layout !== 'cover' && layout !== 'closing').flatMap(ownTexts);
  const seconds = (of: readonly Slide[]) => of.reduce((sum, slide) => sum + slide.seconds, 0);
  const running = runningTexts(speech);
  const shownRanges = slides.map((slide) => shownTexts(slide).map(({ range }) => range));
  const clauses = running.flatMap(({ inlines, text }) =>
    figureClausesIn(text).map(({ figure }) => placeOf(inlines, figure.start, figure.end)),
  );
  const titles = new Set<string>();
  const repeatedTitles = content.filter((slide) => {
    const title = slide.title ? shownText(slide.title) : '';
    const seen = title !== '' && titles.has(title);
    titles.add(title);
    return seen;
  });
  return {
    slides: slides.length,
    seconds: seconds(slides),
    layouts: countBy(slides),
    content: content.length,
    notPoints: content.filter(({ layout }) => layout !== 'points' && layout !== 'statement').length,
    longestRun: longestRun(slides),
    secondsOnLong: seconds(slides.filter((slide) => slide.seconds > LONG_SLIDE)),
    secondsOnSilent: seconds(slides.filter((slide) => slide.seconds / newThings(slide) > LONG_SILENCE)),
    leaning: bodies.map(shownText).filter((text) => isLeaning(matchingText(text))),
    formalities: bodies.map(shownText).filter((text) => isFormality(matchingText(text))),
    cutQuotations: cutQuotations(running, bodies),
    unbalanced: slides.flatMap(wholeTexts).filter((text) => !isBalanced(text)),
    figureClauses: clauses.length,
    figureClausesShown: clauses.filter((clause) => shownRanges.some((ranges) => covers(ranges, clause)))
      .length,
    repeatedTitles: repeatedTitles.length,
    short: slides.filter(
      ({ layout, seconds: own }) => layout !== 'cover' && layout !== 'closing' && own < SHORT_SLIDE,
    ).length,
    things: slides.reduce((sum, slide) => sum + newThings(slide), 0),
    unspokenThanks: slides.some(
      ({ layout, content: { lines = [] } }) => layout === 'closing' && lines.length === 0,
    ),
  };
}

/** Texts of a slide as they are read: the lines of a quotation are one. */
function wholeTexts(slide: Slide): string[] {
  const { lines } = slide.content;
  const quotation = slide.layout === 'quote' && lines ? [lines] : [];
  const others = shownTexts(slide).filter((text) => !quotation.some((all) => all.includes(text)));
  return [...others.map((text) => [text]), ...quotation].map((texts) =>
    texts.map(({ inlines }) => inlineText(inlines)).join(''),
  );
}

/** Texts that stand on slides as the author's statements: not headings, not cells of a table. */
function ownTexts(slide: Slide): SlideText[] {
  if (slide.layout === 'table' || slide.layout === 'agenda' || slide.layout === 'quote') return [];
  const { diagram } = slide.content;
  // A row of a diagram stands behind the row before it: 其中…
  const rows = diagram ? new Set<SlideText>(diagram.rows.slice(1).flat()) : undefined;
  return bodyTexts(slide).filter((text) => text.marker === undefined && !rows?.has(text));
}

function countBy(slides: readonly Slide[]): Partial<Record<SlideLayout, number>> {
  const counts: Partial<Record<SlideLayout, number>> = {};
  for (const { layout } of slides) counts[layout] = (counts[layout] ?? 0) + 1;
  return counts;
}

function longestRun(slides: readonly Slide[]): number {
  let longest = 0;
  let run = 0;
  let last: SlideLayout | undefined;
  for (const slide of slides) {
    if (!isContent(slide)) run = 0;
    else run = slide.layout === last && run > 0 ? run + 1 : 1;
    last = slide.layout;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** A paragraph of the speech. */
interface RunningText {
  readonly inlines: readonly Inline[];
  readonly text: string;
  readonly range: SourceRange;
}

function runningTexts(speech: Speech): RunningText[] {
  const found: RunningText[] = [];
  const visit = (node: Section | Passage | Block): void => {
    if ('only' in node && node.only === 'print') return;
    if (node.kind === 'section' || node.kind === 'passage' || node.kind === 'quote')
      node.children.forEach(visit);
    else if (node.kind === 'list') for (const item of node.items) item.children.forEach(visit);
    else if (node.kind === 'paragraph')
      found.push({ inlines: node.children, text: inlineText(node.children), range: node.range });
  };
  [...speech.opening, ...speech.sections, ...speech.closing].forEach(visit);
  return found;
}

function placeOf(inlines: readonly Inline[], from: number, to: number): SourceRange {
  return rangeOf(sliceInlines(inlines, from, to), 0);
}

const holds = (range: SourceRange, inner: SourceRange): boolean =>
  range.start <= inner.start && range.end >= inner.end;

/** True if the texts of one slide together hold a stretch: a figure may stand apart from its unit. */
function covers(ranges: readonly SourceRange[], { start, end }: SourceRange): boolean {
  const has = (at: number) => ranges.some((range) => range.start <= at && at < range.end);
  return has(start) && has(end - 1);
}

/** Quotations that say something: what has no stop inside is a term. */
function cutQuotations(running: readonly RunningText[], shown: readonly SlideText[]): string[] {
  const quotations = running.flatMap(({ inlines, text }) =>
    pairedStretches(text, '“「『')
      .filter(({ from, to }) => /[，。；！？]/u.test(text.slice(from + 1, to - 1)))
      .map(({ from, to }) => ({ ...placeOf(inlines, from, to), words: text.slice(from, to) })),
  );
  return shown
    .filter((text) =>
      quotations.some(
        (quotation) =>
          text.range.start < quotation.end &&
          quotation.start < text.range.end &&
          !holds(text.range, quotation) &&
          shareWords(shownText(text), quotation.words),
      ),
    )
    .map(shownText);
}

/** One repair may cover the end of a quotation and what follows it: their ranges overlap, their words do not. */
function shareWords(text: string, quotation: string): boolean {
  return quotation.includes(text.slice(0, 3)) || quotation.includes(text.slice(-3));
}
