import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Deck } from '../../deck/plan/types.ts';
import { commandOf } from '../../deck/show/keys.ts';
import { showLanguage } from '../../deck/show/messages.ts';
import { TypedNumber, typedIndex } from '../../deck/show/typed-number.ts';
import type { Connection } from '../../deck/state/connection.ts';
import { type Stage, toggleFreeze, toggleScreen } from '../../deck/state/stage.ts';
import { isUnused, start } from '../../deck/state/stopwatch.ts';
import { WakeLock } from '../../page/wake-lock.ts';
import { clampRate, RATES } from '../timetable/sentence-table.ts';
import { annotationsFor } from './annotations.ts';
import { controls, type PrompterActions } from './controls.ts';
import { type PrompterMessageKey, prompterMessage } from './messages.ts';
import { keepPreferences, type PrompterPreferences, readPreferences, SIZES } from './preferences.ts';
import { prompterStyles } from './prompter-styles.ts';
import { Reading } from './reading.ts';
import { ShowLink } from './show-link.ts';
import { TextColumn } from './text-column.ts';

/**
 * The teleprompter: the whole speech in one column. It follows the show of the channel named in the address
 * (`?channel=…&language=…`, with `at` an offset in the author's source to begin at) and moves its slides.
 */
@customElement('prompter-view')
export class PrompterView extends LitElement implements PrompterActions {
  static override styles = prompterStyles;

  @state() private deck: Deck | undefined;
  @state() private preferences: PrompterPreferences = readPreferences();
  @state() private connection: Connection = 'connecting';
  /** Entry at the eye line; only for drawing, {@link Reading} knows. */
  @state() private index = 0;
  @state() private running = false;
  @state() private now = Date.now();
  @query('.window') private readonly window!: HTMLElement;
  @query('.column') private readonly columnElement!: HTMLElement;

  private readonly query = new URLSearchParams(location.search);
  private readonly language = showLanguage(this.query.get('language'));
  private readonly channel = this.query.get('channel') ?? '';
  private readonly link = new ShowLink(this.channel, {
    deck: (deck, stage) => void this.take(deck, stage),
    stage: (stage) => this.hear(stage),
  });
  private readonly reading = new Reading(this.channel);
  private readonly wakeLock = new WakeLock();
  private readonly typedNumber = new TypedNumber();
  private column: TextColumn | undefined;
  private readonly resized = new ResizeObserver(() => this.measure());
  private timer = 0;
  private frame = 0;
  /** Slide the audience's window was heard to show last. */
  private heardSlide: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    document.title = this.t('title');
    addEventListener('keydown', this.keyed);
    this.wakeLock.hold();
    this.timer = window.setInterval(() => {
      this.connection = this.link.ask();
      this.now = Date.now();
    }, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.keyed);
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
    this.resized.disconnect();
    this.wakeLock.release();
    this.link.close();
  }

  protected override firstUpdated(): void {
    this.column = new TextColumn(this.columnElement);
    this.resized.observe(this.window);
  }

  protected override render() {
    const { preferences, reading } = this;
    const { mode, mirror, flip, size } = preferences;
    const stop = mode === 'page' ? reading.stop : undefined;
    return html`
      <div class="window ${mirror ? 'mirror' : ''} ${flip ? 'flip' : ''}" tabindex="0" lang=${this.deck?.lang ?? this.language}
        data-testid="prompter" data-mode=${mode} data-index=${this.index} style="--size: ${size}px; --begin: ${reading.begin}px"
        @click=${this.clicked} @wheel=${this.wheeled} @pointermove=${this.dragged}>
        <div class="column"></div>
        ${stop ? this.pageFrame(reading.begin + stop.bottom - stop.top) : nothing}
        ${this.deck && mode !== 'page' ? html`<div class="mark" style="top: calc(${reading.begin}px + 0.75 * ${size}px)"></div>` : nothing}
        ${this.told()}
      </div>
      ${this.deck ? controls(this) : nothing}
    `;
  }

  /** What surrounds a page: nothing above and below it but the first line of the next. */
  private pageFrame(end: number): TemplateResult {
    return html`<div class="cover" style="top: 0; height: ${this.reading.begin}px"></div>
      <div class="cover" style="top: ${end}px; bottom: 0"></div>
      <div class="foot" aria-hidden="true"><p>${this.reading.nextPageText()}</p></div>`;
  }

  private told() {
    if (!this.deck) return html`<div class="waiting" role="status">${this.t('waiting')}</div>`;
    if (this.reading.entries.length === 0)
      return html`<div class="waiting" role="status">${this.t('empty')}</div>`;
    return nothing;
  }

  /** What the controls show. */
  get shown() {
    const { reading, preferences, running, connection } = this;
    return {
      preferences,
      running,
      rate: reading.rate,
      left: reading.secondsLeft(this.now),
      now: this.now,
      language: this.language,
      slide: (this.deck?.slides.findIndex(({ id }) => id === reading.slide) ?? -1) + 1,
      slides: this.deck?.slides.length ?? 0,
      gone: connection === 'lost' || connection === 'closed',
    };
  }

  t(word: PrompterMessageKey, values?: Readonly<Record<string, string | number>>): string {
    return prompterMessage(word, this.language, values);
  }

  /** Sets something and keeps the place. */
  prefer(change: Partial<PrompterPreferences>): void {
    const before = this.preferences;
    this.preferences = { ...before, ...change };
    keepPreferences(this.preferences);
    if (this.preferences.pinyin !== before.pinyin || this.preferences.numbers !== before.numbers)
      void this.fill();
    else void this.updateComplete.then(() => this.measure());
    if (this.preferences.linked && !before.linked) this.lead();
  }

  resize(by: number): void {
    const size = this.preferences.size + by * SIZES.step;
    this.prefer({ size: Math.min(SIZES.largest, Math.max(SIZES.smallest, size)) });
  }

  changeRate(by: number): void {
    this.reading.setRate(clampRate(this.reading.rate + by * RATES.step), Date.now());
    this.draw();
    this.requestUpdate();
  }

  step(by: 1 | -1): void {
    if (this.reading.step(by, Date.now())) this.moved();
  }

  toggleRun(): void {
    this.reading.run(!this.reading.running, Date.now());
    this.running = this.reading.running;
    if (this.running) this.startTimer();
    this.keepMoving();
  }

  /** A deck has come, the first or an edited one. */
  private async take(deck: Deck, stage: Stage): Promise<void> {
    const first = this.deck === undefined;
    const at = this.query.get('at');
    const offset = first && at !== null && at !== '' ? Number(at) : undefined;
    this.deck = deck;
    document.title = `${this.t('title')} – ${deck.title}`;
    const led = this.reading.take(deck, stage.slide, offset);
    // Used once: after a reload the place that was reached counts.
    if (offset !== undefined) {
      this.query.delete('at');
      history.replaceState(null, '', `?${this.query}`);
    }
    this.heardSlide = stage.slide;
    await this.updateComplete;
    if (!(await this.fill())) return;
    if (led) this.lead();
    this.keepMoving();
  }

  private async fill(): Promise<boolean> {
    const { deck, preferences } = this;
    if (!deck) return false;
    const annotate = await annotationsFor(preferences, deck.lang).catch(() => undefined);
    await document.fonts.ready;
    if (this.deck !== deck || this.preferences !== preferences) return false;
    if (!(await this.column?.fill(this.reading.entries, annotate))) return false;
    this.measure();
    // Faces come when the text is laid out; they may be wider than what stood in for them.
    void document.fonts.ready.then(() => this.measure());
    return true;
  }

  private measure(): void {
    if (!this.column || !this.deck) return;
    this.reading.lay(this.column.boxes(), this.window.clientHeight, this.preferences);
    this.draw();
    this.requestUpdate();
  }

  /** Puts the text where it belongs now. */
  private draw(): void {
    const shown = this.reading.shownAt(Date.now());
    this.column?.move(shown.y);
    this.column?.light(shown.from, shown.to);
    this.index = this.reading.index;
    this.running = this.reading.running;
  }

  private keepMoving(): void {
    cancelAnimationFrame(this.frame);
    const before = this.reading.index;
    this.draw();
    if (this.reading.index !== before) this.lead();
    if (this.reading.moves(Date.now())) this.frame = requestAnimationFrame(() => this.keepMoving());
  }

  /** The speaker has gone to another place. */
  private moved(): void {
    this.draw();
    this.startTimer();
    this.lead();
    this.keepMoving();
    this.requestUpdate();
  }

  private goTo(index: number): void {
    this.reading.go(index, Date.now());
    this.moved();
  }

  /** The audience's slide follows the text; a black screen stays black. */
  private lead(): void {
    if (!this.preferences.linked) return;
    this.link.pursue((at, outline) => {
      const { slide } = this.reading;
      const steps = outline.find(({ id }) => id === slide)?.steps;
      if (slide === undefined || steps === undefined) return {};
      const step = Math.floor(steps * this.reading.shareOfSlide);
      return at.slide === slide ? { step } : { slide, step, page: 0, pages: 1 };
    });
  }

  private startTimer(): void {
    this.link.pursue(({ timer }) => (isUnused(timer) ? { timer: start(timer, Date.now()) } : {}));
  }

  /** The audience's window tells its state; where somebody else has moved it, the text follows. */
  private hear(stage: Stage): void {
    const moved = this.heardSlide !== stage.slide;
    this.heardSlide = stage.slide;
    if (!moved || !this.preferences.linked || this.link.waits || stage.slide === this.reading.slide) return;
    this.reading.goToSlide(stage.slide, Date.now());
    this.draw();
    this.requestUpdate();
  }

  private readonly clicked = (event: Event) => {
    const index = this.column?.indexOf(event.target as Node) ?? -1;
    if (index >= 0) this.goTo(index);
  };

  private readonly wheeled = (event: WheelEvent) => {
    event.preventDefault();
    this.push(event.deltaMode === 0 ? event.deltaY : event.deltaY * this.preferences.size);
  };

  private readonly dragged = (event: PointerEvent) => {
    if (event.pointerType === 'touch' && event.buttons === 1) this.push(-event.movementY);
  };

  /** Wheel or finger: stops the scrolling and moves the text by hand, px. */
  private push(by: number): void {
    if (this.preferences.mode !== 'scroll' || !this.deck) return;
    const before = this.reading.index;
    this.reading.push(this.preferences.flip ? -by : by, Date.now());
    this.draw();
    if (this.reading.index !== before) this.lead();
  }

  private readonly keyed = (event: KeyboardEvent) => {
    if (this.deck && this.use(event)) event.preventDefault();
  };

  private use(event: KeyboardEvent): boolean {
    const onButton = event.composedPath()[0] instanceof HTMLButtonElement;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return false;
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const act = this.keyAction(event);
    act?.();
    // F5 comes from clickers that begin a show; the browser would load the page again.
    return act !== undefined || event.key === 'F5';
  }

  private keyAction(event: KeyboardEvent): (() => void) | undefined {
    const scrolls = this.preferences.mode === 'scroll';
    if (event.key === '+' || event.key === '=') return () => this.resize(1);
    if (event.key === '-') return () => this.resize(-1);
    if (scrolls && event.key === 'ArrowUp') return () => this.changeRate(1);
    if (scrolls && event.key === 'ArrowDown') return () => this.changeRate(-1);
    const number = this.typedNumber.take(event);
    if (number !== undefined) return () => this.goToSlideNumber(number);
    if (scrolls && (event.key === ' ' || event.key === 'Enter')) return () => this.toggleRun();
    switch (commandOf(event)) {
      case 'next':
        return () => this.step(1);
      case 'previous':
        return () => this.step(-1);
      case 'first':
        return () => this.goTo(0);
      case 'last':
        return () => this.goTo(this.reading.entries.length - 1);
      case 'black':
        return () => this.link.pursue((at) => toggleScreen(at, 'black'));
      case 'white':
        return () => this.link.pursue((at) => toggleScreen(at, 'white'));
      case 'freeze':
        return () => this.link.pursue(toggleFreeze);
      case 'fullscreen':
        return () => void document.documentElement.requestFullscreen?.().catch(() => undefined);
      default:
        return undefined;
    }
  }

  private goToSlideNumber(number: ReturnType<TypedNumber['take']>): void {
    const slides = this.deck?.slides ?? [];
    const id = typeof number === 'number' ? slides[typedIndex(number, slides.length) ?? -1]?.id : undefined;
    if (id === undefined) return;
    this.reading.goToSlide(id, Date.now());
    this.moved();
  }
}
