import { characterWidth } from '../../speech/lines/character-width.ts';

/** Lines that `text` fills when a line holds `width` Han; empty text fills none. */
export function lineCount(text: string, width: number): number {
  return Math.ceil(characterWidth(text.trim()) / width);
}

/**
 * What a slide holds and is still read from the back row (docs/ARCHITECTURE.md, Slides): body text of
 * 5.9 % of the height, at most seven lines of 24 characters, about 100 characters in all.
 */
export const FIT = {
  /** Cells of one line of body text, points' indent taken off. */
  body: 23,
  /** Lines of body text beside a title of one or two lines. */
  lines: 7,
  /** Lines one point may take. */
  pointLines: 3,
  points: 4,
  /** Cells of one line of a slide's title. */
  title: 18,
  /** Cells of one line, and lines, of a quotation. */
  quote: 20,
  quoteLines: 6,
  /** Points on an agenda or overview; one line each where they fit. */
  agenda: 6,
} as const;
