import type { Run } from '../document.ts';

/** `EQ \o\ac(○,1)`: a character in a circle. */
const CIRCLED = /\\o\s*\\ac\s*\(\s*([○〇◯])\s*,\s*(?:\\s\\\w+\s*\d*\s*\()?\s*([^,()\\]+?)\s*\)/i;
/** `EQ \* jc2 … \o\ad(\s\up 9(yù),彧)`: a reading above a character (拼音指南). */
const READING = /\\o\s*\\a[dlcr]\s*\(\s*\\s\s*\\up\s*[\d.]*\s*\(\s*([^()]+?)\s*\)\s*,\s*([^()]+?)\s*\)/gi;

/**
 * The two equation fields that Chinese word processors write for text: characters in circles and readings.
 *
 * @param code of the field; anything that is no such equation gives nothing
 */
export function equationField(code: string, text: (text: string) => Run): Run[] {
  if (!/^\s*eq\b/i.test(code)) return [];
  const readings = [...code.matchAll(READING)];
  if (readings.length > 0)
    return readings.map(([, reading, base]) => ({ kind: 'ruby', base: base!, reading: reading! }));
  const inside = CIRCLED.exec(code)?.[2];
  if (inside === undefined) return [];
  const number = /^\d{1,2}$/.test(inside) ? Number(inside) : 0;
  return [text(number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : inside)];
}
