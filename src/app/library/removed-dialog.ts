import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { KEPT_DAYS, type RemovedSpeech } from '../../library/protocol.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { dialogStyles } from '../ui/dialog.ts';

/** What the dialogue does with the library. */
export interface RemovedActions {
  list(): Promise<readonly RemovedSpeech[]>;
  restore(id: string): Promise<void>;
  forget(id: string): Promise<void>;
  /** Tells what was refused. */
  failed(error: unknown): void;
}

/** Removed speeches: restores one, or deletes it for good. */
@customElement('removed-dialog')
export class RemovedDialog extends LitElement {
  static override styles = [
    controls,
    dialogStyles,
    css`
      :host { --dialog-width: 540px; }
      ul { list-style: none; margin: 0; padding: 0; max-height: 50vh; overflow-y: auto; border-block: 1px solid var(--line); }
      li { display: flex; align-items: center; gap: 10px; padding: 9px 2px; }
      li + li { border-top: 1px solid var(--line); }
      .what { flex: 1; min-width: 0; }
      .title, .name { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .name { font-size: 12px; color: var(--ink-faint); }
      .danger { color: var(--bad); }
      .empty { margin: 0; padding: 18px 0; color: var(--ink-soft); text-align: center; }
    `,
  ];

  /** Undefined until they are known. */
  @state() private removed: readonly RemovedSpeech[] | undefined;
  /** Asked once already whether it may go for good. */
  @state() private sure = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly words = new LanguageController(this);
  /** Counts the questions for the list. */
  private reading = 0;
  private actions: RemovedActions | undefined;

  async open(actions: RemovedActions): Promise<void> {
    this.actions = actions;
    this.sure = '';
    this.removed = undefined;
    // The rows of last time are gone before one of them is given the keyboard.
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    await this.refresh();
  }

  protected override render() {
    const { t } = this.words;
    return html`<dialog aria-labelledby="title" data-testid="removed-dialog">
      <h2 id="title">${t('removed.title')}</h2>
      <p class="hint">${t('removed.hint', { days: KEPT_DAYS })}</p>
      ${
        !this.removed
          ? html`<p class="empty reading" role="status">${t('list.reading')}</p>`
          : this.removed.length === 0
            ? html`<p class="empty">${t('removed.empty')}</p>`
            : html`<ul>${this.removed.map(this.row)}</ul>`
      }
      <div class="actions"><button class="button" @click=${() => this.dialog.close()}>${t('app.close')}</button></div>
    </dialog>`;
  }

  private readonly row = ({ id, name, title, removed }: RemovedSpeech) => {
    const { t, language } = this.words;
    const time = new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(removed);
    const shown = title || name;
    return html`<li data-name=${name}>
      <span class="what"><span class="title">${shown}</span>
        <span class="name">${t('removed.row', { name, time })}</span></span>
      <button class="button small" aria-label=${t('removed.restore.label', { name: shown })}
        @click=${() => this.act((actions) => actions.restore(id))}>${t('removed.restore')}</button>
      <button class="button small quiet danger" aria-label=${
        this.sure === id ? t('removed.forget.sure') : t('removed.forget.label', { name: shown })
      }
        @click=${() => this.forget(id)}>${t(this.sure === id ? 'removed.forget.sure' : 'removed.forget')}</button>
    </li>`;
  };

  private forget(id: string): void {
    if (this.sure !== id) this.sure = id;
    else void this.act((actions) => actions.forget(id));
  }

  private async act(what: (actions: RemovedActions) => Promise<void>): Promise<void> {
    if (!this.actions) return;
    try {
      await what(this.actions);
    } catch (error) {
      this.dialog.close();
      this.actions.failed(error);
    }
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const number = ++this.reading;
    try {
      const removed = (await this.actions?.list()) ?? [];
      // An older answer that comes late would put a row back.
      if (number === this.reading) this.removed = removed;
    } catch (error) {
      if (number !== this.reading) return;
      this.dialog.close();
      this.actions?.failed(error);
    }
  }
}
