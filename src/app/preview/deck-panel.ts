import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Deck, Slide } from '../../deck/plan/types.ts';
import type { DeckFrame } from '../../deck/show/frame.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';
import { icons } from '../look/icons.ts';
import { frameInterface } from './frame-page.ts';
import { NewestWins } from './newest-wins.ts';
import './slide-list.ts';

/**
 * The slides: the deck page in its frame, the way through them, the list with the spoken text.
 * Fires `slide-chosen` (CustomEvent<Slide>) when the user picks one, `preview-failed`.
 */
@customElement('deck-panel')
export class DeckPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: auto auto minmax(0, 1fr); height: 100%; min-height: 0; }
      .stage { position: relative; background: var(--stage); padding: 12px; display: grid; justify-items: center; }
      .box {
        position: relative; width: 100%; aspect-ratio: 16 / 9; overflow: hidden; border-radius: 6px;
        max-width: calc((100dvh - 240px) * 16 / 9); box-shadow: var(--shadow); background: #fff;
      }
      iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: #fff; }
      :host([presenting]) .box {
        position: fixed; inset: 0; z-index: 50; max-width: none; width: 100vw; height: 100dvh; aspect-ratio: auto; border-radius: 0;
      }
      .end { position: fixed; top: 12px; right: 12px; z-index: 51; }
      .way {
        display: flex; align-items: center; gap: 4px; padding: 6px 12px; min-height: 44px;
        border-bottom: 1px solid var(--line); color: var(--ink-soft); font-variant-numeric: tabular-nums;
      }
      .way .button { padding: 0 8px; }
      .overflow { margin-inline-start: auto; color: var(--warn); display: inline-flex; gap: 4px; align-items: center; }
      .way .speaker { margin-inline-start: auto; padding: 0 12px; white-space: nowrap; }
      .overflow + .speaker { margin-inline-start: 8px; }
      .refused { color: var(--warn); }
      slide-list { min-height: 0; }
      @container (max-height: 420px) { slide-list, .way { display: none; } }
    `,
  ];

  @property({ attribute: false }) deck: Deck | undefined;
  @property({ attribute: 'base-url' }) baseUrl = '';
  @property({ type: Boolean, reflect: true }) presenting = false;
  @state() private current = '';
  @state() private refused = false;
  @state() private overflowing: readonly string[] = [];
  @query('#deck-frame') private readonly frame!: HTMLIFrameElement;

  private asked: string | undefined;
  private readonly words = new LanguageController(this);
  private readonly shows = new NewestWins((error) => this.fail(error));
  private api: Promise<DeckFrame> | undefined;

  protected override render() {
    const { t } = this.words;
    const slides = this.deck?.slides ?? [];
    const index = slides.findIndex(({ id }) => id === this.current);
    return html`
      <div class="stage">
        <div class="box">
          <iframe id="deck-frame" src="./deck.html" title=${t('slides.frame')} allow="fullscreen" @load=${this.loaded}></iframe>
        </div>
        ${
          this.presenting
            ? html`<button class="button end" @click=${() => this.endFallback()}>${t('app.present.end')}</button>`
            : nothing
        }
      </div>
      <div class="way">
        <button class="button quiet small" aria-label=${t('slides.previous')} title=${t('slides.previous')}
          ?disabled=${index <= 0} @click=${() => this.step(index - 1)}>${icons.previous}</button>
        <span aria-live="polite">${
          slides.length > 0 ? t('slides.of', { number: Math.max(1, index + 1), count: slides.length }) : ''
        }</span>
        <button class="button quiet small" aria-label=${t('slides.next')} title=${t('slides.next')}
          ?disabled=${index < 0 || index >= slides.length - 1} @click=${() => this.step(index + 1)}>${icons.next}</button>
        ${
          this.overflowing.includes(this.current)
            ? html`<span class="overflow">${icons.alert}${t('slides.overflow')}</span>`
            : nothing
        }
        ${this.refused ? html`<span class="refused" role="alert">${t('app.speaker.refused')}</span>` : nothing}
        <button class="button quiet small speaker" data-testid="button-speaker" title=${t('app.speaker.hint')}
          ?disabled=${slides.length === 0} @click=${this.openSpeaker}>${t('app.speaker')}</button>
      </div>
      <slide-list .deck=${this.deck} current=${this.current}></slide-list>
    `;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if ((changed.has('deck') || changed.has('baseUrl')) && this.api) this.show();
  }

  /** Shows the slide with this id, if it is not shown already. */
  async go(id: string): Promise<void> {
    if (id === this.current) return;
    // Of a deck still to be shown: gone to when it is.
    this.asked = id;
    const api = await this.api;
    api?.go(id);
    if (api?.current() === id) this.asked = undefined;
  }

  /** Full screen; Escape ends it. Where the browser has none, the slide fills the window. */
  async present(from: 'start' | 'current'): Promise<void> {
    const first = this.deck?.slides[0];
    const api = await this.api;
    if (!api || !first) return;
    if (from === 'start') api.go(first.id);
    await this.frame.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {
      this.presenting = true;
    });
    if (!this.frame.requestFullscreen) this.presenting = true;
    this.frame.focus();
    this.frame.contentWindow?.focus();
  }

  /** The presenter's window; the click that asks for it is what lets the browser open it. */
  private readonly openSpeaker = async () => {
    const api = await this.api;
    this.refused = api?.openSpeaker() === false;
  };

  private endFallback(): void {
    this.presenting = false;
  }

  private loaded(): void {
    this.api = frameInterface(this.frame, (window) => window.jiangtaiDeck);
    this.api.then(
      () => {
        const window = this.frame.contentWindow!;
        window.addEventListener('jiangtai-slide', () => void this.follow());
        window.addEventListener('keydown', (event) => {
          if (event.key === 'Escape') this.endFallback();
        });
        this.show();
      },
      (error) => this.fail(error),
    );
  }

  private show(): void {
    this.shows.add(async () => {
      const { deck, baseUrl } = this;
      const api = await this.api;
      if (!deck || !api) return;
      await api.show(deck, { baseUrl, language: this.words.language });
      if (this.asked !== undefined) api.go(this.asked);
      this.asked = undefined;
      await this.follow();
      this.overflowing = api.overflowing().map((slide) => slide.id);
    });
  }

  private async follow(): Promise<void> {
    const api = await this.api;
    const current = api?.current();
    this.current = (typeof current === 'string' ? current : '') || (this.deck?.slides[0]?.id ?? '');
  }

  private step(index: number): void {
    const slide = this.deck?.slides[index];
    if (slide)
      this.dispatchEvent(
        new CustomEvent<Slide>('slide-chosen', { detail: slide, bubbles: true, composed: true }),
      );
  }

  private fail(error: unknown): void {
    this.dispatchEvent(new CustomEvent('preview-failed', { detail: error, bubbles: true, composed: true }));
  }
}
