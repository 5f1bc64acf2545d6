import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { handoutText } from '../../handout/flow/text.ts';
import type { Handout } from '../../handout/flow/types.ts';
import type { HandoutFrame, LayoutResult, PlaceEventDetail, Zoom } from '../../handout/paginate/frame.ts';
import { UserFacingError } from '../../i18n/user-facing-error.ts';
import { characterCount } from '../../speech/text.ts';
import type { SourceRange } from '../../speech/types.ts';
import { bareText } from '../../text/bare-text.ts';
import { type TextDifference, textDifference } from '../../text/difference.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { placeChosen, placeScrolled, tellTouches, viewTouched } from '../navigation/place-events.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { cancelled, type Progress } from '../tasks/progress.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import { FrameLook, frameInterface, type PreviewFailure, passKeysOn } from './frame-page.ts';

import { zoomOf } from './zoom-controls.ts';

/**
 * Pages are laid out when nothing has changed for this long, in view and not, ms: longer than between two keys, so that
 * typing does not pay for pages that the next key makes old.
 */
const DELAY_SHOWN = 300;
const DELAY_HIDDEN = 700;
/** …and who never pauses sees them follow all the same, ms. */
const LATEST = 2000;
/** “Laying out…” is said only when it takes longer than this, ms. */
const PATIENCE = 500;

/** Pages and which handout they hold. */
export interface LaidOut {
  readonly handout: Handout;
  readonly result: LayoutResult;
  /** Text of the pages against that of the handout. */
  readonly difference: TextDifference;
}

/**
 * The paginated handout in its frame.
 * Fires `handout-laid-out` (CustomEvent<LaidOut>), `place-chosen`, `place-scrolled` and `preview-failed`.
 */
@customElement('handout-panel')
export class HandoutPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; height: 100%; min-height: 0; background: var(--stage); }
      iframe { width: 100%; height: 100%; border: 0; background: var(--stage); }
      .said { display: flex; flex-wrap: wrap; gap: 2px 14px; }
      .foot {
        display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 2px 14px; min-height: 36px; padding: 4px 8px 4px 14px;
        border-top: 1px solid var(--line); background: var(--surface); color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .warn { color: var(--warn); display: inline-flex; align-items: center; gap: 4px; }
    `,
  ];

  @property({ attribute: false }) handout: Handout | undefined;
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Resolves when no input method is composing: pages wait for that. */
  @property({ attribute: false }) settled = () => Promise.resolve();
  /** The pages are in view: they follow sooner. */
  @property({ type: Boolean }) shown = false;
  /** The page that draws pages may load. */
  @property({ type: Boolean }) started = false;
  @state() private result: LayoutResult | undefined;
  @state() private slow = false;
  @state() private zoom: Zoom = zoomOf(preference('preview/zoom'));
  /** Page in view, from 1. */
  @state() private page = 1;
  /** Size of the pages as shown, 1 = as on paper. */
  @state() private scale = 1;
  @query('#handout-frame') private readonly frame!: HTMLIFrameElement | null;

  private readonly words = new LanguageController(this);
  /** The page's interface while its frame is loaded. */
  private pages: HandoutFrame | undefined;
  private open!: (api: HandoutFrame | undefined) => void;
  /** As soon as its frame has loaded; undefined when that has failed. */
  private api = new Promise<HandoutFrame | undefined>((resolve) => {
    this.open = resolve;
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The handout that was laid out last to its end. */
  private done: Handout | undefined;
  /** Since when the pages shown are not those of the newest handout, ms of the page's clock. */
  private outdated: number | undefined;
  /** Pages have been asked for. */
  private begun = false;
  private lit: SourceRange | undefined;
  /** What is lit shall be in view, also on pages still to come. */
  private wanted = false;
  private readonly observer = new ResizeObserver(() => this.look());
  private readonly frameLook = new FrameLook();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.frameLook.stop();
  }

  protected override render() {
    const { t } = this.words;
    const { result } = this;
    return html`
      ${
        this.started
          ? html`<iframe id="handout-frame" src="./handout.html" title=${t('handout.frame')} @load=${this.loaded}></iframe>`
          : html`<div></div>`
      }
      <div class="foot">
        <div class="said" aria-live="polite">
        ${this.slow ? html`<span>${t('handout.laying-out')}</span>` : nothing}
        ${
          result && !this.slow
            ? html`<span data-testid="handout-page">${t('handout.page', { number: Math.min(this.page, result.pages), count: result.pages })}</span>`
            : nothing
        }
        ${
          result && result.overflowing.length > 0
            ? html`<span class="warn">${icons.alert}${t('handout.overflow', { pages: result.overflowing.join(', ') })}</span>`
            : nothing
        }
        ${
          result && result.missingPictures.length > 0
            ? html`<span class="warn">${icons.alert}${t('handout.pictures', { names: result.missingPictures.join(', ') })}</span>`
            : nothing
        }
        </div>
        <zoom-controls .zoom=${this.zoom} scale=${this.scale}
          @zoom-chosen=${(event: CustomEvent<Zoom>) => this.chooseZoom(event.detail)}></zoom-controls>
      </div>
    `;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('handout') && !changed.has('shown') && !changed.has('baseUrl')) return;
    if (!this.handout || this.handout === this.done) return;
    clearTimeout(this.timer);
    this.outdated ??= performance.now();
    const latest = this.outdated + LATEST - performance.now();
    // The first pages at once: the user is waiting for them.
    const delay = !this.begun ? 0 : Math.max(0, Math.min(latest, this.shown ? DELAY_SHOWN : DELAY_HIDDEN));
    this.timer = setTimeout(() => void this.settled().then(() => this.layOut()), delay);
  }

  /**
   * Prints the newest pages, laying them out first if need be.
   *
   * @param title suggested file name of a PDF
   * @param range a booklet is printed whole, for its sheets are folded
   * @throws UserFacingError `print.none` when there are no such pages
   * @param progress layout continues when printing is cancelled
   */
  async print(
    title: string,
    progress: Progress,
    { from = 1, to = Number.POSITIVE_INFINITY }: PrintRange,
  ): Promise<void> {
    clearTimeout(this.timer);
    while (this.handout && this.done !== this.handout)
      if (!(await Promise.race([this.layOut(), cancelled(progress)]))) return;
    const { contentWindow, contentDocument } = this.frame ?? {};
    if (!contentWindow || !contentDocument || !this.handout || this.done !== this.handout) return;
    const sheets = [...contentDocument.querySelectorAll('.handout:not(.staging) .sheet')];
    const whole = this.handout.style.booklet === true;
    if (!whole && (from > sheets.length || to < from))
      throw new UserFacingError('print.none', { count: sheets.length });
    sheets.forEach((sheet, index) => {
      sheet.classList.toggle('unprinted', !whole && (index + 1 < from || index + 1 > to));
    });
    // Browsers take the suggested name from the frame or from the page around it.
    const outer = document.title;
    document.title = title;
    contentDocument.title = title;
    contentWindow.focus();
    contentWindow.print();
    document.title = outer;
  }

  /**
   * Lights a place of the source on its page; undefined lights none.
   *
   * @param scroll brings it into view, if it is out of sight
   */
  light(range: SourceRange | undefined, scroll: boolean): void {
    this.lit = range;
    this.wanted = scroll;
    this.pages?.light(range, { scroll });
  }

  /** Brings a place into view, if it is out of sight; what is lit stays lit. */
  bringIntoView(range: SourceRange): void {
    const { lit } = this;
    this.light(range, true);
    this.light(lit, false);
  }

  private loaded(): void {
    const { frame } = this;
    if (!frame) return;
    this.done = undefined;
    this.begun = false;
    this.frameLook.add(frame);
    frameInterface(frame, (window) => window.jiangtaiHandout).then(
      (api) => {
        const window = frame.contentWindow!;
        window.addEventListener('jiangtai-place', ({ detail }) => this.placed(detail));
        passKeysOn(window);
        tellTouches(window, () => this.dispatchEvent(viewTouched('handout')));
        window.addEventListener('scroll', () => this.look(), { passive: true });
        // The page's own listener came first: the pages have their new size.
        window.addEventListener('resize', () => this.look());
        this.observer.observe(frame);
        api.zoom(this.zoom);
        this.pages = api;
        this.open(api);
        // Loaded once more, its old interface is gone.
        this.api = Promise.resolve(api);
        void this.layOut();
      },
      (error) => {
        this.open(undefined);
        this.fail(error);
      },
    );
  }

  /** Shows the first page. */
  toStart(): void {
    this.frame?.contentWindow?.scrollTo(0, 0);
  }

  private placed({ range, by }: PlaceEventDetail): void {
    if (by === 'scroll') this.wanted = false;
    this.dispatchEvent(by === 'click' ? placeChosen(range, 'handout') : placeScrolled(range, 'handout'));
  }

  private chooseZoom(to: Zoom): void {
    this.zoom = to;
    setPreference('preview/zoom', String(to));
    this.pages?.zoom(to);
    this.look();
  }

  /** Reads off the frame what is in view. */
  private look(): void {
    const contentDocument = this.frame?.contentDocument;
    if (!contentDocument) return;
    this.page = pageInView(contentDocument) ?? 1;
    this.scale = shownScale(contentDocument) ?? this.scale;
  }

  /** @returns false when it failed */
  private async layOut(): Promise<boolean> {
    const api = await this.api;
    const { handout, baseUrl } = this;
    if (!api) return false;
    if (!handout || handout === this.done) return true;
    this.outdated = undefined;
    this.begun = true;
    const slow = setTimeout(() => {
      this.slow = true;
    }, PATIENCE);
    try {
      const result = await api.layOut(handout, { baseUrl, language: this.words.language });
      if (result === 'superseded') return true;
      this.done = handout;
      this.result = result;
      // The pages are new: what was lit is lit on them.
      if (this.lit) api.light(this.lit, { scroll: this.wanted });
      this.look();
      this.dispatchEvent(
        new CustomEvent<LaidOut>('handout-laid-out', {
          detail: { handout, result, difference: pagesDifference(handout, result, api) },
          bubbles: true,
          composed: true,
        }),
      );
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    } finally {
      clearTimeout(slow);
      this.slow = false;
    }
  }

  private fail(error: unknown): void {
    const detail: PreviewFailure = { part: 'handout', error };
    this.dispatchEvent(new CustomEvent('preview-failed', { detail, bubbles: true, composed: true }));
  }
}

/** First and last page to print, from 1; to the end where absent. */
export interface PrintRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The handout against its pages: what the layout's own check counted, and where. */
function pagesDifference(
  handout: Handout,
  { missing, added }: LayoutResult,
  api: HandoutFrame,
): TextDifference {
  const text = bareText(handoutText(handout));
  // Pages that are whole need not be read again.
  if (missing + added === 0) return { characters: characterCount(text), missing, added };
  return textDifference(text, bareText(api.pageTexts().join('')));
}

/** The laid-out pages of a handout document; those of a run under way are behind them and do not count. */
function pagesOf(document: Document): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.handout:not(.staging) .pagedjs_page')];
}

/** Number from 1 of the page that stands at the middle of the window; undefined where there is none. */
export function pageInView(document: Document): number | undefined {
  const middle = document.documentElement.clientHeight / 2;
  const pages = pagesOf(document);
  const below = pages.findIndex((page) => page.getBoundingClientRect().bottom > middle);
  return pages.length === 0 ? undefined : below < 0 ? pages.length : below + 1;
}

/** Size at which the pages are shown, 1 = as on paper; undefined where there is none. */
export function shownScale(document: Document): number | undefined {
  const [page] = pagesOf(document);
  return page && page.offsetWidth > 0 ? page.getBoundingClientRect().width / page.offsetWidth : undefined;
}
