import { constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderProblem } from '../../src/server/folder/folder-problem.ts';

it('a folder that can be written has none; one that is not there, or is a file, is missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangtai-folder-'));
  try {
    await writeFile(join(folder, 'a.txt'), '');
    expect(await folderProblem(folder)).toBeUndefined();
    expect(await folderProblem(join(folder, 'none'))).toBe('missing');
    expect(await folderProblem(join(folder, 'a.txt'))).toBe('missing');
    expect(await folderProblem(join(folder, 'a.txt', 'b'))).toBe('missing');
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** A system that refuses one kind of access. Root may do everything, so a real one cannot be made here. */
const refusing = (refused: number, code: string) => ({
  stat: async () => ({ isDirectory: () => true }),
  access: async (_path: string, mode: number) => {
    if (mode & refused) throw Object.assign(new Error(code), { code });
  },
});

it('one that may not be listed is unreadable, one that may not be written read-only', async () => {
  expect(await folderProblem('/x', refusing(constants.R_OK, 'EACCES'))).toBe('unreadable');
  expect(await folderProblem('/x', refusing(constants.X_OK, 'EIO'))).toBe('unreadable');
  expect(await folderProblem('/x', refusing(constants.W_OK, 'EACCES'))).toBe('read-only');
  expect(await folderProblem('/x', refusing(constants.W_OK, 'EROFS'))).toBe('read-only');
});
