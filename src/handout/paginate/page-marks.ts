/** Attributes by which a page tells what stands in its margins. */
export interface PageMarks {
  /** How many headings begin on it that a table of contents lists. */
  readonly headings: number;
  /** It holds text of the speech, not only title block or table of contents. */
  readonly hasBody: boolean;
  /** Minutes spoken so far, and how far below the page's upper edge the line stands, px. */
  readonly minutes: readonly { readonly minutes: number; readonly top: number }[];
}

/** Reads the marks of a page that is in the document. */
export function markPage(page: HTMLElement): PageMarks {
  const minutes: { minutes: number; top: number }[] = [];
  const marks = page.querySelectorAll<HTMLElement>('.minute-mark');
  if (marks.length > 0) {
    const { top } = page.getBoundingClientRect();
    for (const mark of marks)
      minutes.push({ minutes: Number(mark.dataset.minutes), top: mark.getBoundingClientRect().top - top });
  }
  return {
    headings: page.querySelectorAll(':is(h2, h3):not([data-split-from])').length,
    hasBody:
      page.querySelector(
        '.pagedjs_page_content > div > :not(.title, .subtitle, .byline, .date, .front-line, .contents-title, .contents-entry)',
      ) !== null,
    minutes,
  };
}
