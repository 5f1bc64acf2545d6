import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leadsIntoFolder } from '../../src/server/folder/folder-wall.ts';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'jiangtai-wall-'));
  folder = join(root, 'speeches');
  await mkdir(join(folder, '.versions'), { recursive: true });
  await mkdir(join(root, 'src'));
  await writeFile(join(folder, '图.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await symlink(folder, join(root, 'src', 'link'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it.each([
  '/speeches/x.svg',
  '/%73peeches/x.svg',
  '/%2573peeches/x.svg',
  '/./speeches/x.svg',
  '//speeches/x.svg',
  '/a/../speeches/x.svg',
  '/a/%2e%2e/speeches/x.html',
  '/a%2f..%2fspeeches%2fx.svg',
  '/speeches%5cx.svg',
  '/Speeches/x.svg',
  '/SPEECHES',
  '/speeches/.versions/x/1.txt',
  '/%73peeches/x.md?raw',
  `/src/link/${encodeURIComponent('图.svg')}`,
  `/%73peeches/${encodeURIComponent('图.svg')}`,
])('%s leads into the folder', async (url) => {
  expect(await leadsIntoFolder(root, folder, url)).toBe(true);
});

it('so does its place on the disk', async () => {
  for (const way of ['/@fs', '/@fs/', '/@id', '/@id/@fs', '/@fs/.', '/%40fs'])
    expect([way, await leadsIntoFolder(root, folder, `${way}${folder}/x.svg?raw`)]).toEqual([way, true]);
});

it.each([
  '/',
  '/index.html',
  '/src/app/main.ts',
  '/speeches-of-others/x.svg',
  '/samples/x.svg',
  '/%ff',
  '/%00',
])('%s does not', async (url) => {
  expect(await leadsIntoFolder(root, folder, url)).toBe(false);
});

it('a folder around the program has its own files walled off, and the program works', async () => {
  const program = join(root, 'src');
  expect(await leadsIntoFolder(program, root, '/index.html')).toBe(false);
  expect(await leadsIntoFolder(program, root, `/@fs${program}/main.ts`)).toBe(false);
  expect(await leadsIntoFolder(program, root, `/@fs${root}/x.svg`)).toBe(true);
  expect(await leadsIntoFolder(root, root, '/index.html')).toBe(false);
});
