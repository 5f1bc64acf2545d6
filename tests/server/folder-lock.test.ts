import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { FolderLock } from '../../src/server/folder/folder-lock.ts';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';
import { projectRoot } from '../../src/server/project-root.ts';
import { HOLDER } from './lock-holder.ts';

let built: string;
let folder: string;

beforeAll(async () => {
  // Other processes load it without the test runner.
  built = await mkdtemp(join(tmpdir(), 'jiangtai-lock-'));
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: 'src/server/folder/folder-lock.ts', outDir: built, emptyOutDir: false },
  });
  await writeFile(join(built, 'holder.mjs'), HOLDER);
});
afterAll(() => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-locked-'));
  await writeFile(join(folder, 'count.txt'), '0');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function holder(times: number, ...more: string[]): Promise<number | null> {
  const module = join(built, 'folder-lock.js');
  const args = [join(built, 'holder.mjs'), module, folder, String(times), ...more];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', resolve));
}

it('of three processes none works while another does', async () => {
  expect(await Promise.all([holder(40), holder(40), holder(40)])).toEqual([0, 0, 0]);
  expect(await readFile(join(folder, 'count.txt'), 'utf8')).toBe('120');
  expect(await readdir(folder)).toEqual(['count.txt']);
});

it('a process that was killed holds nothing up, and what it left is finished first, once', async () => {
  await holder(3, 'die');
  expect((await readdir(join(folder, '.jiangtai'))).length).toBe(1);
  let recovered = 0;
  const lock = new FolderLock(
    () => realpath(folder),
    async () => {
      recovered++;
    },
  );
  const begin = performance.now();
  expect(await lock.hold(async () => recovered)).toBe(1);
  expect(await lock.hold(async () => recovered)).toBe(1);
  // Far from the seconds after which a silent holder counts as dead.
  expect(performance.now() - begin).toBeLessThan(8000);
  expect(await readdir(folder)).toEqual(['count.txt']);
});

it('a holder that lost its lock is told before its last step', async () => {
  const lock = new FolderLock(() => realpath(folder));
  await expect(
    lock.hold(async (check) => {
      await check();
      await rm(join(folder, '.jiangtai'), { recursive: true });
      await check();
    }),
  ).rejects.toMatchObject({ code: 'busy' });
});

it('a lock of another machine is waited for', async () => {
  const other = join(folder, '.jiangtai', `lock-0123456789ab-1-${'0'.repeat(16)}`);
  await mkdir(join(folder, '.jiangtai'));
  await writeFile(other, '');
  const lock = new FolderLock(() => realpath(folder));
  let held = false;
  const holding = lock.hold(async () => {
    held = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(held).toBe(false);
  await rm(other);
  await holding;
  expect(held).toBe(true);
});

it('two servers on one folder never both save different texts from one state', async () => {
  const servers = [new SpeechFolder(folder), new SpeechFolder(folder)];
  await servers[0]!.create('讲话.txt', '从前');
  for (let round = 0; round < 20; round++) {
    const { revision } = await servers[0]!.read('讲话.txt');
    const results = await Promise.allSettled(
      servers.map((server, index) => server.write('讲话.txt', `第${round}次，${index}`, revision)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed' },
    });
  }
});

it('nor does one server for a file that has two names', async () => {
  const speeches = new SpeechFolder(folder);
  await speeches.create('讲话.txt', '从前');
  await symlink(join(folder, '讲话.txt'), join(folder, '又名.txt'));
  for (let round = 0; round < 20; round++) {
    const { revision } = await speeches.read('讲话.txt');
    const results = await Promise.allSettled([
      speeches.write('讲话.txt', `第${round}次，甲`, revision),
      speeches.write('又名.txt', `第${round}次，乙`, revision),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});
