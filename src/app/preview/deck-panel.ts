import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Deck, Slide } from '../../deck/plan/types.ts';
import type { SlideEventDetail, SlidePlaceDetail } from '../../deck/show/frame.ts';
import { DEFAULT_RATIO, type Ratio } from '../../speech/settings.ts';
import type { SourceRange } from '../../speech/types.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { placeChosen } from '../navigation/place-events.ts';
import { nameOf } from '../navigation/slide-names.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import { DeckLink } from './deck-link.ts';
import { type PreviewFailure, passKeysOn } from './frame-page.ts';
import { type ShowScreens, screenAccess, showScreens } from './show-screens.ts';
import './slide-choices.ts';
import './slide-list.ts';

/**
 * The slides: one large with the list and its spoken text, or all as a grid; the way through them.
 * Fires `slide-chosen` (CustomEvent<Slide>) when the user picks or walks to one, `place-chosen`,
 * `preview-failed` (CustomEvent<PreviewFailure>), and `preview-works` when slides are shown.
 */
@customElement('deck-panel')
export class DeckPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host { position: relative; display: grid; grid-template-rows: auto auto minmax(0, 1fr); height: 100%; min-height: 0; }
      .stage { position: relative; background: var(--stage); padding: 12px; display: grid; justify-items: center; }
      .box {
        position: relative; width: 100%; aspect-ratio: var(--ratio); overflow: hidden; border-radius: 6px;
        max-width: calc((100dvh - 240px) * var(--ratio)); box-shadow: var(--shadow); background: #fff;
      }
      iframe { width: 100%; height: 100%; border: 0; }
      .box iframe { position: absolute; inset: 0; background: #fff; }
      :host([presenting]) .box {
        position: fixed; inset: 0; z-index: 50; max-width: none; width: 100vw; height: 100dvh; aspect-ratio: auto; border-radius: 0;
      }
      .end { position: fixed; top: 12px; right: 12px; z-index: 51; }
      .way {
        container-type: inline-size; display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding: 6px 12px; min-height: 44px; background: var(--surface);
        border-bottom: 1px solid var(--line); color: var(--ink-soft); font-variant-numeric: tabular-nums;
      }
      .way .button { padding: 0 8px; }
      .way .button[aria-pressed="true"] { background: var(--accent-wash); color: var(--accent-ink); }
      .overflow { color: var(--warn); display: inline-flex; gap: 4px; align-items: center; }
      .way .ways { display: flex; gap: 4px; margin-inline-start: auto; }
      .way .speaker { white-space: nowrap; }
      .refused { color: var(--warn); }
      .ask {
        position: absolute; inset: 24px 24px auto; z-index: 5; display: flex; flex-wrap: wrap; gap: 8px; padding: 16px 18px; max-width: 34em; margin: auto;
        border: 1px solid var(--line); border-radius: 8px; background: var(--surface); box-shadow: var(--shadow);
      }
      .ask p { flex: 1 0 100%; margin: 0 0 4px; line-height: 1.6; }
      slide-list { min-height: 0; }
      /* As the grid covers it: the slide keeps its size, so that it can be measured, and is out of reach. */
      .stage.covered { position: absolute; inset: 0 0 auto; opacity: 0; pointer-events: none; z-index: -1; }
      .grid { position: relative; min-height: 0; grid-row: 2 / span 2; background: var(--stage); }
      /* The grid is transparent; where the color schemes of page and frame differ, a browser fills it with white. */
      .grid iframe { position: absolute; inset: 0; color-scheme: light; }
      /* A low window scrolls as a whole: nothing is left out. */
      @container (max-height: 420px) {
        :host { display: block; overflow-y: auto; }
        slide-list { overflow: visible; }
        .grid { height: 100%; }
      }
      @container (max-width: 720px) { .way .label { display: none; } }
      /* Over the handout: the slide and the way through them. */
      :host([compact]) { grid-template-rows: auto minmax(0, 1fr); }
      :host([compact]) .box { max-width: calc((54cqb - 96px) * var(--ratio)); }
      :host([compact]) slide-list { display: none; }
    `,
  ];

  @property({ attribute: false }) deck: Deck | undefined;
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Place of the source that is lit. */
  @property({ attribute: false }) lit: SourceRange | undefined;
  /** Little room: the spoken text is left out. */
  @property({ type: Boolean, reflect: true }) compact = false;
  @property({ type: Boolean, reflect: true }) presenting = false;
  /** The page that draws slides may load. */
  @property({ type: Boolean }) started = false;
  /** The preview failed to load, which a cover says: only a running show continues. */
  @property({ type: Boolean }) failed = false;
  @state() private current = '';
  /** Announcement for screen readers; not repeated when only the title is edited. */
  @state() private said = '';
  @state() private refused = false;
  @state() private overflowing: readonly string[] = [];
  @state() private grid = preference('preview/slides') === 'grid';
  @state() private points = preference('preview/points') === 'one-by-one';
  /** A show waits for a click: what the browser will ask is explained, or it has asked (`again`). */
  @state() private asking: { readonly from: 'start' | 'current'; readonly again: boolean } | undefined;
  /** The browser does not let us choose a screen. */
  @state() private screensRefused = false;
  /** The slides fill the screen. */
  @state() private full = false;
  @query('#deck-frame') private readonly frame!: HTMLIFrameElement;
  @query('#grid-frame') private readonly gridFrame!: HTMLIFrameElement | null;

  /** Ratio of the slides: the pages that draw them are loaded for one. */
  private ratio: Ratio = DEFAULT_RATIO;

  private readonly words = new LanguageController(this);
  private readonly large = this.link();
  private readonly small = this.link();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.fullscreenChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.fullscreenChanged);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('current')) this.say();
    const ratio = this.deck?.ratio ?? this.ratio;
    if (ratio === this.ratio) return;
    // Their pages are loaded anew: what they had shown is gone.
    this.ratio = ratio;
    this.large.disconnect();
    this.small.disconnect();
    if (this.current) this.go(this.current);
  }

  protected override render() {
    const { t } = this.words;
    const slides = this.deck?.slides ?? [];
    const index = slides.findIndex(({ id }) => id === this.current);
    const showing = this.full || this.presenting;
    const covered = this.grid && !showing;
    const [wide, high] = this.ratio.split(':').map(Number) as [number, number];
    const page = (view = '') => `./deck.html?ratio=${this.ratio}${view}`;
    return html`
      <div class=${covered ? 'stage covered' : 'stage'} ?inert=${covered || (this.failed && !showing)}>
        <div class="box" style="--ratio: ${wide / high}">
          ${
            this.started
              ? html`<iframe id="deck-frame" src=${page()} title=${t('slides.frame')} allow="fullscreen"
            @load=${() => this.loaded()}></iframe>`
              : nothing
          }
        </div>
        ${
          this.presenting
            ? html`<button class="button end" @click=${() => this.endFallback()}>${t('app.present.end')}</button>`
            : nothing
        }
      </div>
      ${this.asking ? this.question(this.asking) : nothing}
      <div class="way" ?inert=${this.failed}>
        <button class="button quiet small" data-testid="slide-previous" aria-label=${t('slides.previous')} title=${t('slides.previous')}
          ?disabled=${index <= 0} @click=${() => this.step(index - 1)}>${icons.previous}</button>
        <span aria-hidden="true">${
          slides.length > 0 ? t('slides.of', { number: Math.max(1, index + 1), count: slides.length }) : ''
        }</span>
        <span class="unseen" aria-live="polite" data-testid="slide-said">${this.said}</span>
        <button class="button quiet small" data-testid="slide-next" aria-label=${t('slides.next')} title=${t('slides.next')}
          ?disabled=${index < 0 || index >= slides.length - 1} @click=${() => this.step(index + 1)}>${icons.next}</button>
        ${
          this.overflowing.includes(this.current)
            ? html`<span class="overflow">${icons.alert}${t('slides.overflow')}</span>`
            : nothing
        }
        <slide-choices .slide=${slides[index]}></slide-choices>
        ${this.screensRefused ? html`<span class="refused" role="status">${t('app.screens.refused')}</span>` : nothing}
        ${this.refused ? html`<span class="refused" role="alert">${t('app.speaker.refused')}</span>` : nothing}
        <span class="ways">
          <button class="button quiet small" data-testid="slides-grid" aria-pressed=${this.grid} aria-label=${t('slides.grid')}
            title=${t('slides.grid.hint')} @click=${this.toggleGrid}>${icons.grid}<span class="label">${t('slides.grid')}</span></button>
          <button class="button quiet small" data-testid="slides-points" aria-pressed=${this.points} aria-label=${t('slides.points')}
            title=${t('slides.points.hint')} @click=${this.togglePoints}>${icons.points}<span class="label">${t('slides.points')}</span></button>
          <button class="button quiet small speaker" data-testid="button-speaker" title=${t('app.speaker.hint')}
            ?disabled=${slides.length === 0} @click=${this.openSpeaker}>${t('app.speaker')}</button>
          <button class="button quiet small" data-testid="button-prompter" title=${t('app.prompter.hint')}
            ?disabled=${slides.length === 0} @click=${this.openPrompter}>${t('app.prompter')}</button>
        </span>
      </div>
      ${
        this.grid
          ? html`<div class="grid" ?inert=${this.failed}><iframe id="grid-frame" src=${page('&view=grid')} title=${t('slides.list')}
              @load=${this.gridLoaded}></iframe></div>`
          : html`<slide-list ?inert=${this.failed} .deck=${this.deck} current=${this.current} .lit=${this.lit}></slide-list>`
      }
    `;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('deck') || changed.has('baseUrl') || changed.has('points')) {
      this.show();
      this.showGrid();
    }
    if (changed.has('lit') || changed.has('full') || changed.has('presenting')) {
      this.large.light(this.full || this.presenting ? undefined : this.lit);
      this.small.light(this.lit);
    }
  }

  /** Shows the slide with this id, if it is not shown already. */
  go(id: string): void {
    this.large.go(id);
    this.small.go(id);
  }

  /**
   * Shows the slides full screen; Escape ends it. With a second screen they go there and the presenter's window opens here: the
   * browser asks for that once, and the panel says before what it will ask. Where there is no full screen, the slide fills the window.
   */
  async present(from: 'start' | 'current'): Promise<void> {
    const access = await screenAccess();
    if (access === 'ask') {
      this.asking = { from, again: false };
      return;
    }
    await this.fill(from, access === 'granted' ? await showScreens() : undefined);
    this.screensRefused = access === 'refused';
  }

  /** The user has read what the browser will ask. */
  private async ask(from: 'start' | 'current'): Promise<void> {
    this.asking = undefined;
    const screens = await showScreens();
    this.screensRefused = screens === undefined;
    await this.fill(from, screens);
  }

  private async fill(from: 'start' | 'current', screens: ShowScreens | undefined): Promise<void> {
    // Before the slides have been drawn none is the current one.
    const id = (from === 'current' && this.current) || this.deck?.slides[0]?.id;
    const api = await this.large.api;
    if (!api || !id) return;
    // Nothing of the author's work is on the screen from the first moment; a covered frame hears no keys.
    this.full = true;
    api.light(undefined);
    await this.updateComplete;
    api.go(id, { points: 'none' });
    const options = { navigationUI: 'hide', ...(screens && { screen: screens.audience }) } as const;
    await this.frame.requestFullscreen?.(options).catch(() => {
      // The browser's question has taken too long: the click no longer counts.
      if (screens) this.asking = { from, again: true };
      else this.presenting = true;
    });
    if (this.asking) {
      this.full = false;
      return;
    }
    if (!this.frame.requestFullscreen) this.presenting = true;
    if (this.presenting) this.full = false;
    this.frame.focus();
    this.frame.contentWindow?.focus();
    if (screens) this.refused = !api.openSpeaker(screens.console);
  }

  /** The presenter's window; the click that asks for it is what lets the browser open it. */
  private readonly openSpeaker = async () => {
    const api = await this.large.api;
    this.refused = api?.openSpeaker() === false;
  };

  /** The teleprompter begins at the cursor. */
  private readonly openPrompter = async () => {
    const api = await this.large.api;
    this.refused = api?.openPrompter(this.lit?.start) === false;
  };

  private question({ from, again }: { readonly from: 'start' | 'current'; readonly again: boolean }) {
    const { t } = this.words;
    const alone = () => {
      this.asking = undefined;
      void this.fill(from, undefined);
    };
    return html`<div class="ask" role="alertdialog" aria-label=${t('app.present')}>
      <p>${t(again ? 'app.screens.again' : 'app.screens.ask')}</p>
      <button class="button primary" data-testid="screens-use" @click=${() => this.ask(from)}>${t(again ? 'app.present' : 'app.screens.use')}</button>
      <button class="button" data-testid="screens-alone" @click=${alone}>${t('app.screens.alone')}</button>
    </div>`;
  }

  private endFallback(): void {
    this.presenting = false;
    this.showWhole();
  }

  private readonly fullscreenChanged = () => {
    this.full = document.fullscreenElement !== null;
    if (!this.full) this.showWhole();
  };

  /** After the show the author sees all points again. */
  private showWhole(): void {
    void this.large.api.then((api) => api?.go(this.current, { points: 'all' }));
  }

  private loaded(): void {
    this.large.connect(this.frame);
    const { contentDocument, contentWindow } = this.frame;
    if (!contentDocument || !contentWindow) return;
    contentWindow.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.endFallback();
    });
    passKeysOn(contentWindow, () => !this.full && !this.presenting);
  }

  private gridLoaded(): void {
    if (!this.gridFrame) return;
    this.small.connect(this.gridFrame);
    const { contentDocument, contentWindow } = this.gridFrame;
    if (contentDocument && contentWindow) passKeysOn(contentWindow);
  }

  private link(): DeckLink {
    const link: DeckLink = new DeckLink({
      ready: () => (link === this.large ? this.show() : this.showGrid()),
      slide: (detail) => this.slideShown(detail, link === this.large ? this.small : this.large),
      place: (detail) => this.clicked(detail),
      failed: (error) => this.fail(error),
    });
    return link;
  }

  private show(): void {
    const { deck, baseUrl } = this;
    if (!deck) return;
    const options = { baseUrl, language: this.words.language, fragments: this.points };
    this.large.show(deck, options, (api) => {
      this.dispatchEvent(
        new CustomEvent('preview-works', { detail: 'slides', bubbles: true, composed: true }),
      );
      this.current = api.current() ?? deck.slides[0]?.id ?? '';
      this.overflowing = api.overflowing().map((slide) => slide.id);
    });
  }

  private showGrid(): void {
    const { deck, baseUrl } = this;
    if (!deck || !this.grid) return;
    if (this.current) this.small.go(this.current);
    this.small.show(deck, { baseUrl, language: this.words.language });
  }

  /** @param other the page that did not say so */
  private slideShown({ id, byHand }: SlideEventDetail, other: DeckLink): void {
    this.current = id;
    other.go(id);
    const slide = this.deck?.slides.find((one) => one.id === id);
    if (byHand && slide && !this.full && !this.presenting) this.choose(slide);
  }

  private clicked({ id, range }: SlidePlaceDetail): void {
    const slide = this.deck?.slides.find((one) => one.id === id);
    if (range) this.dispatchEvent(placeChosen(range, 'slides'));
    else if (slide) this.choose(slide);
  }

  private say(): void {
    const slides = this.deck?.slides ?? [];
    const index = slides.findIndex(({ id }) => id === this.current);
    const slide = slides[index];
    if (!slide) return;
    const { t } = this.words;
    this.said = t('slides.at', { number: index + 1, count: slides.length, title: nameOf(slide, t) });
  }

  private readonly toggleGrid = () => {
    this.grid = !this.grid;
    if (!this.grid) this.small.disconnect();
    setPreference('preview/slides', this.grid ? 'grid' : 'strip');
  };

  private readonly togglePoints = () => {
    this.points = !this.points;
    setPreference('preview/points', this.points ? 'one-by-one' : 'together');
  };

  private step(index: number): void {
    const slide = this.deck?.slides[index];
    if (slide) this.choose(slide);
  }

  private choose(detail: Slide): void {
    this.dispatchEvent(new CustomEvent('slide-chosen', { detail, bubbles: true, composed: true }));
  }

  private fail(error: unknown): void {
    const detail: PreviewFailure = { part: 'slides', error };
    this.dispatchEvent(new CustomEvent('preview-failed', { detail, bubbles: true, composed: true }));
  }
}
