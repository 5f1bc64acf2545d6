import { characterWidth } from '../../text/width.ts';
import type { Box } from './drawing.ts';

/** English metric units of a point. */
const POINT = 12_700;
/** Height of a line, of its size. */
const LINE = 1.3;
/** What office programs may need more than we count: they break lines elsewhere. */
const ROOM = 0.9;

/** Sizes that text may have, points; smaller is not read from the last row. */
const SIZES = [40, 36, 32, 28, 24, 20, 18, 16, 14] as const;

/** Lines that a text takes in a width of so many characters. */
export function lineCount(text: string, characters: number): number {
  return Math.max(1, Math.ceil(characterWidth(text) / Math.max(1, Math.floor(characters))));
}

/**
 * The largest size at which paragraphs fit into a box; the smallest where none does.
 *
 * @param most points
 * @returns hundredths of a point
 */
export function fittingSize(paragraphs: readonly string[], box: Box, most: number): number {
  const sizes = [most, ...SIZES.filter((size) => size < most)];
  const fits = (size: number) => {
    const characters = (box.width / POINT / size) * ROOM;
    const lines = paragraphs.reduce((sum, text) => sum + lineCount(text, characters), 0);
    return lines * size * LINE + paragraphs.length * 6 <= (box.height / POINT) * ROOM;
  };
  return (sizes.find(fits) ?? SIZES.at(-1)!) * 100;
}
