import { link, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';
import type { Move } from '../../src/server/folder/unfinished-moves.ts';

/** What a killed server leaves at each step of a move is made by hand; the next server must find one speech, whole. */

const ID = '1790000000000-0123abcd';
let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const files = async (place = '') =>
  (await readdir(at(place), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(folder.length + 1), entry.name))
    .sort();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-moves-'));
  await writeFile(at('甲.txt'), '同志们：');
  await mkdir(at('.versions', '甲.txt'), { recursive: true });
  await writeFile(at('.versions', '甲.txt', '1-0000.opened.txt'), '旧');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function record(move: Move | string): Promise<void> {
  await mkdir(at('.jiangtai'), { recursive: true });
  const json = typeof move === 'string' ? move : JSON.stringify(move);
  await writeFile(at('.jiangtai', `move-${'0'.repeat(16)}.json`), json);
}

const OLD = ['.versions/甲.txt/1-0000.opened.txt', '甲.txt'];
const NEW = ['.versions/乙.txt/1-0000.opened.txt', '乙.txt'];
const BIN = [`.trash/${ID}/.versions/1-0000.opened.txt`, `.trash/${ID}/甲.txt`];

describe('a renaming that was killed', () => {
  beforeEach(() => record({ kind: 'rename', name: '甲.txt', to: '乙.txt' }));

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['before it began', async () => undefined, OLD],
    ['with two names', () => link(at('甲.txt'), at('乙.txt')), NEW],
    ['apart from its versions', () => rename(at('甲.txt'), at('乙.txt')), NEW],
    [
      'at the end',
      async () => {
        await rename(at('甲.txt'), at('乙.txt'));
        await rename(at('.versions', '甲.txt'), at('.versions', '乙.txt'));
      },
      NEW,
    ],
    [
      'while another program took the name',
      () => writeFile(at('乙.txt'), '别人的'),
      [OLD[0]!, '乙.txt', '甲.txt'],
    ],
  ])('%s', async (_name, leave, left) => {
    await leave();
    await new SpeechFolder(folder).recover();
    expect(await files()).toEqual([...left].sort());
  });
});

describe('a removal that was killed', () => {
  beforeEach(async () => {
    await record({ kind: 'remove', name: '甲.txt', id: ID });
    await mkdir(at('.trash', ID), { recursive: true });
  });

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['before it began', async () => undefined, OLD],
    ['with two names', () => link(at('甲.txt'), at('.trash', ID, '甲.txt')), BIN],
    ['apart from its versions', () => rename(at('甲.txt'), at('.trash', ID, '甲.txt')), BIN],
  ])('%s', async (_name, leave, left) => {
    await leave();
    await new SpeechFolder(folder).recover();
    expect(await files()).toEqual([...left].sort());
  });
});

describe('a restoring that was killed', () => {
  beforeEach(async () => {
    await record({ kind: 'restore', name: '甲.txt', id: ID, to: '乙.txt' });
    await mkdir(at('.trash', ID), { recursive: true });
    await rename(at('甲.txt'), at('.trash', ID, '甲.txt'));
    await rename(at('.versions', '甲.txt'), at('.trash', ID, '.versions'));
  });

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['before it began', async () => undefined, BIN],
    ['with two names', () => link(at('.trash', ID, '甲.txt'), at('乙.txt')), NEW],
    ['apart from its versions', () => rename(at('.trash', ID, '甲.txt'), at('乙.txt')), NEW],
  ])('%s', async (_name, leave, left) => {
    await leave();
    await new SpeechFolder(folder).recover();
    expect(await files()).toEqual([...left].sort());
  });
});

it('one that is removed for good and half gone is gone', async () => {
  await record({ kind: 'forget', name: '甲.txt', id: ID });
  await mkdir(at('.trash', ID, '.versions'), { recursive: true });
  await writeFile(at('.trash', ID, '.versions', '1-0000.opened.txt'), '旧');
  await new SpeechFolder(folder).recover();
  expect(await files()).toEqual(OLD);
});

it.each([
  '',
  'null',
  '{"kind":"rename","name":"甲.txt","to":"../甲.txt"}',
  '{"kind":"rename","name":"../secret.txt","to":"乙.txt"}',
  '{"kind":"forget","name":"甲.txt","id":"../.."}',
  '{"kind":"forget","name":"甲.txt","id":"."}',
  '{"kind":"burn","name":"甲.txt","to":"乙.txt"}',
])('a record that is none changes nothing: %s', async (json) => {
  await record(json);
  await new SpeechFolder(folder).recover();
  expect(await files()).toEqual(OLD);
});

it('files that never got their name are deleted, and nobody else’s', async () => {
  await mkdir(at('.originals'));
  const ours = [
    '.甲.txt.0123abcd.part',
    '.versions/甲.txt/.1-0000.opened.txt.0123abcd.part',
    '.originals/.甲.txt.89abcdef.0123abcd.part',
  ];
  const others = ['.甲.pdf.0123abcd.part', '.甲.txt.part', '电影.part'];
  for (const name of [...ours, ...others]) await writeFile(at(name), '半');
  await new SpeechFolder(folder).recover();
  expect(await files()).toEqual([...OLD, ...others].sort());
});
