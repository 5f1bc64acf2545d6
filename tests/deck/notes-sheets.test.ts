import { expect, it } from 'vitest';
import type { NotePart } from '../../src/deck/plan/types.ts';
import { notesSheets } from '../../src/deck/show/notes-sheets.ts';

/** A sheet of short lines: 20 characters with a slide on it, 50 without. */
const fits = (lines: readonly string[], first: boolean) => lines.join('').length <= (first ? 20 : 50);
const part = (text: string, startsLine = false) => ({ text, startsLine }) as NotePart;
const all = (notes: readonly NotePart[]) => notes.map(({ text }) => text).join('');
const textOf = (notes: readonly NotePart[]) =>
  notesSheets(notes, fits)
    .flatMap(({ lines }) => lines)
    .join('');

it('keeps a sentence on one sheet where it has room, and says where a line goes on', () => {
  const notes = [
    part('一二三四五六七八九。', true),
    part('甲乙丙丁戊己庚辛壬。'),
    part('子丑寅卯。'),
    part('下一段。', true),
  ];
  expect(notesSheets(notes, fits)).toEqual([
    { lines: ['一二三四五六七八九。甲乙丙丁戊己庚辛壬。'], continued: false },
    { lines: ['子丑寅卯。', '下一段。'], continued: true },
  ]);
});

it('parts a sentence that no sheet holds, never a character, and loses none', () => {
  const notes = [part('好'.repeat(130), true), part('𠮷'.repeat(61)), part('完。', true)];
  expect(textOf(notes)).toBe(all(notes));
  for (const { lines } of notesSheets(notes, fits))
    expect(lines.join('')).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
});

it('gives one empty sheet where nothing is spoken', () => {
  expect(notesSheets([part(' \n', true)], fits)).toEqual([{ lines: [], continued: false }]);
});

it('ends where not even one character fits', () => {
  const notes = [part('天地玄黄', true)];
  expect(
    notesSheets(notes, () => false)
      .flatMap(({ lines }) => lines)
      .join(''),
  ).toBe('天地玄黄');
});
