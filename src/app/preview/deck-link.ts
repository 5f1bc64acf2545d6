import type { Deck } from '../../deck/plan/types.ts';
import type { DeckFrame, ShowOptions, SlideEventDetail, SlidePlaceDetail } from '../../deck/show/frame.ts';
import type { SourceRange } from '../../speech/types.ts';
import { frameInterface } from './frame-page.ts';

/**
 * Runs one job at a time; of those requested meanwhile only the newest is kept. A failed job is reported to `failed` and
 * does not stop the next.
 */
export class LatestOnly {
  private waiting: (() => Promise<void>) | undefined;
  private running = false;

  constructor(private readonly failed: (error: unknown) => void) {}

  add(job: () => Promise<void>): void {
    this.waiting = job;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting) {
      const job = this.waiting;
      this.waiting = undefined;
      await job().catch(this.failed);
    }
    this.running = false;
  }
}

/** Who wants to know what happens on a deck page. */
export interface DeckListener {
  /** Its interface is there; nothing is shown yet. */
  ready(): void;
  /** Another slide is shown or marked. */
  slide(detail: SlideEventDetail): void;
  /** The author clicked a slide. */
  place(detail: SlidePlaceDetail): void;
  failed(error: unknown): void;
}

/** One deck page in its frame: what it shows, which slide, what is lit; also before it has loaded. */
export class DeckLink {
  private shows: LatestOnly;
  /** The page's interface while its frame is loaded. */
  private page: DeckFrame | undefined;
  private open!: (api: DeckFrame | undefined) => void;
  private opened = this.closed();
  private deck: Deck | undefined;
  /** Id of a slide of a deck still to be shown: gone to when it is. */
  private asked: string | undefined;
  private range: SourceRange | undefined;

  constructor(private readonly listener: DeckListener) {
    this.shows = this.queue();
  }

  /** The page's interface, as soon as its frame has loaded; undefined when that has failed. */
  get api(): Promise<DeckFrame | undefined> {
    return this.opened;
  }

  private closed(): Promise<DeckFrame | undefined> {
    return new Promise((resolve) => {
      this.open = resolve;
    });
  }

  private queue(): LatestOnly {
    return new LatestOnly((error) => this.listener.failed(error));
  }

  /** Its frame has loaded. */
  connect(frame: HTMLIFrameElement): void {
    const window = frame.contentWindow;
    frameInterface(frame, (page) => page.jiangtaiDeck).then(
      (api) => {
        window?.addEventListener('jiangtai-slide', ({ detail }) => {
          // Who walked on wants to be where they are.
          if (detail.byHand) this.asked = undefined;
          this.listener.slide(detail);
        });
        window?.addEventListener('jiangtai-slide-place', ({ detail }) => this.listener.place(detail));
        this.page = api;
        this.open(api);
        // Loaded once more, its old interface is gone.
        this.opened = Promise.resolve(api);
        api.light(this.range);
        this.listener.ready();
      },
      (error) => {
        this.open(undefined);
        this.listener.failed(error);
      },
    );
  }

  /** Its frame is gone. */
  disconnect(): void {
    this.opened = this.closed();
    this.page = this.deck = undefined;
    // What was under way in a page that is gone may never end.
    this.shows = this.queue();
  }

  /**
   * Shows a deck; no effect before {@link DeckListener.ready}.
   *
   * @param done is called when the newest deck is shown
   */
  show(deck: Deck, options: ShowOptions, done: (api: DeckFrame) => void = () => undefined): void {
    this.shows.add(async () => {
      const api = this.page;
      if (!api) return;
      await api.show(deck, options);
      this.deck = deck;
      this.goToAsked(api);
      done(api);
    });
  }

  /** Shows a slide whole, as soon as there is one of this id. */
  go(id: string): void {
    this.asked = id;
    if (this.page) this.goToAsked(this.page);
  }

  /** A slide that is in a deck still to come is gone to when it is there. */
  private goToAsked(api: DeckFrame): void {
    const { asked } = this;
    if (asked === undefined || !this.deck?.slides.some((slide) => slide.id === asked)) return;
    if (api.current() !== asked) api.go(asked, { points: 'all' });
    this.asked = undefined;
  }

  light(range: SourceRange | undefined): void {
    this.range = range;
    this.page?.light(range);
  }
}
