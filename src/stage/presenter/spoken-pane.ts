import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Slide } from '../../deck/plan/types.ts';
import { spokenLines } from './spoken-lines.ts';
import { type Extent, linesOf, textPages } from './text-pages.ts';

/** Sizes of the spoken text, px. */
export const TEXT_SIZES = [20, 24, 28, 32, 38, 44, 52, 62] as const;
/** Place in it of the smallest size that is read at arm's length, standing. */
const SMALLEST = 2;

/** The text of a slide was laid out. */
export interface PagesDetail {
  readonly slide: string;
  readonly pages: number;
}

/**
 * The spoken text of one slide, as large as it fits; where it does not fit at a size that is read standing, by pages. Below it the
 * first words of the next slide. Fires `pages-measured` (CustomEvent<PagesDetail>). It is laid out at once, without a
 * frame of animation: a covered window gets none.
 */
@customElement('spoken-pane')
export class SpokenPane extends LitElement {
  static override styles = css`
    :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; min-height: 0; padding: 12px 24px 0; }
    .room { min-height: 0; overflow: hidden; }
    .page { overflow: hidden; }
    .text { line-height: 1.56; }
    p { margin: 0 0 0.4em; max-width: 34em; text-wrap: pretty; }
    .text p:last-child { margin: 0; }
    .heading, .title { font-weight: 700; color: #f6c66a; }
    .cue, .nothing { color: #b3a999; }
    .ahead {
      margin: 8px -24px 0; padding: 8px 24px 10px; max-width: none; border-top: 1px solid #35312d; color: #a49a8c; font-size: 21px; line-height: 1.4;
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
    }
    .ahead b { font-weight: 400; font-size: 14px; margin-inline-end: 0.8em; }
  `;

  @property({ attribute: false }) slide: Slide | undefined;
  /** Page of the text, from 0. */
  @property({ type: Number }) page = 0;
  /** Place in {@link TEXT_SIZES}; undefined: as large as it fits. */
  @property({ attribute: false }) size: number | undefined;
  /** Language of the text. */
  @property() textLang = '';
  /** First words of the next slide, or what is said at the end. */
  @property() ahead = '';
  @property() aheadLabel = '';
  /** Said of a slide without text. */
  @property() nothing = '';
  @query('.room') private readonly room!: HTMLElement;
  @query('.page') private readonly shownPage!: HTMLElement;
  @query('.text') private readonly text!: HTMLElement;
  /** Place in {@link TEXT_SIZES} of the size that is set. */
  setSize = SMALLEST;
  private pages: readonly Extent[] = [{ top: 0, bottom: 0 }];
  private readonly observer = new ResizeObserver(() => this.layOut());

  override connectedCallback(): void {
    super.connectedCallback();
    document.fonts.addEventListener('loadingdone', this.layOut);
    void this.updateComplete.then(() => this.observer.observe(this.room));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.fonts.removeEventListener('loadingdone', this.layOut);
    this.observer.disconnect();
  }

  protected override render() {
    const notes = this.slide?.notes ?? [];
    return html`
      <div class="room"><div class="page"><div class="text spoken" data-testid="spoken" lang=${this.textLang}>${
        notes.length > 0
          ? spokenLines(notes).map(
              (line) =>
                html`<p>${line.map(({ kind, text }) => html`<span class=${kind}>${text}</span>`)}</p>`,
            )
          : html`<p class="nothing"><span>${this.nothing}</span></p>`
      }</div></div></div>
      <p class="ahead" lang=${this.textLang} data-testid="ahead">${this.aheadLabel ? html`<b>${this.aheadLabel}</b>` : nothing}${this.ahead}</p>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('slide') || changed.has('size') || changed.has('ahead')) this.layOut();
    else if (changed.has('page')) this.turn();
  }

  private readonly layOut = (): void => {
    const { room, text } = this;
    if (!room || !this.slide) return;
    const height = room.clientHeight;
    this.shownPage.style.height = '';
    text.style.transform = '';
    this.setSize = this.size ?? TEXT_SIZES.length - 1;
    const set = () => {
      text.style.fontSize = `${TEXT_SIZES[this.setSize]}px`;
    };
    set();
    while (this.size === undefined && this.setSize > SMALLEST && text.offsetHeight > height) {
      this.setSize -= 1;
      set();
    }
    this.pages =
      text.offsetHeight <= height
        ? [{ top: 0, bottom: text.offsetHeight }]
        : textPages(linesOf(this.boxes(), Number.parseFloat(getComputedStyle(text).lineHeight)), height);
    this.turn();
    const detail: PagesDetail = { slide: this.slide.id, pages: this.pages.length };
    this.dispatchEvent(new CustomEvent('pages-measured', { detail }));
  };

  /** Boxes of the pieces of text, a box for each line of each. */
  private boxes(): Extent[] {
    const { top } = this.text.getBoundingClientRect();
    return [...this.text.querySelectorAll('span')].flatMap((piece) =>
      [...piece.getClientRects()].map((box) => ({ top: box.top - top, bottom: box.bottom - top })),
    );
  }

  private turn(): void {
    const page = this.pages[Math.min(this.page, this.pages.length - 1)];
    if (!page || !this.shownPage) return;
    this.shownPage.style.height = this.pages.length > 1 ? `${page.bottom - page.top}px` : '';
    this.text.style.transform = `translateY(${-page.top}px)`;
  }
}
