import type { Language } from '../../i18n/language.ts';
import type { SourceRange } from '../../speech/types.ts';
import type { Handout } from '../flow/types.ts';

/** What a run of pagination gave. A handout may be exported only when `missing`, `added` and `overflowing` are nothing. */
export interface LayoutResult {
  readonly pages: number;
  /** Of them, how many were laid out in this run; the others stayed. */
  readonly laid: number;
  /** Characters of the handout that the pages do not hold, and the other way round; white space aside. */
  readonly missing: number;
  readonly added: number;
  /** Numbers (from 1) of pages whose content is larger than the page. */
  readonly overflowing: readonly number[];
  /** Addresses of pictures that are missing or may not be loaded, as the author wrote them. */
  readonly missingPictures: readonly string[];
  /** Characters that no bundled face has. */
  readonly uncovered: readonly string[];
  /** Faces that could not be loaded, by family: the pages are set in others. */
  readonly failedFaces: readonly string[];
  /** Names of the faces in use: of the title, 黑体, 楷体, body. */
  readonly faces: readonly string[];
  /** From the call to all pages on the screen, ms. */
  readonly ms: number;
  /** From the call until the pages that are in view were right, ms. */
  readonly inView: number;
}

export interface LayoutOptions {
  /** Where the speech's pictures lie; only this origin and `data:` are ever asked. */
  readonly baseUrl: string;
  /** Of what the page says itself; absent: the script of the handout. */
  readonly language?: Language;
}

/** The handout page's interface, as `window.jiangtaiHandout` of handout.html. */
export interface HandoutFrame {
  /**
   * Lays out a handout and shows its pages, the first ones as soon as they are ready. When the handout differs from the
   * previous one by an edit, only the changed pages are laid out.
   * One run at a time: a new request aborts the running one, whose result is `superseded`.
   */
  layOut(handout: Handout, options: LayoutOptions): Promise<LayoutResult | 'superseded'>;
  /** Text of each page now shown, without page numbers and repeated table heads. */
  pageTexts(): string[];
  /**
   * Highlights the sentences that touch `range` of the author's source, on all their pages; undefined clears the
   * highlight. With `scroll` their beginning is scrolled into view unless it is visible.
   */
  light(range: SourceRange | undefined, options?: { readonly scroll?: boolean }): void;
  /** How large pages are shown: as wide as the pane, whole in the pane, or as a share of their size on paper. */
  zoom(to: Zoom): void;
  /** Resolves when `layOut` may be called. */
  readonly ready: Promise<void>;
}

/** 1 = as on paper. */
export type Zoom = 'width' | 'page' | number;

/** Sent on the frame's window after each complete run. */
export interface PagesEventDetail {
  readonly pages: number;
}
export const PAGES_EVENT = 'jiangtai-pages';

/** Sent on the frame's window when the reader clicks a sentence, or scrolls by hand to another one at the top. */
export interface PlaceEventDetail {
  readonly range: SourceRange;
  readonly by: 'click' | 'scroll';
}
export const PLACE_EVENT = 'jiangtai-place';

declare global {
  interface Window {
    jiangtaiHandout?: HandoutFrame;
  }
  interface WindowEventMap {
    'jiangtai-pages': CustomEvent<PagesEventDetail>;
    'jiangtai-place': CustomEvent<PlaceEventDetail>;
  }
}
