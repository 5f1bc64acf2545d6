import { html, nothing, type TemplateResult } from 'lit';
import { breakLines, type LineBreaking } from '../../speech/line-breaking/break-lines.ts';
import { phrases } from '../../speech/line-breaking/phrases.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline, SourceRange } from '../../speech/types.ts';
import { type Figure, figuresIn } from '../plan/figures.ts';
import type { SlideText } from '../plan/types.ts';
import { setWidth } from './set-width.ts';

type Piece = TemplateResult | string | typeof nothing | Piece[];

/** Inlines as DOM: text is always text nodes, whatever the author wrote. Links show their text. */
export function inlinesOf(inlines: readonly Inline[], text: (text: string) => Piece = (t) => t): Piece[] {
  return inlines.map((inline): Piece => {
    switch (inline.kind) {
      case 'text':
      case 'cue-inline':
        return text(inline.text);
      case 'strong':
        return html`<strong>${inlinesOf(inline.children, text)}</strong>`;
      case 'mark':
        return html`<mark>${inlinesOf(inline.children, text)}</mark>`;
      case 'emphasis':
        return html`<em>${inlinesOf(inline.children, text)}</em>`;
      case 'ruby':
        text(inline.base);
        return html`<ruby>${inline.base}<rt>${inline.reading}</rt></ruby>`;
      case 'note-ref':
      case 'image':
        return nothing;
      default:
        return inlinesOf(inline.children, text);
    }
  });
}

/** A text of a slide: its marker apart, its words in lines broken by meaning. */
export function textOf(text: SlideText, breaking: LineBreaking): TemplateResult {
  const breaks = breakOffsets(inlineText(text.inlines), breaking);
  return html`${markerOf(text)}<span class="words" data-range=${rangeMark(text.range)}>${cutInlines(text.inlines, breaks, [])}</span>`;
}

/**
 * The same with its figures apart, so that a theme can make them large.
 *
 * @param widest cells of a line as it is set; `breaking.room` counts figures like other text
 */
export function figureTextOf(text: SlideText, breaking: LineBreaking, widest: number): TemplateResult {
  const whole = inlineText(text.inlines);
  const figures = figuresIn(whole);
  const breaks = breakOffsets(whole, breaking, figures, widest);
  return html`${markerOf(text)}<span class="words" data-range=${rangeMark(text.range)}>${cutInlines(text.inlines, breaks, figures)}</span>`;
}

/** Where in the author's source a text on a slide comes from, as its element's `data-range` says it. */
export function rangeMark({ start, end }: SourceRange): string {
  return `${start}-${end}`;
}

/** 一、 → 一 and the mark behind it, which a theme may leave out of a large number. */
const MARKER = /^(.*?)([、，．.]?\s*)$/su;

function markerOf(text: SlideText): TemplateResult | typeof nothing {
  if (!text.marker) return nothing;
  const [, core, tail] = MARKER.exec(text.marker) ?? [];
  return html`<span class="marker">${core}<span class="tail">${tail}</span></span>`;
}

/**
 * A text whose lines the browser ends, between phrases only: for boxes whose width follows what stands beside them.
 *
 * @param name further class
 */
export function flowingText(text: SlideText, name: string): TemplateResult {
  let at = 0;
  const ends = new Set(phrases(inlineText(text.inlines)).map((phrase) => (at += phrase.length)));
  ends.delete(at);
  return html`<span class="flowing ${name}" data-range=${rangeMark(text.range)}>${cutInlines(text.inlines, ends, [], html`<wbr />`)}</span>`;
}

/** Line breaks are elements, no characters, so the text stays the author's. */
function cutInlines(
  inlines: readonly Inline[],
  breaks: ReadonlySet<number>,
  figures: readonly Figure[],
  lineBreak = html`<br />`,
): Piece[] {
  const borders = new Set([...breaks, ...figures.flatMap(({ start, end }) => [start, end])]);
  const inFigure = (at: number) => figures.some(({ start, end }) => at >= start && at < end);
  let offset = 0;
  return inlinesOf(inlines, (run) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (let to = 1; to <= run.length; to++) {
      const at = offset + to;
      if (to < run.length && !borders.has(at)) continue;
      const piece = run.slice(from, to);
      pieces.push(inFigure(offset + from) ? html`<span class="figure">${piece}</span>` : piece);
      if (breaks.has(at)) pieces.push(lineBreak);
      from = to;
    }
    offset += run.length;
    return pieces;
  });
}

/** So many texts are remembered with their line ends: more than a long deck has. */
const REMEMBERED = 4000;
const remembered = new Map<string, ReadonlySet<number>>();

/** Offsets in the text before which a line ends. An edit leaves most texts of a deck as they are: they are not broken again. */
function breakOffsets(
  text: string,
  breaking: LineBreaking,
  figures: readonly Figure[] = [],
  widest: number = breaking.room,
): ReadonlySet<number> {
  const { room, slack, evenness, atSpaces } = breaking;
  const key = [room, slack, evenness, atSpaces, figures.length, widest, text].join(' ');
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const found = lineEnds(text, breaking, figures, widest);
  remembered.set(key, found);
  return found;
}

/** The author's own line ends are kept. */
function lineEnds(
  text: string,
  breaking: LineBreaking,
  figures: readonly Figure[],
  widest: number,
): Set<number> {
  const offsets = new Set<number>();
  let offset = 0;
  for (const given of text.split('\n')) {
    for (const line of linesThatFit(given, breaking, figuresOf(figures, offset, given.length), widest)) {
      offset += line.length;
      offsets.add(offset);
    }
    offset += 1;
  }
  offsets.delete(text.length);
  return offsets;
}

/** Cells that are taken off the room until every line fits as it is set, and how often. */
const STEP = 0.5;
const MOST_STEPS = 8;

/** Lines by meaning; with less room where a line would be wider than it was counted. */
function linesThatFit(
  text: string,
  breaking: LineBreaking,
  figures: readonly Figure[],
  widest: number,
): readonly string[] {
  const whole = breakLines(text, breaking);
  let lines = whole;
  for (let step = 1; step <= MOST_STEPS; step++) {
    let offset = 0;
    const fits = lines.every((line) => {
      const inLine = figuresOf(figures, offset, line.length);
      offset += line.length;
      return setWidth(line.trimEnd(), inLine) <= widest;
    });
    if (fits) return lines;
    lines = breakLines(text, { ...breaking, room: breaking.room - step * STEP });
  }
  return whole;
}

/** The figures of a part of the text, with offsets in it. */
function figuresOf(figures: readonly Figure[], from: number, length: number): Figure[] {
  return figures
    .filter(({ start, end }) => start >= from && end <= from + length)
    .map(({ start, end }) => ({ start: start - from, end: end - from }));
}

/** Text shown for a slide text, its marker included. */
export function plainText(text: SlideText): string {
  return (text.marker ?? '') + inlineText(text.inlines);
}
