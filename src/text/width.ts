import { eastAsianWidth } from 'get-east-asian-width';

/** Takes no room of its own: combining marks, variation selectors, joiners. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const LETTER = /^\p{L}$/u;

/**
 * Width of a text in Han widths, as a Chinese face sets it: 1 for what Unicode Standard Annex #11 calls wide or
 * fullwidth, one half for the rest. Of the characters whose width it leaves open, punctuation and symbols (“”, …, ·, ①, ℃)
 * are as wide as Han, letters (Greek, Cyrillic, é) are not.
 */
export function characterWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    // ASCII and the common Han characters, without a look into tables.
    if (code < 0x80) width += 0.5;
    else if (code >= 0x4e00 && code <= 0x9fff) width += 1;
    else if (!ZERO_WIDTH.test(character))
      width += eastAsianWidth(code, { ambiguousAsWide: !LETTER.test(character) }) / 2;
  }
  return width;
}
