import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expiryOf } from '../../library/expiry.ts';
import { freeFileName } from '../../library/free-name.ts';
import { fromSystemError, LibraryError } from '../../library/library-error.ts';
import type { RemovedSpeech } from '../../library/protocol.ts';
import { speechNameProblem } from '../../library/speech-name.ts';
import type { FolderLock } from './folder-lock.ts';
import type { FolderVersions } from './folder-versions.ts';
import { hiddenFolder, namesIn } from './hidden-folder.ts';
import { moveFile } from './move-file.ts';
import { TRASH, TRASH_ID, whileRecorded } from './unfinished-moves.ts';

/** Beside a removed speech: when it was first found due to go, ms since 1970. No speech can be called so. */
const DUE = 'due';

/**
 * Speeches that were put away: `.trash/TIME-xxxxxxxx/NAME`, with their versions beside them in `.versions`.
 * Whenever one looks, or puts one more away, those that are due ({@link expiryOf}) go for good. Methods throw `LibraryError`.
 */
export class FolderTrash {
  /**
   * @param root real path of the folder of speeches
   * @param lock held by {@link restore} and {@link forget}; the caller of {@link put} holds it
   * @param titleOf a title for the list
   * @param now ms since 1970
   */
  constructor(
    private readonly root: () => Promise<string>,
    private readonly lock: FolderLock,
    private readonly versions: FolderVersions,
    private readonly titleOf: (bytes: Uint8Array) => string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Newest first. */
  async list(): Promise<RemovedSpeech[]> {
    const trash = await hiddenFolder(await this.root(), TRASH);
    const found: RemovedSpeech[] = [];
    for (const id of await namesIn(trash)) {
      const time = TRASH_ID.exec(id)?.[1];
      if (time === undefined) continue;
      const removed = Number(time);
      if (await this.expires(join(trash, id, DUE), removed))
        await rm(join(trash, id), { recursive: true, force: true });
      else {
        const name = await this.nameIn(id).catch((error: LibraryError) => {
          if (error.code === 'not-found') return undefined;
          throw error;
        });
        if (name === undefined) continue;
        const bytes = await readFile(join(trash, id, name)).catch(() => new Uint8Array());
        found.push({ id, name, title: this.titleOf(bytes), removed });
      }
    }
    return found.sort((a, b) => b.removed - a.removed);
  }

  /** Whether it goes for good now; records when it was first found due. */
  private async expires(mark: string, removed: number): Promise<boolean> {
    const due = Number(await readFile(mark, 'utf8').catch(() => '')) || undefined;
    const expiry = expiryOf(removed, due, this.now());
    // Where nothing can be written, nothing is deleted either.
    if (expiry === 'mark') await writeFile(mark, String(this.now())).catch(() => undefined);
    if (expiry === 'unmark') await rm(mark, { force: true }).catch(() => undefined);
    return expiry === 'delete';
  }

  /** @param name a speech of the folder */
  async put(name: string): Promise<RemovedSpeech> {
    const root = await this.root();
    await this.list();
    const removed = this.now();
    const id = `${removed}-${randomBytes(4).toString('hex')}`;
    const place = await hiddenFolder(root, TRASH, id);
    const [open, away] = [join(root, name), join(place, name)];
    try {
      const title = this.titleOf(await readFile(open));
      await whileRecorded(root, { kind: 'remove', name, id }, async () => {
        await mkdir(place, { recursive: true });
        await moveFile(open, away);
        await this.versions
          .move(name, { path: join(place, '.versions') })
          .catch((error: unknown) => moveBack(away, open, error));
      });
      return { id, name, title, removed };
    } catch (error) {
      // Only where it is empty: a speech that could not go back is in the bin.
      await rmdir(place).catch(() => undefined);
      throw fromSystemError(error, name, 'write');
    }
  }

  /** @returns the name it has now: another one where its own is taken */
  restore(id: string): Promise<string> {
    return this.lock.hold(() => this.restoreNow(id));
  }

  private async restoreNow(id: string): Promise<string> {
    const name = await this.nameIn(id);
    const root = await this.root();
    const place = await hiddenFolder(root, TRASH, id);
    try {
      const back = freeFileName(await readdir(root), name);
      const [away, open] = [join(place, name), join(root, back)];
      await whileRecorded(root, { kind: 'restore', name, id, to: back }, async () => {
        await moveFile(away, open);
        await this.versions
          .restore(join(place, '.versions'), back)
          .catch((error: unknown) => moveBack(open, away, error));
        await rm(place, { recursive: true, force: true });
      });
      return back;
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
  }

  forget(id: string): Promise<void> {
    return this.lock.hold(() => this.forgetNow(id));
  }

  private async forgetNow(id: string): Promise<void> {
    const name = await this.nameIn(id);
    const root = await this.root();
    try {
      const place = await hiddenFolder(root, TRASH, id);
      await whileRecorded(root, { kind: 'forget', name, id }, () => rm(place, { recursive: true }));
    } catch (error) {
      throw fromSystemError(error, name, 'write');
    }
  }

  /** @throws LibraryError `not-found` */
  private async nameIn(id: string): Promise<string> {
    const files = TRASH_ID.test(id) ? await namesIn(await hiddenFolder(await this.root(), TRASH, id)) : [];
    const name = files.find((file) => speechNameProblem(file) === undefined);
    if (name === undefined) throw new LibraryError('not-found', { name: id });
    return name;
  }
}

/** A move whose second half failed: the speech goes where it was, if it can. @throws why it failed */
async function moveBack(from: string, to: string, error: unknown): Promise<never> {
  await moveFile(from, to).catch(() => undefined);
  throw error;
}
