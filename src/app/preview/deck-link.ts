import type { Deck } from '../../deck/plan/types.ts';
import type { DeckFrame, ShowOptions, SlideEventDetail, SlidePlaceDetail } from '../../deck/show/frame.ts';
import type { SourceRange } from '../../speech/types.ts';
import { frameInterface } from './frame-page.ts';
import { NewestWins } from './newest-wins.ts';

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
  private readonly shows: NewestWins;
  private opened: Promise<DeckFrame | undefined> | undefined;
  private deck: Deck | undefined;
  /** Id of a slide of a deck still to be shown: gone to when it is. */
  private asked: string | undefined;
  private range: SourceRange | undefined;

  constructor(private readonly listener: DeckListener) {
    this.shows = new NewestWins((error) => listener.failed(error));
  }

  /** The page's interface; undefined until its frame has loaded, and when that has failed. */
  get api(): Promise<DeckFrame | undefined> | undefined {
    return this.opened;
  }

  /** Its frame has loaded. */
  connect(frame: HTMLIFrameElement): void {
    const window = frame.contentWindow;
    this.opened = frameInterface(frame, (page) => page.jiangtaiDeck).then(
      (api) => {
        window?.addEventListener('jiangtai-slide', ({ detail }) => this.listener.slide(detail));
        window?.addEventListener('jiangtai-slide-place', ({ detail }) => this.listener.place(detail));
        api.light(this.range);
        return api;
      },
      (error) => {
        this.listener.failed(error);
        return undefined;
      },
    );
    void this.opened.then((api) => api && this.listener.ready());
  }

  /** Its frame is gone. */
  disconnect(): void {
    this.opened = this.deck = undefined;
  }

  /** @param done is called when the newest deck is shown */
  show(deck: Deck, options: ShowOptions, done: (api: DeckFrame) => void = () => undefined): void {
    this.shows.add(async () => {
      const api = await this.opened;
      if (!api) return;
      await api.show(deck, options);
      this.deck = deck;
      if (this.asked !== undefined) api.go(this.asked, { points: 'all' });
      this.asked = undefined;
      done(api);
    });
  }

  /** Shows a slide whole, as soon as there is one of this id. */
  async go(id: string): Promise<void> {
    this.asked = id;
    const api = await this.opened;
    if (this.asked !== id || !this.deck?.slides.some((slide) => slide.id === id)) return;
    if (api?.current() !== id) api?.go(id, { points: 'all' });
    this.asked = undefined;
  }

  light(range: SourceRange | undefined): void {
    this.range = range;
    void this.opened?.then((api) => api?.light(this.range));
  }
}
