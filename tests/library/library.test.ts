import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RevisionConflict } from '../../src/library/http/speech-client.ts';
import { LIBRARIES, START, type TriedLibrary } from './libraries.ts';

const DAY = 24 * 60 * 60 * 1000;
/** 同志们好 in GB18030. */
const GBK = Uint8Array.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xba, 0xc3]);
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

describe.each(LIBRARIES)('%s', (_kind, open) => {
  let tried: TriedLibrary;
  beforeEach(async () => {
    tried = await open();
  });
  afterEach(() => tried.close());

  const names = async () => (await tried.library.list()).speeches.map(({ name }) => name);
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: { code?: string }) => error.code,
    );

  it('creates, lists, reads and writes', async () => {
    const { library } = tried;
    await library.create('讲话.txt', '安全讲话\n\n同志们：\n');
    expect((await library.list()).speeches).toMatchObject([{ name: '讲话.txt', title: '安全讲话' }]);
    const { revision } = await library.read('讲话.txt');
    const written = await library.write('讲话.txt', '安全讲话\n\n各位同志：\n', revision);
    expect(await library.read('讲话.txt')).toMatchObject({
      text: '安全讲话\n\n各位同志：\n',
      revision: written.revision,
      writer: { tab: 'page-a' },
    });
    expect(await refusal(library.create('讲话.txt', ''))).toBe('exists');
    expect(await refusal(library.create('../x.txt', ''))).toBe('bad-name');
    expect(await refusal(library.create('x.exe', ''))).toBe('wrong-extension');
    expect(await refusal(library.read('无.txt'))).toBe('not-found');
  });

  it('R11: a draft that a write supersedes is in the vector, and never replaces a later stamp of its tab', async () => {
    const { library, other } = tried;
    await library.create('讲话.txt', '一');
    const first = await other.write('讲话.txt', '二', (await library.read('讲话.txt')).revision);
    const { writer: later } = await library.read('讲话.txt');
    const supersedes = [
      { tab: 'dead', time: 7 },
      { tab: 'page-b', time: later!.time - 1 },
    ];
    await library.write('讲话.txt', '三', first.revision, { supersedes });
    const { writer, vector } = await library.read('讲话.txt');
    expect(writer?.tab).toBe('page-a');
    expect(vector).toEqual([{ tab: 'dead', time: 7 }, later, writer]);
  });

  it('W1: refuses a write whose base is not the file’s state, with the file', async () => {
    const { library, other } = tried;
    await library.create('讲话.txt', '一');
    const { revision } = await library.read('讲话.txt');
    await other.write('讲话.txt', '二', revision);
    const error: unknown = await library.write('讲话.txt', '三', revision).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RevisionConflict);
    expect((error as RevisionConflict).current.text).toBe('二');
    expect((await library.read('讲话.txt')).text).toBe('二');
  });

  it('W1: of many writes at once from one base only one wins', async () => {
    const { library, other } = tried;
    await library.create('讲话.txt', '');
    const { revision } = await library.read('讲话.txt');
    const results = await Promise.allSettled(
      [...'甲乙丙丁'].map((text, index) => (index % 2 ? other : library).write('讲话.txt', text, revision)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps files from outside byte for byte, and pictures', async () => {
    const { library } = tried;
    await library.addFile('国标.txt', GBK);
    expect(new Uint8Array(await library.bytes('国标.txt'))).toEqual(GBK);
    expect(await library.read('国标.txt')).toMatchObject({ text: '同志们好', encoding: 'gb18030' });
    const { revision } = await library.read('国标.txt');
    const written = await library.write('国标.txt', '同志们早', revision);
    expect(written).toMatchObject({ encoding: 'utf-8', original: expect.stringContaining('国标.txt.') });
    await library.addFile('相片.png', PNG);
    expect(await library.pictures()).toEqual(['相片.png']);
    expect(new Uint8Array(await library.bytes('相片.png'))).toEqual(PNG);
    expect(await refusal(library.addFile('相片.png', PNG))).toBe('exists');
    expect(await refusal(library.bytes('无.txt'))).toBe('not-found');
    expect(await refusal(library.bytes('无.png'))).toBe('not-found');
  });

  it('V9: renames a speech with its versions, never onto another', async () => {
    const { library } = tried;
    await library.create('甲.txt', '一');
    await library.create('乙.txt', '二');
    await library.keepVersion('甲.txt', { text: '旧', reason: 'opened' });
    expect(await refusal(library.rename('甲.txt', '乙.txt'))).toBe('exists');
    expect(await refusal(library.rename('甲.txt', 'a/b.txt'))).toBe('bad-name');
    expect(await refusal(library.rename('无.txt', '丙.txt'))).toBe('not-found');
    await library.rename('甲.txt', '丙.txt');
    expect(await names()).toEqual(['丙.txt', '乙.txt']);
    expect((await library.read('丙.txt')).text).toBe('一');
    const [version] = await library.versions('丙.txt');
    expect(await library.versionText('丙.txt', version!.id)).toBe('旧');
  });

  it('gives a name other letters’ case', async () => {
    const { library } = tried;
    await library.create('plan.txt', '一');
    await library.rename('plan.txt', 'Plan.txt');
    expect(await names()).toEqual(['Plan.txt']);
  });

  it('duplicates byte for byte', async () => {
    const { library } = tried;
    await library.addFile('国标.txt', GBK);
    await library.duplicate('国标.txt', '国标 2.txt');
    expect(new Uint8Array(await library.bytes('国标 2.txt'))).toEqual(GBK);
    expect(await refusal(library.duplicate('国标.txt', '国标 2.txt'))).toBe('exists');
    expect(await refusal(library.duplicate('无.txt', '丙.txt'))).toBe('not-found');
  });

  it('V9: removes a speech, lists it, and restores it with its versions', async () => {
    const { library } = tried;
    await library.create('甲.txt', '第一篇\n正文');
    await library.keepVersion('甲.txt', { text: '旧', reason: 'opened' });
    const removed = await library.remove('甲.txt');
    expect(removed).toMatchObject({ name: '甲.txt', title: '第一篇', removed: START });
    expect(await names()).toEqual([]);
    expect(await refusal(library.read('甲.txt'))).toBe('not-found');
    expect(await library.removed()).toEqual([removed]);
    expect(await library.restore(removed.id)).toBe('甲.txt');
    expect((await library.read('甲.txt')).text).toBe('第一篇\n正文');
    expect(await library.versions('甲.txt')).toHaveLength(1);
    expect(await library.removed()).toEqual([]);
    expect(await refusal(library.restore(removed.id))).toBe('not-found');
  });

  it('a speech that comes back does not replace one that took its name', async () => {
    const { library } = tried;
    await library.create('甲.txt', '旧');
    const { id } = await library.remove('甲.txt');
    await library.create('甲.txt', '新');
    expect(await library.versions('甲.txt')).toEqual([]);
    expect(await library.restore(id)).toBe('甲 2.txt');
    expect((await library.read('甲.txt')).text).toBe('新');
    expect((await library.read('甲 2.txt')).text).toBe('旧');
  });

  it('keeps removed speeches thirty days, or until they are forgotten', async () => {
    const { library, clock, folder } = tried;
    for (const name of ['甲.txt', '乙.txt']) await library.create(name, name);
    const { id } = await library.remove('甲.txt');
    clock.now += 30 * DAY - 1;
    await library.remove('乙.txt');
    expect((await library.removed()).map(({ name }) => name)).toEqual(['乙.txt', '甲.txt']);
    clock.now += 2;
    // Found due now; it goes when the clock has said so for a week.
    expect(await library.removed()).toHaveLength(2);
    clock.now += 7 * DAY;
    // Also while nobody looks: with the next one that goes.
    await library.create('丙.txt', '丙');
    await library.forget((await library.remove('丙.txt')).id);
    if (folder) expect(await readdir(join(folder, '.trash'))).toHaveLength(1);
    const left = await library.removed();
    expect(left.map(({ name }) => name)).toEqual(['乙.txt']);
    expect(await refusal(library.restore(id))).toBe('not-found');
    await library.forget(left[0]!.id);
    expect(await library.removed()).toEqual([]);
    expect(await refusal(library.forget('../../x'))).toBe('not-found');
  });

  it('a clock that was once a year ahead empties no bin and deletes no versions', async () => {
    const { library, clock } = tried;
    for (const name of ['甲.txt', '乙.txt', '丙.txt']) await library.create(name, name);
    for (let count = 0; count < 12; count++) {
      clock.now += 5 * 60_000;
      await library.keepVersion('甲.txt', { text: `第 ${count} 稿`, reason: 'interval' });
    }
    await library.remove('乙.txt');
    const right = clock.now;
    clock.now += 365 * DAY;
    for (let count = 0; count < 3; count++) {
      clock.now += DAY;
      await library.keepVersion('甲.txt', { text: `那时 ${count} 稿`, reason: 'interval' });
      expect(await library.removed()).toHaveLength(1);
    }
    await library.remove('丙.txt');
    clock.now = right + DAY;
    for (let count = 0; count < 3; count++) {
      clock.now += 5 * 60_000;
      await library.keepVersion('甲.txt', { text: `后来 ${count} 稿`, reason: 'interval' });
    }
    expect(await library.removed()).toHaveLength(2);
    const texts = await Promise.all(
      (await library.versions('甲.txt')).map(({ id }) => library.versionText('甲.txt', id)),
    );
    // Those of a day ago thin as always: one an hour stays, the newest of it.
    for (const text of ['那时 0 稿', '那时 1 稿', '那时 2 稿', '后来 0 稿', '后来 1 稿', '后来 2 稿'])
      expect(texts).toContain(text);
    expect(texts[0]).toBe('后来 2 稿');
    // The record of that clock is dropped with it: a due time counts anew.
    clock.now = right + 31 * DAY;
    expect(await library.removed()).toHaveLength(2);
  });

  it('searches names and texts for all words', async () => {
    const { library } = tried;
    await library.create('安全生产.txt', '讲话\n要把责任\n落实到人。');
    await library.create('Opening.txt', '开学典礼，人人有责任。');
    const found = async (query: string) => (await library.search(query)).map(({ name }) => name);
    expect(await found('责任')).toEqual(['Opening.txt', '安全生产.txt']);
    expect(await found('责任 落实')).toEqual(['安全生产.txt']);
    expect(await found('opening　责任')).toEqual(['Opening.txt']);
    expect(await found('没有的词')).toEqual([]);
    expect(await found('責任|责任 落实|落實')).toEqual(['安全生产.txt']);
    expect((await library.search('责任 落实'))[0]?.excerpt).toEqual({
      before: '讲话 要把',
      match: '责任',
      after: ' 落实到人。',
    });
  });

  it('V5: keeps versions, newest first, none twice, with labels', async () => {
    const { library, clock } = tried;
    await library.create('甲.txt', '三');
    const first = await library.keepVersion('甲.txt', { text: '一 二', reason: 'opened' });
    clock.now += 1000;
    const second = await library.keepVersion('甲.txt', { text: '二', reason: 'named', label: '送审稿' });
    expect(await library.versions('甲.txt')).toEqual([
      { id: second.id, time: START + 1000, reason: 'named', characters: 1, label: '送审稿' },
      { id: first.id, time: START, reason: 'opened', characters: 2 },
    ]);
    clock.now += 1000;
    expect((await library.keepVersion('甲.txt', { text: '二', reason: 'interval' })).id).toBe(second.id);
    await library.nameVersion('甲.txt', first.id, '初稿');
    await library.nameVersion('甲.txt', second.id, '');
    expect((await library.versions('甲.txt')).map(({ label }) => label)).toEqual([undefined, '初稿']);
    expect(await library.versionText('甲.txt', first.id)).toBe('一 二');
    expect(await refusal(library.versionText('甲.txt', '0-0000'))).toBe('not-found');
    expect(await refusal(library.keepVersion('无.txt', { text: '', reason: 'opened' }))).toBe('not-found');
  });

  it('V6: drops versions as they age, never labelled ones', async () => {
    const { library, clock } = tried;
    await library.create('甲.txt', '');
    await library.keepVersion('甲.txt', { text: '定稿', reason: 'named', label: '定稿' });
    for (let minute = 0; minute < 60 * 24 * 2; minute += 15) {
      clock.now = START + minute * 60_000;
      await library.keepVersion('甲.txt', { text: `第 ${minute} 分钟`, reason: 'interval' });
    }
    const versions = await library.versions('甲.txt');
    expect(versions.length).toBeGreaterThan(30);
    expect(versions.length).toBeLessThan(60);
    expect(versions.some(({ label }) => label === '定稿')).toBe(true);
  });

  it('leaves nothing in the folder that the list would show', async () => {
    const { library, folder } = tried;
    await library.create('甲.txt', '一');
    await library.keepVersion('甲.txt', { text: '旧', reason: 'named', label: '初稿' });
    await library.create('乙.txt', '一');
    await library.remove('乙.txt');
    expect(await names()).toEqual(['甲.txt']);
    expect(await library.pictures()).toEqual([]);
    if (folder) {
      expect((await readdir(folder)).sort()).toEqual(['.trash', '.versions', '甲.txt']);
      expect(await readdir(join(folder, '.versions', '甲.txt'))).toHaveLength(2);
    }
  });
});
