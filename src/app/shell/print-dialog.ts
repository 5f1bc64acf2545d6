import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PaperLayout } from '../../deck/show/frame.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { controls } from '../ui/controls.ts';
import { dialogStyles } from '../ui/dialog.ts';

const KINDS = ['handout', 'notes', 'slides.1', 'slides.2', 'slides.3', 'slides.6'] as const;
type Kind = (typeof KINDS)[number];

/** What the user wants printed: the handout where there is no layout of slides. */
export interface PrintChoice {
  readonly paper: PaperLayout | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Asks what to print, and which pages; Enter takes what was printed last. */
@customElement('print-dialog')
export class PrintDialog extends LitElement {
  static override styles = [
    controls,
    dialogStyles,
    css`
      fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
      legend { margin-bottom: 6px; padding: 0; color: var(--ink-soft); }
      .kind { display: flex; align-items: center; gap: 10px; min-height: 38px; padding: 0 10px; border-radius: var(--round); cursor: pointer; }
      .kind:hover { background: var(--surface-sunk); }
      .kind:has(:checked) { background: var(--accent-wash); color: var(--accent-ink); font-weight: 600; }
      .kind input { accent-color: var(--accent); }
      .pages { display: flex; align-items: center; gap: 8px; margin-top: 14px; color: var(--ink-soft); }
      .pages input { width: 4.5em; min-height: 34px; padding: 0 8px; border: 1px solid var(--line-strong); border-radius: var(--round); background: var(--surface); color: var(--ink); }
    `,
  ];

  @state() private kind: Kind = KINDS.find((kind) => kind === preference('print')) ?? 'handout';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('form') private readonly form!: HTMLFormElement;
  private readonly words = new LanguageController(this);
  private answer: ((choice: PrintChoice | undefined) => void) | undefined;

  /** @returns undefined when the user prints nothing */
  async ask(): Promise<PrintChoice | undefined> {
    await this.updateComplete;
    if (this.dialog.open) return undefined;
    this.form.reset();
    this.requestUpdate();
    await this.updateComplete;
    this.dialog.returnValue = '';
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>(':checked')?.focus();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  protected override render() {
    const { t } = this.words;
    return html`<dialog aria-labelledby="title" data-testid="print-dialog" style="--dialog-width: 400px" @close=${this.closed}>
      <form method="dialog">
        <h2 id="title">${t('print.title')}</h2>
        <fieldset>
          <legend class="unseen">${t('print.what')}</legend>
          ${KINDS.map(
            (
              kind,
            ) => html`<label class="kind"><input type="radio" name="kind" value=${kind} .checked=${live(kind === this.kind)}
              @change=${() => this.choose(kind)}>${t(`print.${kind}`)}</label>`,
          )}
        </fieldset>
        <div class="pages">${t('print.pages')}
          <input type="number" name="from" min="1" max="9999" aria-label=${t('print.pages.from')} data-testid="print-from"> –
          <input type="number" name="to" min="1" max="9999" aria-label=${t('print.pages.to')} data-testid="print-to">
          <span>${t('print.pages.all')}</span></div>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${t('new.cancel')}</button>
          <button class="button primary" value="print" data-testid="print-now">${t('app.print')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private choose(kind: Kind): void {
    this.kind = kind;
    setPreference('print', kind);
  }

  private closed(): void {
    const fields = new FormData(this.form);
    const number = (name: string) => Number(fields.get(name)) || undefined;
    const choice = { paper: paperOf(this.kind), from: number('from'), to: number('to') };
    this.answer?.(this.dialog.returnValue === 'print' ? choice : undefined);
    this.answer = undefined;
  }
}

function paperOf(kind: Kind): PaperLayout | undefined {
  if (kind === 'handout') return undefined;
  if (kind === 'notes') return { perPage: 1, notes: true };
  return { perPage: Number(kind.slice(-1)) as PaperLayout['perPage'] };
}
