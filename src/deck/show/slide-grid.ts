import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../i18n/language.ts';
import { inlineText } from '../../speech/text.ts';
import type { Deck, Slide } from '../plan/types.ts';
import { SHOW_MESSAGES } from './messages.ts';
import { type SlideOptions, sectionsOf } from './slides.ts';
import { columnsOf, thumbnailAt } from './thumbnail-keys.ts';

/**
 * `deck.html?view=grid`: all slides as they look, for choosing one. Unlike the overview of the show it stays
 * open while the deck changes, so its slides are drawn, not copied: an edit draws only what it touched.
 */
export class SlideGrid {
  readonly element = document.createElement('div');
  private readonly observer = new ResizeObserver(() => this.fit());
  private drawn: { readonly deck: Deck; readonly options: SlideOptions } | undefined;
  private language: Language = 'en';
  private marked: string | undefined;

  /**
   * @param width width of a slide in its own pixels
   * @param chosen is told when the user picks another slide, after it is marked
   */
  constructor(
    private readonly width: number,
    private readonly chosen: () => void,
  ) {
    this.element.className = 'overview';
    this.element.setAttribute('role', 'list');
    this.element.addEventListener('click', (event) => {
      const { slide } = thumbnailOf(event.target)?.dataset ?? {};
      if (slide === undefined) return;
      this.mark(slide);
      this.chosen();
    });
    this.element.addEventListener('keydown', (event) => this.keyed(event));
    this.observer.observe(this.element);
    document.body.append(this.element);
  }

  /** Id of the marked slide. */
  get current(): string | undefined {
    return this.marked;
  }

  /** From 0; -1 where none is marked. */
  get index(): number {
    return this.drawn?.deck.slides.findIndex(({ id }) => id === this.marked) ?? -1;
  }

  get total(): number {
    return this.drawn?.deck.slides.length ?? 0;
  }

  draw(deck: Deck, options: SlideOptions, language: Language): void {
    this.drawn = { deck, options };
    this.language = language;
    if (!deck.slides.some(({ id }) => id === this.marked)) this.marked = deck.slides[0]?.id;
    this.render();
    this.fit();
  }

  /** Marks a slide; brings it into view, if it is out of sight. */
  go(id: string): void {
    if (id === this.marked || !this.drawn?.deck.slides.some((slide) => slide.id === id)) return;
    this.mark(id);
    this.element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  private mark(id: string): void {
    this.marked = id;
    this.render();
  }

  private render(): void {
    if (!this.drawn) return;
    const { deck, options } = this.drawn;
    this.element.setAttribute('aria-label', SHOW_MESSAGES.overview[this.language]);
    const sections = sectionsOf(deck, options);
    render(
      repeat(
        deck.slides,
        (slide) => slide.id,
        (slide, index) => {
          const current = slide.id === this.marked;
          return html`<div class="cell" role="listitem"><button class="thumbnail" data-slide=${slide.id} tabindex=${current ? 0 : -1}
            aria-label=${this.label(slide, index)} aria-current=${current ? 'true' : nothing}>${sections[index]}</button>
            <span class="badge" aria-hidden="true">${index + 1}</span></div>`;
        },
      ),
      this.element,
    );
  }

  private label(slide: Slide, index: number): string {
    const number = SHOW_MESSAGES.slide[this.language].replace('{number}', String(index + 1));
    const title = slide.title ? inlineText(slide.title.inlines) : '';
    return title === '' ? number : `${number}${this.language === 'en' ? ': ' : '：'}${title}`;
  }

  /** One stop for Tab; arrows move inside. Enter and Space are the button's own. */
  private keyed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const thumbnails = [...this.element.querySelectorAll<HTMLElement>('.thumbnail')];
    const at = thumbnails.indexOf(document.activeElement as HTMLElement);
    const to = thumbnailAt(event.key, at, thumbnails.length, columnsOf(thumbnails));
    if (to === undefined) return;
    event.preventDefault();
    const next = thumbnails[to];
    if (!next) return;
    for (const thumbnail of thumbnails) thumbnail.tabIndex = thumbnail === next ? 0 : -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  private fit(): void {
    const width = this.element.querySelector('.thumbnail')?.clientWidth ?? 0;
    if (width > 0) this.element.style.setProperty('--scale', String(width / this.width));
  }
}

function thumbnailOf(target: EventTarget | null): HTMLElement | null {
  return (target as Element).closest<HTMLElement>('.thumbnail');
}
