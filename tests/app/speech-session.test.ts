import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftRecovery } from '../../src/app/session/draft-recovery.ts';
import { type SessionLibrary, SpeechSession } from '../../src/app/session/speech-session.ts';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { Drafts } from '../../src/library/browser/drafts.ts';
import { MemoryRecords, type RecordStore } from '../../src/library/browser/record-store.ts';
import { RevisionConflict } from '../../src/library/http/speech-client.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import type { SpeechFile } from '../../src/library/protocol.ts';

/** Two tabs on one speech, without the tabs. */

const NAME = '讲话.txt';
const BASE = '标题\n\n第一段。\n\n第二段。\n';

let records: RecordStore;
let library: BrowserLibrary;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  records = new MemoryRecords();
  library = new BrowserLibrary(records);
  await library.create(NAME, BASE);
});
afterEach(() => {
  library.close();
  vi.useRealTimers();
});

/** A tab: its text, its session, and what it replaced by the user's choice. */
async function openTab(keeps = true, folder: SessionLibrary = library) {
  const tab = {
    text: BASE,
    replaced: [] as string[],
    refused: [] as unknown[],
    drafts: new Map<string, string>(),
    keepReplaced: async () => undefined as unknown,
  };
  const session = new SpeechSession(
    await folder.read(NAME),
    folder,
    {
      save: async ({ name, text }) => keeps && tab.drafts.set(name, text) !== undefined,
      saveSync: ({ name, text }) => keeps && tab.drafts.set(name, text) !== undefined,
      acknowledge: async (name) => void tab.drafts.delete(name),
    },
    {
      text: () => tab.text,
      replaceText: (text) => {
        tab.text = text;
      },
      keepReplaced: async (text) => {
        await tab.keepReplaced();
        tab.replaced.push(text);
      },
      refused: (error) => tab.refused.push(error),
      sessionChanged: () => undefined,
    },
  );
  const type = (text: string) => {
    tab.text = text;
    session.dispatch({ type: 'edited' });
  };
  const hear = async () => session.revisionChanged((await folder.read(NAME)).revision);
  return { tab, session, type, hear };
}
const kept = async () => (await library.read(NAME)).text;

it('W5: edits of different lines are merged, and both tabs end with the same text', async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.type(BASE.replace('第一段', '第一段甲'));
  two.type(BASE.replace('第二段', '第二段乙'));
  await one.session.save();
  await two.session.save();
  expect(two.session.merged).toBe(true);
  await two.session.save();
  await one.hear();
  const both = BASE.replace('第一段', '第一段甲').replace('第二段', '第二段乙');
  expect([await kept(), one.tab.text, two.tab.text]).toEqual([both, both, both]);
  expect([one.session.state, two.session.state]).toEqual(['saved', 'saved']);
});

it('W5: edits of one line are a conflict; what is not chosen is kept', async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.type(BASE.replace('第一段', '甲'));
  two.type(BASE.replace('第一段', '乙'));
  await one.session.save();
  await two.session.save();
  expect(two.session.state).toBe('conflict');
  expect(await kept()).toContain('甲');
  expect(two.tab.drafts.get(NAME)).toContain('乙');
  await two.session.keepMine();
  expect(await kept()).toContain('乙');
  expect(two.tab.replaced.join()).toContain('甲');
});

/** Two tabs that changed one paragraph: the second has to choose. */
async function openConflict() {
  const [one, two] = [await openTab(), await openTab()];
  one.type(BASE.replace('第一段', '甲'));
  two.type(BASE.replace('第一段', '乙'));
  await one.session.save();
  await two.session.save();
  return { one, two };
}

it.each(['keepMine', 'takeTheirs'] as const)(
  'V4, W5: %s: what is not chosen is kept first; where that is refused, the conflict stays, and the draft',
  async (choose) => {
    const { two } = await openConflict();
    const full = new LibraryError('storage-full');
    two.tab.keepReplaced = () => Promise.reject(full);
    await two.session[choose]();
    expect(two.session.state).toBe('conflict');
    expect([two.tab.text, two.tab.drafts.get(NAME)]).toEqual(Array(2).fill(BASE.replace('第一段', '乙')));
    expect(await kept()).toContain('甲');
    expect(two.tab.refused).toEqual([full]);
    // There is room again.
    two.tab.keepReplaced = async () => undefined;
    await two.session[choose]();
    const [chosen, other] = choose === 'keepMine' ? ['乙', '甲'] : ['甲', '乙'];
    expect([two.session.state, two.session.conflict]).toEqual(['saved', undefined]);
    expect([two.tab.text, await kept()]).toEqual(Array(2).fill(BASE.replace('第一段', chosen!)));
    expect(two.tab.replaced).toEqual([BASE.replace('第一段', other!)]);
  },
);

it('W5: a second choice during the first does nothing; what is typed meanwhile is kept, too', async () => {
  const { two } = await openConflict();
  let answer!: () => void;
  two.tab.keepReplaced = () => new Promise<void>((resolve) => (answer = resolve));
  const chosen = two.session.takeTheirs();
  await two.session.keepMine();
  await two.session.takeTheirs();
  two.type(BASE.replace('第一段', '乙丙'));
  answer();
  two.tab.keepReplaced = async () => undefined;
  await chosen;
  expect(two.tab.replaced).toEqual([BASE.replace('第一段', '乙'), BASE.replace('第一段', '乙丙')]);
  expect([two.session.state, two.tab.text]).toEqual(['saved', BASE.replace('第一段', '甲')]);
});

it('W5: the file changes again during a choice: its older state is never shown', async () => {
  const { one, two } = await openConflict();
  let answer!: () => void;
  two.tab.keepReplaced = () => new Promise<void>((resolve) => (answer = resolve));
  const chosen = two.session.takeTheirs();
  one.type(BASE.replace('第一段', '甲甲'));
  await one.session.save();
  await two.hear();
  answer();
  await chosen;
  expect([two.session.state, two.tab.text]).toEqual(['saved', await kept()]);
  await two.hear();
  expect(two.tab.text).toContain('甲甲');
});

it('W9: another speech is opened during a choice: its text is not touched', async () => {
  const { two } = await openConflict();
  let answer!: () => void;
  two.tab.keepReplaced = () => new Promise<void>((resolve) => (answer = resolve));
  const chosen = two.session.takeTheirs();
  await two.session.release();
  two.session.close();
  two.tab.text = '另一篇讲话';
  answer();
  await chosen;
  expect(two.tab.text).toBe('另一篇讲话');
  expect(two.tab.drafts.get(NAME)).toContain('乙');
});

it('W9: a write that is answered when another speech is shown does not touch that one', async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.type(BASE.replace('第一段', '甲'));
  await one.session.save();
  two.type(BASE.replace('第二段', '乙'));
  const saved = two.session.save();
  two.session.close();
  // A copy, as it happens.
  two.tab.text = BASE;
  await saved;
  expect(two.tab.text).toBe(BASE);
});

/** A folder: the same text is the same state, whoever wrote it. */
function openFolder() {
  const folder = {
    text: BASE,
    file: () => ({
      name: NAME,
      text: folder.text,
      revision: `r ${folder.text}`,
      modified: 0,
      encoding: 'utf-8' as const,
      confident: true,
    }),
    read: async () => folder.file(),
    write: async (_name: string, text: string, revision: string) => {
      if (revision !== folder.file().revision) throw new RevisionConflict(folder.file());
      folder.text = text;
      return folder.file();
    },
    create: async (name: string, text: string) => folder.write(name, text, folder.file().revision),
  };
  return folder;
}

it('W7: the other program reverts its change during a conflict: it ends', async () => {
  const folder = openFolder();
  const { session, tab, type, hear } = await openTab(true, folder);
  const mine = BASE.replace('第一段', '我的');
  type(mine);
  folder.text = BASE.replace('第一段', '别人的');
  await session.save();
  expect(session.state).toBe('conflict');
  folder.text = BASE;
  await hear();
  expect([session.conflict, session.merged]).toEqual([undefined, false]);
  await vi.runAllTimersAsync();
  expect([session.state, tab.text, folder.text]).toEqual(['saved', mine, mine]);
});

it('W6, W7: a file that is deleted during a conflict and comes back is a conflict again', async () => {
  const folder = openFolder();
  const { session, type, hear } = await openTab(true, folder);
  type(BASE.replace('第一段', '我的'));
  folder.text = BASE.replace('第一段', '别人的');
  await session.save();
  await session.revisionChanged(undefined);
  expect(session).toMatchObject({ state: 'failed', gone: true, conflict: undefined });
  await hear();
  expect(session.state).toBe('conflict');
});

it('W7: a newer state that can be merged ends the conflict', async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.type(BASE.replace('第一段', '甲'));
  two.type(BASE.replace('第一段', '乙'));
  await one.session.save();
  await two.session.save();
  one.type(BASE.replace('第二段', '第二段甲'));
  await one.session.save();
  await two.hear();
  expect(two.session.conflict).toBeUndefined();
  await two.session.save();
  expect(await kept()).toBe(BASE.replace('第一段', '乙').replace('第二段', '第二段甲'));
});

it('W6: a deleted file stays in view and is not written again unasked; it may come back', async () => {
  const { session, tab, hear } = await openTab();
  const { id } = await library.remove(NAME);
  await session.revisionChanged(undefined);
  expect(session).toMatchObject({ state: 'failed', gone: true });
  expect(tab.text).toBe(BASE);
  await vi.runAllTimersAsync();
  expect((await library.list()).speeches).toEqual([]);
  await library.restore(id);
  await hear();
  expect(session.state).toBe('saved');
});

it('W4: a full storage is reported, the draft kept, and the text written when there is room', async () => {
  const { session, tab, type } = await openTab();
  const transact = vi.spyOn(records, 'transact').mockRejectedValue(new LibraryError('storage-full'));
  type(`${BASE}新的一段。`);
  await session.save();
  expect(session.state).toBe('failed');
  expect(session.refusal).toMatchObject({ code: 'storage-full' });
  expect(tab.drafts.get(NAME)).toContain('新的一段');
  transact.mockRestore();
  await session.save();
  expect(session.state).toBe('saved');
  expect(await kept()).toContain('新的一段');
});

const leftEdits = (drafts: Drafts, session: SpeechSession, file: SpeechFile) =>
  new DraftRecovery(drafts, session, library, file, {
    names: () => [NAME],
    added: async () => undefined,
    changed: () => undefined,
  });

it('R8: a draft that began from another state of the file is a conflict, and again where that was not answered', async () => {
  const storage = new MemoryRecords();
  const { revision } = await library.read(NAME);
  // A page that typed, could not write, and was killed; the file went on without it.
  await new Drafts(storage, 'dead').save({
    name: NAME,
    text: BASE.replace('第一段', '草稿'),
    revision,
    time: 1,
  });
  await library.write(NAME, BASE.replace('第一段', '别人的'), revision);
  for (const page of ['one', 'two']) {
    const drafts = new Drafts(storage, page);
    const file = await library.read(NAME);
    let text = file.text;
    const session = new SpeechSession(file, library, drafts, {
      text: () => text,
      replaceText: (shown) => {
        text = shown;
      },
      keepReplaced: async () => undefined,
      refused: () => undefined,
      sessionChanged: () => undefined,
    });
    leftEdits(drafts, session, file).restore({ drafts: await drafts.findOrphans(NAME), versions: [] });
    expect(session.state).toBe('conflict');
    expect(text).toContain('草稿');
    text += '又一段。';
    session.dispatch({ type: 'edited' });
    await vi.advanceTimersByTimeAsync(1000);
    expect((await drafts.findOrphans(NAME))[0]?.text).toBe(text);
    // Somebody else writes on: still a question, nothing is joined that began elsewhere.
    const now = await library.read(NAME);
    await library.write(NAME, `${now.text}别人的又一段。\n`, now.revision);
    await session.revisionChanged((await library.read(NAME)).revision);
    expect(session.state).toBe('conflict');
    expect(await kept()).not.toContain('草稿');
  }
});

it('R3: a draft older than its tab’s last write is contained, whoever has written since', async () => {
  const storage = new MemoryRecords();
  const [dead, other] = ['dead', 'other'].map((page) => new BrowserLibrary(records, page));
  const { revision } = await library.read(NAME);
  await new Drafts(storage, 'dead').save({
    name: NAME,
    text: BASE.replace('第一段', '半句'),
    revision,
    time: Date.now() - 1,
  });
  const written = await dead!.write(NAME, BASE.replace('第一段', '半句话。'), revision);
  await other!.write(NAME, BASE.replace('第一段', '半句话，改好了。'), written.revision);
  const drafts = new Drafts(storage, 'new');
  const { session, tab } = await openTab();
  const edits = leftEdits(drafts, session, await library.read(NAME));
  edits.restore({ drafts: await drafts.findOrphans(NAME), versions: [] });
  expect([edits.restored, edits.versionOf]).toEqual([undefined, undefined]);
  expect([session.state, tab.text]).toEqual(['saved', BASE]);
  expect(await drafts.findOrphans(NAME)).toEqual([]);
  for (const opened of [dead!, other!]) opened.close();
});

/** A folder whose answers do not come: what is sent is done all the same. */
function deaf(session: SpeechSession): void {
  const { library } = session as unknown as { library: BrowserLibrary };
  const write = library.write.bind(library);
  vi.spyOn(library, 'write').mockImplementationOnce(async (...given) => {
    await write(...given);
    throw new LibraryError('no-server');
  });
}

it('W3, R12: a write whose answer never came is not somebody else’s edit', async () => {
  const { session, tab, type } = await openTab();
  deaf(session);
  type(BASE.replace('第一段', '第一段甲'));
  await session.save();
  expect(session.state).toBe('failed');
  expect(await kept()).toContain('第一段甲');
  type(BASE.replace('第一段', '第一段甲乙'));
  await session.save();
  await session.save();
  expect([session.state, session.conflict]).toEqual(['saved', undefined]);
  expect([tab.text, await kept()]).toEqual(Array(2).fill(BASE.replace('第一段', '第一段甲乙')));
});

it('W3: back at the base with a text in flight, the text is written', async () => {
  const { session, tab, type } = await openTab();
  deaf(session);
  type(BASE.replace('第一段', '第一段甲'));
  await session.save();
  type(BASE);
  await session.save();
  // The tab may be closed now: the file has the text, or the draft is there.
  expect([tab.drafts.get(NAME), await kept()]).toContain(BASE);
  await vi.runAllTimersAsync();
  expect([session.state, tab.text, await kept()]).toEqual(['saved', BASE, BASE]);
});

it('W8, R12: a page that was only hidden knows what it sent', async () => {
  const { session, type } = await openTab();
  type(BASE.replace('第一段', '第一段甲'));
  session.dispatch({ type: 'leave' });
  type(BASE.replace('第一段', '第一段甲乙'));
  await vi.runAllTimersAsync();
  expect([session.state, session.conflict]).toEqual(['saved', undefined]);
  expect(await kept()).toContain('第一段甲乙');
});

it('W9: what is typed after a release is a draft; it is saved after a resume, and never once the session is closed', async () => {
  const { session, tab, type } = await openTab();
  await session.release();
  type(`${BASE}一句。`);
  await vi.runAllTimersAsync();
  expect(tab.drafts.get(NAME)).toContain('一句。');
  expect(await kept()).toBe(BASE);
  session.dispatch({ type: 'resume' });
  await vi.runAllTimersAsync();
  expect([session.state, await kept()]).toEqual(['saved', `${BASE}一句。`]);
  await session.release();
  type(`${BASE}一句。又一句。`);
  session.close();
  tab.text = '另一篇讲话';
  await vi.runAllTimersAsync();
  session.dispatch({ type: 'resume' });
  await vi.runAllTimersAsync();
  expect(tab.drafts.get(NAME)).toBe(`${BASE}一句。又一句。`);
  expect(await kept()).toBe(`${BASE}一句。`);
});

it('W4: the server comes back: the text is written at once, not when the next attempt is due', async () => {
  const { session, type } = await openTab();
  const transact = vi.spyOn(records, 'transact').mockRejectedValue(new LibraryError('no-server'));
  type(`${BASE}一句。`);
  await session.save();
  expect(session.state).toBe('failed');
  transact.mockRestore();
  await session.revisionChanged((await library.read(NAME)).revision);
  expect([session.state, await kept()]).toEqual(['saved', `${BASE}一句。`]);
});

it('D9: a draft that the browser refuses is announced, until the file has the text', async () => {
  const { session, tab, type } = await openTab();
  type(`${BASE}一句。`);
  await vi.advanceTimersByTimeAsync(0);
  expect([session.dirty, session.draftRefused]).toEqual([true, false]);
  expect(tab.drafts.get(NAME)).toContain('一句。');
  const refusing = await openTab(false);
  refusing.type(`${BASE}二句。`);
  await vi.advanceTimersByTimeAsync(0);
  expect([refusing.session.dirty, refusing.session.draftRefused]).toEqual([true, true]);
  await refusing.session.save();
  expect([refusing.session.dirty, refusing.session.draftRefused]).toEqual([false, false]);
});

it('W8: a draft is kept as the page is left, also of a text that was a draft before and was deleted by a save', async () => {
  const { session, tab, type } = await openTab();
  type('甲');
  await vi.advanceTimersByTimeAsync(300);
  await session.save();
  type('乙');
  await session.save();
  expect(tab.drafts.get(NAME)).toBeUndefined();
  type('甲');
  session.dispatch({ type: 'leave' });
  expect(tab.drafts.get(NAME)).toBe('甲');
});

it('D2, D7: a draft is written with the edit itself, and not deleted for an older text', async () => {
  const { session, tab, type } = await openTab();
  type('甲');
  expect(tab.drafts.get(NAME)).toBe('甲');
  const saved = session.save();
  type('乙');
  await saved;
  expect([await kept(), tab.drafts.get(NAME)]).toEqual(['甲', '乙']);
  await session.save();
  expect([await kept(), tab.drafts.get(NAME)]).toEqual(['乙', undefined]);
});
