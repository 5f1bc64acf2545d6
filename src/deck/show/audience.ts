import type { Language } from '../../i18n/language.ts';
import { carriedId, pageAddress } from '../../page/carried-pages.ts';
import type { Deck } from '../plan/types.ts';
import {
  type Goal,
  inOutline,
  measured,
  newest,
  newStage,
  type Outline,
  type Place,
  reach,
  readStage,
  type Screen,
  type Stage,
  seenPlace,
} from '../state/stage.ts';
import { channelName, openShowChannel, prompterQuery, type ToAudience, type ToPresenter } from './channel.ts';
import type { WindowPlace } from './frame.ts';
import type { Ratio } from './line-room.ts';

/** The slides of the page, as far as the state of a show concerns them. */
export interface ShowControls {
  outline(): Outline;
  /** What is on the screen; undefined before the first slide. */
  seen(): Place | undefined;
  /** Puts it on the screen, at once. */
  draw(place: Place, screen: Screen): void;
}

const KEPT = 'jiangtai-stage';

/** A console that has not answered for so long is not waited for, ms. */
const PATIENCE = 1000;

/**
 * The audience's end of the show. It owns the state: takes the goals of this page's keys and of the other windows,
 * draws what comes of them and tells all windows. The state outlives a reload, in this tab and in the other windows.
 */
export class Audience {
  readonly channel = channelName();
  private readonly wire = openShowChannel<ToPresenter, ToAudience>(this.channel, 'audience');
  private shown: { readonly deck: Deck; readonly baseUrl: string } | undefined;
  private stage: Stage | undefined;
  /** Decks are large: they are sent only when somebody has asked. */
  private asked = false;
  /** Nobody has moved the slides since the page was loaded. */
  private untouched = true;
  private drawing = false;
  private reached: string | undefined;
  /** Newest state that a console has heard of, and when this page last changed it. */
  private heardSeq = 0;
  private changedAt = 0;
  /** The console has said goodbye; after a reload it comes back and finds its page again. */
  private deserted = false;
  /** The console, where this page has opened it. */
  private speaker: Window | null = null;

  /** @param begun is called when another window joins: now it is a show */
  constructor(
    private readonly slides: ShowControls,
    private readonly ratio: Ratio,
    private readonly begun: () => void,
  ) {
    this.wire.listen((message) => this.hear(message));
    addEventListener('pagehide', () => this.wire.send({ kind: 'closed' }));
    addEventListener('pageshow', ({ persisted }) => persisted && this.wire.send({ kind: 'ready' }));
  }

  /** A deck is on the screen. */
  show(deck: Deck, baseUrl: string): void {
    const first = this.shown === undefined;
    this.shown = { deck, baseUrl };
    const seen = this.slides.seen();
    if (seen) {
      const outline = this.slides.outline();
      const kept = first ? readKept() : undefined;
      if (kept && outline.some(({ id }) => id === kept.slide)) this.stage = kept;
      this.stage ??= newStage(randomName(), seen.slide);
      this.stage = reach(this.stage, inOutline(this.stage, outline, seen.slide));
      if (kept || this.stage.frozenAt) this.draw();
    }
    if (first) this.wire.send({ kind: 'ready' });
    if (this.asked) this.tellDeck();
  }

  /** The slides were moved by something else than a goal: a finger, an address, the app around this page. */
  moved(byHand: boolean): void {
    const seen = this.slides.seen();
    if (this.drawing || !this.stage || !seen) return;
    if (byHand) this.untouched = false;
    if (this.stage.frozenAt) {
      if (byHand) this.pursue(() => ({ ...seen }));
      this.draw();
    } else this.change(reach(this.stage, { ...seen }));
  }

  /**
   * Reaches the goal that `plan` makes of the state, for a key or click in this page.
   *
   * @param now begins the timer with the first move: milliseconds since 1970; undefined leaves it alone
   * @returns whether anything changed
   */
  pursue(plan: (stage: Stage, outline: Outline, now?: number) => Goal, now?: number): boolean {
    const { stage } = this;
    if (!stage) return false;
    this.untouched = false;
    if (this.isDeserted(stage)) this.change(reach(stage, { page: 0, pages: 1 }));
    const before = this.stage ?? stage;
    this.change(reach(before, plan(before, this.slides.outline(), now)));
    return this.stage !== before;
  }

  /** Somebody has the deck in another window. */
  get watched(): boolean {
    return this.asked;
  }

  get screen(): Screen {
    return this.stage?.screen ?? 'live';
  }

  /** Whether the audience's picture is held; then the slide of the show is another than {@link ShowControls.seen}. */
  get frozen(): boolean {
    return this.stage?.frozenAt != null;
  }

  /**
   * Opens the speaker's window, or brings it to the front. Call it in the handler of a click or key.
   *
   * @param place of the window; the browser's choice without it
   * @returns false when the browser refused the window
   */
  openSpeaker(language: Language, place?: WindowPlace): boolean {
    const address = pageAddress('presenter', { channel: this.channel, language });
    if (this.speaker && !this.speaker.closed) this.speaker.focus();
    else {
      // Only the page that has gone full screen may open a window beside it without leaving full screen.
      const opener = place ? window.parent : window;
      const name = `jiangtai-speaker-${this.channel}`;
      this.speaker = opener.open(address, name, windowFeatures(place));
    }
    return this.speaker !== null;
  }

  /**
   * Opens the teleprompter, or brings it to the front. Call it in the handler of a click.
   *
   * @param offset where it begins, in the author's source; undefined: at the slide
   * @returns false when the browser refused the window
   */
  openPrompter(language: Language, offset: number | undefined): boolean {
    const address = new URL('./prompter.html', location.href);
    address.search = prompterQuery(this.channel, language, offset);
    return window.open(address, `jiangtai-prompter-${this.channel}`, 'popup,width=1280,height=800') !== null;
  }

  /** A console had pages to turn and is gone: it has not answered to the last change, and had time to. */
  private isDeserted({ pages, seq }: Stage): boolean {
    if (pages === 1) return false;
    return this.deserted || (this.heardSeq < seq && Date.now() - this.changedAt > PATIENCE);
  }

  private change(stage: Stage): void {
    if (stage === this.stage) return;
    this.stage = stage;
    this.changedAt = Date.now();
    this.draw();
    if (this.asked) keep(stage);
    this.tell();
  }

  private draw(): void {
    if (!this.stage) return;
    this.drawing = true;
    this.slides.draw(seenPlace(this.stage), this.stage.screen);
    this.drawing = false;
  }

  private tell(): void {
    const { stage, reached } = this;
    const seen = this.slides.seen();
    if (stage && seen)
      this.wire.send({ kind: 'stage', stage, seen, ...(reached !== undefined && { reached }) });
  }

  private tellDeck(): void {
    const { stage } = this;
    const seen = this.slides.seen();
    if (!this.shown || !stage || !seen) return;
    const { ratio } = this;
    this.wire.send({ kind: 'deck', ...this.shown, ratio, outline: this.slides.outline(), stage, seen });
  }

  private hear(message: ToAudience): void {
    const { stage } = this;
    switch (message.kind) {
      case 'connect':
        this.asked = true;
        this.deserted = false;
        this.begun();
        if (stage) {
          const wanted = newest(stage, readStage(message.last), this.untouched);
          if (wanted !== stage) this.adopt(wanted);
          keep(this.stage ?? stage);
        }
        this.tellDeck();
        break;
      case 'ask':
        this.tell();
        break;
      case 'heard':
        this.heardSeq = message.seq;
        break;
      case 'pages':
        if (stage) this.change(reach(stage, measured(stage, message.slide, message.pages)));
        break;
      case 'goal':
        if (!stage) break;
        this.untouched = false;
        this.reached = message.id;
        // Told also where nothing changes: the sender waits for it.
        if (reach(stage, message.goal) === stage) this.tell();
        else this.change(reach(stage, message.goal));
        break;
      case 'bye':
        this.deserted = true;
        break;
    }
  }

  /** Another window knows the show better: it goes on from there. */
  private adopt(wanted: Stage): void {
    const seen = this.slides.seen();
    if (!seen) return;
    const outline = this.slides.outline();
    const at = outline.some(({ id }) => id === wanted.slide) ? wanted : { ...wanted, slide: seen.slide };
    this.heardSeq = 0;
    this.change({ ...reach(at, inOutline(at, outline, seen.slide)), seq: wanted.seq + 1 });
  }
}

function windowFeatures(place: WindowPlace | undefined): string {
  if (!place) return 'popup,width=1280,height=800';
  const { left, top, width, height } = place;
  return `popup,left=${left},top=${top},width=${width},height=${height}`;
}

const randomName = () => crypto.getRandomValues(new Uint32Array(2)).join('-');

function readKept(): Stage | undefined {
  try {
    return readStage(JSON.parse(sessionStorage.getItem(KEPT + carriedId()) ?? 'null'));
  } catch {
    // A browser that keeps nothing: the other window still knows the show.
    return undefined;
  }
}

function keep(stage: Stage): void {
  try {
    sessionStorage.setItem(KEPT + carriedId(), JSON.stringify(stage));
  } catch {
    // As above.
  }
}
