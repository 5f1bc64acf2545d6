import { TimeSlices } from '../../page/scheduling.ts';
import type { Handout } from '../flow/types.ts';
import type { BreakRule } from './break-place.ts';
import { CloneMap, type SourcePlace } from './clone-map.ts';
import type { HandoutSource, SourceChange } from './handout-source.ts';
import { overflows, pageText } from './page-check.ts';
import { markPage, type PageMarks } from './page-marks.ts';
import { pageCells } from './page-rules.ts';
import type { Paged } from './paged.ts';
import { markSplit } from './split.ts';

/** A finished page. It holds what must be known of it, so that nobody has to measure it again. */
export interface LaidPage {
  readonly element: HTMLElement;
  /** Where it begins and where the next one begins; undefined: the source's beginning, its end. */
  readonly start: SourcePlace | undefined;
  readonly end: SourcePlace | undefined;
  /** Its text, without what it repeats and without page numbers. */
  readonly text: string;
  /** Its content is larger than it is. */
  readonly overflows: boolean;
  readonly marks: PageMarks;
  /** The source has changed within it: it may be shown until its place is taken, but never kept. */
  stale: boolean;
}

/**
 * The pages of one handout, updated edit by edit. Layout starts one page before the edit and stops where a page begins
 * exactly as an old one did; the old pages from there on are kept (docs/spec/pagination.md, section E). The result
 * equals, page by page, that of a full run.
 */
export class Pagination {
  #pages: LaidPage[] = [];
  /** Pages from here on are not known to be right. */
  #valid = 0;
  readonly #map: CloneMap;
  readonly #rule: BreakRule;

  /**
   * @param stage in the document, with the handout's styles, out of sight: pages are laid out in it
   */
  constructor(
    private readonly paged: Paged,
    private readonly source: HandoutSource,
    private readonly stage: HTMLElement,
    private readonly handout: Pick<Handout, 'layout' | 'style'>,
  ) {
    this.#map = new CloneMap((ref) => source.elementOf(ref));
    this.#rule =
      handout.layout === 'podium' ? { sentenceStart: (text, page) => this.#sentenceStart(text, page) } : {};
  }

  /** In order; after a run that was ended early its first pages are right and the others those of before. */
  get pages(): readonly LaidPage[] {
    return this.#pages;
  }

  /** The text in the source of a text on a page. */
  sourceText(text: Text): Text | undefined {
    const node = this.#map.sourcePlace(text, 0)?.node;
    return node instanceof Text ? node : undefined;
  }

  /** Takes note of a change of the source, right after it. */
  invalidate({ from, removed, added }: SourceChange): void {
    /** Index that the block of a place had before the change; of a removed one, the first removed. */
    const indexOf = (place: SourcePlace): number => {
      const now = this.source.blockOf(place.node);
      if (now === undefined) return from;
      return now < from + added ? now : now - added + removed;
    };
    let first = this.#pages.length;
    this.#pages.forEach((page, index) => {
      const start = page.start === undefined ? 0 : indexOf(page.start);
      const gone = page.start !== undefined && this.source.blockOf(page.start.node) === undefined;
      const reaches = page.end === undefined || indexOf(page.end) >= from;
      if (reaches && index < first) first = index;
      if (gone || (reaches && start < Math.max(from + removed, from + (page.start === undefined ? 1 : 0))))
        page.stale = true;
    });
    // One page earlier, because the end of a page depends on the content after it; after an aborted run that content may
    // not be on the next page.
    const next = this.#pages[this.#valid];
    const seam = next !== undefined && !follows(next, this.#pages[this.#valid - 1]);
    this.#valid = Math.max(0, Math.min(this.#valid - (seam ? 1 : 0), first - 1));
  }

  /**
   * Lays out the pages that are out of date.
   *
   * @param show called repeatedly with all pages as they are; the flag is true for the last call
   * @returns how many pages were laid out
   * @throws the reason of `signal` once it is aborted; finished pages are kept
   */
  async run(
    signal: AbortSignal,
    show: (pages: readonly LaidPage[], finished: number, done: boolean) => void,
  ): Promise<number> {
    const kept = this.#pages.slice(0, this.#valid);
    if (kept.length > 0 && kept.at(-1)!.end === undefined) {
      this.#pages = kept;
      show(this.#pages, this.#pages.length, true);
      return 0;
    }
    const old = this.#pages.slice(this.#valid);
    const beginnings = new Map<Node | undefined, { readonly page: LaidPage; readonly index: number }[]>();
    old.forEach((page, index) => {
      if (page.stale) return;
      const same = beginnings.get(page.start?.node);
      if (same) same.push({ page, index });
      else beginnings.set(page.start?.node, [{ page, index }]);
    });
    const fresh: LaidPage[] = [];
    const slices = new TimeSlices();
    let tail: LaidPage[] = [];
    let start = kept.at(-1)?.end;
    const steps = this.paged.pages({
      source: this.source.fragment,
      start,
      target: this.stage,
      map: this.#map,
      rule: this.#rule,
      cells: pageCells(this.handout),
    });
    try {
      for await (const { element, end } of steps) {
        markSplit(element, end, this.#map);
        const page: LaidPage = {
          element,
          start,
          end,
          text: pageText(element),
          overflows: overflows(element),
          marks: markPage(element),
          stale: false,
        };
        fresh.push(page);
        this.#pages = [...kept, ...fresh, ...old.slice(fresh.length)];
        this.#valid = kept.length + fresh.length;
        start = end;
        const again = end && beginnings.get(end.node)?.find((one) => one.page.start?.offset === end.offset);
        if (again) {
          tail = old.slice(again.index);
          break;
        }
        if (end !== undefined) await slices.rest(signal, () => show(this.#pages, this.#valid, false));
      }
    } finally {
      await steps.return();
    }
    this.#pages = [...kept, ...fresh, ...tail];
    // After an aborted run pages are valid up to the first stale one, or up to the first gap: where the run's own pages
    // end and older ones begin elsewhere, text would be on no page or on both. The run may also have stopped before the
    // end. The page before the gap depends on the content after it.
    const wrong = this.#pages.findIndex(
      (page, index) => page.stale || !follows(page, this.#pages[index - 1]),
    );
    const whole = wrong === -1 && this.#pages.at(-1)?.end === undefined;
    const known = wrong === -1 ? this.#pages.length : wrong;
    this.#valid = whole ? known : Math.max(known - 1, kept.length + fresh.length);
    if (!whole) return fresh.length + (await this.run(signal, show));
    show(this.#pages, this.#valid, true);
    return fresh.length;
  }

  /** Where on a page the sentence begins that `text` belongs to; undefined when it began before. */
  #sentenceStart(text: Text, page: HTMLElement): Text | undefined {
    const source = this.sourceText(text);
    const first = source && this.source.sentenceStart(source);
    if (first === undefined) return undefined;
    let block: Node = text;
    while (block.parentNode && block.parentNode !== page) block = block.parentNode;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const place = this.#map.sourcePlace(node, 0);
      if (place?.node === first) return place.offset === 0 ? node : undefined;
    }
    return undefined;
  }
}

/** Whether a page begins where the one before it ends. */
function follows({ start }: LaidPage, before: LaidPage | undefined): boolean {
  const end = before?.end;
  return start?.node === end?.node && start?.offset === end?.offset;
}
