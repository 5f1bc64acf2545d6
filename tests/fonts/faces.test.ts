import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rangeHolds } from '../../src/app/ui/late-faces.ts';
import { levelOne } from '../../src/text/common-characters.ts';

const FONTS = join(import.meta.dirname, '../../src/fonts');
const read = (path: string) => readFileSync(join(FONTS, path), 'utf8');
const [simplified = [], traditional = []] = read('characters.txt')
  .split(/^\[.*\]$/m)
  .slice(1)
  .map((section) => [...section.replace(/\s/g, '')]);
/** Rules of a face, what is used most last. */
const rules = (face: string) =>
  [...read(`faces/${face}`).matchAll(/url\("\.\.\/files\/([^"]+)"\)[^}]*unicode-range:([^}]+)/g)].map(
    ([, file, range]) => ({ file: file!, range: range! }),
  );
/** Code point → the file a browser takes it from. */
function holders(face: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { file, range } of rules(face))
    for (const part of range.split(',')) {
      const [from, to = from] = part
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      for (let code = from!; code <= to!; code++) found.set(code, file);
    }
  return found;
}
const FACES = readdirSync(join(FONTS, 'faces'));

it('the list has no character twice', () => {
  expect(new Set([...simplified, ...traditional]).size).toBe(simplified.length + traditional.length);
});

it('every file is named by a style sheet, and every named file is there', () => {
  const sheets = ['punctuation.css', 'latin-body.css', ...FACES.map((face) => `faces/${face}`)];
  const named = new Set(
    sheets.flatMap((sheet) => [...read(sheet).matchAll(/files\/([^"]+)"/g)].map(([, file]) => file!)),
  );
  expect(readdirSync(join(FONTS, 'files')).sort()).toEqual([...named].sort());
  for (const file of named) expect(existsSync(join(FONTS, 'files', file)), file).toBe(true);
});

it.each(FACES)('A names the file of %s with the commonest characters, and no other', (face) => {
  const holding = rules(face).filter(({ range }) => rangeHolds(range, 0x41));
  expect(holding.map(({ file }) => file)).toEqual([face.replace('.css', '-common-1.woff2')]);
});

describe.each(FACES)('%s', (face) => {
  const files = holders(face);
  const filesOf = (characters: Iterable<string>) =>
    [...characters].map((character) => files.get(character.codePointAt(0)!) ?? '');

  it('has the common characters in few files', () => {
    const ofCommon = filesOf([...'，。“”—…abcāǎ018', ...simplified]);
    expect(new Set(ofCommon.filter((file) => file.includes('-common-'))).size).toBeLessThanOrEqual(3);
    // Names that the counted lists have and Noto has among its rare ones.
    expect(ofCommon.filter((file) => !file.includes('-common-')).length).toBeLessThan(5);
    expect(new Set(filesOf(traditional)).size).toBe(2);
    // Kerning and squeezed marks are within a file.
    expect(new Set(filesOf('的，。：“”‘’（）《》—…abczAZ09āáǎàǖǘǚǜ')).size).toBe(1);
  });

  it('has all of GB2312 level 1', () => {
    expect(filesOf(levelOne()).filter((file) => file === '')).toEqual([]);
  });
});
