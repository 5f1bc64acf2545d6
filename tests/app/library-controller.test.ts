import { beforeEach, expect, it, vi } from 'vitest';
import { LibraryController } from '../../src/app/session/library-controller.ts';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { MemoryRecords } from '../../src/library/browser/record-store.ts';
import type { FolderState, SpeechListing } from '../../src/library/protocol.ts';
import { standInForBrowser } from './workspace-page.ts';

/** The list of speeches follows the library, in whatever order answers and reports come. */

standInForBrowser();

const give = vi.hoisted(() => ({ library: undefined as unknown }));
vi.mock('../../src/library/open-library.ts', () => ({ openLibrary: async () => give.library }));

const WITH: SpeechListing = {
  folder: '讲稿',
  speeches: [{ name: '讲话.txt', title: '讲话', revision: 'a', modified: 0, size: 1 }],
} as never;
const WITHOUT: SpeechListing = { folder: '讲稿', speeches: [] };

let answers: ((listing: SpeechListing) => void)[];
let report: (state: FolderState) => void;
let controller: LibraryController;

beforeEach(() => {
  answers = [];
  const library = new BrowserLibrary(new MemoryRecords(), 'this-page');
  vi.spyOn(library, 'list').mockImplementation(() => new Promise((answer) => answers.push(answer)));
  vi.spyOn(library, 'watch').mockImplementation((listener) => {
    report = listener;
    return () => undefined;
  });
  give.library = library;
  controller = new LibraryController('this-page', () => undefined);
});

async function answer(listing: SpeechListing): Promise<void> {
  await expect.poll(() => answers.length).toBeGreaterThan(0);
  answers.shift()!(listing);
}

it('a file that goes and comes back while the list is asked for stays in it', async () => {
  controller.watch(() => undefined);
  const first = controller.refresh();
  await answer(WITH);
  await first;
  // A word processor saves by deleting and renaming.
  report({ revisions: {} });
  await expect.poll(() => answers.length).toBe(1);
  report({ revisions: { '讲话.txt': 'a' } });
  await answer(WITHOUT);
  await answer(WITH);
  await expect.poll(() => controller.names).toEqual(['讲话.txt']);
});

it('an older answer never replaces a newer one: one question at a time, and no more than needed', async () => {
  const all = [controller.refresh(), controller.refresh(), controller.refresh()];
  await answer(WITHOUT);
  await all[0];
  const [late, later] = [controller.refresh(), controller.refresh()];
  await answer(WITH);
  await Promise.all([late, later]);
  expect(controller.names).toEqual(['讲话.txt']);
  expect(answers).toEqual([]);
});
