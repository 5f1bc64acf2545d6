import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Deck } from '../../deck/plan/types.ts';
import { openShowChannel, type ToAudience, type ToPresenter } from '../../deck/show/channel.ts';
import { KeyList } from '../../deck/show/key-list.ts';
import { commandOf } from '../../deck/show/keys.ts';
import type { Ratio } from '../../deck/show/line-room.ts';
import { showLanguage } from '../../deck/show/messages.ts';
import { TypedNumber, typedIndex } from '../../deck/show/typed-number.ts';
import { type Connection, ConnectionWatch } from '../../deck/state/connection.ts';
import { StageFollower, type StageNews } from '../../deck/state/follower.ts';
import {
  back,
  forward,
  type Goal,
  goTo,
  type Outline,
  readStage,
  type Stage,
  seenPlace,
  toggleFreeze,
  toggleScreen,
} from '../../deck/state/stage.ts';
import { elapsedSeconds, pause, STOPPED, start } from '../../deck/state/stopwatch.ts';
import { pageParameters } from '../../page/carried-pages.ts';
import { WakeLock } from '../../page/wake-lock.ts';
import { type PresenterMessageKey, presenterMessage } from './messages.ts';
import { clockTime, paceAt } from './pace.ts';
import { presenterStyles } from './presenter-styles.ts';
import { spokenLines } from './spoken-lines.ts';
import './mirror-slide.ts';

/** Sizes of the spoken text, px, and the one to begin with: read at arm's length, standing. */
const TEXT_SIZES = [20, 24, 28, 32, 38, 44, 52, 62] as const;
const FIRST_SIZE = 3;

/** What the console says in each state of the connection. */
const CONNECTION_MESSAGES = {
  connecting: 'connecting',
  synced: 'synced',
  outOfSync: 'outOfSync',
  frozen: 'frozen',
  lost: 'lost',
  closed: 'gone',
} as const satisfies Record<Connection, PresenterMessageKey>;

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
  @state() private at: Stage | undefined;
  @state() private connection: Connection = 'connecting';
  @state() private now = Date.now();
  @state() private awake = true;
  @state() private size: number;
  @query('.spoken') private readonly spoken!: HTMLElement | null;

  private readonly query = pageParameters();
  private readonly language = showLanguage(this.query.get('language'));
  private readonly channelName = this.query.get('channel') ?? '';
  private readonly channel = openShowChannel<ToAudience, ToPresenter>(this.channelName, 'speaker');
  private readonly keyList = new KeyList();
  private readonly follower = new StageFollower(
    crypto.getRandomValues(new Uint32Array(2)).join('-'),
    (id, goal) => this.channel.send({ kind: 'goal', id, goal }),
  );
  private readonly watch = new ConnectionWatch();
  private readonly wakeLock = new WakeLock((held) => {
    this.awake = held;
  });
  /** The show as an earlier load of this window saw it last. */
  private readonly remembered = keptStage(this.channelName);
  private readonly openedAt = Date.now();
  private ticks = 0;
  private timer = 0;

  constructor() {
    super();
    const size = Number(kept(localStorage, 'jiangtai-spoken-size') ?? FIRST_SIZE);
    this.size = size in TEXT_SIZES ? size : FIRST_SIZE;
    document.documentElement.lang = this.language;
    document.title = this.t('title');
    this.channel.listen((message) => this.hear(message));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.keyed);
    addEventListener('pagehide', this.leave);
    this.timer = window.setInterval(() => this.tick(), 250);
    this.wakeLock.hold();
    this.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.keyed);
    removeEventListener('pagehide', this.leave);
    clearInterval(this.timer);
    this.wakeLock.release();
    this.channel.close();
  }

  protected override render() {
    const { shown, at } = this;
    if (!shown || !at) return html`<main class="waiting" role="status">${this.t(this.waiting)}</main>`;
    const { slides } = shown.deck;
    const index = this.index;
    const slide = slides[index];
    const next = slides[index + 1];
    const mirror = (id: string, name: string, label: string) =>
      html`<mirror-slide class=${name} data-screen=${name === 'now' ? at.screen : 'live'} .deck=${shown.silent} base=${shown.baseUrl}
        .ratio=${shown.ratio} .slideId=${id} label=${label}></mirror-slide>`;
    return html`
      ${this.head(index)}
      <main>
        <div class="slides">
          <h2>${this.t('current')}</h2>
          ${mirror(at.slide, 'now', this.t('current'))}
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
    const before = changed.get('at') as Stage | undefined;
    if (changed.has('at') && before?.slide !== this.at?.slide) this.spoken?.scrollTo(0, 0);
  }

  private head(index: number): TemplateResult {
    const slides = this.shown?.deck.slides ?? [];
    const stopwatch = this.at?.timer ?? STOPPED;
    const elapsed = elapsedSeconds(stopwatch, this.now);
    const { planned, slide, late } = paceAt(slides, index, elapsed);
    const running = stopwatch.since !== undefined || elapsed > 0;
    const lateness = late < 0 ? 'early' : late > 0 ? 'late' : 'onTime';
    const time = clockTime(Math.abs(late));
    const clock = new Date(this.now).toLocaleTimeString(this.language, {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    const steps = this.follower.outline[index]?.steps ?? 0;
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
      ${this.told()}
      <span class="count" data-testid="count">${this.t('slides', { number: index + 1, count: slides.length })}
        ${steps > 0 ? html`<span class="points">${this.t('points', { step: this.at?.step ?? 0, steps })}</span>` : nothing}
      </span>
    </header>`;
  }

  /** How this window stands to the audience's: small while all is well. */
  private told(): TemplateResult {
    const { connection, at } = this;
    const numberOf = (id: string | undefined) =>
      this.follower.outline.findIndex((slide) => slide.id === id) + 1;
    const seen = numberOf(this.follower.seen?.slide);
    const values = { seen, wanted: numberOf(at && seenPlace(at).slide) };
    const asleep = this.awake ? nothing : html`<span class="hint">${this.t('asleep')}</span>`;
    return html`<span class="connection" role="status" data-state=${connection}>${this.t(CONNECTION_MESSAGES[connection], values)}${
      connection === 'outOfSync' || connection === 'lost'
        ? html` <button @click=${() => this.realign()}>${this.t('realign')}</button>`
        : nothing
    }</span>${asleep}`;
  }

  private foot(): TemplateResult {
    const running = this.at?.timer.since !== undefined;
    const screen = this.at?.screen ?? 'live';
    const frozen = this.at?.frozenAt != null;
    return html`<footer>
      <button @click=${() => this.back()}>${this.t('goBack')}</button>
      <button class="main" @click=${() => this.forward()}>${this.t('goOn')}</button>
      <button aria-pressed=${screen === 'black'} @click=${() => this.toggle('black')}>${this.t(screen === 'black' ? 'lit' : 'black')}</button>
      <button aria-pressed=${screen === 'white'} @click=${() => this.toggle('white')}>${this.t(screen === 'white' ? 'lit' : 'white')}</button>
      <button aria-pressed=${frozen} @click=${() => this.pursue(toggleFreeze)}>${this.t(frozen ? 'thaw' : 'freeze')}</button>
      <span class="space"></span>
      <button @click=${() => this.toggleTimer()}>${this.t(running ? 'pause' : 'start')}</button>
      <button @click=${() => this.pursue(() => ({ timer: STOPPED }))}>${this.t('reset')}</button>
      <button aria-label=${this.t('smaller')} title=${this.t('smaller')} @click=${() => this.resize(-1)}>A−</button>
      <button aria-label=${this.t('larger')} title=${this.t('larger')} @click=${() => this.resize(1)}>A+</button>
      <button aria-label=${this.t('keys')} title=${this.t('keys')} @click=${() => this.keyList.toggle(this.language)}>?</button>
    </footer>`;
  }

  private get index(): number {
    const slides = this.shown?.deck.slides ?? [];
    return Math.max(
      0,
      slides.findIndex((slide) => slide.id === this.at?.slide),
    );
  }

  private get waiting(): 'waiting' | 'waitingLong' {
    return this.now - this.openedAt > 5000 ? 'waitingLong' : 'waiting';
  }

  private connect(): void {
    const last = this.follower.heard ?? this.remembered;
    this.channel.send({ kind: 'connect', ...(last && { last }) });
  }

  private readonly leave = () => this.channel.send({ kind: 'bye' });

  private tick(): void {
    this.now = Date.now();
    this.ticks += 1;
    if (this.ticks % 4 === 0) {
      this.watch.asked(this.now);
      this.channel.send({ kind: 'ask' });
    }
    this.connection = this.watch.state(this.now, this.follower);
  }

  private hear(message: ToPresenter): void {
    const now = Date.now();
    switch (message.kind) {
      case 'ready':
        // The slides were loaded again: returns them to the state this window saw last.
        this.connect();
        break;
      case 'deck': {
        const { deck, baseUrl, ratio, outline } = message;
        const silent = { ...deck, slides: deck.slides.map((slide) => ({ ...slide, notes: [] })) };
        this.shown = { deck, silent, baseUrl, ratio };
        this.follower.outline = outline;
        this.hearStage(message, now);
        document.title = `${this.t('title')} – ${deck.title}`;
        break;
      }
      case 'stage':
        this.hearStage(message, now);
        break;
      case 'closed':
        this.watch.saidGoodbye();
        break;
    }
    this.now = now;
    this.connection = this.watch.state(now, this.follower);
  }

  private hearStage(news: StageNews, now: number): void {
    this.follower.hear(news);
    this.watch.heard(now, this.follower);
    this.channel.send({ kind: 'heard', seq: news.stage.seq });
    this.at = this.follower.at;
    keep(sessionStorage, STAGE_KEPT + this.channelName, JSON.stringify(news.stage));
  }

  private pursue(plan: (at: Stage, outline: Outline) => Goal): boolean {
    const now = Date.now();
    this.follower.pursue(plan, now);
    this.at = this.follower.at;
    this.now = now;
    return true;
  }

  /** The audience's state counts; what was wanted and not reached is given up. */
  private realign(): void {
    this.follower.yield();
    this.at = this.follower.at;
    this.connect();
  }

  private forward(): boolean {
    return this.pursue((at, outline) => forward(at, outline, Date.now()));
  }

  private back(): boolean {
    return this.pursue(back);
  }

  private toggle(screen: 'black' | 'white'): boolean {
    return this.pursue((at) => toggleScreen(at, screen));
  }

  private goToIndex(index: number): boolean {
    const id = this.follower.outline.at(index)?.id;
    return id !== undefined && this.pursue(() => goTo(id));
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
    const number = this.typedNumber.take(event);
    if (number !== undefined) {
      const index = typeof number === 'number' ? typedIndex(number, this.follower.outline.length) : undefined;
      if (index !== undefined) this.goToIndex(index);
      return true;
    }
    switch (commandOf(event)) {
      case 'next':
        return this.forward();
      case 'previous':
        return this.back();
      case 'first':
        return this.goToIndex(0);
      case 'last':
        return this.goToIndex(-1);
      case 'black':
        return this.toggle('black');
      case 'white':
        return this.toggle('white');
      case 'freeze':
        return this.pursue(toggleFreeze);
      case 'help':
        this.keyList.toggle(this.language);
        return true;
      default:
        // A clicker sends it to begin the show; the browser would load the page again.
        return event.key === 'F5';
    }
  }

  private toggleTimer(): void {
    this.pursue(({ timer }) => ({
      timer: (timer.since === undefined ? start : pause)(timer, Date.now()),
    }));
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

const STAGE_KEPT = 'jiangtai-console-';

function keptStage(channel: string): Stage | undefined {
  try {
    return readStage(JSON.parse(kept(sessionStorage, STAGE_KEPT + channel) ?? 'null'));
  } catch {
    return undefined;
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
