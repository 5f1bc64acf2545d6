import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_LABEL, VERSION_REASONS, type VersionDraft, type VersionEntry } from './protocol.ts';
import { fromSystemError, StoreError } from './store-error.ts';
import { versionsToDrop, visibleCharacters } from './version-thinning.ts';
import { writeWhole } from './write-whole.ts';

/** Hidden from the list of speeches. */
const VERSIONS = '.versions';
/** `TIME-xxxx.REASON.txt`: the text; a label is `TIME-xxxx.label` beside it. */
const FILE = /^((\d{1,16})-[0-9a-f]{4})\.([a-z-]+)\.txt$/;

/**
 * Kept states of the speeches of a folder: `.versions/NAME/TIME-xxxx.REASON.txt`, plain text that a person
 * in need can open without us. Names are taken to be checked. Methods throw `StoreError`.
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
    const files = await readdir(folder).catch(() => [] as string[]);
    const entries = await Promise.all(
      files.map(async (file): Promise<VersionEntry | undefined> => {
        const [, id, time, written] = FILE.exec(file) ?? [];
        const reason = VERSION_REASONS.find((known) => known === written);
        if (id === undefined || reason === undefined) return undefined;
        const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
        if (text === undefined) return undefined; // dropped meanwhile
        const label = await readFile(join(folder, `${id}.label`), 'utf8').catch(() => '');
        const characters = visibleCharacters(text);
        return { id, time: Number(time), reason, characters, ...(label && { label }) };
      }),
    );
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
  async keep(name: string, { text, reason, label }: VersionDraft): Promise<VersionEntry> {
    const [newest, ...older] = await this.list(name);
    if (newest && (await this.text(name, newest.id)) === text) {
      if (label) await this.label(name, newest.id, label);
      return { ...newest, ...(label && { label }) };
    }
    const folder = await this.folderOf(name);
    // Never before one that is there: a clock that was set back must not put the newest state last.
    const time = Math.max(this.now(), (newest?.time ?? 0) + 1);
    const id = `${time}-${randomBytes(2).toString('hex')}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeWhole(join(folder, `${id}.${reason}.txt`), new TextEncoder().encode(text), { create: true });
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
    if (label) await this.label(name, id, label);
    const entry = { id, time, reason, characters: visibleCharacters(text), ...(label && { label }) };
    for (const old of versionsToDrop([entry, ...(newest ? [newest] : []), ...older], time))
      await rm(await this.fileOf(name, old), { force: true });
    return entry;
  }

  /** @param label empty takes the name away */
  async label(name: string, id: string, label: string): Promise<void> {
    await this.fileOf(name, id);
    const path = join(await this.folderOf(name), `${id}.label`);
    try {
      await rm(path, { force: true });
      const bytes = new TextEncoder().encode(label.trim().slice(0, MAX_LABEL));
      if (bytes.length > 0) await writeWhole(path, bytes, { create: true });
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
  async bringBack(path: string, name: string): Promise<void> {
    await mkdir(join(await this.root(), VERSIONS), { recursive: true }).catch(() => undefined);
    await this.take(path, await this.folderOf(name));
  }

  private async take(from: string, to: string): Promise<void> {
    try {
      await rm(to, { recursive: true, force: true });
      await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw fromSystemError(error, from, 'write');
    }
  }

  private async folderOf(name: string): Promise<string> {
    return join(await this.root(), VERSIONS, name);
  }

  /** @throws StoreError `not-found` */
  private async fileOf(name: string, id: string): Promise<string> {
    const folder = await this.folderOf(name);
    const files = await readdir(folder).catch(() => [] as string[]);
    const file = files.find((candidate) => FILE.exec(candidate)?.[1] === id);
    if (file === undefined) throw new StoreError('not-found', { name });
    return join(folder, file);
  }
}
