import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PreviewResult } from '../../compile/protocol.ts';
import type { RepairKind } from '../../repair/clean-text.ts';
import type { TextFormat } from '../../text/source.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import type { LeftOutPiece } from '../session/left-out-pieces.ts';
import { controls } from '../ui/controls.ts';
import '../ui/notice-bar.ts';
import './repair-panel.ts';

/**
 * One line that says how much was repaired, and opens the list.
 * Fires `write-repairs`, and what repair-panel fires.
 */
@customElement('repair-bar')
export class RepairBar extends LitElement {
  static override styles = [controls, css`:host { display: block; }`];

  @property({ attribute: false }) result: PreviewResult | undefined;
  @property({ attribute: false }) disabled: readonly RepairKind[] = [];
  @property({ attribute: false }) leftOut: readonly LeftOutPiece[] = [];
  /** The text as it is now. */
  @property({ attribute: false }) text: () => string = () => '';
  @property() format: TextFormat = 'plain';
  @state() private open = false;
  /** Speech whose bar was dismissed, and how many repairs it had then. */
  @state() private putAway = { name: '', repairs: 0 };

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t, number } = this.words;
    const { result } = this;
    // Shown again when a paste brings more damage.
    const { name, repairs } = this.putAway;
    if (!result || (name === result.name && result.repairs.length <= repairs)) return nothing;
    const mended = result.repairs.filter((repair) => repair.applied).length;
    const diagnostics = result.diagnostics.length;
    const unread = this.leftOut.length;
    if (mended + diagnostics + result.repairs.length + this.disabled.length + unread === 0) return nothing;
    const sentence = [
      mended > 0 || diagnostics + unread === 0 ? t('repairs.bar', { count: number(mended) }) : '',
      diagnostics > 0 ? t('diagnostics.bar', { count: number(diagnostics) }) : '',
      unread > 0 ? t('left-out.bar', { count: number(unread) }) : '',
    ].filter(Boolean);
    return html`
      <notice-bar data-testid="repair-bar" tone=${diagnostics > 0 ? 'warn' : 'good'} closable
        .sentence=${sentence.join(this.words.language === 'en' ? ' ' : '')}
        @close=${() => {
          this.putAway = { name: result.name, repairs: result.repairs.length };
          this.open = false;
        }}>
        <button class="button small" data-testid="repairs-show" aria-expanded=${this.open}
          @click=${() => {
            this.open = !this.open;
          }}>${t(this.open ? 'repairs.hide' : 'repairs.show')}</button>
        ${
          mended > 0
            ? html`<button class="button small" data-testid="repairs-write" title=${t('repairs.write.hint')}
                @click=${() => this.dispatchEvent(new CustomEvent('write-repairs', { bubbles: true, composed: true }))}>${t('repairs.write')}</button>`
            : nothing
        }
      </notice-bar>
      ${
        this.open
          ? html`<repair-panel data-testid="repair-panel" .result=${result} .disabled=${this.disabled}
              .leftOut=${this.leftOut} .text=${this.text} .format=${this.format}></repair-panel>`
          : nothing
      }
    `;
  }
}
