import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fromSystemError, LibraryError } from '../../library/library-error.ts';
import type { SpeechEntry } from '../../library/protocol.ts';
import { speechNameProblem } from '../../library/speech-name.ts';
import { decodeSpeech } from '../../library/text-bytes.ts';
import { guessTitle } from '../../library/title-guess.ts';
import { hiddenFolder } from './hidden-folder.ts';
import { type FileSystem, writeAtomically } from './write-atomically.ts';

/** Where the first bytes of a file go whose encoding a save had to change; hidden from the list. */
const ORIGINALS = '.originals';

/** Names one state of a file: a hash of its bytes. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 24);
}

/** Files of one folder: paths that stay inside it, bytes, and what the list shows. Every method throws `LibraryError`. */
export class FolderFiles {
  /** Listing entries by file identity: a speech is hashed again only after it changed. */
  private readonly known = new Map<string, { stamp: string; entry: SpeechEntry }>();

  constructor(
    private readonly path: string,
    private readonly system?: FileSystem,
  ) {}

  /** Real path of the folder. @throws LibraryError `folder-missing` */
  async root(): Promise<string> {
    return realpath(this.path).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw fromSystemError(error, this.path, 'read');
      throw new LibraryError('folder-missing', { folder: this.path });
    });
  }

  /** Names of all files of the folder. */
  async names(root: string): Promise<string[]> {
    return readdir(root).catch((error: unknown) => {
      throw fromSystemError(error, basename(root), 'read');
    });
  }

  /** Real path of a speech. @throws LibraryError what is wrong with its name; `outside-folder`, `not-found` */
  inside(name: string): Promise<string> {
    const problem = speechNameProblem(name);
    if (problem) throw new LibraryError(problem, { name });
    return this.realInside(name);
  }

  /** Real path of a file whose name was checked. @throws LibraryError `outside-folder`, `not-found` */
  async realInside(name: string): Promise<string> {
    const root = await this.root();
    const path = await realpath(join(root, name)).catch((error: unknown) => {
      throw fromSystemError(error, name, 'read');
    });
    if (!path.startsWith(root + sep)) throw new LibraryError('outside-folder', { name });
    return path;
  }

  /** @param path from {@link inside} @param name for the error */
  async read(path: string, name: string) {
    try {
      const info = await stat(path);
      if (!info.isFile()) throw new LibraryError('not-found', { name });
      return [await readFile(path), info] as const;
    } catch (error) {
      throw fromSystemError(error, name, 'read');
    }
  }

  /** Writes a file whole or not at all. @param check called before it takes the place of the old one */
  async write(
    path: string,
    name: string,
    bytes: Uint8Array,
    create: boolean,
    check: () => Promise<void> = async () => undefined,
  ) {
    try {
      const files = this.system && { files: this.system };
      await writeAtomically(path, bytes, { create, beforeRename: check, ...files });
      return { revision: revisionOf(bytes), modified: (await stat(path)).mtimeMs };
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
  }

  /** Keeps the bytes of a file whose encoding a save has to change. @returns where, as a path inside the folder */
  async keepOriginal(name: string, bytes: Uint8Array): Promise<string> {
    const kept = `${name}.${revisionOf(bytes).slice(0, 8)}`;
    try {
      const folder = await hiddenFolder(await this.root(), ORIGINALS);
      await mkdir(folder, { recursive: true });
      await writeAtomically(join(folder, kept), bytes, {
        create: true,
        ...(this.system && { files: this.system }),
      });
    } catch (error) {
      const refusal = fromSystemError(error, name, 'write');
      // The name carries the hash of the bytes: what is there already is this very original.
      if (refusal.code !== 'exists') throw refusal;
    }
    return `${ORIGINALS}/${kept}`;
  }

  /** A file as the list shows it; undefined if it is gone, or leads out of the folder. */
  async entry(name: string): Promise<SpeechEntry | undefined> {
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
}

/** No file descriptor is left: nothing is known of the file. */
export function isShortage(error: unknown): boolean {
  return error instanceof LibraryError && error.code === 'too-many-files';
}

/** Title of a speech; empty for bytes that are no text: opening it says why. */
export function titleOf(bytes: Uint8Array): string {
  try {
    return guessTitle(decodeSpeech(bytes).text);
  } catch {
    return '';
  }
}
