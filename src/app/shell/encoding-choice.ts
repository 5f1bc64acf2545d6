import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ENCODINGS, type Encoding } from '../../import/encodings.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** Which encoding a file was read in. Fires `encoding-chosen` (CustomEvent<Encoding>). */
@customElement('encoding-choice')
export class EncodingChoice extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: inline-flex; min-width: 0; }
      label { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; min-width: 0; }
      select { font: inherit; min-height: 28px; padding: 0 4px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--surface); color: var(--ink); }
    `,
  ];

  @property() encoding: Encoding = 'utf-8';

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    return html`<label title=${t('encoding.hint')}>${t('encoding.label')}
      <select data-testid="encoding" @change=${this.chosen}>
        ${ENCODINGS.map(
          (encoding) =>
            html`<option value=${encoding} .selected=${live(encoding === this.encoding)}>${NAMES[encoding]}</option>`,
        )}
      </select></label>`;
  }

  private readonly chosen = (event: Event) => {
    const detail = (event.target as HTMLSelectElement).value as Encoding;
    this.dispatchEvent(new CustomEvent('encoding-chosen', { detail, bubbles: true, composed: true }));
    // The one the text is read in; another comes with the text.
    this.requestUpdate();
  };
}
