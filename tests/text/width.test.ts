import { describe, expect, it } from 'vitest';
import { characterWidth } from '../../src/text/width.ts';

describe('widths of characters, in Han widths', () => {
  it.each([
    ['同志们', 3],
    ['GDP 2024', 4],
    ['“一带一路”', 6],
    ['阿卜杜拉·艾山', 7],
    ['——……', 4],
    ['①㈠Ⅳ℃‰', 5],
    ['αβγ', 1.5],
    ['Москва', 3],
    ['café', 2],
    ['ｶﾞ', 1],
    ['，。！', 3],
    ['𠮷野', 2],
    // A combining accent and an ideographic variation selector.
    ['e\u0301', 0.5],
    ['辻\u{e0100}', 1],
    ['', 0],
  ])('%s: %d', (text, width) => {
    expect(characterWidth(text)).toBe(width);
  });
});
