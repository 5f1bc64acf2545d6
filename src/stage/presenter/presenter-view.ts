import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Deck } from '../../deck/plan/types.ts';
import {
  openShowChannel,
  type ShowState,
  type ToAudience,
  type ToPresenter,
} from '../../deck/show/channel.ts';
import { KeyList } from '../../deck/show/key-list.ts';
import { commandOf } from '../../deck/show/keys.ts';
import type { Ratio } from '../../deck/show/line-room.ts';
import { showLanguage } from '../../deck/show/messages.ts';
import { TypedNumber, typedIndex } from '../../deck/show/typed-number.ts';
import { type PresenterMessageKey, presenterMessage } from './messages.ts';
import { clockTime, paceAt } from './pace.ts';
import { presenterStyles } from './presenter-styles.ts';
import { spokenLines } from './spoken-lines.ts';
import {
  elapsedSeconds,
  isUnused,
  pause,
  readStopwatch,
  STOPPED,
  type StopwatchState,
  start,
} from './stopwatch.ts';
import './mirror-slide.ts';

/** Sizes of the spoken text, px, and the one to begin with: read at arm's length, standing. */
const TEXT_SIZES = [20, 24, 28, 32, 38, 44, 52, 62] as const;
const FIRST_SIZE = 3;

interface Shown {
  readonly deck: Deck;
  /** The deck without the spoken text, for the small slides. */
  readonly silent: Deck;
  readonly baseUrl: string;
  readonly ratio: Ratio;
}

/**
 * The presenter's window: what the audience sees, what comes next, what is to be said, and the time. It steers
 * the audience's window and follows it, by the channel named in the address (`?channel=…&language=…`).
 */
@customElement('speaker-view')
export class PresenterView extends LitElement {
  static override styles = presenterStyles;

  @state() private shown: Shown | undefined;
  @state() private at: ShowState | undefined;
  @state() private gone = false;
  @state() private now = Date.now();
  @state() private stopwatch: StopwatchState;
  @state() private size: number;
  @query('.spoken') private readonly spoken!: HTMLElement | null;

  private readonly query = new URLSearchParams(location.search);
  private readonly language = showLanguage(this.query.get('language'));
  private readonly channelName = this.query.get('channel') ?? '';
  private readonly channel = openShowChannel<ToAudience, ToPresenter>(this.channelName, 'speaker');
  private readonly keyList = new KeyList();
  private timer = 0;

  constructor() {
    super();
    this.stopwatch = readStopwatch(kept(sessionStorage, `jiangtai-stopwatch-${this.channelName}`));
    const size = Number(kept(localStorage, 'jiangtai-spoken-size') ?? FIRST_SIZE);
    this.size = size in TEXT_SIZES ? size : FIRST_SIZE;
    document.documentElement.lang = this.language;
    document.title = this.t('title');
    this.channel.listen((message) => this.hear(message));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.keyed);
    this.timer = window.setInterval(() => {
      this.now = Date.now();
    }, 250);
    this.channel.send({ kind: 'connect' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.keyed);
    clearInterval(this.timer);
    this.channel.close();
  }

  protected override render() {
    const { shown, at } = this;
    if (!shown || !at) return html`<main class="waiting" role="status">${this.t('waiting')}</main>`;
    const { slides } = shown.deck;
    const index = this.index;
    const slide = slides[index];
    const next = slides[index + 1];
    const mirror = (id: string, name: string, label: string) =>
      html`<mirror-slide class=${name} data-black=${name === 'now' && at.black} .deck=${shown.silent} base=${shown.baseUrl}
        .ratio=${shown.ratio} .slideId=${id} label=${label}></mirror-slide>`;
    return html`
      ${this.head(index)}
      <main>
        <div class="slides">
          <h2>${this.t('current')}</h2>
          ${mirror(at.id, 'now', this.t('current'))}
          <h2>${this.t('next')}</h2>
          ${next ? mirror(next.id, 'after', this.t('next')) : html`<div class="end">${this.t('last')}</div>`}
        </div>
        <div class="spoken" tabindex="0" lang=${shown.deck.lang} style="--spoken: ${TEXT_SIZES[this.size]}px">
          ${
            slide && slide.notes.length > 0
              ? spokenLines(slide.notes).map(
                  (line) =>
                    html`<p>${line.map(({ kind, text }) => html`<span class=${kind}>${text}</span>`)}</p>`,
                )
              : html`<p class="nothing" lang=${this.language}>${this.t('nothing')}</p>`
          }
        </div>
      </main>
      ${this.foot()}
    `;
  }

  protected override updated(changed: Map<string, unknown>): void {
    const before = changed.get('at') as ShowState | undefined;
    if (changed.has('at') && before?.id !== this.at?.id) this.spoken?.scrollTo(0, 0);
  }

  private head(index: number): TemplateResult {
    const slides = this.shown?.deck.slides ?? [];
    const elapsed = elapsedSeconds(this.stopwatch, this.now);
    const { planned, slide, late } = paceAt(slides, index, elapsed);
    const running = this.stopwatch.since !== undefined || elapsed > 0;
    const lateness = late < 0 ? 'early' : late > 0 ? 'late' : 'onTime';
    const time = clockTime(Math.abs(late));
    const clock = new Date(this.now).toLocaleTimeString(this.language, {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    const steps = this.at?.steps ?? 0;
    return html`<header>
      <dl>
        <div><dt>${this.t('clock')}</dt><dd data-testid="clock">${clock}</dd></div>
        <div><dt>${this.t('elapsed')}</dt><dd data-testid="elapsed">${clockTime(elapsed)}</dd></div>
        <div><dt>${this.t('planned')}</dt><dd data-testid="planned">${clockTime(planned)}</dd></div>
        <div><dt>${this.t('thisSlide')}</dt><dd>${clockTime(slide)}</dd></div>
        ${
          running
            ? html`<div><dt>&nbsp;</dt><dd class="pace" data-late=${lateness}>${this.t(lateness, { time })}</dd></div>`
            : nothing
        }
      </dl>
      ${this.gone ? html`<span class="notice" role="status">${this.t('gone')}</span>` : nothing}
      <span class="count" data-testid="count">${this.t('slides', { number: index + 1, count: slides.length })}
        ${steps > 0 ? html`<span class="points">${this.t('points', { step: this.at?.step ?? 0, steps })}</span>` : nothing}
      </span>
    </header>`;
  }

  private foot(): TemplateResult {
    const running = this.stopwatch.since !== undefined;
    const black = this.at?.black ?? false;
    return html`<footer>
      <button @click=${() => this.channel.send({ kind: 'previous' })}>${this.t('goBack')}</button>
      <button class="main" @click=${() => this.channel.send({ kind: 'next' })}>${this.t('goOn')}</button>
      <button aria-pressed=${black} @click=${() => this.black()}>${this.t(black ? 'lit' : 'black')}</button>
      <span class="space"></span>
      <button @click=${() => this.toggleTimer()}>${this.t(running ? 'pause' : 'start')}</button>
      <button @click=${() => this.keepTime(STOPPED)}>${this.t('reset')}</button>
      <button aria-label=${this.t('smaller')} title=${this.t('smaller')} @click=${() => this.resize(-1)}>A−</button>
      <button aria-label=${this.t('larger')} title=${this.t('larger')} @click=${() => this.resize(1)}>A+</button>
      <button aria-label=${this.t('keys')} title=${this.t('keys')} @click=${() => this.keyList.toggle(this.language)}>?</button>
    </footer>`;
  }

  private get index(): number {
    const slides = this.shown?.deck.slides ?? [];
    return Math.max(
      0,
      slides.findIndex((slide) => slide.id === this.at?.id),
    );
  }

  private hear(message: ToPresenter): void {
    switch (message.kind) {
      case 'ready':
        // The slides were reloaded: returns them to the slide this window showed last.
        this.channel.send({
          kind: 'connect',
          ...(this.at && { resume: { id: this.at.id, black: this.at.black } }),
        });
        break;
      case 'deck': {
        const { deck, baseUrl, ratio } = message;
        const silent = { ...deck, slides: deck.slides.map((slide) => ({ ...slide, notes: [] })) };
        this.shown = { deck, silent, baseUrl, ratio };
        this.at = message.state;
        this.gone = false;
        document.title = `${this.t('title')} – ${deck.title}`;
        break;
      }
      case 'state':
        this.gone = false;
        // The talk begins when the first slide is left.
        if (this.at && this.index === 0 && message.state.id !== this.at.id && isUnused(this.stopwatch))
          this.keepTime(start(STOPPED, Date.now()));
        this.at = message.state;
        break;
      case 'closed':
        this.gone = true;
        break;
    }
  }

  private readonly typedNumber = new TypedNumber();

  private readonly keyed = (event: KeyboardEvent) => {
    if (this.keyList.open) this.keyList.close();
    else if (!this.use(event)) return;
    event.preventDefault();
  };

  /** The keys of the show, but ↑ and ↓ scroll the text, and + and − set its size. */
  private use(event: KeyboardEvent): boolean {
    const onButton = event.composedPath()[0] instanceof HTMLButtonElement;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return false;
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const { spoken } = this;
      spoken?.scrollBy(0, (event.key === 'ArrowUp' ? -0.4 : 0.4) * spoken.clientHeight);
      return true;
    }
    if (event.key === '+' || event.key === '=') return this.resize(1);
    if (event.key === '-') return this.resize(-1);
    const slides = this.shown?.deck.slides ?? [];
    const number = this.typedNumber.take(event);
    if (number !== undefined) {
      const slide = typeof number === 'number' && slides[typedIndex(number, slides.length) ?? -1];
      if (slide) this.channel.send({ kind: 'go', id: slide.id });
      return true;
    }
    switch (commandOf(event)) {
      case 'next':
        this.channel.send({ kind: 'next' });
        return true;
      case 'previous':
        this.channel.send({ kind: 'previous' });
        return true;
      case 'first':
        if (slides[0]) this.channel.send({ kind: 'go', id: slides[0].id });
        return true;
      case 'last':
        this.channel.send({ kind: 'go', id: slides.at(-1)?.id ?? '' });
        return true;
      case 'black':
        this.black();
        return true;
      case 'help':
        this.keyList.toggle(this.language);
        return true;
      default:
        return false;
    }
  }

  private black(): void {
    this.channel.send({ kind: 'black', on: !this.at?.black });
  }

  private toggleTimer(): void {
    const running = this.stopwatch.since !== undefined;
    this.keepTime((running ? pause : start)(this.stopwatch, Date.now()));
  }

  private keepTime(stopwatch: StopwatchState): void {
    this.stopwatch = stopwatch;
    this.now = Date.now();
    keep(sessionStorage, `jiangtai-stopwatch-${this.channelName}`, JSON.stringify(stopwatch));
  }

  private resize(by: number): boolean {
    this.size = Math.min(TEXT_SIZES.length - 1, Math.max(0, this.size + by));
    keep(localStorage, 'jiangtai-spoken-size', String(this.size));
    return true;
  }

  private t(word: PresenterMessageKey, values?: Readonly<Record<string, string | number>>): string {
    return presenterMessage(word, this.language, values);
  }
}

/** Storage may be refused; then nothing is kept and all works without. */
function kept(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function keep(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // As above.
  }
}
