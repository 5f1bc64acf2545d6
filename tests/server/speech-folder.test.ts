import * as system from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryError } from '../../src/library/library-error.ts';
import type { FolderState } from '../../src/library/protocol.ts';
import { FolderVersions } from '../../src/server/folder/folder-versions.ts';
import { FolderWatch } from '../../src/server/folder/folder-watch.ts';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';

// Of the real calls, so that a test can make one of them fail.
vi.mock('node:fs/promises', async (original) => ({ ...(await original<typeof system>()) }));

let around: string;
let folder: string;
let speeches: SpeechFolder;
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'jiangtai-folder-'));
  folder = join(around, 'speeches');
  await mkdir(folder);
  speeches = new SpeechFolder(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(around, { recursive: true, force: true });
});

const names = async () => (await speeches.list()).speeches.map(({ name }) => name);
const content = (name: string) => readFile(join(folder, name), 'utf8');
/** The versions' place leads out of the folder: they cannot be moved. */
const leadVersionsOut = async () => {
  await mkdir(join(around, 'out'));
  await symlink(join(around, 'out'), join(folder, '.versions'));
};

describe('names that differ in case only', () => {
  it('are two speeches on a disk that tells them apart: neither replaces the other', async () => {
    await writeFile(join(folder, 'talk.txt'), '一');
    await writeFile(join(folder, 'Talk.txt'), '二');
    const { id } = await speeches.keepVersion('Talk.txt', { text: '旧', reason: 'opened' });
    await expect(speeches.rename('talk.txt', 'Talk.txt')).rejects.toMatchObject({ code: 'exists' });
    expect([await content('talk.txt'), await content('Talk.txt')]).toEqual(['一', '二']);
    expect(await speeches.versionText('Talk.txt', id)).toBe('旧');
  });

  it('are two also when both are links of one file', async () => {
    await writeFile(join(folder, 'talk.txt'), '一');
    await system.link(join(folder, 'talk.txt'), join(folder, 'Talk.txt'));
    await expect(speeches.rename('talk.txt', 'Talk.txt')).rejects.toMatchObject({ code: 'exists' });
  });
});

describe('versions that cannot be moved', () => {
  it('a speech that is put away stays where it was', async () => {
    await speeches.create('讲话.txt', '一');
    await leadVersionsOut();
    await expect(speeches.remove('讲话.txt')).rejects.toMatchObject({ code: 'outside-folder' });
    expect(await content('讲话.txt')).toBe('一');
    expect(await speeches.trash.list()).toEqual([]);
    expect(await readdir(join(folder, '.trash'))).toEqual([]);
  });

  it('is in the bin where it cannot go back: somebody took its name', async () => {
    await speeches.create('讲话.txt', '一');
    vi.spyOn(FolderVersions.prototype, 'move').mockImplementation(async () => {
      await writeFile(join(folder, '讲话.txt'), '别人的');
      throw new LibraryError('read-only', { name: '.versions' });
    });
    await expect(speeches.remove('讲话.txt')).rejects.toMatchObject({ code: 'read-only' });
    expect(await content('讲话.txt')).toBe('别人的');
    const [removed] = await speeches.trash.list();
    vi.restoreAllMocks();
    await speeches.trash.restore(removed!.id);
    expect(await content('讲话 2.txt')).toBe('一');
  });

  it('V9: a speech whose restoring is refused stays in the bin, with its versions', async () => {
    await speeches.create('讲话.txt', '一');
    await speeches.keepVersion('讲话.txt', { text: '旧', reason: 'opened' });
    const { id } = await speeches.remove('讲话.txt');
    await rm(join(folder, '.versions'), { recursive: true });
    await leadVersionsOut();
    await expect(speeches.trash.restore(id)).rejects.toMatchObject({ code: 'outside-folder' });
    expect(await names()).toEqual([]);
    await rm(join(folder, '.versions'));
    expect(await speeches.trash.restore(id)).toBe('讲话.txt');
    expect(await speeches.versions('讲话.txt')).toHaveLength(1);
  });

  it('V9: a speech whose renaming is refused has its old name', async () => {
    const { revision } = await speeches.create('讲话.txt', '一');
    await speeches.write('讲话.txt', '二', revision, [{ tab: 'p', time: 1 }]);
    await leadVersionsOut();
    await expect(speeches.rename('讲话.txt', '新.txt')).rejects.toMatchObject({ code: 'outside-folder' });
    expect(await names()).toEqual(['讲话.txt']);
    expect((await speeches.read('讲话.txt')).writer?.tab).toBe('p');
  });
});

it('a file that cannot leave its old place is not in two', async () => {
  await speeches.create('讲话.txt', '一');
  vi.spyOn(system, 'rm').mockImplementationOnce(async () => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
  });
  await expect(speeches.remove('讲话.txt')).rejects.toMatchObject({ code: 'read-only' });
  expect(await content('讲话.txt')).toBe('一');
  expect(await speeches.trash.list()).toEqual([]);
});

describe('no file descriptor left', () => {
  const refuse = (call: 'readdir' | 'readFile' | 'stat') => {
    vi.spyOn(system, call).mockImplementation((async () => {
      throw Object.assign(new Error('EMFILE'), { code: 'EMFILE' });
    }) as never);
  };

  it.each(['readdir', 'readFile', 'stat'] as const)('%s: an error, never a shorter list', async (call) => {
    await writeFile(join(folder, '讲话.txt'), '同志们：');
    refuse(call);
    await expect(speeches.list()).rejects.toMatchObject({ code: 'too-many-files' });
    vi.restoreAllMocks();
    expect(await names()).toEqual(['讲话.txt']);
  });

  it('nor an empty bin, nor versions that are gone', async () => {
    await speeches.create('讲话.txt', '一');
    await speeches.keepVersion('讲话.txt', { text: '旧', reason: 'opened' });
    await speeches.create('旧讲话.txt', '一');
    await speeches.remove('旧讲话.txt');
    refuse('readdir');
    await expect(speeches.trash.list()).rejects.toMatchObject({ code: 'too-many-files' });
    await expect(speeches.versions('讲话.txt')).rejects.toMatchObject({ code: 'too-many-files' });
    vi.restoreAllMocks();
    refuse('readFile');
    await expect(speeches.versions('讲话.txt')).rejects.toMatchObject({ code: 'too-many-files' });
  });

  it('the feed reports no speech as deleted, and goes on when there are some again', async () => {
    await writeFile(join(folder, '讲话.txt'), '同志们：');
    refuse('readdir');
    const watch = new FolderWatch(speeches);
    const states: FolderState[] = [];
    const stop = watch.listen((state) => states.push(state));
    await expect(speeches.list()).rejects.toMatchObject({ code: 'too-many-files' });
    vi.restoreAllMocks();
    await expect.poll(() => states.length, { timeout: 20_000 }).toBe(1);
    expect(Object.keys(states[0]!.revisions)).toEqual(['讲话.txt']);
    stop();
  });
});

it('the feed reports a file that another program gives its old text back right after a write of ours', async () => {
  await writeFile(join(folder, '讲话.txt'), '旧');
  const watch = new FolderWatch(speeches);
  const states: FolderState[] = [];
  const stop = watch.listen((state) => states.push(state));
  await expect.poll(() => states.length).toBe(1);
  const { revision } = await speeches.read('讲话.txt');
  await speeches.write('讲话.txt', '新', revision);
  await writeFile(join(folder, '讲话.txt'), '旧');
  // The page that wrote has the revision of 新: it hears that the file has the old one again.
  await expect.poll(() => states.length, { timeout: 20_000 }).toBeGreaterThan(1);
  expect(states.at(-1)!.revisions).toEqual({ '讲话.txt': revision });
  stop();
});

it('a thousand speeches are listed with few files open at once', async () => {
  await Promise.all(
    Array.from({ length: 1000 }, (_, number) => writeFile(join(folder, `${number}.txt`), '一')),
  );
  const read = system.readFile;
  let [open, most] = [0, 0];
  vi.spyOn(system, 'readFile').mockImplementation((async (...args: Parameters<typeof read>) => {
    most = Math.max(most, ++open);
    try {
      return await read(...args);
    } finally {
      open--;
    }
  }) as never);
  expect(await names()).toHaveLength(1000);
  expect(most).toBeLessThanOrEqual(16);
});

it('V6: a version whose time is in the future makes no other one old', async () => {
  const now = Date.UTC(2026, 3, 1);
  const [HOUR, YEAR] = [3_600_000, 365 * 24 * 3_600_000];
  const kept = new SpeechFolder(folder, undefined, () => now);
  await kept.create('讲话.txt', '一');
  await mkdir(join(folder, '.versions', '讲话.txt'), { recursive: true });
  const times = [now + YEAR, ...Array.from({ length: 12 }, (_, hour) => now - (hour + 3) * HOUR)];
  for (const time of times)
    await writeFile(join(folder, '.versions', '讲话.txt', `${time}-0000.interval.txt`), String(time));
  await kept.keepVersion('讲话.txt', { text: '新', reason: 'interval' });
  expect(await kept.versions('讲话.txt')).toHaveLength(times.length + 1);
});
