import type { VersionEntry } from '../../library/protocol.ts';
import type { Workspace } from '../session/workspace.ts';
import type { Difference } from './version-difference.ts';

/**
 * What the open speech does with its versions. Methods reject with the library's refusals. Once another speech is open,
 * nothing here touches that one.
 */
export class SpeechVersions {
  private readonly session: Workspace['session'];
  private readonly speech: string;

  constructor(private readonly space: Workspace) {
    this.session = space.session;
    this.speech = space.name;
  }

  /** With what the last edit had kept, however slow the library is. */
  async list(): Promise<readonly VersionEntry[]> {
    if (this.isOpen) await this.space.versions?.settled();
    return (await this.space.library.opened).versions(this.speech);
  }

  /** How the version became the text as it is now. */
  async difference(id: string): Promise<Difference> {
    const [before, { textChanges }] = await Promise.all([this.text(id), import('./version-difference.ts')]);
    return textChanges(before, this.space.text);
  }

  /** Keeps the text as it is now under a name. */
  async keep(label: string): Promise<void> {
    if (this.isOpen) await this.space.versions?.keep('named', label);
  }

  /** @param label empty: no name */
  async name(id: string, label: string): Promise<void> {
    await (await this.space.library.opened).nameVersion(this.speech, id, label);
  }

  /** The version's text takes the place of the present one, which is kept as a version and by undo. */
  async restore(version: VersionEntry): Promise<void> {
    const text = await this.text(version.id);
    // Repeated until the kept text is the replaced one: the file may change meanwhile.
    for (let kept: string | undefined; this.isOpen && kept !== this.space.text; ) {
      kept = this.space.text;
      await this.space.versions?.keep('before-restore');
    }
    if (this.isOpen) this.space.goBackTo(text, version.time);
  }

  private get isOpen(): boolean {
    return this.session === this.space.session;
  }

  private async text(id: string): Promise<string> {
    return (await this.space.library.opened).versionText(this.speech, id);
  }
}
