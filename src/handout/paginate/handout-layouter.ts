import type { Language } from '../../i18n/language.ts';
import { ThemeSheet, themeSheets } from '../../page/theme-sheet.ts';
import { DEFAULT_THEME } from '../../speech/settings.ts';
import { bareText } from '../../text/bare-text.ts';
import { type TextDifference, textDifference } from '../../text/difference.ts';
import { pictureSources } from '../flow/pictures.ts';
import { handoutText } from '../flow/text.ts';
import type { Handout } from '../flow/types.ts';
import { uncovered } from './face-coverage.ts';
import { failedFaces, loadFonts } from './fonts.ts';
import { type LayoutOptions, type LayoutResult, PAGES_EVENT } from './frame.ts';
import { HandoutSource } from './handout-source.ts';
import { fillMargins } from './margin-content.ts';
import { showNotice } from './notice.ts';
import { BUNDLED, officeFaces } from './office-faces.ts';
import { pageRules } from './page-rules.ts';
import { Paged } from './paged.ts';
import { type LaidPage, Pagination } from './pagination.ts';
import { Pictures } from './pictures.ts';
import type { SheetsView } from './sheets-view.ts';

const theme = new ThemeSheet(
  themeSheets(import.meta.glob<string>('/themes/*/handout.css', { query: '?inline', import: 'default' })),
  DEFAULT_THEME,
);

/** A handout as it stands: what following edits are laid out against. */
interface LayoutState {
  /** What all pages depend on; a handout with another key starts from nothing. */
  readonly key: string;
  readonly paged: Paged;
  readonly source: HandoutSource;
  readonly pagination: Pagination;
  readonly stage: HTMLElement;
  /** Its pages are those on the screen. */
  shown: boolean;
}

/**
 * Lays out handouts, one run at a time; a new request aborts the running one. An edit of the shown handout lays out
 * the pages it touches. Another layout, theme or script is laid out from the beginning out of sight, and replaces the
 * shown pages as soon as the reader's page is reached.
 */
export class HandoutLayouter {
  #standing: LayoutState | undefined;
  #running: { readonly end: Promise<unknown>; readonly abort: AbortController } | undefined;
  #latest = 0;

  /** @param changed called when other pages are shown */
  constructor(
    private readonly view: SheetsView,
    private readonly notice: HTMLElement,
    private readonly changed: () => void,
  ) {}

  /** What is on the screen. */
  get current(): LayoutState | undefined {
    return this.#standing?.shown ? this.#standing : undefined;
  }

  /** See `HandoutFrame.layOut`. */
  async layOut(handout: Handout, options: LayoutOptions): Promise<LayoutResult | 'superseded'> {
    const own = ++this.#latest;
    this.#running?.abort.abort();
    await this.#running?.end;
    if (own !== this.#latest) return 'superseded';
    const abort = new AbortController();
    const run = this.#layOut(handout, options, abort.signal);
    this.#running = { abort, end: run.catch(() => undefined) };
    return run;
  }

  async #layOut(
    handout: Handout,
    options: LayoutOptions,
    signal: AbortSignal,
  ): Promise<LayoutResult | 'superseded'> {
    const { baseUrl, language = handout.lang } = options;
    const start = performance.now();
    const sources = pictureSources(handout);
    const pictures = new Pictures(baseUrl);
    try {
      const system = handout.style.fonts === 'system';
      const [, , faces] = await Promise.all([
        pictures.load(sources),
        theme.use(handout.theme),
        system ? officeFaces() : BUNDLED,
      ]);
      const standing = await this.#prepare(handout);
      const { source, pagination, stage } = standing;
      const change = source.update(handout, pictures);
      if (change) pagination.invalidate(change);
      // The fonts of the rest are there.
      const { from, added } = change ?? { from: 0, added: 0 };
      const fresh = handout.blocks.slice(from, from + added);
      await loadFonts(handout, fresh, () => source.elements(from, from + added), stage);
      signal.throwIfAborted();
      const reader = this.view.inView;
      let shown = 0;
      let inView: number | undefined;
      const laid = await pagination.run(signal, (pages, finished, done) => {
        const right = done || finished > reader.last;
        // Pages in view are shown as soon as they are right, the others in growing batches: showing has a cost.
        if (!done && finished < shown * 2 && !(right && inView === undefined)) return;
        shown = finished;
        // Pages of the previous handout stay until the reader's page is laid out.
        if (!standing.shown) {
          if (!right && this.view.pages.length > 0) return;
          this.view.begin(handout);
          standing.shown = true;
        }
        fillMargins(pages, handout, done);
        this.view.show(pages);
        this.changed();
        if (right) inView ??= performance.now() - start;
      });
      const difference = this.#difference(handout, pagination.pages);
      if (difference.missing + difference.added > 0 && laid < pagination.pages.length) {
        // Should incremental layout ever be wrong, laying out all pages costs time but no text.
        console.warn('pages differ from the handout and are laid out anew', difference);
        this.#drop();
        return await this.#layOut(handout, options, signal);
      }
      return await this.#finish(handout, pagination.pages, {
        laid,
        difference,
        inView: inView ?? performance.now() - start,
        missingPictures: pictures.missing(sources),
        faces: [...new Set(Object.values(faces))],
        start,
        language,
      });
    } catch (error) {
      if (signal.aborted && error === signal.reason) return 'superseded';
      // After any error the next run starts from nothing.
      this.#drop();
      throw error;
    }
  }

  /** What the handout is laid out against: what stands, or a new beginning. */
  async #prepare(handout: Handout): Promise<LayoutState> {
    const key = JSON.stringify([handout.lang, handout.layout, handout.theme, handout.style]);
    if (this.#standing?.key === key) return this.#standing;
    this.#drop();
    const paged = await Paged.create(pageRules(handout));
    const source = new HandoutSource();
    const stage = this.view.stage(handout);
    const pagination = new Pagination(paged, source, stage, handout);
    this.#standing = { key, paged, source, pagination, stage, shown: false };
    return this.#standing;
  }

  #difference(handout: Handout, pages: readonly LaidPage[]): TextDifference {
    return textDifference(bareText(handoutText(handout)), bareText(pages.map((page) => page.text).join('')));
  }

  #drop(): void {
    this.#standing?.stage.remove();
    this.#standing?.paged.destroy();
    this.#standing = undefined;
  }

  async #finish(
    handout: Handout,
    pages: readonly LaidPage[],
    run: {
      readonly laid: number;
      readonly difference: TextDifference;
      readonly inView: number;
      readonly missingPictures: readonly string[];
      readonly faces: readonly string[];
      readonly start: number;
      readonly language: Language;
    },
  ): Promise<LayoutResult> {
    const result: LayoutResult = {
      pages: pages.length,
      laid: run.laid,
      inView: run.inView,
      missing: run.difference.missing,
      added: run.difference.added,
      overflowing: pages.flatMap((page, index) => (page.overflows ? [index + 1] : [])),
      missingPictures: run.missingPictures,
      uncovered: uncovered(handoutText(handout)),
      // Wait for font files still loading: a PDF made now must have them, and the report must not list them as missing.
      failedFaces: await failedFaces(),
      faces: run.faces,
      ms: performance.now() - run.start,
    };
    document.title = handout.title;
    document.documentElement.lang = handout.lang;
    showNotice(this.notice, result, run.language);
    window.dispatchEvent(new CustomEvent(PAGES_EVENT, { detail: { pages: result.pages } }));
    return result;
  }
}
