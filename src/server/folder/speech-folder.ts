import { basename, join } from 'node:path';
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
import { mergeStamp } from '../../library/version-vector.ts';
import { pictureType } from '../../text/media-types.ts';
import { FolderFiles, isShortage, revisionOf, titleOf } from './folder-files.ts';
import { FolderLock } from './folder-lock.ts';
import { FolderTrash } from './folder-trash.ts';
import { FolderVersions } from './folder-versions.ts';
import { inBatches } from './in-batches.ts';
import { moveFile } from './move-file.ts';
import { finishMoves, whileRecorded } from './unfinished-moves.ts';
import type { FileSystem } from './write-atomically.ts';

/** Files that explain the folder and are no speeches. */
const NOT_SPEECHES = new Set(['readme.md', 'readme.txt']);
/**
 * A folder of speeches on disk. Names are single file names, checked by `speechNameProblem`; a link is
 * followed only inside the folder. Every method throws `LibraryError`, or `ImportError` for a file whose
 * bytes are no text.
 */
export class SpeechFolder {
  /** Held by whatever checks the folder and then changes it. */
  private readonly lock: FolderLock;
  /** Last writes of each speech through the app, and the state the newest left. */
  private readonly writers = new Map<
    string,
    { readonly revision: string; readonly writers: readonly EditStamp[] }
  >();

  private readonly files: FolderFiles;
  /** Kept states of the speeches. */
  private readonly kept: FolderVersions;
  /** How many changes of ours have ended. */
  writes = 0;
  /** What was put away and can be brought back. */
  readonly trash: FolderTrash;

  /** @param now ms since 1970: names and ages of versions and removed speeches go by it */
  constructor(
    readonly path: string,
    system?: FileSystem,
    now: () => number = Date.now,
  ) {
    this.files = new FolderFiles(path, system);
    const root = () => this.files.root();
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
    const root = await this.files.root();
    const names = (await this.files.names(root)).filter(
      (name) => speechNameProblem(name) === undefined && !NOT_SPEECHES.has(name.toLowerCase()),
    );
    const entries = await inBatches(names, (name) => this.files.entry(name));
    return {
      folder: basename(root),
      speeches: entries
        .filter((entry): entry is SpeechEntry => entry !== undefined)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  async read(name: string, forced?: Encoding): Promise<SpeechFile> {
    const path = await this.files.inside(name);
    const [bytes, info] = await this.files.read(path, name);
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
      const path = await this.files.inside(name);
      const [before] = await this.files.read(path, name);
      if (revisionOf(before) !== revision) throw new LibraryError('changed', { name });
      const { bytes, encoding } = encodeLike(before, text);
      const changes = encoding !== decodeSpeech(before).encoding;
      const original = changes ? await this.files.keepOriginal(name, before) : undefined;
      const written = await this.files.write(path, name, bytes, false, check);
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
      const path = join(await this.files.root(), name);
      const written = await this.files.write(path, name, new TextEncoder().encode(text), true);
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
      return {
        ...(await this.files.write(join(await this.files.root(), name), name, bytes, true)),
        encoding,
      };
    });
  }

  /** A speech as it is on disk. */
  async bytes(name: string): Promise<Uint8Array> {
    const [bytes] = await this.files.read(await this.files.inside(name), name);
    return bytes;
  }

  /** The speech and its versions under another name. @throws LibraryError `exists` */
  rename(name: string, to: string): Promise<void> {
    return this.locked(name, async () => {
      await this.files.inside(name);
      const problem = speechNameProblem(to);
      if (problem) throw new LibraryError(problem, { name: to });
      await whileRecorded(await this.files.root(), { kind: 'rename', name, to }, async () => {
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
      await this.files.inside(name);
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
    const names = await this.files.names(await this.files.root());
    return names.filter((name) => pictureNameProblem(name) === undefined).sort();
  }

  async versions(name: string): Promise<VersionEntry[]> {
    await this.files.inside(name);
    return this.kept.list(name);
  }

  async versionText(name: string, id: string): Promise<string> {
    await this.files.inside(name);
    return this.kept.text(name, id);
  }

  /** See `Library.keepVersion`. */
  keepVersion(name: string, draft: VersionDraft): Promise<VersionEntry> {
    return this.locked(name, async () => {
      await this.files.inside(name);
      return this.kept.keep(name, draft);
    });
  }

  nameVersion(name: string, id: string, label: string): Promise<void> {
    return this.locked(name, async () => {
      await this.files.inside(name);
      await this.kept.label(name, id, label);
    });
  }

  /** Real path of a picture beside the speeches. */
  async picture(name: string): Promise<string> {
    const problem = pictureNameProblem(name);
    if (problem) throw new LibraryError(problem, { name });
    return this.files.realInside(name);
  }

  /** Another name for the file alone. @throws LibraryError `exists` */
  private async giveName(name: string, to: string): Promise<void> {
    const root = await this.files.root();
    try {
      await moveFile(join(root, name), join(root, to));
    } catch (error) {
      throw fromSystemError(error, isTaken(error) ? to : name, 'write');
    }
    const written = this.writers.get(name);
    this.writers.delete(name);
    if (written) this.writers.set(to, written);
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

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}
