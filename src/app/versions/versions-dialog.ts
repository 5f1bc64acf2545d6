import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { VersionEntry } from '../../library/protocol.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { errorMessage } from '../messages/error-message.ts';
import { controls } from '../ui/controls.ts';
import { dialogStyles } from '../ui/dialog.ts';
import { icons } from '../ui/icons.ts';
import type { Difference } from './version-difference.ts';
import { versionsLook } from './versions-styles.ts';
import './difference-view.ts';

/** What the dialogue does with the open speech. Its methods reject with the library's refusals. */
export interface VersionActions {
  readonly title: string;
  list(): Promise<readonly VersionEntry[]>;
  /** How the version became the text as it is now. */
  difference(id: string): Promise<Difference>;
  restore(version: VersionEntry): Promise<void>;
  /** Asks for a name of the text as it is now, or of a version. Resolves when it has been given. */
  askName(version?: VersionEntry): void;
}

/** Kept states of a speech: what has changed since, and the way back. */
@customElement('versions-dialog')
export class VersionsDialog extends LitElement {
  static override styles = [controls, dialogStyles, versionsLook];

  /** Undefined until they are known. */
  @state() private versions: readonly VersionEntry[] | undefined;
  @state() private chosen = '';
  @state() private difference: Difference | undefined;
  @state() private error: unknown;
  @state() private actions: VersionActions | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Counts the questions for the list. */
  private reading = 0;
  private readonly words = new LanguageController(this);

  async open(actions: VersionActions): Promise<void> {
    this.actions = actions;
    this.chosen = '';
    this.versions = undefined;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    await this.refresh();
  }

  /** Reads the list again: a version was added or named. */
  async refresh(): Promise<void> {
    this.error = undefined;
    const number = ++this.reading;
    try {
      const versions = (await this.actions?.list()) ?? [];
      // An older list that comes late, or that of another speech.
      if (number !== this.reading) return;
      this.versions = versions;
      const there = versions.some(({ id }) => id === this.chosen);
      await this.choose(there ? this.chosen : (versions[0]?.id ?? ''));
    } catch (error) {
      if (number === this.reading) this.error = error;
    }
  }

  protected override render() {
    const { t, language } = this.words;
    const version = this.versions?.find(({ id }) => id === this.chosen);
    return html`<dialog aria-labelledby="title" data-testid="versions-dialog">
      <header>
        <h2 id="title">${t('versions.title', { name: this.actions?.title ?? '' })}</h2>
        <button class="button small" data-testid="version-keep" @click=${() => this.actions?.askName()}>${icons.plus}${t('versions.keep')}</button>
        <button class="button small quiet close" aria-label=${t('app.close')} title=${t('app.close')}
          @click=${() => this.dialog.close()}>${icons.close}</button>
      </header>
      <p class="hint">${t('versions.hint')}</p>
      ${this.error ? html`<p class="error" role="alert">${errorMessage(this.error, language)}</p>` : nothing}
      ${
        !this.versions
          ? this.error
            ? nothing
            : html`<p class="empty reading" role="status">${t('list.reading')}</p>`
          : this.versions.length === 0
            ? html`<p class="empty">${t('versions.empty')}</p>`
            : html`<div class="halves">
              <ul aria-label=${t('versions.list')} @keydown=${this.keyed}>${this.versions.map(this.row)}</ul>
              <section aria-label=${t('versions.changes')}>
                ${this.difference ? html`<difference-view .difference=${this.difference}></difference-view>` : nothing}
              </section>
            </div>`
      }
      ${version ? this.foot(version) : nothing}
    </dialog>`;
  }

  private foot(version: VersionEntry) {
    const { t, number } = this.words;
    const { added = 0, removed = 0, same } = this.difference ?? {};
    const counts =
      added + removed === 0
        ? t('versions.breaks')
        : t('versions.counts', { added: number(added), removed: number(removed) });
    return html`<footer>
      <p role="status" data-testid="version-counts">${
        same === undefined ? nothing : same ? t('versions.same') : counts
      }</p>
      <button class="button" data-testid="version-name" @click=${() => this.actions?.askName(version)}>${t(
        version.label ? 'versions.rename' : 'versions.name',
      )}</button>
      <button class="button primary" data-testid="version-restore" ?disabled=${same !== false}
        @click=${() => void this.restore(version)}>${t('versions.restore')}</button>
    </footer>`;
  }

  private readonly row = (version: VersionEntry) => {
    const { t, language, number } = this.words;
    const { id, time, reason, label, characters } = version;
    const when = new Intl.DateTimeFormat(language, {
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(time);
    return html`<li><button class="version" data-version=${id} aria-current=${id === this.chosen ? 'true' : nothing}
      @click=${() => void this.choose(id)}>
      <span class="when">${when}</span>
      <span class=${label ? 'label' : 'reason'}>${label ?? t(`versions.reason.${reason}`)}</span>
      <span class="size">${t('count.characters', { count: number(characters) })}</span>
    </button></li>`;
  };

  private async choose(id: string): Promise<void> {
    this.chosen = id;
    this.difference = undefined;
    if (id === '') return;
    try {
      const difference = await this.actions?.difference(id);
      if (this.chosen === id) this.difference = difference;
    } catch (error) {
      if (this.chosen === id) this.error = error;
    }
  }

  private readonly keyed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = this.versions?.findIndex(({ id }) => id === this.chosen) ?? -1;
    const next = this.versions?.[at + step];
    if (!next) return;
    void this.choose(next.id);
    this.renderRoot.querySelector<HTMLElement>(`[data-version="${next.id}"]`)?.focus();
  };

  private async restore(version: VersionEntry): Promise<void> {
    try {
      await this.actions?.restore(version);
      this.dialog.close();
    } catch (error) {
      this.error = error;
    }
  }
}
