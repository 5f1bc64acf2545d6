import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PreviewResult } from '../../compile/protocol.ts';
import type { Slide } from '../../deck/plan/types.ts';
import { whenIdle } from '../../page/scheduling.ts';
import type { SourceRange } from '../../speech/types.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import type { Progress } from '../tasks/progress.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import type { DeckPanel } from './deck-panel.ts';
import type { PreviewFailure } from './frame-page.ts';
import type { HandoutPanel, PrintRange } from './handout-panel.ts';

import '../ui/pane-separator.ts';
import './deck-panel.ts';
import './handout-panel.ts';

/** What the preview shows. */
export type Shown = 'slides' | 'handout' | 'both';

/** From this width of the window on, slides and handout have room beside each other, px. */
export const WIDE = 1700;
/** From this size of the window on, one has room above the other, px. */
export const ROOMY = '(min-width: 1100px) and (min-height: 640px)';

/**
 * What is shown, of what was chosen: where there is no room for both, the slides.
 *
 * @param chosen as stored; any other value: both, so that a first visit shows all that a speech becomes
 */
export function shownOf(chosen: string | undefined, roomy: boolean): Shown {
  if (chosen === 'handout' || chosen === 'slides') return chosen;
  return roomy ? 'both' : 'slides';
}

/** Widths of the handout beside the slides, px, and what the slides keep. */
const LEAST = { handout: 320, slides: 400 } as const;

/**
 * Slides and handout under two tabs, or both: beside each other in a wide window, one above the other else. Both are always laid out, one over
 * the other: Paged.js measures, so the hidden one keeps its size and is only covered, unseen and out of reach.
 * Fires `preview-shown` (CustomEvent<Shown>) at first and when it shows something else, and `toggle-settings`.
 */
@customElement('preview-pane')
export class PreviewPane extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; min-height: 0; background: var(--surface); container-type: size; }
      .list { display: flex; gap: 4px; }
      .settings { margin: 0 0 6px auto; }
      .settings[aria-expanded="true"] { background: var(--accent-wash); border-color: var(--accent); color: var(--accent-ink); }
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
      .beside #panel-slides { right: calc(var(--handout-share) + 1px); }
      .beside #panel-handout { left: auto; width: var(--handout-share); }
      .stacked #panel-slides { bottom: 46%; }
      .stacked #panel-handout { top: 54%; border-top: 1px solid var(--line); }
      .beside pane-separator { position: absolute; inset: 0 var(--handout-share) 0 auto; }
      .cover {
        position: absolute; inset: 0; z-index: 2; display: grid; place-content: center; justify-items: center; gap: 12px;
        background: var(--surface); color: var(--ink-soft); padding: 24px; text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) result: PreviewResult | undefined;
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Resolves when no input method is composing. */
  @property({ attribute: false }) settled = () => Promise.resolve();
  /** Nothing is open yet, or its first result is still to come. */
  @property({ type: Boolean }) loading = false;
  /** Parts that did not load, or draw: each says so in its own place. */
  @property({ attribute: false }) failed: ReadonlySet<PreviewFailure['part']> = new Set();
  /** There is something to draw: what draws it may load. Sooner it would keep the text from taking letters. */
  @property({ type: Boolean }) begun = false;
  /** The panel for the layout stands beside. */
  @property({ type: Boolean, attribute: 'settings-open' }) settingsOpen = false;
  /** Slides and pages are loading, or loaded. */
  @state() private started = false;
  @state() private chosen = preference('tab');
  @state() private wide = matchMedia(`(min-width: ${WIDE}px)`).matches;
  /** Share of the handout beside the slides. */
  @state() private handoutShare = Number(preference('preview/handout-share') ?? 0.5) || 0.5;
  @state() private width = 0;
  /** Place of the source that is lit. */
  @state() private lit: SourceRange | undefined;
  @query('.settings') private readonly settingsButton!: HTMLButtonElement;
  @query('deck-panel') private readonly deckPanel!: DeckPanel;
  @query('handout-panel') private readonly handoutPanel!: HandoutPanel;

  private readonly words = new LanguageController(this);
  @state() private roomy = matchMedia(ROOMY).matches;
  private readonly media = [matchMedia(`(min-width: ${WIDE}px)`), matchMedia(ROOMY)] as const;
  private readonly observer = new ResizeObserver(() => {
    this.width = this.clientWidth;
  });
  private told: Shown | undefined;
  /** Name of the speech that is shown. */
  private of: string | undefined;

  /** What is shown now. */
  get shown(): Shown {
    return shownOf(this.chosen, this.roomy || this.wide);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const one of this.media) one.addEventListener('change', this.sizeChanged);
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const one of this.media) one.removeEventListener('change', this.sizeChanged);
    this.observer.disconnect();
  }

  protected override render() {
    const { t } = this.words;
    const { result, shown } = this;
    const tabs: readonly Shown[] =
      this.wide || this.roomy ? ['slides', 'handout', 'both'] : ['slides', 'handout'];
    const empty = result ? result.integrity.characters === 0 : !this.loading;
    return html`
      <div class="tabs">
        <div class="list" role="tablist" aria-label=${t('tab.label')} @keydown=${this.keyed}>
        ${tabs.map(
          (tab) => html`<button role="tab" id="tab-${tab}" data-testid="tab-${tab}"
            aria-controls=${tab === 'both' ? 'panel-slides panel-handout' : `panel-${tab}`}
            aria-selected=${tab === shown} tabindex=${tab === shown ? 0 : -1}
            @click=${() => this.choose(tab)}>${t(`tab.${tab}`)}</button>`,
        )}
        </div>
        <button class="button small settings" data-testid="button-settings" aria-expanded=${this.settingsOpen}
          ?disabled=${!result} title=${t('settings.hint')} @click=${this.toggleSettings}>${icons.settings}${t('settings.title')}</button>
      </div>
      <div class="panels ${shown !== 'both' ? '' : this.wide ? 'beside' : 'stacked'}" style="--handout-share: ${(this.share * 100).toFixed(2)}%">
        <div class="panel" role="tabpanel" id="panel-slides" aria-labelledby="tab-slides" ?inert=${shown === 'handout'}>
          <deck-panel .deck=${result?.deck} base-url=${this.baseUrl} .lit=${this.lit}
            ?failed=${this.failed.has('slides')} ?compact=${shown === 'both' && !this.wide} ?started=${this.started}></deck-panel>
          ${this.failure('slides')}
        </div>
        ${
          shown === 'both' && this.wide
            ? html`<pane-separator trailing .value=${this.share * this.width} .min=${LEAST.handout}
                .max=${this.width - LEAST.slides} label=${t('pane.resize.handout')} @pane-resize=${this.resize}></pane-separator>`
            : nothing
        }
        <div class="panel" role="tabpanel" id="panel-handout" aria-labelledby="tab-handout" ?inert=${shown === 'slides'}>
          <handout-panel .handout=${result?.handout} .settled=${this.settled} base-url=${this.baseUrl} ?shown=${shown !== 'slides'} ?started=${this.started}
            ?inert=${this.failed.has('handout')}></handout-panel>
          ${this.failure('handout')}
        </div>
        ${this.loading && !result ? this.cover(t('preview.loading')) : empty && this.failed.size === 0 ? this.cover(t('preview.empty')) : nothing}
      </div>
    `;
  }

  /** Full screen; a covered (inert) frame would not hear the keys, so the slides come to the front first. */
  async present(from: 'start' | 'current'): Promise<void> {
    if (this.shown === 'handout') this.choose('slides');
    await this.updateComplete;
    await this.deckPanel.present(from);
  }

  /** Gives the keyboard back to the button that opened the panel for the layout. */
  focusSettings(): void {
    this.settingsButton.focus();
  }

  private toggleSettings(): void {
    this.dispatchEvent(new CustomEvent('toggle-settings'));
  }

  /** Prints the handout; see {@link HandoutPanel.print}. */
  print(title: string, progress: Progress, range: PrintRange): Promise<void> {
    return this.handoutPanel.print(title, progress, range);
  }

  /** Shows a slide, as the cursor moves. */
  go(slide: Slide): void {
    this.deckPanel.go(slide.id);
  }

  /**
   * Lights a place of the source on slides and pages; undefined lights none.
   *
   * @param scroll brings it into view on the pages, if it is out of sight
   */
  light(range: SourceRange | undefined, scroll: boolean): void {
    this.lit = range;
    this.handoutPanel.light(range, scroll);
  }

  /** Brings a place into view on the pages, if it is out of sight; what is lit stays lit. */
  showPage(range: SourceRange): void {
    this.handoutPanel.bringIntoView(range);
  }

  /** Share of the handout, as far as both have room. */
  private get share(): number {
    const { width, handoutShare } = this;
    if (width === 0) return handoutShare;
    return Math.min(Math.max(handoutShare, LEAST.handout / width), 1 - LEAST.slides / width);
  }

  private resize(event: CustomEvent<number>): void {
    this.handoutShare = event.detail / this.width;
    setPreference('preview/handout-share', String(this.handoutShare));
  }

  private readonly sizeChanged = () => {
    this.wide = this.media[0].matches;
    this.roomy = this.media[1].matches;
  };

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('begun') && this.begun && !this.started)
      whenIdle(() => {
        this.started = true;
      });
    if (changed.has('result')) this.toStart();
    const { shown } = this;
    if (shown === this.told) return;
    this.told = shown;
    this.dispatchEvent(new CustomEvent('preview-shown', { detail: shown }));
  }

  /** Another speech begins at its beginning. */
  private toStart(): void {
    const { result } = this;
    if (!result || result.name === this.of) return;
    const first = this.of !== undefined && result.deck.slides[0];
    this.of = result.name;
    if (!first) return;
    this.deckPanel.go(first.id);
    this.handoutPanel.toStart();
  }

  private cover(sentence: string) {
    return html`<div class="cover" role="status">${sentence}</div>`;
  }

  private failure(part: PreviewFailure['part']) {
    if (!this.failed.has(part)) return nothing;
    return html`<div class="cover" role="alert">
      ${this.words.t(`preview.failed.${part}`)}
      <button class="button" @click=${() => this.dispatchEvent(new CustomEvent('preview-retry'))}>${this.words.t('app.retry')}</button>
    </div>`;
  }

  private choose(tab: Shown): void {
    this.chosen = tab;
    setPreference('tab', tab);
  }

  private async keyed(event: KeyboardEvent): Promise<void> {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="tab"]')];
    const at = tabs.findIndex((tab) => tab.ariaSelected === 'true');
    tabs[(at + step + tabs.length) % tabs.length]?.click();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }
}
