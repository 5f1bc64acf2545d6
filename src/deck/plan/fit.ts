import { characterWidth } from '../../text/width.ts';
import type { Ratio } from './context.ts';

/** Lines that `text` fills when a line holds `width` Han; empty text fills none. */
export function lineCount(text: string, width: number): number {
  return Math.ceil(characterWidth(text.trim()) / width);
}

/**
 * What a slide holds and is still read from the back row (docs/slides.md). Widths are those of the narrowest ratio,
 * 4:3: points planned for one screen fit every other.
 */
export const FIT = {
  /** Han of one line of body text, points' indent taken off. */
  body: 20,
  /** Lines of body text beside a title of one line; each further line of the title takes one. (typography: at most 7) */
  lines: 7,
  /** Han of one point: three lines in 16:9, four in 4:3. */
  point: 69,
  /** Han of one point that the author asked for, however long: six lines in 4:3, under a title of three. */
  asked: 120,
  points: 4,
  /** Han of one line of a slide's title. */
  title: 17,
  /** Han of one line of a quotation. */
  quote: 18,
} as const;

/** Han of one row of a table beside each other, by ratio: the text area at the size of body text's least, 5.2 %. */
export const ROW_WIDTH: Readonly<Record<Ratio, number>> = { '16:9': 29, '16:10': 26, '4:3': 22 };

/**
 * Lines of body text that a slide holds.
 *
 * @param title '' for none
 * @param running a heading runs above the title
 */
export function bodyLines(title: string, running = false): number {
  return FIT.lines - Math.max(0, lineCount(title, FIT.title) - 1) - (running && title !== '' ? 1 : 0);
}
