import type { Pack } from '../types.ts';

/** The interface of the page that shows papers, as `window.jiangtaiPack` of pack.html. */
export interface PackFrame {
  /**
   * Shows the papers of a pack in place of those before.
   *
   * @returns text of the sheets, page numbers aside: equal to the papers' pieces, white space aside
   */
  show(pack: Pack): Promise<string>;
  /** Resolves when `show` may be called. */
  readonly ready: Promise<void>;
}

declare global {
  interface Window {
    jiangtaiPack?: PackFrame;
  }
}
