import type { SampleFile } from '../../library/browser/browser-library.ts';
import { freeFileName, splitName } from '../../library/free-name.ts';
import { LibraryError } from '../../library/library-error.ts';
import { speechNameProblem } from '../../library/speech-name.ts';
import { pictureType } from '../../text/media-types.ts';
import { type AddedFile, addFile, bytesOf } from '../session/incoming-files.ts';
import { moveLeftOut } from '../session/left-out-pieces.ts';
import { forgetPackChoices, movePackChoices } from '../session/pack-choices.ts';
import { moveRepairChoices } from '../session/repair-choices.ts';
import { unsavedBytes } from '../session/unsaved-bytes.ts';
import type { Workspace } from '../session/workspace.ts';
import { NO_PROGRESS, type Progress } from '../tasks/progress.ts';
import type { Unpacked } from './library-archive.ts';
import { unsavedOverlay } from './unsaved-overlay.ts';

/** Actions of the list on speeches, the open one included. @throws LibraryError, from every method */
export class LibraryActions {
  /** Resolves when the last action has ended: one runs at a time. */
  private turn = Promise.resolve();

  /** @param renamed called for data kept by the speech's name; `to` undefined: the speech was removed */
  constructor(
    private readonly space: Workspace,
    private readonly renamed: (name: string, to: string | undefined) => Promise<void> = async () => undefined,
  ) {}

  /** @param to with extension; the open speech stays open under its new name */
  rename(name: string, to: string): Promise<void> {
    return this.inTurn(() => this.renameNow(name, to));
  }

  /** Puts a speech away. If it is open, the one beside it is opened. */
  remove(name: string): Promise<void> {
    return this.inTurn(() => this.removeNow(name));
  }

  /** One after the other: which speech is open, and which stands beside it, is known when the one before has ended. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async renameNow(name: string, to: string): Promise<void> {
    const { library: controller } = this.space;
    if (name === to) return;
    const problem = speechNameProblem(to);
    if (problem) throw new LibraryError(problem, { name: to });
    const library = await controller.opened;
    const open = name === this.space.name;
    if (open) await this.space.release();
    try {
      await library.rename(name, to);
      this.space.renamed(name, to);
      moveRepairChoices(name, to);
      moveLeftOut(name, to);
      movePackChoices(name, to);
      await this.renamed(name, to);
    } catch (error) {
      if (open) await this.space.open(name, true);
      throw error;
    }
    await controller.refresh();
    if (open) await this.space.open(to);
  }

  /**
   * A copy of a speech, of the open one as it is in view.
   *
   * @param copyName the stem of a copy, from the stem of the original
   */
  async duplicate(name: string, copyName: (stem: string) => string): Promise<void> {
    const { library: controller } = this.space;
    const { stem, extension } = splitName(name);
    const unsaved = await unsavedBytes(this.space, name);
    const copy = freeFileName(controller.names, copyName(stem) + extension);
    const library = await controller.opened;
    if (unsaved) await library.addFile(copy, unsaved);
    else await library.duplicate(name, copy);
    await controller.refresh();
    await this.space.open(copy);
  }

  private async removeNow(name: string): Promise<void> {
    const { library: controller } = this.space;
    const { names } = controller;
    const at = names.indexOf(name);
    const open = name === this.space.name;
    if (open) await this.space.release();
    try {
      await controller.remove(name);
    } catch (error) {
      if (open) await this.space.open(name, true);
      throw error;
    }
    forgetPackChoices(name);
    await this.renamed(name, undefined);
    if (!open) return;
    const next = names[at + 1] ?? names[at - 1];
    if (next === undefined) this.space.clear();
    else await this.space.open(next);
  }

  /** Brings a removed speech back and opens it. */
  restore(id: string): Promise<void> {
    // A removal that is not done would open the one beside it afterwards.
    return this.inTurn(async () => this.space.open(await this.space.library.restore(id)));
  }

  /**
   * Files from outside become speeches, archives give what is in them; the last is opened. One that is refused does not keep the
   * others out: `refused` of the workspace says which and why. Where the user wants no more of it, what is in stays in.
   *
   * @returns the name of the speech each file became; none for an archive and what was refused
   */
  async addFiles(
    files: readonly File[],
    progress: Progress = NO_PROGRESS,
  ): Promise<readonly (string | undefined)[]> {
    const { library: controller } = this.space;
    const library = await controller.opened;
    const refused: { name: string; error: unknown }[] = [];
    const added: AddedFile[] = [];
    const given: (string | undefined)[] = [];
    const archives: Unpacked[] = [];
    for (const [index, file] of files.entries()) {
      if (!(await progress.report(index, files.length))) break;
      try {
        if (/\.zip$/i.test(file.name)) {
          const { unpackLibrary } = await import('./library-archive.ts');
          const unpacked = await unpackLibrary(library, await bytesOf(file), progress);
          if (!unpacked) break;
          archives.push(unpacked);
          await controller.refresh();
        } else {
          const taken = [...controller.names, ...added.map(({ name }) => name)];
          const speech = await addFile(library, file, taken, progress);
          if (!speech) break;
          added.push(speech);
          given[index] = speech.name;
        }
      } catch (error) {
        refused.push({ name: file.name, error });
      }
    }
    await controller.refresh();
    const last = [...archives.flatMap(({ speeches }) => speeches), ...added.map(({ name }) => name)].at(-1);
    if (last) await this.space.open(last);
    const diagnostics = [...archives, ...added].flatMap((file) => file.diagnostics);
    refused.push(...archives.flatMap((archive) => archive.refused));
    const sum = (count: (archive: Unpacked) => number) =>
      archives.reduce((total, archive) => total + count(archive), 0);
    const imported = {
      speeches: sum(({ speeches }) => speeches.length),
      pictures: sum(({ pictures }) => pictures),
      same: sum(({ same }) => same),
    };
    this.space.notifications.tellAdded(diagnostics, refused, archives.length > 0 ? imported : undefined);
    return given;
  }

  /** Everything as one .zip, the open speech as it is in view. @returns undefined when the user wanted no more of it */
  async pack(progress: Progress = NO_PROGRESS): Promise<Blob | undefined> {
    const { name } = this.space;
    const unsaved = await unsavedBytes(this.space, name);
    const { packLibrary } = await import('./library-archive.ts');
    const library = await this.space.library.opened;
    return packLibrary(unsaved ? await unsavedOverlay(library, name, unsaved) : library, progress);
  }

  /** A sample becomes a speech of this library, with its pictures where there are none of their names. */
  async createFromSample(name: string, sample: SampleFile, all: readonly SampleFile[]): Promise<void> {
    const { library: controller } = this.space;
    const library = await controller.opened;
    await library.addFile(name, sample.bytes);
    const there = new Set(await library.pictures());
    for (const picture of all)
      if (pictureType(picture.name) && !there.has(picture.name))
        await library.addFile(picture.name, picture.bytes);
    await controller.refresh();
    await this.space.open(name);
  }
}
