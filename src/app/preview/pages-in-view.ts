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
