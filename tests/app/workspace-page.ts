import { expect, vi } from 'vitest';
import { RECOVERY_PATIENCE } from '../../src/app/session/draft-recovery.ts';
import { Workspace } from '../../src/app/session/workspace.ts';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import { MemoryRecords, type RecordStore } from '../../src/library/browser/record-store.ts';

/** A page without a browser: the workspace over a library in memory, and an editor that only holds a text. */
export interface WorkspacePage {
  readonly space: Workspace;
  readonly library: BrowserLibrary;
  readonly records: RecordStore;
  /** The text in the editor. */
  text: string;
  /** The user has this in the text now. */
  type(text: string): void;
  /** Another tab writes this. */
  writeElsewhere(name: string, text: string): Promise<void>;
  close(): void;
}

/** What stands for the browser while a test runs. Before the app's modules are loaded, which look for it. */
export function standInForBrowser(): void {
  const listens = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('window', { ...listens });
  vi.stubGlobal('addEventListener', listens.addEventListener);
  vi.stubGlobal('document', {
    ...listens,
    querySelector: () => null,
    baseURI: 'http://localhost/',
    visibilityState: 'visible',
  });
  vi.stubGlobal('screen', { width: 1920, height: 1080 });
  vi.stubGlobal('location', { hash: '', pathname: '/', search: '' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  // Every other tab is closed.
  vi.stubGlobal('navigator', {
    locks: { request: async () => undefined, query: async () => ({ held: [] }) },
  });
  // Speeches were open in it before; drafts have no place there.
  vi.stubGlobal('localStorage', {
    length: 0,
    key: () => null,
    getItem: (key: string) => (key === 'jiangtai.choice/last-speech' ? '甲.txt' : null),
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => undefined,
  });
  vi.stubGlobal(
    'Worker',
    class {
      postMessage = () => undefined;
      terminate = () => undefined;
    },
  );
}

/**
 * Opens the page.
 *
 * @param give the library goes to whoever asks for it: `openLibrary` is to be replaced by the test
 * @param speeches texts by name
 */
export async function openPage(
  give: (library: BrowserLibrary) => void,
  speeches: Readonly<Record<string, string>>,
): Promise<WorkspacePage> {
  const records = new MemoryRecords();
  const library = new BrowserLibrary(records, 'this-page');
  for (const [name, text] of Object.entries(speeches)) await library.create(name, text);
  give(library);
  const editor = {
    text: '',
    snapshot: () => page.text,
    isStill: (snapshot: unknown) => snapshot === page.text,
    open: (text: string) => {
      page.text = text;
    },
    replaceText: (text: string) => {
      if (text === page.text) return;
      page.text = text;
      space.textChanged(false);
    },
    settled: async () => undefined,
  };
  Object.defineProperty(editor, 'text', { get: () => page.text });
  const space = new Workspace(
    () => editor,
    () => undefined,
  );
  const page: WorkspacePage = {
    space,
    library,
    records,
    text: '',
    type: (text) => {
      page.text = text;
      space.textChanged(true);
    },
    writeElsewhere: async (name, text) => {
      const other = new BrowserLibrary(records);
      const written = await other.write(name, text, (await other.read(name)).revision);
      other.close();
      if (name === space.name) await space.session?.revisionChanged(written.revision);
    },
    close: () => library.close(),
  };
  await space.library.refresh();
  return page;
}

/** The next question to the database of drafts is answered when the test lets it. @returns lets it */
export function holdUpAnswer(drafts: MemoryRecords): () => void {
  let answer!: () => void;
  const may = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const transact = drafts.transact.bind(drafts);
  vi.spyOn(drafts, 'transact').mockImplementationOnce(async (mode, work) => {
    const asked = transact(mode, work);
    await may;
    return asked;
  });
  return answer;
}

/**
 * Opens a speech, untouched as the library has it, before the browser has said what is left of it. Needs false timers.
 *
 * @returns lets it say so
 */
export async function openBeforeAnswer(
  { space, library }: WorkspacePage,
  name: string,
  drafts: MemoryRecords,
): Promise<() => Promise<void>> {
  const answer = holdUpAnswer(drafts);
  const opened = space.open(name);
  await vi.advanceTimersByTimeAsync(RECOVERY_PATIENCE);
  await opened;
  expect([space.name, space.text]).toEqual([name, (await library.read(name)).text]);
  return async () => {
    answer();
    await vi.advanceTimersByTimeAsync(1000);
  };
}
