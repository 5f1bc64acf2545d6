import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from './controls.ts';
import { icons } from './icons.ts';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

/** Sentences wider than this get a line of their own where the bar is narrow; a Latin letter is 1, a Han character 2. */
const LONG = 90;

/** One sentence over the text, with buttons in its slot. Fires `close` when the user dismisses it. */
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
    `,
  ];

  @property({ reflect: true }) tone: Tone = 'info';
  @property() sentence = '';
  @property({ type: Boolean }) closable = false;

  private readonly words = new LanguageController(this);

  protected override render() {
    const icon = { info: icons.info, good: icons.mend, warn: icons.alert, bad: icons.alert }[this.tone];
    return html`
      ${icon}
      <p class=${width(this.sentence) > LONG ? 'long' : ''} role=${this.tone === 'bad' || this.tone === 'warn' ? 'alert' : 'status'}>${this.sentence}</p>
      <div class="actions">
        <slot></slot>
        ${
          this.closable
            ? html`<button class="button small quiet close" aria-label=${this.words.t('app.close')}
                title=${this.words.t('app.close')} @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${icons.close}</button>`
            : nothing
        }
      </div>
    `;
  }
}

function width(sentence: string): number {
  return [...sentence].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}
