import type { Deck } from '../plan/types.ts';
import type { ShowLanguage } from './words.ts';

export interface ShowOptions {
  /** Where the speech's pictures lie; only this origin and `data:` are ever asked. */
  readonly baseUrl: string;
  /** Points and cards come one by one; `deck.html?fragments` says the same. Default: together. */
  readonly fragments?: boolean;
  /** Language of the list of keys and of the presenter's window; the browser's by default. */
  readonly language?: ShowLanguage;
}

/** A slide whose content is larger than it should be. */
export interface OverflowingSlide {
  readonly id: string;
  /** By so many pixels of the slide's own size (1080 high). */
  readonly by: number;
}

/**
 * The deck page's interface, as `window.jiangtaiDeck` of deck.html. Its address says what the page is for:
 * `?ratio=4:3`, `?fragments`, `?language=hans|hant|en`, `?print-pdf` (pages for a PDF), `?view=mirror` (no keys,
 * no presenter's window: shows what it is told), `?view=sheets` (all slides side by side). `#/<id>` is a slide.
 */
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
  /** Pictures that could not be shown, as the author wrote their addresses. */
  missingPictures(): readonly string[];
  /**
   * Opens the presenter's window, with the spoken text, for what this page shows. Call it in the handler of a
   * click: browsers open windows at no other time. The window follows this page through reloads of either.
   *
   * @returns false when the browser refused the window
   */
  openSpeaker(): boolean;
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
