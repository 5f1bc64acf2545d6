import type { SourceRange } from '../../speech/types.ts';

/** Name in the registry of highlights; base.css says how it looks. */
const NAME = 'jiangtai-place';

/**
 * Lights the texts of slides that come from a place of the source, for the author at work. A highlight adds
 * nothing to the document: it has no text, no copy of a slide has it, and no PDF.
 */
export class Highlighter {
  private range: SourceRange | undefined;

  /** @param slides element that holds the slides */
  constructor(private readonly slides: HTMLElement) {}

  /** Lights what touches `range`; undefined: nothing. */
  set(range: SourceRange | undefined): void {
    this.range = range;
    this.draw();
  }

  /** Finds the place again after the slides were drawn. */
  draw(): void {
    // A browser without highlights shows slides as they are.
    const { highlights } = CSS as { highlights?: HighlightRegistry };
    if (!highlights) return;
    const { range } = this;
    const texts = range ? textsWithin(this.slides, range) : [];
    if (texts.length === 0) highlights.delete(NAME);
    else highlights.set(NAME, new Highlight(...texts.map(contentsOf)));
  }
}

/** Where the text of an element comes from; undefined for an element that says nothing of it. */
export function sourceRangeOf(element: HTMLElement | null | undefined): SourceRange | undefined {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(element?.dataset.range ?? '') ?? [];
  return start !== undefined && end !== undefined ? { start: Number(start), end: Number(end) } : undefined;
}

/** The text that was clicked: a click on a number or beside a line means the line. */
export function clickedText(target: Element): HTMLElement | null | undefined {
  return (
    target.closest<HTMLElement>('[data-range]') ??
    target.closest('li, p, h1, h2, blockquote')?.querySelector<HTMLElement>('[data-range]')
  );
}

function textsWithin(slides: HTMLElement, { start, end }: SourceRange): HTMLElement[] {
  return [...slides.querySelectorAll<HTMLElement>('[data-range]')].filter((element) => {
    const range = sourceRangeOf(element);
    return range && range.start < end && start < range.end;
  });
}

function contentsOf(element: HTMLElement): Range {
  const range = new Range();
  range.selectNodeContents(element);
  return range;
}
