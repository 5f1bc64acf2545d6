import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/app/library/archive-files.ts';
import { packLibrary, unpackLibrary } from '../../src/app/library/library-archive.ts';
import { NO_PROGRESS } from '../../src/app/tasks/progress.ts';
import { makeDocx, p as paragraph } from '../import/docx-file.ts';
import { LIBRARIES, type TriedLibrary } from '../library/libraries.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]);
const OTHER_PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 2]);
/** 同志们好 in GB18030. */
const GBK = Uint8Array.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xba, 0xc3]);

describe.each(LIBRARIES)('%s', (_kind, open) => {
  let tried: TriedLibrary;
  let copy: TriedLibrary;
  beforeEach(async () => {
    [tried, copy] = [await open(), await open()];
  });
  afterEach(() => Promise.all([tried.close(), copy.close()]));

  const names = async ({ library }: TriedLibrary) => (await library.list()).speeches.map(({ name }) => name);

  const packed = async ({ library }: TriedLibrary) =>
    new Uint8Array(await (await packLibrary(library))!.arrayBuffer());

  it('all speeches and pictures go into one .zip and come out as they were', async () => {
    await tried.library.create('讲话 一.md', '# 讲话\n\n![图](相片.png)\n');
    await tried.library.addFile('国标.txt', GBK);
    await tried.library.addFile('相片.png', PNG);
    await tried.library.create('删掉的.txt', '');
    await tried.library.remove('删掉的.txt');
    const archive = await packed(tried);
    expect(Object.keys(unzipSync(archive)).sort()).toEqual(['国标.txt', '相片.png', '讲话 一.md'].sort());
    expect(await unpackLibrary(copy.library, archive)).toMatchObject({ pictures: 1, same: 0, refused: [] });
    expect((await names(copy)).sort()).toEqual(['国标.txt', '讲话 一.md'].sort());
    expect(new Uint8Array(await copy.library.bytes('国标.txt'))).toEqual(GBK);
    expect(new Uint8Array(await copy.library.bytes('相片.png'))).toEqual(PNG);
    // Once more: everything is here already.
    expect(await unpackLibrary(copy.library, archive)).toMatchObject({ speeches: [], pictures: 0, same: 3 });
  });

  it('tells how far it is, and ends where the user wants no more: what is in stays in', async () => {
    for (const name of ['一.txt', '二.txt', '三.txt']) await tried.library.create(name, name);
    const told: string[] = [];
    const course = {
      ...NO_PROGRESS,
      report: async (done: number, total: number) => {
        told.push(`${done}/${total}`);
        return done / total < 2 / 3;
      },
    };
    expect(await packLibrary(tried.library, course)).toBeUndefined();
    expect(told.splice(0)).toEqual(['0/3', '1/3', '2/3']);
    expect((await unpackLibrary(copy.library, await packed(tried), course))?.speeches).toHaveLength(2);
    // Inflated, then file by file.
    expect(told).toEqual(['250/1000', '250/1000', '500/1000', '750/1000']);
    expect(await names(copy)).toHaveLength(2);
  });

  it('a large archive is inflated in parts, and nothing of it comes in where the user ends it before', async () => {
    const files = Array.from(
      { length: 5 },
      (_, index) => [`${index}.txt`, strToU8('字'.repeat(700_000))] as const,
    );
    const archive = zipSync(Object.fromEntries(files));
    const told: number[] = [];
    const end = (last: number) => ({
      ...NO_PROGRESS,
      report: async (done: number, total: number) => told.push(done / total) < last,
    });
    expect(await unpackLibrary(copy.library, archive, end(2))).toBeUndefined();
    expect(told).toEqual([0.05, 0.1]);
    expect(await names(copy)).toEqual([]);
    expect((await unpackLibrary(copy.library, archive, end(99)))?.speeches).toHaveLength(5);
    expect(await copy.library.bytes('4.txt')).toHaveLength(2_100_000);
  });

  it('versions go along and keep their times, names and order; once more adds none', async () => {
    await tried.library.create('讲话 一.md', '定稿');
    await tried.library.keepVersion('讲话 一.md', { text: '初稿', reason: 'opened' });
    tried.clock.now += 60_000;
    copy.clock.now += 3_600_000;
    await tried.library.keepVersion('讲话 一.md', { text: '二稿', reason: 'named', label: '送审稿' });
    const times = (await tried.library.versions('讲话 一.md')).map(({ time }) => time);
    const archive = await packed(tried);
    const files = Object.keys(unzipSync(archive)).filter((path) => path !== '讲话 一.md');
    // As in a folder of speeches: unpacked there by hand, they are the versions.
    for (const path of files)
      expect(path).toMatch(/^\.versions\/讲话 一\.md\/\d+-[0-9a-f]{4}\.(opened\.txt|named\.txt|label)$/);
    expect(files).toHaveLength(3);
    const versions = async (name: string) => {
      const found = await copy.library.versions(name);
      const texts = await Promise.all(found.map(({ id }) => copy.library.versionText(name, id)));
      return found.map(({ time, reason, label }, index) => [time, reason, label, texts[index]]);
    };
    const all = [
      [times[0], 'named', '送审稿', '二稿'],
      [times[1], 'opened', undefined, '初稿'],
    ];
    for (let again = 0; again < 2; again++) {
      await unpackLibrary(copy.library, archive);
      expect(await versions('讲话 一.md')).toEqual(all);
    }
    // Beside another speech of that name they belong to the one that came.
    await copy.library.write('讲话 一.md', '别的', (await copy.library.read('讲话 一.md')).revision);
    expect((await unpackLibrary(copy.library, archive))?.speeches).toEqual(['讲话 一 2.md']);
    expect(await versions('讲话 一 2.md')).toEqual(all);
  });

  it('of a whole folder packed by hand the bin is left out and versions are no speeches', async () => {
    const archive = zipSync({
      'speeches/讲话.txt': strToU8('讲话'),
      'speeches/.versions/讲话.txt/1700000000000-0a1b.opened.txt': strToU8('旧'),
      'speeches/.versions/讲话.txt/1700000000000-0a1b.evil.txt': strToU8('x'),
      'speeches/.versions/没有.txt/1700000000000-0a1b.opened.txt': strToU8('旧'),
      'speeches/.trash/1700000000000-00000000/丢.txt': strToU8('丢'),
    });
    expect((await unpackLibrary(copy.library, archive))?.refused).toEqual([]);
    expect(await names(copy)).toEqual(['讲话.txt']);
    expect(await copy.library.versions('讲话.txt')).toMatchObject([{ time: 1_700_000_000_000 }]);
  });

  it('what differs under one name is kept beside it, and speeches follow their pictures', async () => {
    await tried.library.create('讲话.md', '这里的');
    await tried.library.addFile('图 1.png', PNG);
    const archive = zipSync({
      '我的/讲话.md': strToU8('别处的\n\n![](图%201.png)'),
      '我的/图 1.png': OTHER_PNG,
    });
    expect(await unpackLibrary(tried.library, archive)).toMatchObject({
      speeches: ['讲话 2.md'],
      pictures: 1,
    });
    expect((await tried.library.read('讲话.md')).text).toBe('这里的');
    expect((await tried.library.read('讲话 2.md')).text).toBe(`别处的\n\n![](${encodeURI('图 1-2.png')})`);
    expect(new Uint8Array(await tried.library.bytes('图 1.png'))).toEqual(PNG);
    expect(new Uint8Array(await tried.library.bytes('图 1-2.png'))).toEqual(OTHER_PNG);
  });

  it('pictures of one name in two folders stay with the speech of their folder', async () => {
    const archive = zipSync({
      '甲/甲.txt': strToU8('甲\n\n![图](图(1).png)\n'),
      '甲/图(1).png': PNG,
      '乙/乙.txt': strToU8('乙\n\n![图](图(1).png)\n'),
      '乙/图(1).png': OTHER_PNG,
    });
    expect(await unpackLibrary(copy.library, archive)).toMatchObject({ pictures: 2, refused: [] });
    for (const [name, picture] of [
      ['甲.txt', PNG],
      ['乙.txt', OTHER_PNG],
    ] as const) {
      const { text } = await copy.library.read(name);
      const [, address = ''] = /!\[图\]\((.*)\)/.exec(text) ?? [];
      expect(new Uint8Array(await copy.library.bytes(decodeURIComponent(address)))).toEqual(picture);
    }
  });

  it('takes Word files along, and leaves out what is no speech', async () => {
    const archive = zipSync({
      '党课.docx': makeDocx({ body: paragraph('学习讲话') + paragraph('同志们：') }),
      '坏.docx': strToU8('PK\u0003\u0004 no document'),
      '../../逃.txt': strToU8('讲话'),
      'README.md': strToU8('no speech'),
      'run.exe': strToU8('MZ'),
      '__MACOSX/._讲话.txt': strToU8('x'),
    });
    const unpacked = await unpackLibrary(tried.library, archive);
    expect((await names(tried)).sort()).toEqual(['党课.txt', '逃.txt'].sort());
    expect(unpacked?.refused.map(({ name }) => name)).toEqual(['坏.docx']);
  });
});

it('hostile paths lead nowhere, and no speech is left out for its name', async () => {
  const tried = await LIBRARIES[2]![1]();
  const long = '关于进一步做好新形势下基层治理工作的若干意见'.repeat(5);
  const unpacked = await unpackLibrary(
    tried.library,
    zipSync({
      '/etc/cron.d/一.txt': strToU8('一'),
      '..\\..\\二.txt': strToU8('二'),
      'C:\\三.txt': strToU8('三'),
      '四..txt': strToU8('四'),
      'con.txt': strToU8('五号讲话'),
      [`${long}.txt`]: strToU8('六'),
      '一月/七.txt': strToU8('七，一月'),
      '二月/七.txt': strToU8('七，二月'),
      '.versions/../八.txt': strToU8('八'),
      '空.txt': strToU8(''),
    }),
  );
  const kept = (await tried.library.list()).speeches.map(({ name }) => name);
  expect(kept).toHaveLength(9);
  expect(kept).toEqual(
    expect.arrayContaining(['一.txt', '二.txt', '三.txt', '四.txt', '五号讲话.txt', '七.txt', '七 2.txt']),
  );
  expect(kept.some((name) => long.startsWith(name.slice(0, -4)))).toBe(true);
  const texts = await Promise.all(kept.map(async (name) => (await tried.library.read(name)).text));
  for (const text of ['一', '二', '三', '四', '五号讲话', '六', '七，一月', '七，二月'])
    expect(texts).toContain(text);
  expect(unpacked?.refused).toEqual([]);
  await tried.close();
});

describe('names in archives of Windows', () => {
  it.each([
    ['gb18030', [0xbd, 0xb2, 0xbb, 0xb0]],
    ['utf-8', [...new TextEncoder().encode('讲话')]],
  ])('that are in %s and do not say so are read', async (_encoding, bytes) => {
    const tried = await LIBRARIES[2]![1]();
    // fflate marks every name that is not ASCII as UTF-8: the mark (bit 11) and the name are put in by hand.
    const place = 'x'.repeat(bytes.length);
    const archive = zipSync({ [`${place}.txt`]: strToU8('同志们') }, { level: 0 });
    const text = Array.from(archive, (byte) => String.fromCharCode(byte)).join('');
    for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) archive.set(bytes, at);
    expect((await unpackLibrary(tried.library, archive))?.speeches).toEqual(['讲话.txt']);
    await tried.close();
  });
});

it('says what is no archive', async () => {
  const tried = await LIBRARIES[2]![1]();
  await expect(unpackLibrary(tried.library, strToU8('not a zip'))).rejects.toMatchObject({
    code: 'bad-archive',
  });
  await tried.close();
});

it('of an archive with a bit flipped each file comes as it was, or is named as damaged', async () => {
  const archive = zipSync({ '讲话.txt': strToU8('同志们：今天开会。'), '二.txt': strToU8('第二篇讲话。') });
  let named = 0;
  for (let bit = 0; bit < archive.length * 8; bit += 3) {
    const flipped = archive.slice();
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    const found = await filesIn(flipped, NO_PROGRESS).catch((error: Error) => {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(?:bad-archive|zip-bomb)$/) });
    });
    if (!found) continue;
    const texts = found.files.map(([, bytes]) => strFromU8(bytes));
    named += found.damaged.length;
    expect({ bit, told: texts.length + found.damaged.length >= 2 }).toEqual({ bit, told: true });
    for (const text of texts) expect(['同志们：今天开会。', '第二篇讲话。']).toContain(text);
  }
  expect(named).toBeGreaterThan(100);
  const tried = await LIBRARIES[2]![1]();
  const flipped = archive.slice();
  flipped[50]! ^= 1;
  expect(await unpackLibrary(tried.library, flipped)).toMatchObject({
    speeches: ['二.txt'],
    refused: [{ name: '讲话.txt', error: { code: 'damaged-in-archive' } }],
  });
  await tried.close();
});
