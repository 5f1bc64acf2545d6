import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { SampleFile } from '../../library/browser/browser-library.ts';
import { splitName } from '../../library/free-name.ts';
import { nameFromText, speechNameProblem } from '../../library/speech-name.ts';
import { decodeSpeech } from '../../library/text-bytes.ts';
import { guessTitle } from '../../library/title-guess.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { dialogStyles } from '../ui/dialog.ts';

const STARTS = ['blank', 'paste', 'sample'] as const;
export type Start = (typeof STARTS)[number];

/** Actions of the dialogue. Their errors are shown, and the dialogue stays open. */
export interface NewSpeechActions {
  /** A free name like this one, without extension. */
  suggest(stem: string): string;
  create(name: string, text: string): Promise<void>;
  /** The sample speeches and their pictures. */
  samples(): Promise<readonly SampleFile[]>;
  /** Makes a speech of a sample's bytes, with the pictures beside it. */
  createFromSample(name: string, sample: SampleFile, all: readonly SampleFile[]): Promise<void>;
  /** The speech is there and the dialogue gone. */
  begun(start: Start): void;
  /** Lets the user choose files instead. */
  chooseFiles(): void;
  /** Puts a refusal into words. */
  sentence(error: unknown): string;
  /** The way that is chosen until the user chooses another. */
  readonly start: Start;
}

/** Begins a speech: blank, from a pasted text, or from a sample; says what is wrong with its name. */
@customElement('new-speech-dialog')
export class NewSpeechDialog extends LitElement {
  static override styles = [
    controls,
    dialogStyles,
    css`
      :host { --dialog-width: 500px; }
      fieldset { margin: 0 0 16px; padding: 0; border: 0; display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; }
      legend { padding: 0; margin-bottom: 6px; color: var(--ink-soft); }
      .start {
        display: grid; gap: 2px; padding: 10px 12px; border: 1px solid var(--line-strong); border-radius: var(--round); cursor: pointer;
        background: var(--surface);
      }
      .start:has(:checked) { border-color: var(--accent); background: var(--accent-wash); }
      .start:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
      .start input { position: absolute; opacity: 0; pointer-events: none; }
      .start strong { font-weight: 600; }
      .start small { color: var(--ink-soft); font-size: 12px; line-height: 1.45; }
      .field + .field { margin-top: 14px; }
      .field[hidden] { display: none; }
      .files { display: flex; align-items: center; gap: 10px; margin: 16px 0 0; padding-top: 14px; border-top: 1px solid var(--line); color: var(--ink-soft); font-size: 13px; line-height: 1.5; }
      .files span { flex: 1; }
    `,
  ];

  @state() private start: Start = 'blank';
  @state() private error = '';
  @state() private samples: readonly SampleFile[] = [];
  @state() private extension = '.txt';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input[data-testid="new-name"]') private readonly input!: HTMLInputElement;
  @query('textarea') private readonly pasted!: HTMLTextAreaElement | null;
  @query('select') private readonly sample!: HTMLSelectElement | null;

  private readonly words = new LanguageController(this);
  private actions: NewSpeechActions | undefined;
  /** The name is still our suggestion, and may follow the text. */
  private suggested = true;

  open(actions: NewSpeechActions): void {
    this.actions = actions;
    this.error = '';
    this.extension = '.txt';
    this.start = actions.start;
    if (this.pasted) this.pasted.value = '';
    this.suggest(this.words.t('new.default'));
    this.dialog.showModal();
    if (actions.start === 'blank') this.input.select();
    else void this.choose(actions.start);
  }

  protected override render() {
    const { t } = this.words;
    return html`<dialog aria-labelledby="title" data-testid="new-dialog">
      <form @submit=${this.submit}>
        <h2 id="title">${t('new.title')}</h2>
        <fieldset>
          <legend class="unseen">${t('new.start')}</legend>
          ${STARTS.map(
            (start) => html`<label class="start"><input type="radio" name="start" value=${start}
              .checked=${this.start === start} @change=${() => void this.choose(start)} />
              <strong>${t(`new.start.${start}`)}</strong><small>${t(`new.start.${start}.hint`)}</small></label>`,
          )}
        </fieldset>
        ${this.pastePlace()}
        ${this.start === 'sample' ? this.sampleChoice() : nothing}
        <label class="field">${t('new.name')}
          <span><input data-testid="new-name" required autocomplete="off" spellcheck="false" aria-describedby="error"
            @input=${() => {
              this.suggested = false;
            }} />${this.extension}</span>
        </label>
        <p class="error" id="error" role="alert" ?hidden=${this.error === ''}>${this.error || nothing}</p>
        <p class="files"><span>${t('new.files')}</span>
          <button type="button" class="button small" data-testid="new-files" @click=${this.chooseFiles}>${t('new.files.choose')}</button></p>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t('new.cancel')}</button>
          <button class="button primary" data-testid="new-create">${t('new.create')}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** Hidden rather than removed where another start is chosen: pasted text is kept for a return. */
  private pastePlace() {
    const asked = this.start === 'paste';
    return html`<label class="field" ?hidden=${!asked}>${this.words.t('new.text')}
      <span><textarea rows="7" data-testid="new-text" lang="zh" spellcheck="false" ?required=${asked}
        @paste=${this.richPasted} @input=${this.textChanged}></textarea></span></label>`;
  }

  private sampleChoice() {
    return html`<label class="field">${this.words.t('new.sample')}
      <span><select data-testid="new-sample" @change=${this.sampleChosen}>
        ${this.texts.map(({ name, bytes }) => html`<option value=${name}>${titleOf(bytes) || name}</option>`)}
      </select></span></label>`;
  }

  private get texts(): readonly SampleFile[] {
    return this.samples.filter(({ name }) => speechNameProblem(name) === undefined);
  }

  private async choose(start: Start): Promise<void> {
    this.start = start;
    this.error = '';
    this.extension = '.txt';
    try {
      if (start === 'sample' && this.samples.length === 0)
        this.samples = (await this.actions?.samples()) ?? [];
    } catch (error) {
      this.error = this.actions?.sentence(error) ?? '';
    }
    await this.updateComplete;
    if (start === 'sample') this.sampleChosen();
    else if (start === 'paste') {
      this.textChanged();
      this.pasted?.focus();
    } else if (this.suggested) this.suggest(this.words.t('new.default'));
  }

  private readonly sampleChosen = () => {
    const { stem, extension } = splitName(this.sample?.value ?? '');
    this.extension = extension || '.txt';
    const chosen = this.texts.find(({ name }) => name === this.sample?.value);
    if (chosen && this.suggested) this.suggest(nameFromText(decodeSpeech(chosen.bytes).text) || stem);
  };

  private readonly textChanged = () => {
    if (this.suggested) this.suggest(nameFromText(this.pasted?.value ?? '') || this.words.t('new.default'));
  };

  /** Numbers of Word's lists are not in its plain text. */
  private readonly richPasted = (event: ClipboardEvent) => {
    const place = this.pasted;
    const rich = event.clipboardData?.getData('text/html') ?? '';
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    if (rich === '' || !place) return;
    event.preventDefault();
    void import('../../import/html/html.ts').then(({ readPastedHtml }) => {
      const { text, format } = readPastedHtml(rich, plain, 'plain');
      place.setRangeText(text, place.selectionStart, place.selectionEnd, 'end');
      if (format === 'markdown') this.extension = '.md';
      this.textChanged();
    });
  };

  private suggest(stem: string): void {
    this.input.value = this.actions?.suggest(stem) ?? stem;
    this.suggested = true;
  }

  private readonly chooseFiles = () => {
    this.dialog.close();
    this.actions?.chooseFiles();
  };

  private readonly submit = async (event: Event) => {
    event.preventDefault();
    const { actions } = this;
    if (!actions) return;
    const name = this.input.value.trim().replace(/\.(txt|md)$/i, '') + this.extension;
    try {
      const sample = this.start === 'sample' && this.texts.find((text) => text.name === this.sample?.value);
      if (sample) await actions.createFromSample(name, sample, this.samples);
      else await actions.create(name, this.start === 'paste' ? (this.pasted?.value ?? '') : '');
      this.dialog.close();
      actions.begun(this.start);
    } catch (error) {
      this.error = actions.sentence(error);
    }
  };
}

function titleOf(bytes: Uint8Array): string {
  return guessTitle(decodeSpeech(bytes).text);
}
