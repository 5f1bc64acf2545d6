import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Slide } from '../../deck/plan/types.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';
import type { Outcome } from '../pipeline/protocol.ts';
import { remember, remembered } from '../session/remembered.ts';
import type { DeckPanel } from './deck-panel.ts';
import type { HandoutPanel } from './handout-panel.ts';
import '../settings/document-settings.ts';
import './deck-panel.ts';
import './handout-panel.ts';

type Tab = 'slides' | 'handout';
const TABS: readonly Tab[] = ['slides', 'handout'];

/**
 * Slides and handout under two tabs. Both are always laid out, one over the other: Paged.js measures, so
 * the hidden one keeps its size and is only covered, unseen and out of reach.
 */
@customElement('preview-pane')
export class PreviewPane extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; min-height: 0; background: var(--surface); container-type: size; }
      .list { display: flex; gap: 4px; }
      .tabs { display: flex; align-items: end; gap: 4px; padding: 6px 12px 0; background: var(--paper); border-bottom: 1px solid var(--line); }
      .list button {
        position: relative; min-height: 38px; padding: 0 16px; border: 1px solid transparent; border-bottom: 0;
        border-radius: 8px 8px 0 0; background: none; color: var(--ink-soft); cursor: pointer; font-size: 15px;
        margin-bottom: -1px;
      }
      .list button:hover { color: var(--ink); }
      .list button[aria-selected="true"] {
        background: var(--surface); color: var(--ink); font-weight: 600; border-color: var(--line);
        box-shadow: inset 0 2px 0 var(--accent);
      }
      .panels { position: relative; min-height: 0; }
      .panel { position: absolute; inset: 0; background: var(--surface); }
      .panel[inert] { opacity: 0; pointer-events: none; z-index: 0; }
      .panel:not([inert]) { z-index: 1; }
      .cover {
        position: absolute; inset: 0; z-index: 2; display: grid; place-content: center; justify-items: center; gap: 12px;
        background: var(--surface); color: var(--ink-soft); padding: 24px; text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) outcome: Outcome | undefined;
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Nothing is open yet, or its first outcome is still to come. */
  @property({ type: Boolean }) loading = false;
  @property({ type: Boolean }) failed = false;
  @state() private tab: Tab = remembered('tab') === 'handout' ? 'handout' : 'slides';
  @query('deck-panel') private readonly deckPanel!: DeckPanel;
  @query('handout-panel') private readonly handoutPanel!: HandoutPanel;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    const { outcome } = this;
    const empty = outcome?.proof.characters === 0;
    return html`
      <div class="tabs">
        <div class="list" role="tablist" aria-label=${t('tab.label')} @keydown=${this.keyed}>
        ${TABS.map(
          (
            tab,
          ) => html`<button role="tab" id="tab-${tab}" data-testid="tab-${tab}" aria-controls="panel-${tab}"
            aria-selected=${tab === this.tab} tabindex=${tab === this.tab ? 0 : -1}
            @click=${() => this.choose(tab)}>${t(`tab.${tab}`)}</button>`,
        )}
        </div>
        <document-settings .settings=${outcome?.settings}></document-settings>
      </div>
      <div class="panels">
        <div class="panel" role="tabpanel" id="panel-slides" aria-labelledby="tab-slides" ?inert=${this.tab !== 'slides'}>
          <deck-panel .deck=${outcome?.deck} base-url=${this.baseUrl}></deck-panel>
        </div>
        <div class="panel" role="tabpanel" id="panel-handout" aria-labelledby="tab-handout" ?inert=${this.tab !== 'handout'}>
          <handout-panel .handout=${outcome?.handout} base-url=${this.baseUrl} ?shown=${this.tab === 'handout'}></handout-panel>
        </div>
        ${this.failed ? this.failure() : this.loading && !outcome ? this.cover(t('preview.loading')) : empty ? this.cover(t('preview.empty')) : nothing}
      </div>
    `;
  }

  /** Full screen; a covered (inert) frame would not hear the keys, so the slides come to the front first. */
  async present(from: 'start' | 'current'): Promise<void> {
    this.choose('slides');
    await this.updateComplete;
    await this.deckPanel.present(from);
  }

  print(title: string): Promise<void> {
    return this.handoutPanel.print(title);
  }

  /** Shows a slide, as the cursor moves. */
  go(slide: Slide): void {
    void this.deckPanel.go(slide.id);
  }

  private cover(sentence: string) {
    return html`<div class="cover" role="status">${sentence}</div>`;
  }

  private failure() {
    return html`<div class="cover" role="alert">
      ${this.words.t('preview.failed')}
      <button class="button" @click=${() => this.dispatchEvent(new CustomEvent('preview-retry'))}>${this.words.t('app.retry')}</button>
    </div>`;
  }

  private choose(tab: Tab): void {
    this.tab = tab;
    remember('tab', tab);
  }

  private async keyed(event: KeyboardEvent): Promise<void> {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    this.choose(this.tab === 'slides' ? 'handout' : 'slides');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }
}
