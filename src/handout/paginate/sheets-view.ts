import type { Handout } from '../flow/types.ts';
import { foldedLeaves } from './booklet.ts';
import type { Zoom } from './frame.ts';
import { SHEET } from './page-rules.ts';
import type { LaidPage } from './pagination.ts';

/** Sizes of papers, mm (ISO 216; 16K as sold in China: 184 × 260). */
const PAPER: Readonly<Record<Handout['style']['paper'], { width: number; height: number }>> = {
  a4: { width: 210, height: 297 },
  '16k': { width: 184, height: 260 },
  a5: { width: 148, height: 210 },
};

/**
 * The pages on the screen, each on its sheet of paper, and a place out of sight where others are laid out.
 * Sheets are shrunk to the pane by a transform, which draws smaller but moves no line end.
 */
export class SheetsView {
  readonly #view: HTMLElement;
  readonly #printRule = document.createElement('style');
  #shown: HTMLElement | undefined;
  #pages: readonly LaidPage[] = [];
  readonly #sheets = new WeakMap<LaidPage, HTMLElement>();
  #zoom: Zoom = 'width';
  #style: Handout['style'] | undefined;
  readonly #settling: HTMLElement[] = [];

  constructor(view: HTMLElement) {
    this.#view = view;
    document.head.append(this.#printRule);
    new ResizeObserver(() => this.#fit()).observe(document.documentElement);
    // The element is as high as its pages: it does not change with the height of the pane.
    window.addEventListener('resize', () => this.#fit());
    window.addEventListener('beforeprint', () => this.#fold());
    window.addEventListener('afterprint', () => this.#unfold());
  }

  /** The pages now shown, in order. */
  get pages(): readonly LaidPage[] {
    return this.#pages;
  }

  /** A new, unseen place with the handout's styles; in the document, so that it can be measured. */
  stage(handout: Handout): HTMLElement {
    const stage = this.#container(handout);
    stage.classList.add('staging');
    this.#view.append(stage);
    return stage;
  }

  /** Makes room for the pages of another handout; the reader stays where they were. */
  begin(handout: Handout): void {
    const { scrollX, scrollY } = window;
    const sheets = this.#container(handout);
    this.#shown?.remove();
    this.#view.append(sheets);
    this.#shown = sheets;
    this.#pages = [];
    this.#style = handout.style;
    const { width, height } = this.#paper();
    const rule = handout.style.booklet
      ? `@page { size: ${width * 2}mm ${height}mm; margin: 0 }`
      : `@page { size: ${width}mm ${height}mm; margin: 0 }`;
    // Last in the head: it overrules the rule of Paged.js, which is for the size pages are laid out in.
    document.head.append(this.#printRule);
    this.#printRule.textContent = rule;
    sheets.style.setProperty('--paper-width', `${width}mm`);
    sheets.style.setProperty('--paper-height', `${height}mm`);
    const scale = Math.min(width / SHEET.width, height / SHEET.height);
    sheets.style.setProperty('--paper-scale', String(scale));
    window.scrollTo(scrollX, scrollY);
  }

  /** Shows `pages`; those that stay are not touched, and the reader stays where they were. */
  show(pages: readonly LaidPage[]): void {
    const sheets = this.#shown;
    if (sheets === undefined) return;
    const old = this.#pages;
    let same = 0;
    while (same < old.length && same < pages.length && old[same] === pages[same]) same++;
    let tail = 0;
    while (
      tail < old.length - same &&
      tail < pages.length - same &&
      old[old.length - 1 - tail] === pages[pages.length - 1 - tail]
    )
      tail++;
    if (old.length === pages.length && same === old.length) return;
    const anchor = this.#anchor();
    for (const page of old.slice(same, old.length - tail)) this.#sheets.get(page)?.remove();
    const next = tail > 0 ? (this.#sheets.get(old[old.length - tail]!) ?? null) : null;
    const fresh = document.createDocumentFragment();
    const near = this.inView.last + 2;
    pages.slice(same, pages.length - tail).forEach((page, index) => {
      const sheet = this.#sheet(page);
      // Not skippable until the browser knows its place: each further page would lay it out again.
      if (same + index > near) this.#settle(sheet);
      fresh.append(sheet);
    });
    sheets.insertBefore(fresh, next);
    this.#pages = pages;
    if (old.length !== pages.length) this.#fit();
    if (anchor) this.#restore(anchor);
  }

  /** Indexes of the first and the last page that are in view; all sheets are of one height. */
  get inView(): { readonly first: number; readonly last: number } {
    const one = this.#pages[0] && this.#sheets.get(this.#pages[0])?.getBoundingClientRect();
    const two = this.#pages[1] && this.#sheets.get(this.#pages[1])?.getBoundingClientRect();
    if (!one || !two) return { first: 0, last: 0 };
    const step = two.top - one.top;
    const index = (y: number) =>
      Math.max(0, Math.min(this.#pages.length - 1, Math.floor((y - one.top) / step)));
    return { first: index(0), last: index(window.innerHeight) };
  }

  zoom(to: Zoom): void {
    const share = window.scrollY / Math.max(1, document.documentElement.scrollHeight);
    this.#zoom = to;
    this.#fit();
    window.scrollTo(window.scrollX, share * document.documentElement.scrollHeight);
  }

  #paper(): { width: number; height: number } {
    return PAPER[this.#style?.paper ?? 'a4'];
  }

  #container({ lang, layout, style }: Handout): HTMLElement {
    const made = document.createElement('div');
    made.className = 'handout';
    made.lang = lang;
    Object.assign(made.dataset, {
      layout,
      size: style.size,
      pitch: style.linePitch,
      folio: style.folio,
      fonts: style.fonts,
      cover: String(style.cover),
    });
    return made;
  }

  #sheet(page: LaidPage): HTMLElement {
    let sheet = this.#sheets.get(page);
    if (sheet === undefined) {
      sheet = document.createElement('div');
      sheet.className = 'sheet';
      this.#sheets.set(page, sheet);
    }
    if (page.element.parentNode !== sheet) sheet.append(page.element);
    return sheet;
  }

  #settle(sheet: HTMLElement): void {
    if (this.#settling.length === 0)
      requestAnimationFrame(() => {
        for (const one of this.#settling.splice(0)) one.classList.remove('settling');
      });
    sheet.classList.add('settling');
    this.#settling.push(sheet);
  }

  /** A page in view that will stay, and where it stands now. */
  #anchor(): { readonly page: LaidPage; readonly top: number } | undefined {
    if (window.scrollY === 0) return undefined;
    const page = this.#pages[this.inView.first];
    const top = page && this.#sheets.get(page)?.getBoundingClientRect().top;
    return page && top !== undefined ? { page, top } : undefined;
  }

  #restore({ page, top }: { readonly page: LaidPage; readonly top: number }): void {
    const sheet = this.#sheets.get(page);
    if (!sheet?.isConnected) return;
    const moved = sheet.getBoundingClientRect().top - top;
    if (Math.abs(moved) > 1) window.scrollBy(0, moved);
  }

  #fit(): void {
    const sheets = this.#shown;
    if (sheets === undefined) return;
    const room = document.documentElement.clientWidth;
    const width = sheets.offsetWidth;
    if (room === 0 || width === 0) return;
    const sheet = sheets.firstElementChild as HTMLElement | null;
    const wide = Math.min(1, room / width);
    const whole = sheet ? Math.min(wide, (window.innerHeight - 16) / sheet.offsetHeight) : wide;
    const scale = this.#zoom === 'width' ? wide : this.#zoom === 'page' ? whole : this.#zoom;
    sheets.style.setProperty('--scale', String(scale));
    this.#view.style.setProperty('--height', `${sheets.offsetHeight * scale}px`);
    this.#view.style.setProperty('--width', `${width * scale}px`);
  }

  #fold(): void {
    const sheets = this.#shown;
    if (!this.#style?.booklet || sheets === undefined) return;
    sheets.replaceChildren(foldedLeaves(this.#pages.map((page) => this.#sheet(page))));
  }

  #unfold(): void {
    if (this.#style?.booklet) this.#shown?.replaceChildren(...this.#pages.map((page) => this.#sheet(page)));
  }
}
