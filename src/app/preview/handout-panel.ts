import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Handout } from '../../handout/flow/types.ts';
import type { HandoutFrame, LayoutResult } from '../../handout/paginate/frame.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';
import { icons } from '../look/icons.ts';
import { frameInterface } from './frame-page.ts';

/** Laying out follows an edit after this long while the pages are in view, and when they are not, ms. */
const DELAY_SHOWN = 120;
const DELAY_HIDDEN = 700;
/** “Laying out…” is said only when it takes longer than this, ms. */
const PATIENCE = 500;

/** Pages and which handout they hold. */
export interface LaidOut {
  readonly handout: Handout;
  readonly result: LayoutResult;
}

/**
 * The paginated handout in its frame.
 * Fires `handout-laid-out` (CustomEvent<LaidOut>) and `preview-failed`.
 */
@customElement('handout-panel')
export class HandoutPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; height: 100%; min-height: 0; background: var(--stage); }
      iframe { width: 100%; height: 100%; border: 0; background: var(--stage); }
      .foot {
        display: flex; align-items: center; gap: 14px; min-height: 36px; padding: 4px 14px;
        border-top: 1px solid var(--line); background: var(--surface); color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .warn { color: var(--warn); display: inline-flex; align-items: center; gap: 4px; }
    `,
  ];

  @property({ attribute: false }) handout: Handout | undefined;
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** The pages are in view: they follow sooner. */
  @property({ type: Boolean }) shown = false;
  @state() private result: LayoutResult | undefined;
  @state() private slow = false;
  @query('#handout-frame') private readonly frame!: HTMLIFrameElement;

  private readonly words = new LanguageController(this);
  private api: Promise<HandoutFrame> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The handout whose pages are shown. */
  private done: Handout | undefined;

  protected override render() {
    const { t } = this.words;
    const { result } = this;
    return html`
      <iframe id="handout-frame" src="./handout.html" title=${t('handout.frame')} @load=${this.loaded}></iframe>
      <div class="foot" aria-live="polite">
        ${this.slow ? html`<span>${t('handout.laying-out')}</span>` : nothing}
        ${result && !this.slow ? html`<span>${t('handout.pages', { count: result.pages })}</span>` : nothing}
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
    `;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('handout') && !changed.has('shown') && !changed.has('baseUrl')) return;
    if (!this.handout || this.handout === this.done) return;
    clearTimeout(this.timer);
    // The first pages at once: somebody is waiting for them.
    const delay = this.done === undefined ? 0 : this.shown ? DELAY_SHOWN : DELAY_HIDDEN;
    this.timer = setTimeout(() => void this.layOut(), delay);
  }

  /**
   * Prints the newest pages, laying them out first if need be.
   *
   * @param title suggested file name of a PDF
   */
  async print(title: string): Promise<void> {
    clearTimeout(this.timer);
    while (this.handout && this.done !== this.handout) if (!(await this.layOut())) return;
    const { contentWindow, contentDocument } = this.frame;
    if (!contentWindow || !contentDocument || !this.done) return;
    // Browsers take the suggested name from the frame or from the page around it.
    const outer = document.title;
    document.title = title;
    contentDocument.title = title;
    contentWindow.focus();
    contentWindow.print();
    document.title = outer;
  }

  private loaded(): void {
    this.done = undefined;
    this.api = frameInterface(this.frame, (window) => window.jiangtaiHandout);
    this.api.then(
      () => void this.layOut(),
      (error) => this.fail(error),
    );
  }

  /** @returns false when it failed */
  private async layOut(): Promise<boolean> {
    const { handout, baseUrl } = this;
    if (!handout || handout === this.done) return true;
    const slow = setTimeout(() => {
      this.slow = true;
    }, PATIENCE);
    try {
      const api = await this.api;
      if (!api) return false;
      const result = await api.layOut(handout, { baseUrl });
      if (result === 'superseded') return true;
      this.done = handout;
      this.result = result;
      this.dispatchEvent(
        new CustomEvent<LaidOut>('handout-laid-out', {
          detail: { handout, result },
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
    this.dispatchEvent(new CustomEvent('preview-failed', { detail: error, bubbles: true, composed: true }));
  }
}
