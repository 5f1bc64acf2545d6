import * as system from 'node:fs/promises';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';
import { type FileSystem, writeAtomically } from '../../src/server/folder/write-atomically.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-write-'));
  path = join(folder, '讲话.txt');
  await writeFile(path, '从前', { mode: 0o640 });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refuse = (code: string) => Object.assign(new Error(code), { code });
const failing = (part: Partial<FileSystem>): FileSystem => ({ ...system, ...part }) as FileSystem;

/** A file whose write stops half-way, as on a full disk. */
const fullDisk = failing({
  open: async (name, flags, mode) => {
    const file = await open(name, flags, mode);
    file.writeFile = async () => {
      await file.write('半');
      throw refuse('ENOSPC');
    };
    return file;
  },
});

/**
 * The system's calls, of which those that bring something to the disk are noted.
 *
 * @param fault what is refused for the folder
 */
function recorded(steps: string[], fault?: { call: 'open' | 'sync'; code: string }): FileSystem {
  return failing({
    open: async (name, flags, mode) => {
      const isFolder = name === folder;
      if (isFolder && fault?.call === 'open') throw refuse(fault.code);
      const file = await open(name, flags, mode);
      const sync = file.sync.bind(file);
      file.sync = async () => {
        if (isFolder && fault?.call === 'sync') throw refuse(fault.code);
        await sync();
        steps.push(isFolder ? 'sync folder' : 'sync file');
      };
      return file;
    },
    link: async (existing, name) => {
      await system.link(existing, name);
      steps.push('link');
    },
    rename: async (from, to) => {
      await system.rename(from, to);
      steps.push('rename');
    },
  });
}

const FAULTS: readonly (readonly [string, FileSystem, string])[] = [
  ['the disk is full half-way', fullDisk, 'disk-full'],
  ['the file is read-only', failing({ access: () => Promise.reject(refuse('EACCES')) }), 'read-only'],
  ['the folder is read-only', failing({ open: () => Promise.reject(refuse('EROFS')) }), 'read-only'],
  ['the rename is refused', failing({ rename: () => Promise.reject(refuse('EPERM')) }), 'read-only'],
  ['the disk breaks', failing({ rename: () => Promise.reject(refuse('EIO')) }), 'cannot-write'],
];

describe('writeAtomically', () => {
  it('replaces the file, keeps its permissions, leaves nothing else', async () => {
    await writeAtomically(path, Buffer.from('以后'));
    expect(await readFile(path, 'utf8')).toBe('以后');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['讲话.txt']);
  });

  it('creates only what is not there', async () => {
    await writeAtomically(join(folder, '新.txt'), Buffer.from('一'), { create: true });
    await expect(writeAtomically(path, Buffer.from('二'), { create: true })).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(await readFile(path, 'utf8')).toBe('从前');
    expect((await readdir(folder)).sort()).toEqual(['新.txt', '讲话.txt']);
  });

  it.each(FAULTS)(
    '%s: the file is whole, nothing is left behind, the reason is named',
    async (_, files, code) => {
      const speeches = new SpeechFolder(folder, files);
      const { revision } = await speeches.read('讲话.txt');
      await expect(speeches.write('讲话.txt', '以后', revision)).rejects.toMatchObject({ code });
      expect(await readFile(path, 'utf8')).toBe('从前');
      expect(await readdir(folder)).toEqual(['讲话.txt']);
    },
  );

  it.each([true, false])(
    'says it is written only when the name is on the disk, too (new file: %s)',
    async (create) => {
      const steps: string[] = [];
      const recording = recorded(steps);
      await writeAtomically(create ? join(folder, '新.txt') : path, Buffer.from('以后'), {
        create,
        files: recording,
      });
      expect(steps).toEqual(['sync file', create ? 'link' : 'rename', 'sync folder']);
    },
  );

  it.each([
    ['open', 'EISDIR'],
    ['open', 'EACCES'],
    ['sync', 'EPERM'],
    ['sync', 'EINVAL'],
  ] as const)('a system that cannot %s a folder (%s) has written all the same', async (call, code) => {
    await writeAtomically(path, Buffer.from('以后'), { files: recorded([], { call, code }) });
    expect(await readFile(path, 'utf8')).toBe('以后');
    expect(await readdir(folder)).toEqual(['讲话.txt']);
  });

  it('a disk that breaks as the name goes to it is told', async () => {
    const files = recorded([], { call: 'sync', code: 'EIO' });
    await expect(writeAtomically(path, Buffer.from('以后'), { files })).rejects.toMatchObject({
      code: 'EIO',
    });
    expect(await readdir(folder)).toEqual(['讲话.txt']);
  });

  it('a program killed while writing leaves the old text', async () => {
    // What a kill leaves: the hidden part file, never a half-written speech.
    await writeFile(join(folder, '.讲话.txt.0a1b2c3d.part'), '半');
    const speeches = new SpeechFolder(folder);
    expect((await speeches.list()).speeches.map(({ name }) => name)).toEqual(['讲话.txt']);
    expect((await speeches.read('讲话.txt')).text).toBe('从前');
  });
});
