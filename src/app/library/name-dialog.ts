import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { dialogStyles } from '../ui/dialog.ts';

/** What a name is asked for. */
export interface NameQuestion {
  readonly title: string;
  readonly label: string;
  /** Shown behind the field, not part of the name: `.txt`. */
  readonly extension?: string;
  readonly suggestion: string;
  /** Characters; more cannot be typed. */
  readonly longest?: number;
  /** Label of the button that does it. */
  readonly action: string;
  /** Carries out the action; its error is shown, and the dialogue stays open. */
  readonly take: (name: string) => Promise<void>;
  /** Puts a refusal into words. */
  readonly sentence: (error: unknown) => string;
}

/** Asks for one name. */
@customElement('name-dialog')
export class NameDialog extends LitElement {
  static override styles = [controls, dialogStyles];

  @state() private error = '';
  @state() private question: NameQuestion | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input') private readonly input!: HTMLInputElement;

  private readonly words = new LanguageController(this);

  async ask(question: NameQuestion): Promise<void> {
    this.question = question;
    this.error = '';
    await this.updateComplete;
    this.input.value = question.suggestion;
    if (!this.dialog.open) this.dialog.showModal();
    this.input.select();
  }

  protected override render() {
    const { t } = this.words;
    const { question } = this;
    return html`<dialog aria-labelledby="title" data-testid="name-dialog">
      <form @submit=${this.submit}>
        <h2 id="title">${question?.title}</h2>
        <label class="field">${question?.label}
          <span><input data-testid="name-field" required autocomplete="off" spellcheck="false"
            maxlength=${question?.longest ?? nothing} aria-describedby="error" />${question?.extension}</span>
        </label>
        <p class="error" id="error" role="alert" ?hidden=${this.error === ''}>${this.error || nothing}</p>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t('new.cancel')}</button>
          <button class="button primary" data-testid="name-take">${question?.action}</button>
        </div>
      </form>
    </dialog>`;
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const { question } = this;
    if (!question) return;
    try {
      await question.take(this.input.value.trim());
      this.dialog.close();
    } catch (error) {
      this.error = question.sentence(error);
    }
  };
}
