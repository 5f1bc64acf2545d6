import { vi } from 'vitest';
import { LibraryActions } from '../../src/app/library/library-actions.ts';
import { Workspace } from '../../src/app/session/workspace.ts';
import { BrowserLibrary } from '../../src/library/browser/browser-library.ts';
import {
  MemoryRecords,
  type RecordChange,
  type RecordStore,
} from '../../src/library/browser/record-store.ts';
import type { Library } from '../../src/library/library.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { standInForBrowser } from './workspace-page.ts';

/**
 * A machine with a browser, for random stories of what can happen to it: tabs that are real workspaces, over databases
 * that answer late, refuse, and forget. Needs fake timers, `openLibrary` and `IndexedRecords.opening` replaced by
 * {@link openedLibrary} and {@link openedDrafts}.
 */

/** How much is lost at once: what a tab, the browser, the power has when it ends. */
export const LOSES = { tab: 1, browser: 2, power: 3 } as const;
export type Loses = (typeof LOSES)[keyof typeof LOSES];

/** What happens to requests. */
export type Service = 'answers' | 'holds' | 'refuses' | 'loses answers';

export const SPEECH = '甲.txt';
export const OTHER = '乙.txt';
export const TEXT = '第一段。\n第二段。\n第三段。';
/** `localStorage` reaches the disk after this long, ms. */
const LOCAL_LAG = 5000;
/** What IndexedDB wrote relaxed reaches the disk after this long, ms. */
const SYSTEM_LAG = 3000;

/** Beginning of the keys of drafts in `localStorage`. */
const LOCAL_DRAFT = 'jiangtai.draft/';

/** Where a tab is. */
export type Slot = 0 | 1;

/** A request that is not answered yet, and who made it. */
interface Held {
  readonly tab: Tab;
  readonly kind: 'library' | 'database';
  readonly run: () => void;
}

/** Marks of a text: each edit adds one, 〔7〕, and only a choice of the user's removes any. */
export const marksOf = (text: string) => [...text.matchAll(/〔(\d+)〕/g)].map(([, mark]) => Number(mark));

export class Machine {
  /** The library, on its own disk: a transaction that was answered survives everything. */
  readonly files = new MemoryRecords();
  /** Drafts as the operating system has them … */
  drafts = new MemoryRecords();
  /** … and what of them is not on the disk yet. */
  private unwritten: { readonly at: number; readonly changes: readonly RecordChange[] }[] = [];
  private readonly written: RecordChange[] = [];
  private local: Record<string, string> = {};
  private localHistory: { readonly at: number; readonly entries: Record<string, string> }[] = [];

  /** Services of the machine. */
  library: Service = 'answers';
  database: Service = 'answers';
  versions: 'answers' | 'refuses' = 'answers';
  private held: Held[] = [];

  readonly tabs: [Tab | undefined, Tab | undefined] = [undefined, undefined];
  /** Name of the speech. */
  name = SPEECH;
  /** In the bin under this id. */
  removed: string | undefined;
  private readonly outside = new BrowserLibrary(this.files);
  private marks = 0;
  /** Those in the speech, not in the other one. */
  private readonly ofSpeech = new Set<number>();
  /** How safe the page has been told each mark is. */
  private readonly promised = new Map<number, { readonly tab: Tab | undefined; readonly against: Loses }>();

  static async start(): Promise<Machine> {
    standInForBrowser();
    Channel.open.clear();
    const machine = new Machine();
    for (const name of [SPEECH, OTHER]) await machine.outside.create(name, TEXT);
    vi.stubGlobal('BroadcastChannel', Channel);
    vi.stubGlobal('navigator', {
      locks: {
        request: async () => undefined,
        query: async () => ({ held: machine.open.map(({ id }) => ({ name: `jiangtai.page.${id}` })) }),
      },
    });
    machine.stubLocal({});
    return machine;
  }

  get open(): Tab[] {
    return this.tabs.filter((tab) => tab !== undefined);
  }

  /** Everything answers again, and what was held is answered. */
  heal(): void {
    this.library = this.database = this.versions = 'answers';
    this.answer();
  }

  get isWell(): boolean {
    return [this.library, this.database, this.versions].every((service) => service === 'answers');
  }

  answer(): void {
    for (const { run } of this.held.splice(0)) run();
  }

  /** Opens a tab on the speech. */
  openTab(slot: Slot): void {
    this.tabs[slot] ??= new Tab(this, this.name);
  }

  /**
   * Ends a tab, or all of the machine.
   *
   * @param done share of the tabs' held requests that are still carried out, 0 to 1; of those to the library the others
   *   are carried out when they are answered, however late
   */
  kill(loses: Loses, slot: Slot, done: number): void {
    const dead = loses === LOSES.tab ? [this.tabs[slot]] : [...this.tabs];
    for (const tab of dead) tab?.die();
    for (const kind of ['database', 'library'] as const) {
      const theirs = this.held.filter((held) => !held.tab.alive && held.kind === kind);
      // In their order: a browser carries out what was committed before it carries out what came later.
      const now = theirs.slice(0, Math.round(done * theirs.length));
      this.held = this.held.filter(
        (held) => !now.includes(held) && (kind === 'library' || !theirs.includes(held)),
      );
      for (const { run } of now) run();
    }
    for (const at of [0, 1] as const) if (!this.tabs[at]?.alive) this.tabs[at] = undefined;
    if (loses >= LOSES.browser) this.restoreLocal();
    if (loses === LOSES.power) this.restoreDrafts();
    for (const [mark, { tab, against }] of this.promised)
      if (against < loses && (loses > LOSES.tab || !tab?.alive)) this.promised.delete(mark);
  }

  newMark(isOfSpeech = true): string {
    this.marks += 1;
    if (isOfSpeech) this.ofSpeech.add(this.marks);
    return `〔${this.marks}〕`;
  }

  /** The page has been told that this text is kept. */
  promise(tab: Tab | undefined, text: string, against: Loses): void {
    if (tab && !tab.alive) return;
    for (const mark of marksOf(text)) {
      const known = this.promised.get(mark);
      if (!known || known.against < against) this.promised.set(mark, { tab: known?.tab ?? tab, against });
    }
  }

  /** The newest mark of the speech that was promised. */
  get newest(): number | undefined {
    const marks = [...this.promised.keys()].filter((mark) => this.ofSpeech.has(mark));
    return marks.length > 0 ? Math.max(...marks) : undefined;
  }

  /** Marks that were promised and are nowhere. */
  async lostMarks(): Promise<number[]> {
    const texts = [
      ...(await this.textsIn('texts')),
      ...(await this.textsIn('removed')),
      ...(await this.files.all<{ text: string }>('versions')).map(([, { text }]) => text),
      ...(await this.draftTexts()),
      ...this.open.map(({ text }) => text),
    ];
    const there = new Set(texts.flatMap(marksOf));
    return [...this.promised.keys()].filter((mark) => !there.has(mark));
  }

  private async textsIn(store: 'texts' | 'removed'): Promise<string[]> {
    const records = await this.files.all<Uint8Array | { bytes: Uint8Array }>(store);
    return records.map(([, value]) =>
      new TextDecoder().decode(value instanceof Uint8Array ? value : value.bytes),
    );
  }

  private async draftTexts(): Promise<string[]> {
    const drafts = await this.drafts.all<{ text: string }>('drafts');
    return [...drafts.map(([, { text }]) => text), ...this.localDrafts().map((key) => this.local[key]!)];
  }

  private localDrafts(): string[] {
    return Object.keys(this.local).filter((key) => key.startsWith(LOCAL_DRAFT));
  }

  private stubLocal(entries: Readonly<Record<string, string>>): void {
    const local: Record<string, string> = { ...entries };
    const changed = () => this.localHistory.push({ at: Date.now(), entries: { ...local } });
    const functions = {
      getItem: (key: string) => local[key] ?? null,
      setItem: (key: string, value: string) => {
        local[key] = value;
        changed();
      },
      removeItem: (key: string) => {
        delete local[key];
        changed();
      },
    };
    for (const [name, value] of Object.entries(functions)) Object.defineProperty(local, name, { value });
    this.local = local;
    vi.stubGlobal('localStorage', local);
  }

  /** As it was some seconds ago, deleted entries included. */
  private restoreLocal(): void {
    const kept = this.localHistory.findLast(({ at }) => at <= Date.now() - LOCAL_LAG);
    this.localHistory = [];
    this.stubLocal(kept?.entries ?? {});
    this.localHistory.push({ at: Number.NEGATIVE_INFINITY, entries: { ...this.local } });
  }

  /** Keys of drafts of existing speeches that closed tabs left. */
  async orphans(): Promise<string[]> {
    const names = await this.names();
    const local = this.localDrafts().map((key) => key.slice(LOCAL_DRAFT.length));
    return [...(await this.drafts.all('drafts')).map(([key]) => key), ...local]
      .filter((key) => names.some((name) => key.endsWith(`/${name}`)))
      .filter((key) => !this.open.some(({ id }) => key.startsWith(`${id}/`)));
  }

  /** Names of all speeches. */
  async names(): Promise<string[]> {
    return (await this.files.all('entries')).map(([name]) => name);
  }

  /** The text of a speech in its file; undefined: deleted. */
  async fileText(name = this.name): Promise<string | undefined> {
    return (await this.names()).includes(name) ? (await this.outside.read(name)).text : undefined;
  }

  /** Another program adds a mark to a line of the file. */
  async editOutside(line: number): Promise<void> {
    if ((await this.fileText()) === undefined) return;
    const { text, revision } = await this.outside.read(this.name);
    const edited = addMark(text, line, this.newMark());
    await this.outside.write(this.name, edited, revision);
    this.promise(undefined, edited, LOSES.power);
  }

  async removeOutside(): Promise<void> {
    if ((await this.fileText()) !== undefined) this.removed = (await this.outside.remove(this.name)).id;
  }

  async restoreOutside(): Promise<void> {
    if (this.removed !== undefined && (await this.fileText()) === undefined)
      await this.outside.restore(this.removed);
    this.removed = undefined;
  }

  /** A database connection of a tab. */
  connect(tab: Tab, kind: 'library' | 'database'): RecordStore {
    const request = <Result>(
      isChange: boolean,
      run: () => Promise<Result>,
      told?: () => void,
    ): Promise<Result> =>
      new Promise((resolve, reject) => {
        if (!tab.alive) return;
        const service = this[kind];
        if (service === 'refuses' && isChange) return reject(new LibraryError('storage-full'));
        const answerIsLost = service === 'loses answers' && isChange;
        const work = () =>
          void run().then(
            (result) => {
              if (!tab.alive) return;
              if (answerIsLost) return reject(new LibraryError('no-server'));
              told?.();
              resolve(result);
            },
            (error: unknown) => tab.alive && reject(error),
          );
        // A database keeps the order of its requests; a server may not.
        const waits = kind === 'database' && this.held.some((held) => held.kind === kind);
        if (service === 'holds' || waits) this.held.push({ tab, kind, run: work });
        else work();
      });
    const records = () => (kind === 'library' ? this.files : this.drafts);
    return {
      lasting: true,
      transact: (mode, work) => request(mode === 'readwrite', () => records().transact(mode, work)),
      all: (store, prefix) => request(false, () => records().all(store, prefix)),
      write: (changes, durability) => {
        const texts = changes.map((change) =>
          'value' in change ? (change.value as { text?: string }).text : '',
        );
        const against = durability === 'strict' ? LOSES.power : LOSES.browser;
        const run = () => {
          this.commit(changes, durability);
          return records().write(changes);
        };
        return request(true, run, () => this.promise(tab, texts.join(), against));
      },
    };
  }

  /** A strict transaction brings those before it to the disk, too. */
  private commit(changes: readonly RecordChange[], durability: 'strict' | 'relaxed'): void {
    this.unwritten.push({ at: Date.now(), changes });
    while (this.unwritten[0] && (durability === 'strict' || this.unwritten[0].at < Date.now() - SYSTEM_LAG))
      this.written.push(...this.unwritten.shift()!.changes);
  }

  private restoreDrafts(): void {
    this.unwritten = [];
    this.drafts = new MemoryRecords();
    void this.drafts.write(this.written);
  }
}

/** One tab: a workspace, and an editor that only holds a text. */
export class Tab {
  alive = true;
  text = '';
  readonly id: string;
  readonly space: Workspace;
  readonly actions: LibraryActions;

  constructor(
    private readonly machine: Machine,
    name: string,
  ) {
    const text = () => this.text;
    const editor = {
      get text() {
        return text();
      },
      snapshot: () => this.text,
      isStill: (snapshot: unknown) => snapshot === this.text,
      open: (text: string) => {
        this.text = text;
      },
      replaceText: (text: string) => {
        if (text === this.text) return;
        this.text = text;
        this.space.textChanged(false);
      },
      settled: async () => undefined,
    };
    opening = { machine, tab: this };
    vi.stubGlobal('location', { hash: `#file=${encodeURIComponent(name)}`, pathname: '/', search: '' });
    this.space = new Workspace(
      () => editor,
      () => undefined,
    );
    this.id = (this.space as unknown as { tab: string }).tab;
    this.actions = new LibraryActions(this.space);
    this.space.start();
  }

  /** The user adds a mark to a line. */
  type(line: number): void {
    if (this.space.session === undefined) return;
    this.text = addMark(this.text, line, this.machine.newMark(this.isOnSpeech));
    this.space.textChanged(true);
  }

  get isOnSpeech(): boolean {
    return this.space.name === this.machine.name;
  }

  die(): void {
    this.alive = false;
  }
}

/** Who is being opened: `openLibrary` and `IndexedRecords.opening` are called by its constructor. */
let opening: { readonly machine: Machine; readonly tab: Tab } | undefined;

export async function openedLibrary({ tab: id }: { tab: string }): Promise<Library> {
  const { machine, tab } = opening!;
  const library = new BrowserLibrary(machine.connect(tab, 'library'), id);
  const { write, create, keepVersion } = library;
  return Object.assign(library, {
    write: async (...given: Parameters<Library['write']>) => {
      const written = await write.apply(library, given);
      machine.promise(tab, given[1], LOSES.power);
      return written;
    },
    create: async (...given: Parameters<Library['create']>) => {
      const written = await create.apply(library, given);
      machine.promise(tab, given[1], LOSES.power);
      return written;
    },
    keepVersion: async (...given: Parameters<Library['keepVersion']>) => {
      if (machine.versions === 'refuses') throw new LibraryError('storage-full');
      return keepVersion.apply(library, given);
    },
  });
}

export function openedDrafts(): RecordStore {
  const { machine, tab } = opening!;
  return machine.connect(tab, 'database');
}

/** Channels of the browser between tabs; a message comes in a task of its own. */
class Channel {
  static readonly open = new Set<Channel>();
  onmessage: (() => void) | undefined;
  constructor() {
    Channel.open.add(this);
  }
  postMessage(): void {
    for (const other of Channel.open) if (other !== this) setTimeout(() => other.onmessage?.());
  }
  close(): void {
    Channel.open.delete(this);
  }
}

function addMark(text: string, line: number, mark: string): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  return lines.map((written, index) => (index === at ? written + mark : written)).join('\n');
}
