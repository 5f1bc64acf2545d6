/**
 * The pages on the screen: one set shown, another being laid out behind it.
 * Pages are shrunk to the pane by a transform, which draws smaller but moves no line end.
 */
export class SheetsView {
  readonly #view: HTMLElement;
  #shown: HTMLElement | undefined;

  constructor(view: HTMLElement) {
    this.#view = view;
    new ResizeObserver(() => this.#fit()).observe(document.documentElement);
  }

  get pages(): HTMLElement[] {
    return [...(this.#shown?.querySelectorAll<HTMLElement>('.pagedjs_page') ?? [])];
  }

  /** A new, unseen set of sheets; in the document, so that it can be measured. */
  stage(lang: string, layout: string): HTMLElement {
    const sheets = document.createElement('div');
    sheets.className = 'handout staging';
    sheets.lang = lang;
    sheets.dataset.layout = layout;
    this.#view.append(sheets);
    return sheets;
  }

  /** Puts `sheets` in the place of those shown; the reader stays where they were. */
  show(sheets: HTMLElement): void {
    const { scrollX, scrollY } = window;
    sheets.classList.remove('staging');
    this.#shown?.remove();
    this.#shown = sheets;
    this.#fit();
    window.scrollTo(scrollX, scrollY);
  }

  #fit(): void {
    const sheets = this.#shown;
    if (sheets === undefined) return;
    const room = document.documentElement.clientWidth;
    const width = sheets.offsetWidth;
    if (room === 0 || width === 0) return;
    const scale = Math.min(1, room / width);
    sheets.style.setProperty('--scale', String(scale));
    this.#view.style.setProperty('--height', `${sheets.offsetHeight * scale}px`);
    this.#view.style.setProperty('--width', `${width * scale}px`);
  }
}
