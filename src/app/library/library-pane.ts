import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Samples } from '../../library/browser/samples.ts';
import { splitName } from '../../library/free-name.ts';
import {
  MAX_LABEL,
  type RemovedSpeech,
  type SpeechListing,
  type VersionEntry,
} from '../../library/protocol.ts';
import { renameSuggestion } from '../../library/speech-name.ts';
import { nextTask } from '../../page/scheduling.ts';
import { currentLanguage, LanguageController } from '../i18n/language-controller.ts';
import { MESSAGES } from '../i18n/messages.ts';
import { LinkedFileActions } from '../linked-files/linked-file-actions.ts';
import { errorMessage } from '../messages/error-message.ts';
import { download } from '../session/download.ts';
import type { Workspace } from '../session/workspace.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import { SpeechVersions } from '../versions/speech-versions.ts';
import type { VersionsDialog } from '../versions/versions-dialog.ts';
import { LibraryActions } from './library-actions.ts';
import type { NameDialog } from './name-dialog.ts';
import type { NewSpeechDialog, Start } from './new-speech-dialog.ts';
import type { RemovedDialog } from './removed-dialog.ts';
import type { SpeechList, SpeechWish } from './speech-list.ts';
import '../versions/versions-dialog.ts';
import './name-dialog.ts';
import './new-speech-dialog.ts';
import './removed-dialog.ts';
import './speech-list.ts';

const sentence = (error: unknown) => errorMessage(error, currentLanguage());

/**
 * The list of speeches and everything it asks: it opens, begins, renames, copies, removes and takes in files.
 * Fires `speech-opening` when the text should come to the front.
 */
@customElement('library-pane')
export class LibraryPane extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; }
      input { display: none; }
      .removed {
        display: grid; grid-template-columns: minmax(0, 1fr) auto auto; align-items: center; gap: 4px; padding: 7px 6px 7px 16px;
        border-top: 1px solid var(--line); background: var(--surface-sunk); font-size: 13px;
      }
      .removed p { margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .close { width: 28px; padding: 0; }
    `,
  ];

  @property({ attribute: false }) space!: Workspace;
  @property({ attribute: false }) listing: SpeechListing | undefined;
  @property() current = '';
  @property({ attribute: 'current-title' }) currentTitle = '';
  /** The speech just removed; the element is drawn again when it changes. */
  @property({ attribute: false }) removed: RemovedSpeech | undefined;

  @query('input[multiple]') private readonly files!: HTMLInputElement;
  @query('input[accept=".zip"]') private readonly archives!: HTMLInputElement;
  @query('speech-list') private readonly list!: SpeechList;
  @query('new-speech-dialog') private readonly newDialog!: NewSpeechDialog;
  @query('versions-dialog') private readonly versionsDialog!: VersionsDialog;
  @query('name-dialog') private readonly nameDialog!: NameDialog;
  @query('removed-dialog') private readonly removedDialog!: RemovedDialog;

  private readonly words = new LanguageController(this);
  private readonly samples = new Samples();
  private doing: { readonly actions: LibraryActions; readonly own: LinkedFileActions } | undefined;

  private get actions(): LibraryActions {
    return this.both.actions;
  }

  private get own(): LinkedFileActions {
    return this.both.own;
  }

  /** Made when they are first needed: the workspace comes as a property. */
  private get both() {
    if (this.doing) return this.doing;
    const actions = new LibraryActions(this.space, (name, to) => own.files.renamed(name, to));
    const own = new LinkedFileActions(this.space, actions);
    this.doing = { actions, own };
    return this.doing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('dragover', dragged);
    addEventListener('drop', this.dropped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('dragover', dragged);
    removeEventListener('drop', this.dropped);
  }

  protected override render() {
    return html`
      <speech-list data-testid="speech-list" .listing=${this.listing} current=${this.current} current-title=${this.currentTitle}
        .search=${async (words: string) => (await this.space.library.opened).search(words)}
        @speech-chosen=${(event: CustomEvent<string>) => this.open(event.detail)}
        @speech-asked=${(event: CustomEvent<SpeechWish>) => void this.wished(event.detail)}
        @new-speech=${() => this.newSpeech()} @open-files=${() => void this.openFiles()}
        @list-asked=${(event: CustomEvent<string>) => void this.listAsked(event.detail)}></speech-list>
      ${this.removedNotice()}
      <input type="file" multiple accept=".txt,.md,.docx,.html,.htm,.mht,.mhtml,.zip" data-testid="open-files" tabindex="-1"
        aria-hidden="true" @change=${this.filesChosen} />
      <input type="file" accept=".zip" data-testid="open-archive" tabindex="-1" aria-hidden="true" @change=${this.filesChosen} />
      <new-speech-dialog></new-speech-dialog>
      <versions-dialog></versions-dialog>
      <name-dialog></name-dialog>
      <removed-dialog></removed-dialog>
    `;
  }

  /** Where the speech was: in the list, not over the text of another. */
  private removedNotice() {
    const { t } = this.words;
    const { library } = this.space;
    const { removed } = this;
    if (!removed) return nothing;
    const sentence = t('removed.bar', { name: removed.title || removed.name });
    return html`<div class="removed" data-testid="removed-bar">
      <p role="status" title=${sentence}>${sentence}</p>
      <button class="button small" data-testid="removed-undo" @click=${() => void this.undoRemoval()}>${t('removed.undo')}</button>
      <button class="button small quiet close" aria-label=${t('app.close')} title=${t('app.close')}
        @click=${() => library.tell(undefined)}>${icons.close}</button>
    </div>`;
  }

  /** Asks how a new speech begins. @param start the way that is chosen until the user chooses another */
  readonly newSpeech = (start: Start = 'blank'): void => {
    const { space, actions } = this;
    this.newDialog.open({
      suggest: (stem) => space.suggestName(stem),
      create: (name, text) => space.create(name, text),
      begun: () => this.dispatchEvent(new CustomEvent('speech-opening', { detail: 'write', bubbles: true })),
      samples: () => this.samples.all(),
      createFromSample: (name, sample, all) => actions.createFromSample(name, sample, all),
      chooseFiles: () => void this.openFiles(),
      sentence,
      start,
    });
  };

  /** Files from outside become speeches. */
  async addFiles(files: readonly File[]): Promise<void> {
    await this.try(async () => {
      await this.space.tasks.run('work.import', (progress) => this.actions.addFiles(files, progress));
    });
    // The result is announced by the notification bars.
    this.dispatchEvent(new CustomEvent('speech-opening', { detail: 'read', bubbles: true }));
  }

  /** Saves the open speech, also to the user's own file. @param over also over what another program wrote there */
  async save(over = false): Promise<void> {
    await this.try(() => this.own.save(over));
  }

  /** Lets the user choose a file of their own for a speech; without a name for the open one. */
  async saveAs(name = this.space.name): Promise<void> {
    if (name !== '') await this.try(() => this.own.saveAs(name, this.words.t('own.kind.text')));
  }

  /** Lets the user choose files that become speeches. */
  async openFiles(): Promise<void> {
    await this.try(async () => {
      if (!(await this.own.open(this.words.t('own.kind')))) this.files.click();
    });
  }

  private async undoRemoval(): Promise<void> {
    const { library } = this.space;
    const removed = library.justRemoved;
    if (!removed) return;
    // Asked for once.
    library.tell(undefined);
    await this.try(() =>
      this.actions.restore(removed.id).catch((error: unknown) => {
        library.tell(removed);
        throw error;
      }),
    );
  }

  private open(name: string): void {
    this.dispatchEvent(new CustomEvent('speech-opening', { detail: 'read', bubbles: true }));
    void this.space.open(name);
  }

  private async wished({ what, name }: SpeechWish): Promise<void> {
    const { t } = this.words;
    if (what === 'duplicate')
      await this.try(() => this.actions.duplicate(name, (stem) => t('list.copy', { name: stem })));
    else if (what === 'remove') await this.try(() => this.actions.remove(name));
    else if (what === 'rename') await this.askName(name);
    else if (what === 'save-as') await this.saveAs(name);
    else if (what === 'versions') await this.try(() => this.showVersions(name));
  }

  private async askName(name: string): Promise<void> {
    const { t } = this.words;
    const { stem, extension } = splitName(name);
    const title = name === this.current ? this.currentTitle : '';
    await this.nameDialog.ask({
      title: t('rename.title'),
      label: t('new.name'),
      extension,
      suggestion: renameSuggestion(stem, title, Object.values(MESSAGES['new.default'])),
      action: t('rename.do'),
      take: async (wanted) => {
        const to = wanted.toLowerCase().endsWith(extension) ? wanted : wanted + extension;
        await this.actions.rename(name, to);
        // Behind the dialogue, which gives the keyboard back to a row that is no more.
        void nextTask().then(() => this.list.focusOn(to));
      },
      sentence,
    });
  }

  private async showVersions(name: string): Promise<void> {
    const { space } = this;
    if (name !== space.name) await space.open(name);
    if (name !== space.name) return; // could not be opened, and that is announced
    const versions = new SpeechVersions(space);
    await this.versionsDialog.open({
      title: this.currentTitle || name,
      list: () => versions.list(),
      difference: (id) => versions.difference(id),
      restore: (version) => versions.restore(version),
      askName: (version) => void this.askVersionName(versions, version),
    });
  }

  private async askVersionName(versions: SpeechVersions, version: VersionEntry | undefined): Promise<void> {
    const { t } = this.words;
    await this.nameDialog.ask({
      title: t(version ? 'versions.name' : 'versions.keep'),
      label: t('versions.label'),
      suggestion: version?.label ?? '',
      longest: MAX_LABEL,
      action: t('rename.do'),
      take: async (label) => {
        await (version ? versions.name(version.id, label) : versions.keep(label));
        await this.versionsDialog.refresh();
      },
      sentence,
    });
  }

  private async listAsked(what: string): Promise<void> {
    if (what === 'removed') await this.showRemoved();
    else if (what === 'import') this.archives.click();
    else if (what === 'export') await this.try(() => this.exportAll());
  }

  private async exportAll(): Promise<void> {
    const packed = await this.space.tasks.run('work.export', (progress) => this.actions.pack(progress));
    if (!packed) return;
    const date = new Intl.DateTimeFormat('sv').format(Date.now());
    download(`${this.words.t('archive.name', { date })}.zip`, packed);
  }

  private async showRemoved(): Promise<void> {
    const library = await this.space.library.opened;
    await this.removedDialog.open({
      list: () => library.removed(),
      restore: (id) => this.actions.restore(id),
      forget: (id) => library.forget(id),
      failed: (error) => this.space.notifications.refuse(error),
    });
  }

  private readonly filesChosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    if (files.length > 0) void this.addFiles(files);
  };

  private readonly dropped = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void this.addFiles([...event.dataTransfer.files]);
  };

  private async try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.space.notifications.refuse(error);
    }
  }
}

/** A file dropped beside the editor must not make the browser leave the page. */
function dragged(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}
