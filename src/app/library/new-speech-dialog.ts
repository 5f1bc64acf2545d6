import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';

/** Makes the speech; throws what keeps it from being made. */
export type CreateSpeech = (name: string) => Promise<void>;

/** Asks for the name of a new speech and says what is wrong with it. */
@customElement('new-speech-dialog')
export class NewSpeechDialog extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(420px, calc(100vw - 32px)); padding: 22px 24px; border: 1px solid var(--line); border-radius: 14px;
        background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
      }
      dialog::backdrop { background: rgb(30 22 12 / 35%); }
      h2 { margin: 0 0 14px; font-size: 17px; }
      label { display: grid; gap: 6px; color: var(--ink-soft); }
      .field { display: flex; align-items: center; gap: 8px; }
      input { flex: 1; min-width: 0; min-height: 38px; padding: 0 10px; border: 1px solid var(--line-strong); border-radius: var(--round); background: var(--surface); color: var(--ink); }
      .error { margin: 10px 0 0; color: var(--bad); }
      .actions { display: flex; justify-content: flex-end; gap: 8px; margin-top: 18px; }
    `,
  ];

  @state() private error = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input') private readonly input!: HTMLInputElement;

  private readonly words = new LanguageController(this);
  private create: CreateSpeech | undefined;
  private sentence: (error: unknown) => string = String;

  /**
   * @param suggestion without extension
   * @param sentence puts a refusal into words
   */
  open(suggestion: string, create: CreateSpeech, sentence: (error: unknown) => string): void {
    this.create = create;
    this.sentence = sentence;
    this.error = '';
    this.input.value = suggestion;
    this.dialog.showModal();
    this.input.select();
  }

  protected override render() {
    const { t } = this.words;
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submit}>
        <h2 id="title">${t('new.title')}</h2>
        <label>${t('new.name')}
          <span class="field"><input data-testid="new-name" required autocomplete="off" spellcheck="false" aria-describedby="error" />.txt</span>
        </label>
        <p class="error" id="error" role="alert" ?hidden=${this.error === ''}>${this.error || nothing}</p>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t('new.cancel')}</button>
          <button class="button primary" data-testid="new-create">${t('new.create')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.input.value.trim().replace(/\.(txt|md)$/i, '');
    try {
      await this.create?.(`${name}.txt`);
      this.dialog.close();
    } catch (error) {
      this.error = this.sentence(error);
    }
  }
}
