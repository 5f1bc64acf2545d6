import { type BreakToken, type Layout, type Page, Previewer } from 'pagedjs';
import { raiseBreak } from './break-place.ts';
import { CloneMap } from './clone-map.ts';
import { repairLayout, repairTokens } from './layout-repairs.ts';
import { TimeSlices } from './time-slices.ts';

/**
 * Characters after which Paged.js looks whether the page is full: the cells of a page. Left to itself it takes
 * the length of the first page, which is short, and measures after every element from then on.
 */
const CELLS = 28 * 22;

/** Pages that stay in the document while the next is laid out; all others would make each step slower. */
const ATTACHED = 2;

/**
 * Paged.js 0.4.3 as we use it: one page style sheet, any number of runs, one at a time.
 * What it does not do right or fast is replaced, method by method (spec/pagination.md, sections A and D).
 */
export class Paged {
  readonly #previewer = new Previewer();
  #map: CloneMap | undefined;

  /** @param css `@page` rules only: all other styles are the document's own, untouched by Paged.js */
  static async create(css: string): Promise<Paged> {
    const paged = new Paged();
    const { polisher, chunker } = paged.#previewer;
    polisher.setup();
    paged.#previewer.handlers = paged.#previewer.initializeHandlers();
    await polisher.add({ '/pages.css': css });
    // Fonts are loaded before; Paged.js would fetch every slice there is.
    chunker.loadFonts = async () => undefined;
    chunker.hooks.beforePageLayout.register((page: Page) => {
      // No observers: nothing changes size after layout, and each would measure its page again.
      page.addListeners = () => true;
    });
    chunker.hooks.onPageLayout.register((_wrapper: Element, token: BreakToken, layout: Layout) => {
      repairTokens(token);
      if (paged.#map) repairLayout(layout, paged.#map);
    });
    chunker.hooks.onOverflow.register(
      (overflow: Range | undefined, page: HTMLElement) => overflow && raiseBreak(overflow, page),
    );
    return paged;
  }

  /**
   * Lays `source` out on pages inside `target`, which must be in the document and have a layout.
   *
   * @throws Superseded when `signal` says so; `target` then holds half a handout
   */
  async layOut(source: DocumentFragment, target: HTMLElement, signal: AbortSignal): Promise<HTMLElement[]> {
    const { chunker } = this.#previewer;
    this.#map = new CloneMap(source);
    chunker.pages = [];
    chunker.total = 0;
    chunker.pagesArea = undefined;
    chunker.charsPerBreak = [];
    chunker.settings.maxChars = CELLS;
    const slices = new TimeSlices();
    chunker.render = async (parsed, startAt) => {
      const { pagesArea } = chunker;
      const steps = chunker.layout(parsed, startAt);
      for (let step = await steps.next(); !step.done; step = await steps.next()) {
        chunker.pages.at(-1 - ATTACHED)?.element.remove();
        await slices.rest(signal);
      }
      pagesArea?.replaceChildren(...chunker.pages.map((page) => page.element));
      return { done: true };
    };
    try {
      await chunker.flow(source, target);
      return chunker.pages.map((page) => page.element);
    } finally {
      this.#map = undefined;
      chunker.pages = [];
      chunker.pagesArea = undefined;
    }
  }
}
