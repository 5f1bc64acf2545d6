import type { Encoding } from '../../import/bytes.ts';
import { pictureType } from '../../text/media-types.ts';
import { RevisionConflict } from '../http/speech-client.ts';
import type { Library } from '../library.ts';
import { LibraryError } from '../library-error.ts';
import type {
  EditStamp,
  FolderState,
  RemovedSpeech,
  SearchHit,
  SpeechEntry,
  SpeechFile,
  SpeechListing,
  VersionDraft,
  VersionEntry,
  WriteOptions,
  WrittenSpeech,
} from '../protocol.ts';
import { pictureNameProblem, speechNameProblem } from '../speech-name.ts';
import { decodeSpeech, encodeLike } from '../text-bytes.ts';
import { findInSpeech, searchWords } from '../text-search.ts';
import { guessTitle } from '../title-guess.ts';
import { mergeStamp } from '../version-vector.ts';
import { BrowserTrash } from './browser-trash.ts';
import { BrowserVersions } from './browser-versions.ts';
import { LibraryChannel } from './library-channel.ts';
import { tick } from './logical-clock.ts';
import type { RecordAccess, RecordStore } from './record-store.ts';

/** A speech's record: its entry of the list, and its version vector under the names it has always had on disk. */
interface StoredEntry extends SpeechEntry {
  readonly writers?: readonly { readonly page: string; readonly time: number }[];
}

/** A file that a first visit finds. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Fact: the samples were added once; deleted ones are not added again. */
const SEEDED = 'seeded';

/**
 * Speeches in this browser. Texts are kept byte for byte, so that the encoding of a file can be corrected
 * later as in the folder.
 */
export class BrowserLibrary implements Library {
  readonly kind = 'browser';
  private readonly channel: LibraryChannel;
  private readonly trash: BrowserTrash;
  private readonly kept: BrowserVersions;

  /**
   * @param tab id of this tab, for the stamps of its writes
   * @param samples fetched when the library is listed for the first time; a failure is tried again next time
   * @param now ms since 1970
   */
  constructor(
    private readonly records: RecordStore,
    private readonly tab?: string,
    private readonly samples: () => Promise<readonly SampleFile[]> = async () => [],
    private readonly now: () => number = Date.now,
  ) {
    this.channel = new LibraryChannel(() => this.state());
    this.kept = new BrowserVersions(records, now);
    this.trash = new BrowserTrash(records, this.kept, now);
  }

  get lasting(): boolean {
    return this.records.lasting;
  }

  async list(): Promise<SpeechListing> {
    await this.seed();
    const entries = await this.records.transact('readonly', (records) => records.all<StoredEntry>('entries'));
    return { folder: '', speeches: entries.map(([, { writers: _, ...entry }]) => entry) };
  }

  async read(name: string, encoding?: Encoding): Promise<SpeechFile> {
    await this.seed();
    return this.records.transact('readonly', (records) => readSpeech(records, name, encoding));
  }

  bytes(name: string): Promise<Uint8Array> {
    const store = pictureType(name) === undefined ? 'texts' : 'pictures';
    return this.records.transact('readonly', async (records) => {
      const bytes = await records.get<Uint8Array>(store, name);
      if (!bytes) throw new LibraryError('not-found', { name });
      return bytes;
    });
  }

  write(
    name: string,
    text: string,
    revision: string,
    { supersedes }: WriteOptions = {},
  ): Promise<WrittenSpeech> {
    // When the text was taken, not when its turn comes.
    const time = tick();
    return this.change(async (records) => {
      const before = await records.get<Uint8Array>('texts', name);
      const entry = await records.get<StoredEntry>('entries', name);
      if (!before || !entry) throw new LibraryError('not-found', { name });
      if (entry.revision !== revision) throw new RevisionConflict(await readSpeech(records, name));
      const { bytes, encoding } = encodeLike(before, text);
      let original: string | undefined;
      if (encoding !== decodeSpeech(before).encoding) {
        original = `${name}.${entry.revision.slice(0, 8)}`;
        await records.put('originals', original, before);
      }
      const { tab } = this;
      const vector = tab === undefined ? undefined : mergeStamp(vectorOf(entry), { tab, time }, supersedes);
      const written = await this.put(records, name, bytes, vector);
      return { ...written, encoding, ...(original && { original }) };
    });
  }

  create(name: string, text: string): Promise<WrittenSpeech> {
    return this.addFile(name, new TextEncoder().encode(text));
  }

  async addFile(name: string, bytes: Uint8Array): Promise<WrittenSpeech> {
    const picture = pictureType(name) !== undefined;
    const problem = picture ? pictureNameProblem(name) : speechNameProblem(name);
    if (problem) throw new LibraryError(problem, { name });
    const encoding = picture ? 'utf-8' : decodeSpeech(bytes).encoding;
    return this.change(async (records) => {
      await mustBeFree(records, name);
      if (!picture) return { ...(await this.put(records, name, bytes)), encoding };
      await records.put('pictures', name, bytes);
      return { revision: newRevision(), modified: this.now(), encoding };
    });
  }

  rename(name: string, to: string): Promise<void> {
    return this.change(async (records) => {
      const problem = speechNameProblem(to);
      if (problem) throw new LibraryError(problem, { name: to });
      const bytes = await records.get<Uint8Array>('texts', name);
      const entry = await records.get<StoredEntry>('entries', name);
      if (!bytes || !entry) throw new LibraryError('not-found', { name });
      await mustBeFree(records, to, name);
      await forgetSpeech(records, name);
      await records.put('texts', to, bytes);
      await records.put('entries', to, { ...entry, name: to });
      await this.kept.move(records, name, to);
    });
  }

  async duplicate(name: string, to: string): Promise<void> {
    await this.addFile(to, await this.bytes(name));
  }

  remove(name: string): Promise<RemovedSpeech> {
    return this.change(async (records) => {
      const bytes = await records.get<Uint8Array>('texts', name);
      if (!bytes) throw new LibraryError('not-found', { name });
      const removed = await this.trash.put(records, { name, title: titleOf(bytes), bytes });
      await forgetSpeech(records, name);
      return removed;
    });
  }

  removed(): Promise<readonly RemovedSpeech[]> {
    return this.trash.list();
  }

  restore(id: string): Promise<string> {
    return this.change(async (records) => {
      const taken = (await records.all('entries')).map(([name]) => name);
      const { name, bytes } = await this.trash.take(records, id, taken);
      await this.put(records, name, bytes);
      return name;
    });
  }

  forget(id: string): Promise<void> {
    return this.records.transact('readwrite', (records) => this.trash.forget(records, id));
  }

  async search(query: string): Promise<readonly SearchHit[]> {
    const words = searchWords(query);
    const texts = await this.records.transact('readonly', (records) => records.all<Uint8Array>('texts'));
    return texts.flatMap(([name, bytes]) => findInSpeech(words, name, textOf(bytes)) ?? []);
  }

  async pictures(): Promise<readonly string[]> {
    await this.seed();
    const pictures = await this.records.transact('readonly', (records) => records.all('pictures'));
    return pictures.map(([name]) => name);
  }

  versions(name: string): Promise<readonly VersionEntry[]> {
    return this.kept.list(name);
  }

  versionText(name: string, id: string): Promise<string> {
    return this.kept.text(name, id);
  }

  keepVersion(name: string, draft: VersionDraft): Promise<VersionEntry> {
    return this.kept.keep(name, draft);
  }

  nameVersion(name: string, id: string, label: string): Promise<void> {
    return this.kept.label(name, id, label);
  }

  watch(listener: (state: FolderState) => void): () => void {
    return this.channel.listen(listener);
  }

  /** Stops listening and notifying. */
  close(): void {
    this.channel.close();
  }

  /** A transaction that notifies listeners in this and other tabs. */
  private async change<Result>(work: (records: RecordAccess) => Promise<Result>): Promise<Result> {
    const result = await this.records.transact('readwrite', work);
    this.channel.changed();
    return result;
  }

  private async state(): Promise<FolderState> {
    const { speeches } = await this.list();
    return { revisions: Object.fromEntries(speeches.map(({ name, revision }) => [name, revision])) };
  }

  private async put(records: RecordAccess, name: string, bytes: Uint8Array, vector?: readonly EditStamp[]) {
    const entry: StoredEntry = {
      name,
      title: titleOf(bytes),
      bytes: bytes.length,
      modified: this.now(),
      revision: newRevision(),
      ...(vector && { writers: vector.map(({ tab, time }) => ({ page: tab, time })) }),
    };
    await records.put('texts', name, bytes);
    await records.put('entries', name, entry);
    return { revision: entry.revision, modified: entry.modified };
  }

  /** Puts the samples in on the first visit. */
  private seed(): Promise<void> {
    this.seeding ??= this.seedOnce().catch(() => {
      this.seeding = undefined; // no connection: the list is empty for now
    });
    return this.seeding;
  }

  private seeding: Promise<void> | undefined;

  private async seedOnce(): Promise<void> {
    const isSeeded = (records: RecordAccess) => records.get<boolean>('facts', SEEDED);
    if (await this.records.transact('readonly', isSeeded)) return;
    const samples = await this.samples();
    await this.records.transact('readwrite', async (records) => {
      // Another tab may have been faster.
      if (await isSeeded(records)) return;
      await records.put('facts', SEEDED, true);
      for (const { name, bytes } of samples) {
        if (pictureType(name)) await records.put('pictures', name, bytes);
        else if (!(await records.get('entries', name))) await this.put(records, name, bytes);
      }
    });
  }
}

/** Unlike a hash it can be had on plain-http addresses, too. */
function newRevision(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

async function readSpeech(records: RecordAccess, name: string, forced?: Encoding): Promise<SpeechFile> {
  const bytes = await records.get<Uint8Array>('texts', name);
  const entry = await records.get<StoredEntry>('entries', name);
  if (!bytes || !entry) throw new LibraryError('not-found', { name });
  const { revision, modified } = entry;
  const vector = vectorOf(entry);
  const { text, encoding, confident } = decodeSpeech(bytes, forced);
  return {
    name,
    text,
    revision,
    modified,
    encoding,
    confident,
    ...(vector && { writer: vector.at(-1)!, vector }),
  };
}

function vectorOf({ writers }: StoredEntry): readonly EditStamp[] | undefined {
  return writers?.map(({ page, time }) => ({ tab: page, time }));
}

/** @param except a name that may be there: the speech's own, in other letters' case */
async function mustBeFree(records: RecordAccess, name: string, except?: string): Promise<void> {
  const taken = [...(await records.all('entries')), ...(await records.all('pictures'))];
  if (taken.some(([key]) => key !== except && key.toLowerCase() === name.toLowerCase()))
    throw new LibraryError('exists', { name });
}

async function forgetSpeech(records: RecordAccess, name: string): Promise<void> {
  await records.delete('texts', name);
  await records.delete('entries', name);
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeSpeech(bytes).text;
  } catch {
    return ''; // no text: opening it says why
  }
}

const titleOf = (bytes: Uint8Array) => guessTitle(textOf(bytes));
