import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';

vi.mock('node:fs/promises', async (original) => {
  const { caseBlind } = await import('./case-blind-disk.ts');
  return caseBlind(await original());
});

let folder: string;
let speeches: SpeechFolder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-blind-'));
  speeches = new SpeechFolder(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('gives a name other letters’ case, and its versions follow', async () => {
  await speeches.create('talk.txt', '一');
  const { id } = await speeches.keepVersion('talk.txt', { text: '旧', reason: 'opened' });
  await speeches.rename('talk.txt', 'Talk.txt');
  expect(await speeches.versionText('Talk.txt', id)).toBe('旧');
  expect((await readdir(folder)).sort()).toEqual(['.versions', 'Talk.txt']);
  expect(await readdir(join(folder, '.versions'))).toEqual(['Talk.txt']);
});

it('refuses the name of another speech in whatever case', async () => {
  await speeches.create('talk.txt', '一');
  await speeches.create('other.txt', '二');
  await expect(speeches.rename('talk.txt', 'OTHER.txt')).rejects.toMatchObject({ code: 'exists' });
  expect(await readFile(join(folder, 'other.txt'), 'utf8')).toBe('二');
});
