import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import type { ShownTask } from './task-list.ts';

/** What takes long: a sentence, how far it is, and a way out. Over the page, so that nothing moves when it comes. */
@customElement('work-bar')
export class TaskBar extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        position: fixed; inset-inline: 0; bottom: 24px; z-index: 40; margin-inline: auto; width: fit-content; max-width: calc(100vw - 24px);
        display: flex; align-items: center; gap: 14px; padding: 10px 10px 10px 18px; border: 1px solid var(--line-strong); border-radius: 12px;
        background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
      }
      section:not(:has(.button)) { padding-inline-end: 18px; }
      progress { width: 120px; height: 6px; flex: none; accent-color: var(--accent); }
      @media (max-width: 760px) { section { bottom: 64px; } progress { width: 64px; } }
    `,
  ];

  @property({ attribute: false }) work: ShownTask | undefined;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    const { work } = this;
    if (!work) return nothing;
    const { what, share, cancel } = work;
    return html`<section aria-labelledby="what" data-testid="work-bar">
      <span id="what" role="status">${t(what)}</span>
      ${share === undefined ? html`<progress aria-label=${t(what)}></progress>` : html`<progress aria-label=${t(what)} value=${share}></progress>`}
      ${cancel ? html`<button class="button small" data-testid="work-cancel" @click=${cancel}>${t('new.cancel')}</button>` : nothing}
    </section>`;
  }
}
