import type { Figure } from '../plan/figures.ts';

/** Digits and Latin letters of our faces, and the gap between Han and them (text-autospace), in Han widths. */
const LATIN = 0.58;
const GAP = 0.125;
/** A figure's size and the space at its sides, in Han widths of the text around it (base.css, .figures). */
const FIGURE = { size: 1.7, sides: 0.21 } as const;

/** Latin marks; others, such as %, are nearly as wide as a Han. */
const NARROW = " .,:;'!()[]-/|";

const isLatin = (character: string): boolean => /[0-9A-Za-z]/.test(character);
const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/**
 * Width of a line as it is set, in Han widths. What counts cells takes all that is Latin for half a cell, which is
 * right on the average of a text and wrong for a line full of numbers.
 *
 * @param figures what is set large in it; offsets in the line
 */
export function setWidth(line: string, figures: readonly Figure[]): number {
  let width = 0;
  let before = '';
  let offset = 0;
  for (const character of line) {
    const own = isLatin(character) ? LATIN : NARROW.includes(character) ? 0.4 : 1;
    const gap = (isLatin(before) && isHan(character)) || (isHan(before) && isLatin(character)) ? GAP : 0;
    const at = offset;
    const large = figures.some(({ start, end }) => at >= start && at < end);
    width += (own + gap) * (large ? FIGURE.size : 1);
    before = character;
    offset += character.length;
  }
  return width + figures.length * FIGURE.sides;
}
