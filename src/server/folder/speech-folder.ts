import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { Encoding } from '../../import/bytes.ts';
import { fromSystemError, LibraryError } from '../../library/library-error.ts';
import type {
  EditStamp,
  RemovedSpeech,
  SearchHit,
  SpeechEntry,
  SpeechFile,
  SpeechListing,
  VersionDraft,
  VersionEntry,
  WrittenSpeech,
} from '../../library/protocol.ts';
import { pictureNameProblem, speechNameProblem } from '../../library/speech-name.ts';
import { decodeSpeech, encodeLike } from '../../library/text-bytes.ts';
import { findInSpeech, searchWords } from '../../library/text-search.ts';
import { guessTitle } from '../../library/title-guess.ts';
import { mergeStamp } from '../../library/version-vector.ts';
import { pictureType } from '../../text/media-types.ts';
import { FolderLock } from './folder-lock.ts';
import { FolderTrash } from './folder-trash.ts';
import { FolderVersions } from './folder-versions.ts';
import { hiddenFolder } from './hidden-folder.ts';
import { inBatches } from './in-batches.ts';
import { moveFile } from './move-file.ts';
import { finishMoves, whileRecorded } from './unfinished-moves.ts';
import { type FileSystem, writeAtomically } from './write-atomically.ts';

/** Files that explain the folder and are no speeches. */
const NOT_SPEECHES = new Set(['readme.md', 'readme.txt']);
/** Where the first bytes of a file go whose encoding a save had to change; hidden from the list. */
const ORIGINALS = '.originals';

/** Names one state of a file: a hash of its bytes. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 24);
}

/**
 * A folder of speeches on disk. Names are single file names, checked by `speechNameProblem`; a link is
 * followed only inside the folder. Every method throws `LibraryError`, or `ImportError` for a file whose
 * bytes are no text.
 */
export class SpeechFolder {
  /** Listing entries by file identity: a speech is hashed again only after it changed. */
  private readonly known = new Map<string, { stamp: string; entry: SpeechEntry }>();
  /** Held by whatever checks the folder and then changes it. */
  private readonly lock: FolderLock;
  /** Last writes of each speech through the app, and the state the newest left. */
  private readonly writers = new Map<
    string,
    { readonly revision: string; readonly writers: readonly EditStamp[] }
  >();

  /** Kept states of the speeches. */
  private readonly kept: FolderVersions;
  /** How many changes of ours have ended. */
  writes = 0;
  /** What was put away and can be brought back. */
  readonly trash: FolderTrash;

  /** @param now ms since 1970: names and ages of versions and removed speeches go by it */
  constructor(
    readonly path: string,
    private readonly files?: FileSystem,
    now: () => number = Date.now,
  ) {
    const root = () => this.root();
    this.lock = new FolderLock(root, finishMoves);
    this.kept = new FolderVersions(root, now);
    this.trash = new FolderTrash(root, this.lock, this.kept, titleOf, now);
  }

  /** Finishes what a process that was killed has left in the folder. It is done by itself before the first change, too. */
  recover(): Promise<void> {
    return this.lock.hold(async () => undefined);
  }

  /** All speeches by name. A file that cannot be read is listed with an empty title. */
  async list(): Promise<SpeechListing> {
    const root = await this.root();
    const names = (await this.filesIn(root)).filter(
      (name) => speechNameProblem(name) === undefined && !NOT_SPEECHES.has(name.toLowerCase()),
    );
    const entries = await inBatches(names, (name) => this.entry(name));
    return {
      folder: basename(root),
      speeches: entries
        .filter((entry): entry is SpeechEntry => entry !== undefined)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  async read(name: string, forced?: Encoding): Promise<SpeechFile> {
    const path = await this.inside(name);
    const [bytes, info] = await this.bytesOf(path, name);
    const { text, encoding, confident } = decodeSpeech(bytes, forced);
    const revision = revisionOf(bytes);
    const last = this.writers.get(name);
    const writer = last?.revision === revision ? last.writers.at(-1) : undefined;
    return {
      name,
      text,
      revision,
      modified: info.mtimeMs,
      encoding,
      confident,
      ...(writer && { writer }),
      ...(last && { vector: last.writers }),
    };
  }

  /**
   * Replaces the text of a speech if it is still the one the writer saw.
   *
   * @param revision what the writer saw
   * @param writers who writes, then the drafts of others that the text goes on from
   * @throws LibraryError `changed` when the file is another by now; it is left as it is
   */
  write(
    name: string,
    text: string,
    revision: string,
    [writer, ...drafts]: readonly EditStamp[] = [],
  ): Promise<WrittenSpeech> {
    return this.locked(name, async (check) => {
      const path = await this.inside(name);
      const [before] = await this.bytesOf(path, name);
      if (revisionOf(before) !== revision) throw new LibraryError('changed', { name });
      const { bytes, encoding } = encodeLike(before, text);
      const changes = encoding !== decodeSpeech(before).encoding;
      const original = changes ? await this.keepOriginal(name, before) : undefined;
      const written = await this.put(path, name, bytes, false, check);
      if (writer) {
        const writers = mergeStamp(this.writers.get(name)?.writers, writer, drafts);
        this.writers.set(name, { revision: written.revision, writers });
      }
      return { ...written, encoding, ...(original && { original }) };
    });
  }

  /**
   * A new speech, UTF-8.
   *
   * @throws LibraryError `exists` when the name is taken
   */
  create(name: string, text: string): Promise<WrittenSpeech> {
    return this.locked(name, async () => {
      const problem = speechNameProblem(name);
      if (problem) throw new LibraryError(problem, { name });
      const path = join(await this.root(), name);
      const written = await this.put(path, name, new TextEncoder().encode(text), true);
      return { ...written, encoding: 'utf-8' };
    });
  }

  /**
   * A file from outside, byte for byte: a speech in its own encoding, or a picture beside the speeches.
   *
   * @throws LibraryError `exists` when the name is taken; ImportError when a speech's bytes are no text
   */
  addFile(name: string, bytes: Uint8Array): Promise<WrittenSpeech> {
    return this.locked(name, async () => {
      const picture = pictureType(name) !== undefined;
      const problem = picture ? pictureNameProblem(name) : speechNameProblem(name);
      if (problem) throw new LibraryError(problem, { name });
      const encoding = picture ? 'utf-8' : decodeSpeech(bytes).encoding;
      return { ...(await this.put(join(await this.root(), name), name, bytes, true)), encoding };
    });
  }

  /** A speech as it is on disk. */
  async bytes(name: string): Promise<Uint8Array> {
    const [bytes] = await this.bytesOf(await this.inside(name), name);
    return bytes;
  }

  /** The speech and its versions under another name. @throws LibraryError `exists` */
  rename(name: string, to: string): Promise<void> {
    return this.locked(name, async () => {
      await this.inside(name);
      const problem = speechNameProblem(to);
      if (problem) throw new LibraryError(problem, { name: to });
      await whileRecorded(await this.root(), { kind: 'rename', name, to }, async () => {
        await this.giveName(name, to);
        try {
          await this.kept.move(name, { name: to });
        } catch (error) {
          // The speech is looked for under its old name, because the renaming is reported as refused.
          await this.giveName(to, name).catch(() => undefined);
          throw error;
        }
      });
    });
  }

  /** A copy, byte for byte. @throws LibraryError `exists` */
  async duplicate(name: string, to: string): Promise<WrittenSpeech> {
    const problem = speechNameProblem(to);
    if (problem) throw new LibraryError(problem, { name: to });
    return this.addFile(to, await this.bytes(name));
  }

  /** Puts a speech and its versions away. */
  remove(name: string): Promise<RemovedSpeech> {
    return this.locked(name, async () => {
      await this.inside(name);
      const removed = await this.trash.put(name);
      this.writers.delete(name);
      return removed;
    });
  }

  /** See `Library.search`. */
  async search(query: string): Promise<SearchHit[]> {
    const words = searchWords(query);
    const { speeches } = await this.list();
    const hits = await inBatches(speeches, async ({ name }) => {
      const text = await this.read(name).then(
        (file) => file.text,
        (error: unknown) => {
          if (isShortage(error)) throw error;
          return ''; // no text: its name may still be looked for
        },
      );
      return findInSpeech(words, name, text);
    });
    return hits.filter((hit): hit is SearchHit => hit !== undefined);
  }

  /** Names of the pictures beside the speeches. */
  async pictures(): Promise<string[]> {
    const names = await this.filesIn(await this.root());
    return names.filter((name) => pictureNameProblem(name) === undefined).sort();
  }

  async versions(name: string): Promise<VersionEntry[]> {
    await this.inside(name);
    return this.kept.list(name);
  }

  async versionText(name: string, id: string): Promise<string> {
    await this.inside(name);
    return this.kept.text(name, id);
  }

  /** See `Library.keepVersion`. */
  keepVersion(name: string, draft: VersionDraft): Promise<VersionEntry> {
    return this.locked(name, async () => {
      await this.inside(name);
      return this.kept.keep(name, draft);
    });
  }

  nameVersion(name: string, id: string, label: string): Promise<void> {
    return this.locked(name, async () => {
      await this.inside(name);
      await this.kept.label(name, id, label);
    });
  }

  /** Real path of a picture beside the speeches. */
  async picture(name: string): Promise<string> {
    const problem = pictureNameProblem(name);
    if (problem) throw new LibraryError(problem, { name });
    return this.realInside(name);
  }

  private async root(): Promise<string> {
    return realpath(this.path).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw fromSystemError(error, this.path, 'read');
      throw new LibraryError('folder-missing', { folder: this.path });
    });
  }

  private async filesIn(root: string): Promise<string[]> {
    return readdir(root).catch((error: unknown) => {
      throw fromSystemError(error, basename(root), 'read');
    });
  }

  private inside(name: string): Promise<string> {
    const problem = speechNameProblem(name);
    if (problem) throw new LibraryError(problem, { name });
    return this.realInside(name);
  }

  private async realInside(name: string): Promise<string> {
    const root = await this.root();
    const path = await realpath(join(root, name)).catch((error: unknown) => {
      throw fromSystemError(error, name, 'read');
    });
    if (!path.startsWith(root + sep)) throw new LibraryError('outside-folder', { name });
    return path;
  }

  private async bytesOf(path: string, name: string) {
    try {
      const info = await stat(path);
      if (!info.isFile()) throw new LibraryError('not-found', { name });
      return [await readFile(path), info] as const;
    } catch (error) {
      throw fromSystemError(error, name, 'read');
    }
  }

  /** Another name for the file alone. @throws LibraryError `exists` */
  private async giveName(name: string, to: string): Promise<void> {
    const root = await this.root();
    try {
      await moveFile(join(root, name), join(root, to));
    } catch (error) {
      throw fromSystemError(error, isTaken(error) ? to : name, 'write');
    }
    const written = this.writers.get(name);
    this.writers.delete(name);
    if (written) this.writers.set(to, written);
  }

  private async put(
    path: string,
    name: string,
    bytes: Uint8Array,
    create: boolean,
    check: () => Promise<void> = async () => undefined,
  ) {
    try {
      const files = this.files && { files: this.files };
      await writeAtomically(path, bytes, { create, beforeRename: check, ...files });
      return { revision: revisionOf(bytes), modified: (await stat(path)).mtimeMs };
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
  }

  private async keepOriginal(name: string, bytes: Uint8Array): Promise<string> {
    const kept = `${name}.${revisionOf(bytes).slice(0, 8)}`;
    try {
      const folder = await hiddenFolder(await this.root(), ORIGINALS);
      await mkdir(folder, { recursive: true });
      await writeAtomically(join(folder, kept), bytes, {
        create: true,
        ...(this.files && { files: this.files }),
      });
    } catch (error) {
      const refusal = fromSystemError(error, name, 'write');
      // The name carries the hash of the bytes: what is there already is this very original.
      if (refusal.code !== 'exists') throw refusal;
    }
    return `${ORIGINALS}/${kept}`;
  }

  private async entry(name: string): Promise<SpeechEntry | undefined> {
    try {
      const path = await this.inside(name);
      const info = await stat(path);
      if (!info.isFile()) return undefined;
      const stamp = `${info.ino} ${info.size} ${info.mtimeMs} ${info.ctimeMs}`;
      const known = this.known.get(name);
      if (known?.stamp === stamp) return known.entry;
      const bytes = await readFile(path);
      const entry: SpeechEntry = {
        name,
        title: titleOf(bytes),
        bytes: bytes.length,
        modified: info.mtimeMs,
        revision: revisionOf(bytes),
      };
      this.known.set(name, { stamp, entry });
      return entry;
    } catch (error) {
      const refusal = fromSystemError(error, name, 'read');
      // Without a file descriptor nothing is known of the file: the list must not look as if it were gone.
      if (isShortage(refusal)) throw refusal;
      // Gone since the folder was read, or a link that leads out. A file that another program keeps to itself for a
      // moment stays in the list as it was.
      const gone = refusal.code === 'not-found' || refusal.code === 'outside-folder';
      return gone ? undefined : this.known.get(name)?.entry;
    }
  }

  /** Under the lock of the folder; what the system refuses there is a refusal of this speech. */
  private locked<Result>(
    name: string,
    work: (check: () => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    return this.lock
      .hold(work)
      .catch((error: unknown) => {
        throw isSystemError(error) ? fromSystemError(error, name, 'write') : error;
      })
      .finally(() => {
        this.writes++;
      });
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function isShortage(error: unknown): boolean {
  return error instanceof LibraryError && error.code === 'too-many-files';
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}

function titleOf(bytes: Uint8Array): string {
  try {
    return guessTitle(decodeSpeech(bytes).text);
  } catch {
    return ''; // no text: opening it says why
  }
}
