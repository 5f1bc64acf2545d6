import { download } from '../session/download.ts';
import { LinkedFileError } from '../session/linked-file-error.ts';
import { unsavedBytes } from '../session/unsaved-bytes.ts';
import type { Workspace } from '../session/workspace.ts';
import type { Progress } from '../tasks/progress.ts';
import { canKeepFiles, pickFiles, pickPlace } from './file-pickers.ts';
import { LinkedFiles } from './linked-files.ts';

/** What takes files from outside into the library. */
export interface FileReceiver {
  /** @returns the speech's name in the library for each file; undefined for one that was refused */
  addFiles(files: readonly File[], progress: Progress): Promise<readonly (string | undefined)[]>;
}

/**
 * 打开… and 存到我的文件… with the browser's own dialogues, where it has them; elsewhere files are chosen and
 * downloaded as everywhere on the web.
 */
export class LinkedFileActions {
  readonly files = new LinkedFiles();

  constructor(
    private readonly space: Workspace,
    private readonly library: FileReceiver,
  ) {}

  /**
   * Lets the user open files, which are remembered as theirs.
   *
   * @returns false where the browser cannot: files must be chosen another way
   */
  async open(description: string): Promise<boolean> {
    if (!canKeepFiles()) return false;
    const handles = await pickFiles(description);
    const files = await Promise.all(handles.map((handle) => handle.getFile()));
    if (files.length === 0) return true;
    const names = await this.space.tasks.run('work.import', (progress) =>
      this.library.addFiles(files, progress),
    );
    for (const [index, handle] of handles.entries()) {
      const name = names[index];
      if (name !== undefined) await this.files.opened(name, handle, files[index]!);
    }
    return true;
  }

  /** Saves the open speech, also to its linked file if it has one. What was done is announced. */
  async save(over = false): Promise<void> {
    // The one that is open now, whatever is opened while the library answers.
    const { name } = this.space;
    const unsaved = await unsavedBytes(this.space, name);
    if (name === '') return;
    if (!(await this.files.has(name))) {
      if (unsaved === undefined) this.space.notifications.tellOwnFile({ kind: 'kept' });
      return;
    }
    await this.tell(async () => this.files.save(name, unsaved ?? (await this.bytes(name)), over));
  }

  /** Lets the user choose where a speech is saved, and keeps the file. */
  async saveAs(name: string, description: string): Promise<void> {
    // Asked at once: the browser shows its dialogue only shortly after a click or a key.
    const handle = canKeepFiles() ? await pickPlace(name, description) : undefined;
    if (canKeepFiles() && !handle) return; // the user changed their mind
    const bytes = (await unsavedBytes(this.space, name)) ?? (await this.bytes(name));
    if (handle) await this.tell(() => this.files.saveTo(name, handle, bytes));
    else download(name, bytes);
  }

  /** What the library has of a speech. */
  private async bytes(name: string): Promise<Uint8Array> {
    return (await this.space.library.opened).bytes(name);
  }

  private async tell(save: () => Promise<string | undefined>): Promise<void> {
    try {
      const file = await save();
      if (file !== undefined) this.space.notifications.tellOwnFile({ kind: 'saved', file });
    } catch (error) {
      if (!(error instanceof LinkedFileError)) throw error;
      this.space.notifications.tellOwnFile({ kind: 'failed', error });
    }
  }
}
