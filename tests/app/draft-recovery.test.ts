import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { Drafts } from '../../src/library/browser/drafts.ts';
import { MemoryRecords } from '../../src/library/browser/record-store.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { openBeforeAnswer, openPage, standInForBrowser, type WorkspacePage } from './workspace-page.ts';

/** Edits that pages left which were killed: the newest come back, and nothing older is ever shown as the newest. */

const shared = vi.hoisted(() => ({ library: undefined as unknown, drafts: undefined as unknown }));
vi.mock('../../src/library/open-library.ts', () => ({ openLibrary: async () => shared.library }));
vi.mock('../../src/library/browser/indexed-records.ts', () => ({
  DRAFTS_DATABASE: '',
  IndexedRecords: { opening: () => shared.drafts },
}));

const A = '甲.txt';
const B = '乙.txt';
const TEXT = '甲\n\n第一段。\n';
const START = Date.UTC(2026, 10, 25);

let page: WorkspacePage;
let drafts: MemoryRecords;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START });
  standInForBrowser();
  drafts = new MemoryRecords();
  shared.drafts = drafts;
  const give = (library: BrowserLibrary) => {
    shared.library = library;
  };
  page = await openPage(give, { [A]: TEXT, [B]: '乙\n' });
  vi.setSystemTime(START + 60_000);
});
afterEach(() => {
  page.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const kept = async (name: string) => (await page.library.read(name)).text;
const left = async () => [...new Map(await drafts.all('drafts')).keys()];
/** A day passes. */
const tomorrow = () => vi.setSystemTime(START + 24 * 3_600_000);
const settle = () => vi.advanceTimersByTimeAsync(1000);

/** A page that typed, and was killed before the file had it. @param time when, ms after the start */
async function leave(id: string, time: number, text: string): Promise<void> {
  const { revision } = await page.library.read(A);
  await new Drafts(drafts, id).save({ name: A, text, revision, time: START + time });
}

async function openAgain(): Promise<void> {
  await page.space.open(B);
  await page.space.open(A);
  await settle();
}

it('R4, R5: of several tabs the newest draft is restored; older ones become versions of their time, announced once', async () => {
  await leave('one', 1000, '甲\n\n最早。\n');
  await leave('three', 3000, '甲\n\n最新。\n');
  await leave('two', 2000, '甲\n\n其次。\n');
  await page.space.open(A);
  await settle();
  expect([page.text, await kept(A)]).toEqual(Array(2).fill('甲\n\n最新。\n'));
  const versions = (await page.library.versions(A)).filter(({ reason }) => reason === 'left');
  expect(versions.map(({ time }) => time - START)).toEqual([2000, 1000]);
  expect(await page.library.versionText(A, versions[1]!.id)).toBe('甲\n\n最早。\n');
  expect(page.space.recovery).toMatchObject({ restored: START + 3000, versionOf: START + 2000 });
  expect(await left()).toEqual([]);
  await openAgain();
  expect(page.text).toBe('甲\n\n最新。\n');
  expect(page.space.recovery?.versionOf).toBeUndefined();
});

it('V6: versions of orphans are never thinned out', async () => {
  await leave('one', 60_000, '甲\n\n最早。\n');
  await leave('two', 120_000, '甲\n\n其次。\n');
  await leave('three', 180_000, '甲\n\n最新。\n');
  tomorrow();
  await page.space.open(A);
  await settle();
  page.type(`${page.text}接着写。\n`);
  await settle();
  const versions = (await page.library.versions(A)).filter(({ reason }) => reason === 'left');
  expect(await Promise.all(versions.map(({ id }) => page.library.versionText(A, id)))).toEqual([
    '甲\n\n其次。\n',
    '甲\n\n最早。\n',
  ]);
});

it('D10: this tab’s own draft is forked before a newer one takes its key', async () => {
  await page.space.open(A);
  const away = vi.spyOn(page.library, 'write').mockRejectedValue(new LibraryError('no-server'));
  page.type(`${TEXT}这一页写的。\n`);
  await settle();
  await page.space.open(B);
  // Times of a page only rise, over all tests of this file.
  await leave('dead', 3 * 24 * 3_600_000, '甲\n\n别的窗口写的。\n');
  const full = vi.spyOn(page.library, 'keepVersion').mockRejectedValue(new LibraryError('storage-full'));
  await page.space.open(A);
  await settle();
  expect(page.text).toBe('甲\n\n别的窗口写的。\n');
  const texts = (await drafts.all<{ text: string }>('drafts')).map(([, { text }]) => text);
  expect(texts).toContain(`${TEXT}这一页写的。\n`);
  for (const refused of [away, full]) refused.mockRestore();
});

it('R10: a tab killed between keeping a version and deleting the draft: nothing is asked the next time', async () => {
  await leave('old', 1000, '甲\n\n旧的。\n');
  await page.library.keepVersion(A, { text: '甲\n\n旧的。\n', reason: 'left', time: START + 1000 });
  await page.writeElsewhere(A, '甲\n\n新的。\n');
  await page.space.open(A);
  await settle();
  expect([page.text, page.space.session?.state]).toEqual(['甲\n\n新的。\n', 'saved']);
  expect(await left()).toEqual([]);
});

it('R4: an older draft is not shown in place of a newer one that the file has', async () => {
  await leave('old', 1000, '甲\n\n旧的。\n');
  await leave('new', 2000, TEXT);
  await page.space.open(A);
  await settle();
  expect([page.text, page.space.session?.state]).toEqual([TEXT, 'saved']);
  expect((await page.library.versions(A)).map(({ reason }) => reason)).toEqual(['left']);
  expect(await left()).toEqual([]);
});

it('R9: a late draft that the file has is discarded', async () => {
  await leave('dead', 1000, TEXT);
  const answer = await openBeforeAnswer(page, A, drafts);
  await answer();
  expect(await left()).toEqual([]);
  page.type(`${TEXT}接着写。\n`);
  await settle();
  await openAgain();
  expect([page.text, page.space.session?.state]).toEqual([`${TEXT}接着写。\n`, 'saved']);
});

it('R3, R9: a late draft with the very text that was typed meanwhile does not become a speech', async () => {
  await leave('dead', 1000, `${TEXT}写过的。\n`);
  const answer = await openBeforeAnswer(page, A, drafts);
  page.type(`${TEXT}写过的。\n`);
  await answer();
  expect(page.space.library.names).toEqual([B, A].sort());
  expect(await left()).toEqual([]);
});

it('R5, R9: older drafts that are found late become versions, too', async () => {
  await leave('old', 1000, '甲\n\n旧的。\n');
  await leave('new', 2000, '甲\n\n新的。\n');
  const answer = await openBeforeAnswer(page, A, drafts);
  page.type(`${TEXT}打开以后写的。\n`);
  await answer();
  expect(page.text).toBe(`${TEXT}打开以后写的。\n`);
  expect(await kept('甲 2.txt')).toBe('甲\n\n新的。\n');
  expect((await page.library.versions(A)).map(({ reason }) => reason)).toContain('left');
  expect(page.space.recovery?.versionOf).toBe(START + 1000);
  expect(await left()).toEqual([]);
});

it('R5: a draft that cannot become a version stays, and is found again', async () => {
  await leave('old', 1000, '甲\n\n旧的。\n');
  await leave('new', 2000, '甲\n\n新的。\n');
  const full = vi.spyOn(page.library, 'keepVersion').mockRejectedValue(new LibraryError('storage-full'));
  await page.space.open(A);
  await settle();
  expect(page.text).toBe('甲\n\n新的。\n');
  expect(page.space.recovery?.versionOf).toBeUndefined();
  expect(await left()).toEqual([`old/${A}`]);
  full.mockRestore();
  await openAgain();
  // Which of the two is wanted is asked: nothing was written over.
  expect(page.space.session?.state).toBe('conflict');
  expect(await kept(A)).toBe('甲\n\n新的。\n');
});

it.each(['taken over', 'discarded'])(
  'R3, R11: a browser that forgets a draft was %s does not show it as the newest',
  async (how) => {
    const text = how === 'discarded' ? TEXT : `${TEXT}写过的。\n`;
    await leave('dead', 1000, text);
    const before = await drafts.all('drafts');
    await page.space.open(A);
    page.type(`${page.text}接着写。\n`);
    await settle();
    // Killed before the database had any of it; the file was faster.
    const forgotten = new MemoryRecords();
    for (const [key, value] of before) await forgotten.write([{ store: 'drafts', key, value }]);
    vi.spyOn(drafts, 'transact').mockImplementation((mode, work) => forgotten.transact(mode, work));
    await openAgain();
    expect([page.text, page.space.session?.state]).toEqual([`${text}接着写。\n`, 'saved']);
    expect([page.space.recovery?.restored, page.space.recovery?.versionOf]).toEqual([undefined, undefined]);
  },
);
