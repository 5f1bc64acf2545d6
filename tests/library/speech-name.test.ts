import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME_BYTES, pictureNameProblem, speechNameProblem } from '../../src/library/speech-name.ts';
import { pictureType } from '../../src/text/media-types.ts';

describe('speechNameProblem', () => {
  it.each([
    '讲话稿.txt',
    '踐行群眾路線（定稿）.txt',
    '2024年4月 总结.md',
    'Speech.TXT',
    "O'Neill & co.txt",
    'ざつだん.md',
  ])('%s may name a speech', (name) => expect(speechNameProblem(name)).toBeUndefined());

  it.each([
    ['', 'bad-name'],
    ['.txt', 'bad-name'],
    ['.hidden.txt', 'bad-name'],
    ['../up.txt', 'bad-name'],
    ['a..b.txt', 'bad-name'],
    ['a/b.txt', 'bad-name'],
    ['a\\b.txt', 'bad-name'],
    ['c:x.txt', 'bad-name'],
    ['a\0.txt', 'bad-name'],
    ['a\n.txt', 'bad-name'],
    ['\u202Etxt.exe.txt', 'bad-name'],
    ['a\u200b.txt', 'bad-name'],
    [' a.txt', 'bad-name'],
    ['a.txt ', 'bad-name'],
    ['a.txt.', 'bad-name'],
    ['con.txt', 'bad-name'],
    ['NUL.md', 'bad-name'],
    ['\ud800.txt', 'bad-name'],
    ['a.html', 'wrong-extension'],
    ['a.txt.exe', 'wrong-extension'],
    ['txt', 'wrong-extension'],
    [`${'字'.repeat(70)}.txt`, 'name-too-long'],
  ])('%j is refused: %s', (name, problem) => expect(speechNameProblem(name)).toBe(problem));

  it('never lets a name lead out of the folder', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '\0', 'a', '字', ' ', ':', '%2e', '~', '.txt', '.md');
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => `${pieces.join('')}.txt`),
    );
    fc.assert(
      fc.property(names, (name) => {
        if (speechNameProblem(name) !== undefined) return;
        const folder = `${sep}home${sep}speeches`;
        expect(join(folder, name)).toBe(`${folder}${sep}${name}`);
        expect(name).not.toMatch(/^\.|[/\\\0]/);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(MAX_NAME_BYTES);
        expect(name).toMatch(/\.(txt|md)$/i);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('pictures', () => {
  it('only pictures are served', () => {
    expect(pictureNameProblem('图 1.png')).toBeUndefined();
    expect(pictureNameProblem('a.html')).toBe('wrong-extension');
    expect(pictureNameProblem('speech.txt')).toBe('wrong-extension');
    expect(pictureNameProblem('../a.png')).toBe('bad-name');
    expect(pictureNameProblem('png')).toBe('wrong-extension');
    expect(pictureType('A.JPEG')).toBe('image/jpeg');
  });
});
