import { characterWidth } from '../../text/width.ts';

/** Lines that `text` fills when a line holds `width` Han; empty text fills none. */
export function lineCount(text: string, width: number): number {
  return Math.ceil(characterWidth(text.trim()) / width);
}

/**
 * What a slide holds and is still read from the back row (docs/slides.md). Widths are those of
 * the narrower ratio, 4:3: a deck is planned once and shown in both.
 */
export const FIT = {
  /** Han of one line of body text, points' indent taken off. */
  body: 20,
  /** Lines of body text beside a title of one line; each further line of the title takes one. */
  lines: 8,
  /** Han of one point: three lines in 16:9, four in 4:3. */
  point: 69,
  /** Han of one point that the author asked for, however long: six lines in 4:3, under a title of three. */
  asked: 120,
  points: 4,
  /** Han of one line of a slide's title. */
  title: 17,
  /** Han of one line, and lines, of a quotation. */
  quote: 18,
  quoteLines: 6,
  /** Entries of an agenda, and Han of one line there. */
  agenda: 6,
  agendaLine: 16,
} as const;

/** Lines of body text that a slide holds under a title; '' for none. */
export function bodyLines(title: string): number {
  return FIT.lines - Math.max(0, lineCount(title, FIT.title) - 1);
}
