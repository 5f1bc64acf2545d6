import type { Language } from '../../i18n/language.ts';
import type { SourceRange } from '../../speech/types.ts';
import type { Deck } from '../plan/types.ts';

export interface ShowOptions {
  /** Where the speech's pictures lie; only this origin and `data:` are ever asked. */
  readonly baseUrl: string;
  /** Points and cards come one by one; `deck.html?fragments` says the same. Default: together. */
  readonly fragments?: boolean;
  /** Only for `?view=paper`; one slide on a sheet where absent. */
  readonly paper?: PaperLayout;
  /** Language of the list of keys and of the presenter's window; the browser's by default. */
  readonly language?: Language;
}

/** How slides stand on sheets of A4 (`deck.html?view=paper`). */
export interface PaperLayout {
  /** Slides on a sheet: 1 lying, 2 one above the other, 3 with lines for writing, 6 in pairs. */
  readonly perPage: 1 | 2 | 3 | 6;
  /** Each slide with its spoken text below it; `perPage` does not count. */
  readonly notes?: boolean;
  /** First and last sheet, from 1; all where absent. */
  readonly from?: number;
  readonly to?: number;
}

/** A slide whose content is larger than it should be. */
export interface OverflowingSlide {
  readonly id: string;
  /** By so many pixels of the slide's own size (1080 high). */
  readonly by: number;
}

/**
 * The deck page's interface, as `window.jiangtaiDeck` of deck.html. Its address says what the page is for:
 * `?ratio=4:3`, `?fragments`, `?language=zh-Hans|zh-Hant|en`, `?print-pdf` (pages for a PDF), `?view=mirror` (no keys,
 * no presenter's window: shows what it is told), `?view=sheets` (all slides side by side), `?view=grid` (the same, to choose one), `?view=paper` (sheets of A4 to print). `#/<id>` is a slide.
 */
export interface DeckFrame {
  /** Resolves when `show` may be called. */
  readonly ready: Promise<void>;
  /**
   * Shows a deck; stays at the slide it was at. Resolves when fonts are there and, for printing
   * (`deck.html?print-pdf`), when the pages are laid out. Latest wins.
   */
  show(deck: Deck, options: ShowOptions): Promise<{ readonly slides: number; readonly sheets?: number }>;
  /**
   * Goes to the slide with this id; to none if there is no such slide.
   *
   * @param options where points come one by one: all of them, or none yet; by default as the show comes to it
   */
  go(id: string, options?: { readonly points?: 'all' | 'none' }): void;
  /** Id of the slide on the screen. */
  current(): string | undefined;
  /** Lights the texts that come from a place of the author's source, for the author; undefined lights none. */
  light(range: SourceRange | undefined): void;
  /** Measures every slide as rendered. */
  overflowing(): readonly OverflowingSlide[];
  /** Pictures that could not be shown, as the author wrote their addresses. */
  missingPictures(): readonly string[];
  /**
   * Opens the presenter's window, with the spoken text, for what this page shows. Call it in the handler of a
   * click: browsers open windows at no other time. The window follows this page through reloads of either.
   *
   * @param place of the window on the desktop; without it the browser's choice
   * @returns false when the browser refused the window
   */
  openSpeaker(place?: WindowPlace): boolean;
  /** Opens the teleprompter, at an offset in the author's source or at the slide; false when the browser refused it. */
  openPrompter(offset: number | undefined): boolean;
}

/** Of a window on the desktop, px. */
export interface WindowPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Sent on the frame's window when another slide is on the screen. */
export interface SlideEventDetail {
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly total: number;
  /** Somebody walked here by the page's own keys and clicks, and not by {@link DeckFrame.go}. */
  readonly byHand: boolean;
}
export const SLIDE_EVENT = 'jiangtai-slide';

/** Sent on the frame's window when the author clicks a slide outside the show. */
export interface SlidePlaceDetail {
  /** Of the slide. */
  readonly id: string;
  /** Where the clicked text comes from; undefined where there is none. */
  readonly range: SourceRange | undefined;
}
export const PLACE_EVENT = 'jiangtai-slide-place';

declare global {
  interface Window {
    jiangtaiDeck?: DeckFrame;
  }
  interface WindowEventMap {
    'jiangtai-slide': CustomEvent<SlideEventDetail>;
    'jiangtai-slide-place': CustomEvent<SlidePlaceDetail>;
  }
}
