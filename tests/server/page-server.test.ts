import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PageServer, servePages } from '../../src/server/page-server.ts';

let folder: string;
let server: PageServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-pages-'));
  await mkdir(join(folder, 'pages'));
  await mkdir(join(folder, 'speech'));
  await writeFile(join(folder, 'pages', 'deck.html'), '<!doctype html>');
  await writeFile(join(folder, 'speech', '图.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'speech', 'secret.txt'), '同志们：');
  await writeFile(join(folder, 'outside.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await symlink(join(folder, 'outside.svg'), join(folder, 'speech', 'link.svg'));
  server = await servePages(join(folder, 'pages'), join(folder, 'speech'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['deck.html?print-pdf', 200],
  [`speech/${encodeURIComponent('图.svg')}`, 200],
  ['speech/secret.txt', 404],
  ['speech/link.svg', 404],
  ['speech/..%2foutside.svg', 404],
  ['..%2foutside.svg', 404],
  ['speech/%E0%A4%A', 404],
  ['', 404],
])('%s → %i', async (path, status) => {
  expect((await fetch(server.url + path)).status).toBe(status);
});

it('listens on loopback only', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});
