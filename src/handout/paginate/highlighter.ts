import type { SourceRange } from '../../speech/types.ts';
import { PLACE_EVENT, type PlaceEventDetail } from './frame.ts';
import type { HandoutSource } from './handout-source.ts';
import type { Pagination } from './pagination.ts';

/** Name of the highlight in screen.css. */
const HIGHLIGHT = 'jiangtai-sentence';
/** Frames until a page that comes into view for the first time has its text, and some to spare. */
const PATIENCE = 5;

/** What the sentences are on now. */
export interface Highlight {
  readonly pagination: Pagination;
  readonly source: HandoutSource;
}

/**
 * Connects pages and source: highlights the sentences of a range, reports which sentence was clicked or scrolled to.
 * Highlights are drawn by the CSS Custom Highlight API: they add no node to the pages and are not printed.
 */
export class Highlighter {
  #range: SourceRange | undefined;
  /** Scrolling of our own is no wish of the reader. */
  #ownScroll = false;
  #frame = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly current: () => Highlight | undefined,
  ) {
    root.addEventListener('click', (event) => this.#clicked(event));
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    window.addEventListener('keydown', (event) => this.#keyed(event));
  }

  light(range: SourceRange | undefined, scroll: boolean): void {
    this.#range = range;
    const texts = this.refresh();
    if (scroll && texts[0]) this.#reveal(texts[0]);
  }

  /** Lights again what is lit, on pages that may be new; gives its texts. */
  refresh(): Range[] {
    const lit = this.current();
    const ranges = lit && this.#range ? this.#textsOf(this.#range, lit) : [];
    if (!('highlights' in CSS)) return ranges;
    if (ranges.length === 0) CSS.highlights.delete(HIGHLIGHT);
    else CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    return ranges;
  }

  #textsOf(range: SourceRange, { source, pagination }: Highlight): Range[] {
    return source.within(range).flatMap(({ element, has }) =>
      [
        ...this.root.querySelectorAll(
          `.handout:not(.staging) [data-ref="${element.getAttribute('data-ref')}"]`,
        ),
      ].flatMap((clone) => {
        const found: Range[] = [];
        const walker = document.createTreeWalker(clone, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
          const origin = pagination.sourceText(text);
          if (origin && has(origin)) {
            const one = document.createRange();
            one.selectNodeContents(text);
            found.push(one);
          }
        }
        return found;
      }),
    );
  }

  #reveal(range: Range): void {
    const { top, bottom } = range.getBoundingClientRect();
    const height = window.innerHeight;
    if (top >= 0 && bottom <= height) return;
    this.#ownScroll = true;
    window.scrollBy(0, top - height / 3);
    // Scroll events of this scrolling arrive within two frames.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#ownScroll = false;
      }),
    );
  }

  #clicked({ clientX, clientY }: MouseEvent): void {
    if (getSelection()?.isCollapsed === false) return;
    const range = this.#sentenceAt(clientX, clientY);
    if (range) this.#choose(range);
  }

  /** Enter is the click of those who have no pointer: it takes the first sentence in view. */
  #keyed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const range = this.#firstInView();
    if (!range) return;
    event.preventDefault();
    this.#choose(range);
  }

  #choose(range: SourceRange): void {
    // Drop the pending report of an earlier scrolling: it would override the click.
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#tell({ range, by: 'click' });
  }

  #scrolled(): void {
    if (this.#ownScroll || this.#frame !== 0) return;
    this.#tellScrolled(PATIENCE);
  }

  /** @param patience frames to wait for pages that were never in view: the browser has yet to lay them out */
  #tellScrolled(patience: number): void {
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#ownScroll) return;
      const range = this.#firstInView();
      if (range) this.#tell({ range, by: 'scroll' });
      else if (patience > 0) this.#tellScrolled(patience - 1);
    });
  }

  #firstInView(): SourceRange | undefined {
    const x = this.root.getBoundingClientRect().left + this.root.clientWidth / 2;
    for (let y = 8; y < window.innerHeight; y += 16) {
      const range = this.#sentenceAt(x, y);
      if (range) return range;
    }
    return undefined;
  }

  #sentenceAt(x: number, y: number): SourceRange | undefined {
    const lit = this.current();
    const node =
      document.caretRangeFromPoint?.(x, y)?.startContainer ??
      document.caretPositionFromPoint?.(x, y)?.offsetNode;
    if (!lit || !(node instanceof Text)) return undefined;
    const origin = lit.pagination.sourceText(node);
    return origin && lit.source.sentenceOf(origin);
  }

  #tell(detail: PlaceEventDetail): void {
    window.dispatchEvent(new CustomEvent(PLACE_EVENT, { detail }));
  }
}
