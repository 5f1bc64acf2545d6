import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from './controls.ts';
import { icons } from './icons.ts';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

/** Sentences wider than this get a line of their own where the bar is narrow; a Latin letter is 1, a Han character 2. */
const LONG = 90;

/**
 * One sentence over the text, with buttons in its slot. Beside the text it takes one line, and a click shows the whole of it where
 * it is longer; what went wrong or asks for a decision (`whole`) is always shown whole. Fires `close` when the user dismisses it.
 */
@customElement('notice-bar')
export class NoticeBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex; align-items: center; flex-wrap: wrap; gap: 6px 10px; padding: 7px 14px;
        border-bottom: 1px solid var(--line); background: var(--surface-sunk); font-size: 13.5px;
      }
      :host([tone="good"]) { background: var(--good-wash); }
      :host([tone="warn"]) { background: var(--warn-wash); }
      :host([tone="bad"]) { background: var(--bad-wash); }
      :host([tone="good"]) .icon { color: var(--good); }
      :host([tone="warn"]) .icon { color: var(--warn); }
      :host([tone="bad"]) .icon { color: var(--bad); }
      p { margin: 0; flex: 1000 1 16em; min-width: 0; }
      p.long { flex-basis: 26em; }
      .actions { display: flex; flex-wrap: wrap; flex: 1 0 auto; justify-content: flex-end; gap: 6px; align-items: center; }
      .close { padding: 0 5px; }
      /* Beside slides and pages the text needs its height; on a phone it has the screen for itself. */
      @media (min-width: 761px) {
        :host([folded]) { flex-wrap: nowrap; padding-block: 4px; }
        :host([folded]) p { flex: 1 1 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        :host([folded]) .actions { flex: none; flex-wrap: nowrap; }
      }
    `,
  ];

  @property({ reflect: true }) tone: Tone = 'info';
  @property() sentence = '';
  @property({ type: Boolean }) closable = false;
  /** The sentence is never cut. */
  @property({ type: Boolean, reflect: true }) whole = false;
  /** One line, as far as there is a text beside the bar. */
  @property({ type: Boolean, reflect: true }) folded = true;
  /** The user asked for the whole sentence. */
  @state() private opened = false;
  /** The sentence has more than its line holds. */
  @state() private cut = false;
  @query('p') private readonly line!: HTMLElement | null;

  private readonly observer = new ResizeObserver(() => this.measure());
  private readonly words = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.line) this.observer.observe(this.line);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('sentence')) this.opened = false;
    this.folded = !this.opened && !this.whole && this.tone !== 'bad';
  }

  protected override firstUpdated(): void {
    this.observer.observe(this.line!);
  }

  protected override updated(): void {
    this.measure();
  }

  private measure(): void {
    if (this.folded && this.line) this.cut = this.line.scrollWidth > this.line.clientWidth;
  }

  protected override render() {
    const { t } = this.words;
    const icon = { info: icons.info, good: icons.mend, warn: icons.alert, bad: icons.alert }[this.tone];
    return html`
      ${icon}
      <p class=${width(this.sentence) > LONG ? 'long' : ''} role=${this.tone === 'bad' || this.tone === 'warn' ? 'alert' : 'status'}
        title=${this.cut && this.folded ? this.sentence : nothing}>${this.sentence}</p>
      <div class="actions">
        ${
          this.opened || (this.cut && this.folded)
            ? html`<button class="button small quiet" data-testid="notice-whole" aria-expanded=${this.opened}
                @click=${() => {
                  this.opened = !this.opened;
                }}>${t(this.opened ? 'notice.fold' : 'notice.whole')}</button>`
            : nothing
        }
        <slot></slot>
        ${
          this.closable
            ? html`<button class="button small quiet close" aria-label=${t('app.close')}
                title=${t('app.close')} @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${icons.close}</button>`
            : nothing
        }
      </div>
    `;
  }
}

function width(sentence: string): number {
  return [...sentence].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}
