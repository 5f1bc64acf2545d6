import { SYMBOL_FONTS } from './data/symbol-fonts.ts';

const signs = new Map<string, readonly string[]>();

/** True for a font whose characters are signs, whatever their codes say. */
export function isSymbolFont(font: string): boolean {
  return Object.hasOwn(SYMBOL_FONTS, font.toLowerCase());
}

/**
 * The character that a symbol font shows for a code.
 *
 * @param font Symbol, Webdings, Wingdings, Wingdings 2 or Wingdings 3, in any case
 * @param code 0x20 … 0xFF, or the same moved to U+F020 … U+F0FF, as Word stores it
 * @returns undefined where the font is no such font or has no such sign
 */
export function symbolCharacter(font: string, code: number): string | undefined {
  const name = font.toLowerCase();
  if (!isSymbolFont(name)) return undefined;
  let list = signs.get(name);
  if (list === undefined) {
    list = [...SYMBOL_FONTS[name]!];
    signs.set(name, list);
  }
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const sign = list[own - 0x20];
  return sign === undefined || sign === '\ufffd' ? undefined : sign;
}

/** Text in a symbol font → the signs a reader sees; characters that no such font has stay. */
export function symbolText(font: string, text: string): string {
  if (!isSymbolFont(font)) return text;
  return text.replace(
    /[\u0020-\u00ff\uf020-\uf0ff]/g,
    (character) => symbolCharacter(font, character.charCodeAt(0)) ?? character,
  );
}

/**
 * The sign meant by a private character (U+F020 … U+F0FF) in text that has lost its font. At the start of a line
 * it is a bullet, and bullets are of Wingdings. Elsewhere Symbol (α) and Wingdings (♋) are equally likely, so only
 * codes that mean one thing are read: those of bullets, and those that Symbol does not have.
 *
 * @param code of the private character
 * @returns undefined where the meaning is not certain
 */
export function signOfLostFont(code: number, startsLine: boolean): string | undefined {
  const known = CERTAIN[code];
  if (known !== undefined) return known;
  const certain = startsLine || (code >= 0xf080 && code <= 0xf09f);
  return certain ? symbolCharacter('wingdings', code) : undefined;
}

/** Codes with one meaning wherever they stand: the bullets of Word's lists, and marks of Symbol. */
const CERTAIN: Readonly<Record<number, string>> = {
  61472: ' ',
  61485: '-',
  61548: '●',
  61550: '■',
  61557: '◆',
  61558: '❖',
  61607: '■',
  61608: '□',
  61623: '•',
  61630: '—',
  61656: '➢',
  61664: '→',
  61691: '✗',
  61692: '✓',
  61693: '☒',
  61694: '☑',
};
