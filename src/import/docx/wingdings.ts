/** Signs that Word stores as places in a symbol font, in Unicode; only those that documents really use. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    74: '☺', 108: '●', 110: '■', 111: '□', 113: '❑', 114: '❒', 116: '⧫', 117: '◆', 118: '❖',
    158: '·', 159: '•', 161: '○', 167: '▪', 168: '□', 171: '★', 216: '➢', 223: '←', 224: '→',
    232: '➔', 240: '⇨', 251: '✗', 252: '✓', 253: '☒', 254: '☑',
  },
  'wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 163: '□', 151: '●' },
  symbol: { 183: '•', 180: '×', 184: '÷', 163: '≤', 179: '≥', 177: '±', 176: '°', 174: '→', 165: '∞' },
}; // biome-ignore format: tables

/**
 * @param font of `w:sym`
 * @param code of `w:sym`, hexadecimal; symbol fonts are moved to F000 … F0FF
 * @returns undefined where the sign is not known
 */
export function symbolCharacter(font: string, code: string): string | undefined {
  const value = Number.parseInt(code, 16);
  if (!(value > 0 && value <= 0xffff)) return undefined;
  const known = SIGNS[font.toLowerCase()]?.[value & 0xff];
  if (known !== undefined) return known;
  return value >= 0xe000 && value <= 0xf8ff ? undefined : String.fromCharCode(value);
}
