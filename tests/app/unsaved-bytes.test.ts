import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LibraryActions } from '../../src/app/library/library-actions.ts';
import { LinkedFileActions } from '../../src/app/linked-files/linked-file-actions.ts';
import type { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { openPage, standInForBrowser, type WorkspacePage } from './workspace-page.ts';

/** What leaves the library while it does not take the text: the user's own files, copies, the .zip. */

const shared = vi.hoisted(() => {
  // Looked at when the app's module is loaded.
  const pickers: { showOpenFilePicker?: unknown; showSaveFilePicker?: unknown } = {};
  vi.stubGlobal('window', pickers);
  return { library: undefined as unknown, pickers };
});
vi.mock('../../src/library/open-library.ts', () => ({ openLibrary: async () => shared.library }));
vi.mock('idb', () => ({ openDB: () => Promise.reject(new Error('none')) }));

const A = '甲.txt';
const B = '乙.txt';
const OLD = '甲\n\n第一段。\n';
const NEW = '甲\n\n第一段，改过。\n';
/** What the file holds has a mark and the line ends of Windows. */
const bytesOf = (text: string) => new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`);

let page: WorkspacePage;
let actions: LibraryActions;
let own: LinkedFileActions;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  standInForBrowser();
  const give = (library: BrowserLibrary) => {
    shared.library = library;
  };
  page = await openPage(give, { [B]: '乙\n' });
  await page.library.addFile(A, bytesOf(OLD));
  await page.space.library.refresh();
  await page.space.open(A);
  actions = new LibraryActions(page.space);
  own = new LinkedFileActions(page.space, actions);
});
afterEach(() => {
  page.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A file of the user's own. */
function ownFile(name: string) {
  const file = { name, bytes: new Uint8Array(), modified: 1 };
  const handle = {
    name,
    getFile: async () => ({ lastModified: file.modified, arrayBuffer: async () => file.bytes.buffer }),
    createWritable: async () => ({
      write: async (bytes: Uint8Array<ArrayBuffer>) => {
        file.bytes = bytes;
      },
      close: async () => {
        file.modified++;
      },
    }),
  } as unknown as FileSystemFileHandle;
  return { file, handle };
}

/** Ways in which the library does not take what is typed. */
const HINDRANCES = {
  'a full storage': async () => {
    vi.spyOn(page.library, 'write').mockRejectedValue(new LibraryError('storage-full'));
    page.type(NEW);
    await page.space.session?.save();
    expect(page.space.session?.state).toBe('failed');
  },
  'a question': async () => {
    page.type(NEW);
    await page.writeElsewhere(A, OLD.replace('第一段', '别人的'));
    expect(page.space.session?.state).toBe('conflict');
  },
};

it.each(Object.entries(HINDRANCES))(
  '%s: Ctrl+S writes the text as it is to the user’s own file',
  async (_, hinder) => {
    const { file, handle } = ownFile('我的.txt');
    await own.files.opened(A, handle, (await handle.getFile()) as File);
    await hinder();
    await own.save();
    expect(file.bytes).toEqual(bytesOf(NEW));
    expect(page.space.notifications.ownFile).toEqual({ kind: 'saved', file: '我的.txt' });
  },
);

it.each(Object.entries(HINDRANCES))('%s: so does a file that the user chooses', async (_, hinder) => {
  const { file, handle } = ownFile('新的.txt');
  Object.assign(shared.pickers, { showOpenFilePicker: () => [], showSaveFilePicker: async () => handle });
  await hinder();
  await own.saveAs(A, '');
  expect(file.bytes).toEqual(bytesOf(NEW));
});

it.each(Object.entries(HINDRANCES))('%s: a copy has the text as it is', async (_, hinder) => {
  await hinder();
  await actions.duplicate(A, (stem) => `${stem}（副本）`);
  expect(await page.library.bytes('甲（副本）.txt')).toEqual(bytesOf(NEW));
  expect([page.space.name, page.text]).toEqual(['甲（副本）.txt', NEW]);
});

it.each(Object.entries(HINDRANCES))('%s: the .zip has the text as it is', async (_, hinder) => {
  await hinder();
  const files = unzipSync(new Uint8Array(await (await actions.pack())!.arrayBuffer()));
  expect(files[A]).toEqual(bytesOf(NEW));
  expect(files[B]).toEqual(new TextEncoder().encode('乙\n'));
});

it('a speech that somebody deleted is in the .zip while it is in view', async () => {
  page.type(NEW);
  await page.space.session?.save();
  await page.library.remove(A);
  await page.space.session?.revisionChanged(undefined);
  const files = unzipSync(new Uint8Array(await (await actions.pack())!.arrayBuffer()));
  expect(new TextDecoder().decode(files[A])).toBe(NEW);
});

it('no server: the user’s own file has the text all the same, and a copy is refused', async () => {
  const { file, handle } = ownFile('我的.txt');
  await own.files.opened(A, handle, (await handle.getFile()) as File);
  vi.spyOn(page.records, 'transact').mockRejectedValue(new LibraryError('no-server'));
  page.type(NEW);
  await own.save();
  expect(new TextDecoder().decode(file.bytes)).toBe(NEW);
  await expect(actions.duplicate(A, (stem) => `${stem} 2`)).rejects.toMatchObject({ code: 'no-server' });
  await expect(actions.pack()).rejects.toMatchObject({ code: 'no-server' });
});

it('another speech is opened while the save is under way: the file of the one that was meant is written', async () => {
  const [one, two] = [ownFile('我的甲.txt'), ownFile('我的乙.txt')];
  await own.files.opened(A, one.handle, (await one.handle.getFile()) as File);
  await own.files.opened(B, two.handle, (await two.handle.getFile()) as File);
  vi.spyOn(page.library, 'write').mockRejectedValue(new LibraryError('storage-full'));
  page.type(NEW);
  const saved = own.save();
  await page.space.open(B);
  await saved;
  expect([one.file.bytes, two.file.modified]).toEqual([bytesOf(NEW), 1]);
});
