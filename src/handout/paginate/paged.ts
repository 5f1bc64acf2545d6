import { type BreakToken, type Layout, type Page, Previewer } from 'pagedjs';
import { type BreakRule, moveBreakUp } from './break-place.ts';
import type { CloneMap, SourcePlace } from './clone-map.ts';
import { patchBreakTokens, patchLayout } from './pagedjs-patches.ts';

/** A page as Paged.js made it. Its element is in the document when it is handed over. */
export interface RawPage {
  readonly element: HTMLElement;
  /** Where the next page begins; undefined: this is the last. */
  readonly end: SourcePlace | undefined;
}

/** What one run lays out, and how. */
export interface PagedRun {
  readonly source: DocumentFragment;
  /** Where the first page begins; undefined: at the source's beginning. */
  readonly start: SourcePlace | undefined;
  /** In the document and with a layout; holds the pages under way. */
  readonly target: HTMLElement;
  readonly map: CloneMap;
  /** See `BreakRule`. */
  readonly rule: BreakRule;
  /**
   * Number of characters after which Paged.js measures whether the page is full: the cells of a page. By default it takes
   * the length of the first page, which is short, and then measures after every element.
   */
  readonly cells: number;
}

/**
 * Paged.js 0.4.3 as we use it: one page style sheet, any number of runs, one at a time.
 * Methods that are wrong or slow are replaced, one by one (docs/spec/pagination.md, sections A and D).
 */
export class Paged {
  readonly #previewer = new Previewer();
  #run: PagedRun | undefined;

  /** @param css `@page` rules only: all other styles are the document's own, untouched by Paged.js */
  static async create(css: string): Promise<Paged> {
    const paged = new Paged();
    const { polisher, chunker } = paged.#previewer;
    polisher.setup();
    paged.#previewer.handlers = paged.#previewer.initializeHandlers();
    await polisher.add({ '/pages.css': css });
    // Its own handlers serve features that a handout does not use (footnotes at the page's foot,
    // running strings, counters) and took a third of the time.
    for (const hook of Object.values(chunker.hooks)) hook.clear();
    chunker.hooks.beforePageLayout.register((page: Page) => {
      // No observers: nothing changes size after layout, and each would measure its page again.
      page.addListeners = () => true;
    });
    chunker.hooks.onPageLayout.register((_wrapper: Element, token: BreakToken, layout: Layout) => {
      patchBreakTokens(token);
      if (paged.#run) patchLayout(layout, paged.#run.map, paged.#run.cells);
    });
    chunker.hooks.onOverflow.register((overflow: Range | undefined, page: HTMLElement) =>
      overflow && paged.#run ? moveBreakUp(overflow, page, paged.#run.rule) : overflow,
    );
    return paged;
  }

  /**
   * Lays out pages, one a step; stop by not asking for the next. Leaves nothing in `target`.
   */
  async *pages(run: PagedRun): AsyncGenerator<RawPage, void> {
    const { chunker } = this.#previewer;
    chunker.setup(run.target);
    stripEmptyBoxes(chunker.pageTemplate.content);
    const area = chunker.pagesArea!;
    // Finished pages are taken out of the document, since each would slow every later step. Paged.js inserts the next
    // page after the last one, so a placeholder stays.
    const place = document.createElement('div');
    area.append(place);
    chunker.pages = [];
    chunker.total = 0;
    chunker.charsPerBreak = [];
    chunker.settings.maxChars = run.cells;
    this.#run = run;
    try {
      const start = run.start as BreakToken | undefined;
      for await (const end of chunker.layout(run.source, start)) {
        const page = chunker.pages.at(-1)!;
        yield { element: page.element, end };
        if (page.element.parentNode === area) page.element.remove();
        page.element = place;
        // At the end of the content Paged.js yields the last step again.
        if (end === undefined) return;
      }
    } finally {
      this.#run = undefined;
      chunker.pages = [];
      area.remove();
    }
  }

  /** Takes the style sheets of this instance out of the document. */
  destroy(): void {
    this.#previewer.polisher.destroy();
  }
}

/** Takes sixty empty boxes out of the page: margin boxes, crop marks. `margin-content.ts` draws what stands around the text. */
function stripEmptyBoxes(template: DocumentFragment): void {
  for (const part of template.querySelectorAll('.pagedjs_bleed, .pagedjs_pagebox > :not(.pagedjs_area)'))
    part.remove();
}
