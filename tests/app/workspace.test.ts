import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LibraryActions } from '../../src/app/library/library-actions.ts';
import { RECOVERY_PATIENCE } from '../../src/app/session/draft-recovery.ts';
import { SpeechVersions } from '../../src/app/versions/speech-versions.ts';
import type { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { Drafts } from '../../src/library/browser/drafts.ts';
import { MemoryRecords } from '../../src/library/browser/record-store.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import {
  holdUpAnswer,
  openBeforeAnswer,
  openPage,
  standInForBrowser,
  type WorkspacePage,
} from './workspace-page.ts';

/** Speeches opened one after the other, while answers are slow or do not come. */

const shared = vi.hoisted(() => ({
  library: undefined as unknown,
  /** The database of drafts. */
  drafts: undefined as unknown,
}));
vi.mock('../../src/library/open-library.ts', () => ({ openLibrary: async () => shared.library }));
vi.mock('../../src/library/browser/indexed-records.ts', () => ({
  DRAFTS_DATABASE: '',
  IndexedRecords: { opening: () => shared.drafts },
}));

const A = '甲.txt';
const B = '乙.txt';
const TEXTS = { [A]: '甲\n\n第一段。\n\n第二段。\n', [B]: '乙\n\n另一篇。\n' };
const give = (library: BrowserLibrary) => {
  shared.library = library;
};

let page: WorkspacePage;
let drafts: MemoryRecords;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  standInForBrowser();
  drafts = new MemoryRecords();
  shared.drafts = drafts;
  page = await openPage(give, TEXTS);
});
afterEach(() => {
  page.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const kept = async (name: string) => (await page.library.read(name)).text;

/** A page that typed, and was killed before the file had it. */
async function leaveDraft(text: string, id = 'dead', time = Date.now()): Promise<void> {
  const { revision } = await page.library.read(A);
  await new Drafts(drafts, id).save({ name: A, text, revision, time });
}

/** The next call waits until the test lets it go on. */
function holdUp<Method extends 'list' | 'read' | 'create' | 'versionText' | 'keepVersion'>(method: Method) {
  let release!: () => void;
  const may = new Promise<void>((resolve) => {
    release = resolve;
  });
  const real = page.library[method].bind(page.library) as (...given: unknown[]) => Promise<unknown>;
  vi.spyOn(page.library, method).mockImplementationOnce((async (...given: unknown[]) => {
    await may;
    return real(...given);
  }) as never);
  return release;
}

it('R13: the server comes back, and the unsaved speech is opened again: the newest text is shown', async () => {
  const { space, records } = page;
  await space.open(A);
  const away = vi.spyOn(records, 'transact').mockRejectedValue(new LibraryError('no-server'));
  page.type(`${TEXTS[A]}新写的。\n`);
  await space.session?.save();
  await space.open(B);
  expect([space.name, space.notifications.openError]).toEqual([A, expect.any(LibraryError)]);
  away.mockRestore();
  await space.open(A);
  await vi.advanceTimersByTimeAsync(1000);
  expect([page.text, await kept(A)]).toEqual(Array(2).fill(`${TEXTS[A]}新写的。\n`));
  expect(space.session?.state).toBe('saved');
});

it('W9: “keep both” is answered when another speech is open: that one keeps its text, and nothing is lost', async () => {
  const { space } = page;
  await space.open(A);
  const mine = TEXTS[A]!.replace('第一段', '我的');
  const theirs = TEXTS[A]!.replace('第一段', '别人的');
  page.type(mine);
  await page.writeElsewhere(A, theirs);
  expect(space.session?.state).toBe('conflict');
  const answer = holdUp('create');
  const both = space.keepBoth((stem) => `${stem}（我的）`);
  await space.open(B);
  answer();
  await both;
  await vi.advanceTimersByTimeAsync(1000);
  expect([page.text, await kept(B)]).toEqual(Array(2).fill(TEXTS[B]));
  expect(space.notifications.keptCopy).toBeUndefined();
  expect([await kept('甲（我的）.txt'), await kept(A)]).toEqual([mine, theirs]);
  // There the question is asked again.
  await space.open(A);
  expect([space.session?.state, page.text]).toEqual(['conflict', mine]);
});

it('W5: “keep both”, twice by mistake, makes one copy, of what the text is in the end', async () => {
  const { space } = page;
  await space.open(A);
  page.type(TEXTS[A]!.replace('第一段', '我的'));
  await page.writeElsewhere(A, TEXTS[A]!.replace('第一段', '别人的'));
  const answer = holdUp('create');
  const both = [1, 2].map(() => space.keepBoth((stem) => `${stem}（我的）`));
  page.type(TEXTS[A]!.replace('第一段', '我的，最后的'));
  answer();
  await Promise.all(both);
  expect([space.notifications.keptCopy, space.notifications.openError]).toEqual([
    '甲（我的）.txt',
    undefined,
  ]);
  expect(space.library.names.sort()).toEqual([A, B, '甲（我的）.txt'].sort());
  expect(await kept('甲（我的）.txt')).toContain('我的，最后的');
  expect(page.text).toContain('别人的');
});

it('V4: a choice that the library refuses is announced as other refusals are', async () => {
  const { space } = page;
  await space.open(A);
  page.type(TEXTS[A]!.replace('第一段', '我的'));
  await page.writeElsewhere(A, TEXTS[A]!.replace('第一段', '别人的'));
  vi.spyOn(page.library, 'keepVersion').mockRejectedValueOnce(new LibraryError('storage-full'));
  await space.session?.takeTheirs();
  expect([space.session?.state, space.notifications.openError]).toEqual([
    'conflict',
    new LibraryError('storage-full'),
  ]);
  await space.session?.takeTheirs();
  const [version] = await page.library.versions(A);
  expect(version?.reason).toBe('before-choice');
  expect(await page.library.versionText(A, version!.id)).toContain('我的');
});

it.each(['versionText', 'keepVersion'] as const)(
  'V8, W9: a restore is answered (%s) when another speech is open: that one keeps its text',
  async (method) => {
    const { space } = page;
    await space.open(A);
    const version = await page.library.keepVersion(A, { text: '甲的旧文字', reason: 'named' });
    const versions = new SpeechVersions(space);
    const answer = holdUp(method);
    const restored = versions.restore(version);
    await space.open(B);
    answer();
    await restored;
    await vi.advanceTimersByTimeAsync(1000);
    expect([page.text, await kept(B), await kept(A)]).toEqual([TEXTS[B], TEXTS[B], TEXTS[A]]);
    expect(space.notifications.wentBack).toBeUndefined();
    expect((await page.library.versions(B)).length).toBe(0);
  },
);

it('V1: the list of versions has the text before the first edit, however slow the library is', async () => {
  const { space } = page;
  await space.open(A);
  const answer = holdUp('keepVersion');
  page.type('甲\n\n改了。\n');
  const versions = new SpeechVersions(space);
  const listed = versions.list();
  await vi.advanceTimersByTimeAsync(1000);
  answer();
  expect((await listed).map(({ reason }) => reason)).toEqual(['opened']);
});

it('what another program writes while a speech is being opened is shown', async () => {
  const { space, library } = page;
  const watch = vi.spyOn(library, 'watch').mockReturnValue(() => undefined);
  const stop = space.start();
  await vi.advanceTimersByTimeAsync(RECOVERY_PATIENCE);
  expect(space.name).toBe(A);
  const answer = holdUpAnswer(drafts);
  const opened = space.open(B);
  await vi.advanceTimersByTimeAsync(0);
  await page.writeElsewhere(B, '乙\n\n别人改的。\n');
  const told = await Promise.all([A, B].map(async (name) => [name, (await library.read(name)).revision]));
  watch.mock.calls[0]![0]({ revisions: Object.fromEntries(told), pictures: [] } as never);
  await vi.advanceTimersByTimeAsync(RECOVERY_PATIENCE);
  await opened;
  await vi.advanceTimersByTimeAsync(1000);
  expect([space.name, page.text]).toEqual([B, '乙\n\n别人改的。\n']);
  answer();
  stop();
});

it('a speech that is long in coming says so; who does not want to wait stays with the one that is open', async () => {
  const { space } = page;
  await space.open(A);
  const answer = holdUp('read');
  const opened = space.open(B);
  await vi.advanceTimersByTimeAsync(1000);
  expect(space.tasks.shown?.what).toBe('work.read');
  space.tasks.shown?.cancel?.();
  // What is drawn of the open one is still on its way: nobody draws here.
  expect(space.tasks.shown?.what).toBe('work.open');
  answer();
  await opened;
  expect([space.name, page.text]).toEqual([A, TEXTS[A]]);
});

it('whoever asks for the open speech while another is on its way stays with it, and nothing waits for the other', async () => {
  const { space } = page;
  await space.open(A);
  const answer = holdUp('read');
  const other = space.open(B);
  await vi.advanceTimersByTimeAsync(1000);
  await space.open(A);
  expect(space.tasks.shown?.what).toBe('work.open');
  await space.opened;
  answer();
  await other;
  expect([space.name, page.text]).toEqual([A, TEXTS[A]]);
});

it('there is no way back to a speech that was renamed', async () => {
  const { space } = page;
  await space.open(A);
  const answer = holdUp('read');
  const renamed = new LibraryActions(space).rename(A, '丙.txt');
  await vi.advanceTimersByTimeAsync(1000);
  expect(space.tasks.shown).toMatchObject({ what: 'work.read', cancel: undefined });
  answer();
  await renamed;
  await vi.advanceTimersByTimeAsync(1000);
  expect([space.name, space.tasks.shown?.cancel]).toEqual(['丙.txt', undefined]);
});

it('a removal taken back before the list knows of it: the speech is open, not the one beside it', async () => {
  const { space } = page;
  const actions = new LibraryActions(space);
  await space.open(A);
  const answer = holdUp('list');
  const removed = actions.remove(A);
  await vi.advanceTimersByTimeAsync(0);
  const restored = actions.restore(space.library.justRemoved?.id ?? '');
  answer();
  await Promise.all([removed, restored]);
  expect([space.name, page.text, space.library.justRemoved]).toEqual([A, TEXTS[A], undefined]);
});

it('V3: what somebody else writes during a restore is kept as a version, too', async () => {
  const { space } = page;
  await space.open(A);
  const version = await page.library.keepVersion(A, { text: '旧文字', reason: 'named' });
  const answer = holdUp('keepVersion');
  const restored = new SpeechVersions(space).restore(version);
  await vi.advanceTimersByTimeAsync(0);
  await page.writeElsewhere(A, '别人的');
  answer();
  await restored;
  expect(page.text).toBe('旧文字');
  const ids = (await page.library.versions(A)).map(({ id }) => id);
  expect(await Promise.all(ids.map((id) => page.library.versionText(A, id)))).toContain('别人的');
});

it('V8: undoing a restore is not offered where it would overwrite what somebody else wrote since', async () => {
  const { space } = page;
  await space.open(A);
  space.goBackTo('旧文字', 1);
  expect(space.notifications.wentBack).toBeDefined();
  await space.session?.save();
  expect(space.notifications.wentBack).toBeDefined();
  await page.writeElsewhere(A, '旧文字\n\n别人加的。\n');
  expect(page.text).toContain('别人加的');
  expect(space.notifications.wentBack).toBeUndefined();
  space.undoGoingBack();
  expect(page.text).toContain('别人加的');
});

it('R2: drafts are in the text before anything can be typed', async () => {
  await leaveDraft(`${TEXTS[A]}被杀之前写的。\n`);
  const answer = holdUpAnswer(drafts);
  const { space } = page;
  const opened = space.open(A);
  await vi.advanceTimersByTimeAsync(RECOVERY_PATIENCE - 1);
  expect(space.name).toBe('');
  answer();
  await opened;
  expect(page.text).toContain('被杀之前写的');
  expect(space.recovery?.restored).toBeDefined();
  page.type(`${page.text}接着写的。\n`);
  await vi.advanceTimersByTimeAsync(1000);
  expect([page.text, await kept(A)]).toEqual(Array(2).fill(`${TEXTS[A]}被杀之前写的。\n接着写的。\n`));
});

it('R2: where no speech was ever open, showing the first one does not wait', async () => {
  vi.stubGlobal('localStorage', undefined);
  holdUpAnswer(drafts);
  await page.space.open(A);
  expect([page.space.name, page.text]).toEqual([A, TEXTS[A]]);
});

it('R2, R9: showing waits 1.5 s at most; an untouched text takes a late draft', async () => {
  await leaveDraft(`${TEXTS[A]}被杀之前写的。\n`);
  const answer = await openBeforeAnswer(page, A, drafts);
  await answer();
  expect([page.text, await kept(A)]).toEqual(Array(2).fill(`${TEXTS[A]}被杀之前写的。\n`));
  expect(page.space.recovery?.restored).toBeDefined();
});

it('R9: where something was typed meanwhile, a late draft becomes a speech beside it', async () => {
  await leaveDraft(`${TEXTS[A]}被杀之前写的。\n`);
  const answer = await openBeforeAnswer(page, A, drafts);
  page.type(`${TEXTS[A]}打开以后写的。\n`);
  await answer();
  expect([page.text, await kept(A)]).toEqual(Array(2).fill(`${TEXTS[A]}打开以后写的。\n`));
  expect(page.space.recovery?.copy).toBe('甲 2.txt');
  expect(await kept('甲 2.txt')).toBe(`${TEXTS[A]}被杀之前写的。\n`);
  // Once.
  await page.space.open(B);
  await page.space.open(A);
  await vi.advanceTimersByTimeAsync(1000);
  expect(page.text).toContain('打开以后写的');
});

it('R9: what another tab wrote meanwhile is not overwritten by a late draft', async () => {
  await leaveDraft(`${TEXTS[A]}被杀之前写的。\n`);
  const answer = await openBeforeAnswer(page, A, drafts);
  await page.writeElsewhere(A, `${TEXTS[A]}别处写的。\n`);
  await answer();
  expect([page.text, await kept(A)]).toEqual(Array(2).fill(`${TEXTS[A]}别处写的。\n`));
  expect(await kept('甲 2.txt')).toContain('被杀之前写的');
});
