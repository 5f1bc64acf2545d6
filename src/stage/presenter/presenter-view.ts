import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Slide } from '../../deck/plan/types.ts';
import { prompterQuery } from '../../deck/show/channel.ts';
import { KeyList } from '../../deck/show/key-list.ts';
import { type Command, commandOf } from '../../deck/show/keys.ts';
import { showLanguage } from '../../deck/show/messages.ts';
import { TypedNumber, typedIndex } from '../../deck/show/typed-number.ts';
import { type Move, moveAhead, pageOf, toggleFreeze, toggleScreen } from '../../deck/state/stage.ts';
import { elapsedSeconds, pause, STOPPED, start } from '../../deck/state/stopwatch.ts';
import { hasOwnFiles, pageParameters } from '../../page/carried-pages.ts';
import { keep, kept } from '../link/kept.ts';
import { StageLink } from '../link/stage-link.ts';
import { type PresenterMessageKey, presenterMessage } from './messages.ts';
import { presenterStyles } from './presenter-styles.ts';
import { readSlideTimes } from './slide-times.ts';
import { firstSaid } from './spoken-lines.ts';
import { type PagesDetail, type SpokenPane, TEXT_SIZES } from './spoken-pane.ts';
import './connection-line.ts';
import './mirror-slide.ts';
import './section-bars.ts';
import './show-clock.ts';
import './slide-chooser.ts';

/** What the button does next, by the move ahead. */
const MOVE_MESSAGES = {
  screen: 'lit',
  page: 'moreText',
  step: 'nextPoint',
  slide: 'goOn',
  end: 'ended',
} as const satisfies Record<Move, PresenterMessageKey>;

/** Milliseconds after which digits without Enter are forgotten. */
const DIGITS_KEPT = 3000;

const SIZE_KEPT = 'jiangtai-spoken-size';
const TIMES_KEPT = 'jiangtai-slide-times-';

/**
 * The presenter's window: what is to be said, what the audience sees, what comes next, and the time. It steers
 * the audience's window and follows it, by the channel named in the address (`?channel=…&language=…`).
 */
@customElement('speaker-view')
export class PresenterView extends LitElement {
  static override styles = presenterStyles;

  @state() private size: number | undefined;
  @state() private choosing = false;
  @state() private typedAt = 0;
  @query('spoken-pane') private readonly pane!: SpokenPane | null;

  private readonly query = pageParameters();
  private readonly language = showLanguage(this.query.get('language'));
  private readonly channel = this.query.get('channel') ?? '';
  private readonly link = new StageLink(this, this.channel);
  private readonly keyList = new KeyList();
  private readonly typedNumber = new TypedNumber();
  private readonly times = readSlideTimes(kept(sessionStorage, TIMES_KEPT + this.channel));

  constructor() {
    super();
    const size = kept(localStorage, SIZE_KEPT);
    this.size = size !== null && Number(size) in TEXT_SIZES ? Number(size) : undefined;
    document.documentElement.lang = this.language;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.keyed);
  }

  protected override willUpdate(): void {
    const { link } = this;
    const title = link.shown?.deck.title;
    document.title = title ? `${this.t('title')} – ${title}` : this.t('title');
    if (this.typedNumber.typed !== '' && link.now - this.typedAt > DIGITS_KEPT) this.typedNumber.clear();
    const { at } = link;
    if (!at || (at.timer.since === undefined && at.timer.before === 0 && this.times.complete)) return;
    this.times.note(at.slide, elapsedSeconds(at.timer, link.now));
    keep(sessionStorage, TIMES_KEPT + this.channel, JSON.stringify(this.times));
  }

  protected override render() {
    const { link } = this;
    const { shown, at, index } = link;
    if (!shown || !at)
      return html`<main class="waiting" role="status">${this.t(link.age > 5 ? 'waitingLong' : 'waiting')}</main>`;
    const { slides } = shown.deck;
    const next = slides[index + 1];
    const mirror = (id: string, name: string, label: string) =>
      html`<mirror-slide class=${name} data-screen=${name === 'now' ? at.screen : 'live'} .deck=${shown.silent} base=${shown.baseUrl}
        .ratio=${shown.ratio} .slideId=${id} label=${label}></mirror-slide>`;
    const elapsed = elapsedSeconds(at.timer, link.now);
    return html`
      <header>
        <show-clock .slides=${slides} .index=${index} .elapsed=${elapsed} .now=${link.now} .language=${this.language}></show-clock>
        <connection-line .link=${link} .connection=${link.connection} .seen=${link.seen?.slide} .awake=${link.awake}
          .wanted=${at.slide} .language=${this.language}></connection-line>
        <span class="count" data-testid="count">${this.t('slides', { number: index + 1, count: slides.length })}${this.points(index)}</span>
        <section-bars .slides=${slides} .index=${index} .elapsed=${elapsed} .times=${this.times} .language=${this.language}
          lang=${shown.deck.lang}></section-bars>
      </header>
      <main>
        <div class="slides">
          <h2>${this.t('current')}</h2>
          ${mirror(at.slide, 'now', this.t('current'))}
          <h2>${this.t('next')}</h2>
          ${next ? mirror(next.id, 'after', this.t('next')) : html`<div class="end">${this.t('last')}</div>`}
        </div>
        ${this.spoken(slides, index)}
        ${
          this.choosing
            ? html`<slide-chooser .shown=${shown} .language=${this.language} current=${at.slide} label=${this.t('all')}
                @slide-chosen=${this.chosen} @chooser-closed=${this.closeChooser}></slide-chooser>`
            : nothing
        }
      </main>
      ${this.foot()}
      ${
        this.typedNumber.typed
          ? html`<p class="typed" role="status">${this.t('typed', { number: this.typedNumber.typed })}</p>`
          : nothing
      }
    `;
  }

  private points(index: number): TemplateResult | typeof nothing {
    const { at, outline } = this.link;
    const steps = outline[index]?.steps ?? 0;
    const pages = at?.pages ?? 1;
    const points = steps > 0 ? this.t('points', { step: at?.step ?? 0, steps }) : '';
    const page = at && pages > 1 ? this.t('pages', { page: pageOf(at) + 1, pages }) : '';
    return points || page
      ? html`<span class="points">${[points, page].filter(Boolean).join(' · ')}</span>`
      : nothing;
  }

  private spoken(slides: readonly Slide[], index: number): TemplateResult {
    const { at, shown } = this.link;
    const ahead = firstSaid(slides.slice(index + 1));
    return html`<spoken-pane .slide=${slides[index]} .page=${at ? pageOf(at) : 0} .size=${this.size} textLang=${shown?.deck.lang ?? ''}
      ahead=${ahead ?? this.t('ended')} aheadLabel=${ahead === undefined ? '' : this.t('ahead')} nothing=${this.t('nothing')}
      @pages-measured=${this.measured}></spoken-pane>`;
  }

  private foot(): TemplateResult {
    const { at, outline } = this.link;
    const running = at?.timer.since !== undefined;
    const screen = at?.screen ?? 'live';
    const frozen = at?.frozenAt != null;
    const move = at ? moveAhead(at, outline) : 'slide';
    const button = (command: Command, word: PresenterMessageKey, pressed?: boolean) =>
      html`<button aria-pressed=${pressed ?? nothing} @click=${() => this.obey(command)}>${this.t(word)}</button>`;
    return html`<footer>
      ${button('previous', 'goBack')}
      <button class="main" data-move=${move} @click=${() => this.link.forward()}>${this.t(MOVE_MESSAGES[move])}</button>
      ${button('black', screen === 'black' ? 'lit' : 'black', screen === 'black')}
      ${button('white', screen === 'white' ? 'lit' : 'white', screen === 'white')}
      ${button('freeze', frozen ? 'thaw' : 'freeze', frozen)}
      ${button('grid', 'all', this.choosing)}
      <span class="space"></span>
      <button @click=${() => this.toggleTimer()}>${this.t(running ? 'pause' : 'start')}</button>
      <button @click=${() => this.link.pursue(() => ({ timer: STOPPED }))}>${this.t('reset')}</button>
      ${hasOwnFiles() ? html`<button @click=${() => this.openPrompter()}>${this.t('prompter')}</button>` : nothing}
      <button aria-label=${this.t('smaller')} title=${this.t('smaller')} @click=${() => this.resize(-1)}>A−</button>
      <button aria-label=${this.t('larger')} title=${this.t('larger')} @click=${() => this.resize(1)}>A+</button>
      <button aria-pressed=${this.size === undefined} title=${this.t('fitHint')} @click=${() => this.fit()}>${this.t('fit')}</button>
      ${button('help', 'help')}
    </footer>`;
  }

  private readonly measured = ({ detail }: CustomEvent<PagesDetail>) => {
    const { at } = this.link;
    if (at?.slide === detail.slide && at.pages !== detail.pages)
      this.link.tellPages(detail.slide, detail.pages);
  };

  private readonly chosen = ({ detail }: CustomEvent<string>) => {
    this.closeChooser();
    this.link.goToIndex(this.link.outline.findIndex(({ id }) => id === detail));
  };

  private readonly closeChooser = () => {
    this.choosing = false;
    window.focus();
  };

  private readonly keyed = (event: KeyboardEvent) => {
    if (this.keyList.open) this.keyList.close();
    else if (!this.use(event)) return;
    event.preventDefault();
  };

  /** The keys of the show, but ↑ and ↓ turn the text only, and + and − set its size. */
  private use(event: KeyboardEvent): boolean {
    const onButton = event.composedPath()[0] instanceof HTMLButtonElement;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return false;
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
      return this.turnText(event.key === 'ArrowUp' ? -1 : 1);
    if (event.key === '+' || event.key === '=') return this.resize(1);
    if (event.key === '-') return this.resize(-1);
    const number = this.typedNumber.take(event);
    if (number !== undefined) {
      const index = typeof number === 'number' ? typedIndex(number, this.link.outline.length) : undefined;
      if (index !== undefined) this.link.goToIndex(index);
      this.typedAt = Date.now();
      this.requestUpdate();
      return true;
    }
    const command = commandOf(event);
    // A clicker sends F5 to begin the show; the browser would load the page again.
    return command === undefined ? event.key === 'F5' : this.obey(command);
  }

  /** @returns whether there was something to do */
  private obey(command: Command): boolean {
    const { link } = this;
    switch (command) {
      case 'next':
        link.forward();
        return true;
      case 'previous':
        link.back();
        return true;
      case 'first':
        link.goToIndex(0);
        return true;
      case 'last':
        link.goToIndex(-1);
        return true;
      case 'black':
      case 'white':
        link.pursue((at) => toggleScreen(at, command));
        return true;
      case 'freeze':
        link.pursue(toggleFreeze);
        return true;
      case 'grid':
      case 'overview':
        this.choosing = !this.choosing;
        return true;
      case 'escape':
        this.typedNumber.clear();
        this.choosing = false;
        return true;
      case 'help':
        this.keyList.toggle(this.language);
        return true;
      case 'fullscreen':
      case 'speaker':
        return false;
    }
  }

  private openPrompter(): void {
    const address = `./prompter.html?${prompterQuery(this.channel, this.language)}`;
    window.open(address, `jiangtai-prompter-${this.channel}`, 'popup,width=1280,height=800');
  }

  private turnText(by: number): boolean {
    this.link.pursue((at) => ({ page: Math.max(0, Math.min(at.pages - 1, pageOf(at) + by)) }));
    return true;
  }

  private toggleTimer(): void {
    this.link.pursue(({ timer }) => ({
      timer: (timer.since === undefined ? start : pause)(timer, Date.now()),
    }));
  }

  private resize(by: number): boolean {
    const size = (this.size ?? this.pane?.setSize ?? 0) + by;
    this.size = Math.min(TEXT_SIZES.length - 1, Math.max(0, size));
    keep(localStorage, SIZE_KEPT, String(this.size));
    return true;
  }

  private fit(): void {
    this.size = undefined;
    keep(localStorage, SIZE_KEPT, 'fit');
  }

  private t(word: PresenterMessageKey, values?: Readonly<Record<string, string | number>>): string {
    return presenterMessage(word, this.language, values);
  }
}
