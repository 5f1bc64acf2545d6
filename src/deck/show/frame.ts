import type { Deck } from '../plan/types.ts';

export interface ShowOptions {
  /** Where the speech's pictures lie; only this origin and `data:` are ever asked. */
  readonly baseUrl: string;
}

/** A slide whose content is larger than it should be. */
export interface OverflowingSlide {
  readonly id: string;
  /** By so many pixels of the slide's own size (1080 high). */
  readonly by: number;
}

/** The deck page's interface, as `window.jiangtaiDeck` of deck.html. */
export interface DeckFrame {
  /** Resolves when `show` may be called. */
  readonly ready: Promise<void>;
  /**
   * Shows a deck; stays at the slide it was at. Resolves when fonts are there and, for printing
   * (`deck.html?print-pdf`), when the pages are laid out. Latest wins.
   */
  show(deck: Deck, options: ShowOptions): Promise<{ readonly slides: number }>;
  /** Goes to the slide with this id; to none if there is no such slide. */
  go(id: string): void;
  /** Id of the slide on the screen. */
  current(): string | undefined;
  /** Measures every slide as rendered. */
  overflowing(): readonly OverflowingSlide[];
}

/** Sent on the frame's window when another slide is on the screen. */
export interface SlideEventDetail {
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly total: number;
}
export const SLIDE_EVENT = 'jiangtai-slide';

declare global {
  interface Window {
    jiangtaiDeck?: DeckFrame;
  }
  interface WindowEventMap {
    'jiangtai-slide': CustomEvent<SlideEventDetail>;
  }
}
