import type { Language } from '../../i18n/language.ts';
import type { Deck } from '../plan/types.ts';
import {
  channelName,
  openShowChannel,
  type ShowState,
  type ToAudience,
  type ToPresenter,
} from './channel.ts';
import type { Ratio } from './line-room.ts';

/** What the speaker's window may do with the slides. */
export interface ShowControls {
  state(): ShowState | undefined;
  go(id: string): void;
  next(): void;
  previous(): void;
  black(on: boolean): void;
}

/** The audience's end of the show: tells the speaker's window what is seen, and does what it asks. */
export class Audience {
  readonly channel = channelName();
  private readonly wire = openShowChannel<ToPresenter, ToAudience>(this.channel, 'audience');
  private shown: { readonly deck: Deck; readonly baseUrl: string } | undefined;
  /** Decks are large: they are sent only when somebody has asked. */
  private asked = false;

  constructor(
    private readonly slides: ShowControls,
    private readonly ratio: Ratio,
  ) {
    this.wire.listen((message) => this.hear(message));
    addEventListener('pagehide', () => this.wire.send({ kind: 'closed' }));
  }

  /** A deck is on the screen. */
  show(deck: Deck, baseUrl: string): void {
    const first = this.shown === undefined;
    this.shown = { deck, baseUrl };
    if (first) this.wire.send({ kind: 'ready' });
    if (this.asked) this.tellDeck();
  }

  /** Another slide, point or blackness is on the screen. */
  moved(): void {
    // Before the first word with the speaker's window nothing is said: it remembers where the show was.
    const state = this.shown && this.slides.state();
    if (state) this.wire.send({ kind: 'state', state });
  }

  /**
   * Opens the speaker's window, or brings it to the front. Call it in the handler of a click or key.
   *
   * @returns false when the browser refused the window
   */
  openSpeaker(language: Language): boolean {
    const address = new URL('./presenter.html', location.href);
    address.search = String(new URLSearchParams({ channel: this.channel, language }));
    return window.open(address, `jiangtai-speaker-${this.channel}`, 'popup,width=1280,height=800') !== null;
  }

  private tellDeck(): void {
    const state = this.slides.state();
    if (!this.shown || !state) return;
    this.wire.send({ kind: 'deck', ...this.shown, ratio: this.ratio, state });
  }

  private hear(message: ToAudience): void {
    switch (message.kind) {
      case 'connect':
        this.asked = true;
        if (message.resume) {
          this.slides.go(message.resume.id);
          this.slides.black(message.resume.black);
        }
        this.tellDeck();
        break;
      case 'go':
        this.slides.go(message.id);
        break;
      case 'next':
        this.slides.next();
        break;
      case 'previous':
        this.slides.previous();
        break;
      case 'black':
        this.slides.black(message.on);
        break;
    }
  }
}
