import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fromSystemError, LibraryError } from '../../library/library-error.ts';
import { MAX_LABEL, type VersionDraft, type VersionEntry } from '../../library/protocol.ts';
import { labelFileName, VERSIONS_FOLDER, versionFile, versionFileName } from '../../library/version-files.ts';
import { versionsToDrop, visibleCharacters } from '../../library/version-thinning.ts';
import { hiddenFolder, namesIn } from './hidden-folder.ts';
import { inBatches } from './in-batches.ts';
import { areOneEntry } from './move-file.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Kept states of the speeches of a folder: `.versions/NAME/TIME-xxxx.REASON.txt`, plain text that a person
 * in need can open without us. Names are taken to be checked. Methods throw `LibraryError`.
 */
export class FolderVersions {
  /**
   * @param root real path of the folder of speeches
   * @param now ms since 1970
   */
  constructor(
    private readonly root: () => Promise<string>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Newest first; none for a speech without any. */
  async list(name: string): Promise<VersionEntry[]> {
    const folder = await this.folderOf(name);
    const files = await namesIn(folder);
    const entries = await inBatches(files, async (file): Promise<VersionEntry | undefined> => {
      const version = versionFile(file);
      if (version === undefined) return undefined;
      const text = await textOf(join(folder, file));
      if (text === undefined) return undefined; // dropped meanwhile
      const label = await textOf(join(folder, labelFileName(version.id)));
      return { ...version, characters: visibleCharacters(text), ...(label && { label }) };
    });
    return entries
      .filter((entry): entry is VersionEntry => entry !== undefined)
      .sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1));
  }

  async text(name: string, id: string): Promise<string> {
    try {
      return await readFile(await this.fileOf(name, id), 'utf8');
    } catch (error) {
      throw fromSystemError(error, name, 'read');
    }
  }

  /** See `Library.keepVersion`. */
  async keep(name: string, { text, reason, label, time: kept }: VersionDraft): Promise<VersionEntry> {
    const known = await this.list(name);
    const newest = known[0]?.time ?? 0;
    // Never before one that is there: a clock that was set back must not put the newest state last.
    const time = kept === undefined ? Math.max(this.now(), newest + 1) : Math.min(kept, this.now());
    for (const twin of kept === undefined
      ? known.slice(0, 1)
      : known.filter((other) => other.time === time)) {
      if ((await this.text(name, twin.id)) !== text) continue;
      if (label) await this.label(name, twin.id, label);
      return { ...twin, ...(label && { label }) };
    }
    const folder = await this.folderOf(name);
    const id = `${time}-${randomBytes(2).toString('hex')}`;
    try {
      await mkdir(folder, { recursive: true });
      const bytes = new TextEncoder().encode(text);
      await writeAtomically(join(folder, versionFileName({ id, reason })), bytes, { create: true });
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
    if (label) await this.label(name, id, label);
    const entry = { id, time, reason, characters: visibleCharacters(text), ...(label && { label }) };
    for (const old of versionsToDrop([entry, ...known], this.now()))
      await rm(await this.fileOf(name, old), { force: true });
    return entry;
  }

  /** @param label empty takes the name away */
  async label(name: string, id: string, label: string): Promise<void> {
    await this.fileOf(name, id);
    const path = join(await this.folderOf(name), labelFileName(id));
    try {
      const bytes = new TextEncoder().encode(label.trim().slice(0, MAX_LABEL));
      if (bytes.length === 0) await rm(path, { force: true });
      else await writeAtomically(path, bytes, { create: 'if-missing' });
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
  }

  /**
   * The versions follow their speech; none is no error. What stood there before belonged to a speech that
   * is gone.
   *
   * @param to the speech's new name, or a path
   */
  async move(name: string, to: { name: string } | { path: string }): Promise<void> {
    const target = 'path' in to ? to.path : await this.folderOf(to.name);
    await this.take(await this.folderOf(name), target);
  }

  /** The other way: versions kept at a path belong to this speech. */
  async restore(path: string, name: string): Promise<void> {
    await mkdir(join(await this.root(), VERSIONS_FOLDER), { recursive: true }).catch(() => undefined);
    await this.take(path, await this.folderOf(name));
  }

  private async take(from: string, to: string): Promise<void> {
    try {
      // A name in other letters' case is the same folder on some disks.
      if (!(await areOneEntry(from, to))) await rm(to, { recursive: true, force: true });
      await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fromSystemError(error, from, 'write');
    }
  }

  private async folderOf(name: string): Promise<string> {
    return hiddenFolder(await this.root(), VERSIONS_FOLDER, name);
  }

  /** @throws LibraryError `not-found` */
  private async fileOf(name: string, id: string): Promise<string> {
    const folder = await this.folderOf(name);
    const files = await namesIn(folder);
    const file = files.find((candidate) => versionFile(candidate)?.id === id);
    if (file === undefined) throw new LibraryError('not-found', { name });
    return join(folder, file);
  }
}

/** @returns undefined where there is no such file */
async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw fromSystemError(error, basename(path), 'read');
  });
}
