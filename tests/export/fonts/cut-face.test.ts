import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faceCutter } from '../../../src/export/fonts/cut-face.ts';
import { charactersOfFace, mergeFaces } from '../../../src/export/fonts/merge-faces.ts';
import { readTables } from '../../../src/export/fonts/sfnt-tables.ts';

const cutFace = await faceCutter(
  readFileSync(new URL('../../../node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm', import.meta.url)),
);
const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../src/fonts/files/${name}.woff2`, import.meta.url)));
const COMMON = file('noto-serif-sc-700-common-1');
const SECOND = file('noto-serif-sc-700-common-2');
const TRADITIONAL = file('noto-serif-sc-700-traditional-1');
/** A character of each of the latter two. */
const [IN_SECOND, IN_TRADITIONAL] = ['辅', '國'];

/** Characters of a face in a table of format 12, read here once more: what is tested is not asked. */
function characters(sfnt: Uint8Array): string {
  const table = readTables(sfnt).get('cmap')!;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const found = new Set<number>();
  for (let row = 0; row < view.getUint16(2); row++) {
    const at = view.getUint32(8 + 8 * row);
    if (view.getUint16(at) !== 12) continue;
    for (let group = 0; group < view.getUint32(at + 12); group++)
      for (
        let code = view.getUint32(at + 16 + 12 * group);
        code <= view.getUint32(at + 20 + 12 * group);
        code++
      )
        found.add(code);
  }
  return String.fromCodePoint(...[...found].sort((a, b) => a - b));
}

it('one file has the characters of a text out of several files of a face, and no others', async () => {
  // 𝄞 is in none.
  const text = `的国，“${IN_SECOND}${IN_TRADITIONAL}𝄞`;
  const cut = await cutFace([COMMON, SECOND, TRADITIONAL], text, 'sfnt');
  expect([...characters(cut)].sort()).toEqual([...text.replace('𝄞', '')].sort());
  expect(charactersOfFace(cut).sort()).toEqual([...characters(cut)].sort());
});

it('a merged face keeps the layout features and the glyph numbers of its first part', async () => {
  const first = await cutFace([COMMON], '，。“”的', 'sfnt');
  const second = await cutFace([TRADITIONAL], IN_TRADITIONAL, 'sfnt');
  const [before, merged] = [readTables(first), readTables(mergeFaces([first, second]))];
  for (const tag of ['GPOS', 'GSUB', 'OS/2', 'name']) expect(merged.get(tag), tag).toEqual(before.get(tag));
  // halt closes up marks.
  expect(new TextDecoder('latin1').decode(merged.get('GPOS'))).toContain('halt');
  expect(merged.get('glyf')!.length).toBeGreaterThan(before.get('glyf')!.length);
  const glyphs = (tables: ReadonlyMap<string, Uint8Array>) =>
    new DataView(tables.get('maxp')!.slice().buffer).getUint16(4);
  // The other part's glyph 0 is left out.
  expect(glyphs(merged)).toBe(glyphs(before) + glyphs(readTables(second)) - 1);
});

it('woff2 is what it becomes', async () => {
  const cut = await cutFace([COMMON], '的', 'woff2');
  expect(new TextDecoder().decode(cut.subarray(0, 4))).toBe('wOF2');
});

it('what is no TrueType file is refused', () => {
  const broken = new Uint8Array(64);
  expect(() => mergeFaces([broken, broken])).toThrow(RangeError);
});
