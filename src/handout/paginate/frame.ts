import type { Handout } from '../flow/types.ts';

/** What a run of pagination gave. A handout may be exported only when `missing`, `added` and `overflowing` are nothing. */
export interface LayoutResult {
  readonly pages: number;
  /** Characters of the handout that the pages do not hold, and the other way round; white space aside. */
  readonly missing: number;
  readonly added: number;
  /** Numbers (from 1) of pages whose content is larger than the page. */
  readonly overflowing: readonly number[];
  /** Addresses of pictures that are missing or may not be loaded, as the author wrote them. */
  readonly missingPictures: readonly string[];
  /** From the call to pages on the screen, ms. */
  readonly ms: number;
}

export interface LayoutOptions {
  /** Where the speech's pictures lie; only this origin and `data:` are ever asked. */
  readonly baseUrl: string;
}

/** The handout page's interface, as `window.jiangtaiHandout` of handout.html. */
export interface HandoutFrame {
  /**
   * Lays out a handout and shows its pages; the pages before stay visible until the new ones are complete.
   * One run at a time, latest wins: a request made while another runs ends that one as `superseded`.
   */
  layOut(handout: Handout, options: LayoutOptions): Promise<LayoutResult | 'superseded'>;
  /** Text of each page now shown, without page numbers and repeated table heads. */
  pageTexts(): string[];
  /** Resolves when `layOut` may be called. */
  readonly ready: Promise<void>;
}

/** Sent on the frame's window after each complete run. */
export interface PagesEventDetail {
  readonly pages: number;
}
export const PAGES_EVENT = 'jiangtai-pages';

declare global {
  interface Window {
    jiangtaiHandout?: HandoutFrame;
  }
  interface WindowEventMap {
    'jiangtai-pages': CustomEvent<PagesEventDetail>;
  }
}
