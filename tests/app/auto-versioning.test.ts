import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AutoVersioning, INTERVAL } from '../../src/app/session/auto-versioning.ts';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { MemoryRecords } from '../../src/library/browser/record-store.ts';

let library: BrowserLibrary;
let text: string;
let keeper: AutoVersioning;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  library = new BrowserLibrary(new MemoryRecords());
  await library.create('讲话.txt', '打开时');
  text = '打开时';
  keeper = new AutoVersioning(library, '讲话.txt', text, () => text);
});
afterEach(() => {
  keeper.close();
  library.close();
  vi.useRealTimers();
});

const kept = async () =>
  Promise.all(
    (await library.versions('讲话.txt')).map(
      async ({ id, reason }) => `${reason}: ${await library.versionText('讲话.txt', id)}`,
    ),
  );

function edit(now: string): void {
  text = now;
  keeper.edited();
}

it('V1: looking keeps nothing; the first edit keeps what was opened', async () => {
  expect(await kept()).toEqual([]);
  edit('改一');
  edit('改二');
  expect(await kept()).toEqual(['opened: 打开时']);
});

it('V2: edits are kept at latest after ten minutes, and not while nobody edits', async () => {
  edit('改一');
  vi.advanceTimersByTime(INTERVAL - 1);
  edit('改二');
  vi.advanceTimersByTime(1);
  expect(await kept()).toEqual(['interval: 改二', 'opened: 打开时']);
  vi.advanceTimersByTime(INTERVAL * 5);
  expect(await kept()).toHaveLength(2);
  edit('改三');
  vi.advanceTimersByTime(INTERVAL);
  expect((await kept())[0]).toBe('interval: 改三');
});

it('V3: what is going to be replaced is kept, and ten minutes count from there', async () => {
  edit('改一');
  vi.advanceTimersByTime(INTERVAL - 1);
  keeper.before('before-repairs');
  vi.advanceTimersByTime(INTERVAL);
  expect(await kept()).toEqual(['before-repairs: 改一', 'opened: 打开时']);
});

it('V3, V7: a version by hand has its name, and its refusal is reported; automatic ones are silent', async () => {
  expect(await keeper.keep('named', '送审稿')).toMatchObject({ label: '送审稿', reason: 'named' });
  await library.remove('讲话.txt');
  await expect(keeper.keep('named', '再来')).rejects.toMatchObject({ code: 'not-found' });
  // By itself it only tries.
  edit('改一');
  keeper.before('before-choice');
});

it('V2: no version of a speech that is closed', async () => {
  edit('改一');
  keeper.close();
  vi.advanceTimersByTime(INTERVAL * 2);
  expect(await kept()).toEqual(['opened: 打开时']);
});
