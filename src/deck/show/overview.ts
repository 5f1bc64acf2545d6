import type { Language } from '../../i18n/language.ts';
import { SHOW_MESSAGES } from './messages.ts';
import { columnsOf, thumbnailAt } from './thumbnail-keys.ts';

/**
 * All slides side by side, large enough to be told apart. reveal.js has an overview of its own, one row of
 * slides through which one must walk; from the back of thirty slides nobody finds the third in it.
 */
export class Overview {
  private readonly element = document.createElement('div');
  private readonly observer = new ResizeObserver(() => this.fit());

  /**
   * @param slides element that holds the slides' sections
   * @param width width of a slide in its own pixels
   * @param choose called with the id of the slide the user picked, after closing
   */
  constructor(
    private readonly slides: HTMLElement,
    private readonly width: number,
    private readonly choose: (id: string) => void,
  ) {
    this.element.className = 'overview';
    this.element.addEventListener('click', (event) => {
      const thumbnail = (event.target as Element).closest<HTMLElement>('.thumbnail');
      if (thumbnail) this.pick(thumbnail);
    });
  }

  get open(): boolean {
    return this.element.isConnected;
  }

  /** Opens with the slide of this id marked and in view. */
  show(current: string | undefined, language: Language): void {
    this.element.setAttribute('aria-label', SHOW_MESSAGES.overview[language]);
    this.element.replaceChildren(
      ...[...this.slides.children].map((section, index) => {
        const label = SHOW_MESSAGES.slide[language].replace('{number}', String(index + 1));
        const thumbnail = this.thumbnail(section as HTMLElement, label);
        if (section.id === current) thumbnail.setAttribute('aria-current', 'true');
        return thumbnail;
      }),
    );
    document.body.append(this.element);
    this.observer.observe(this.element);
    this.fit();
    const marked = this.element.querySelector<HTMLElement>('[aria-current]');
    marked?.scrollIntoView({ block: 'center' });
    marked?.focus({ preventScroll: true });
  }

  close(): void {
    this.observer.disconnect();
    this.element.remove();
    this.element.replaceChildren();
  }

  /**
   * Moves the mark: one slide, a row, or to an end.
   *
   * @returns whether the key was used
   */
  key(key: string): boolean {
    const thumbnails = [...this.element.children] as HTMLElement[];
    const at = thumbnails.indexOf(document.activeElement as HTMLElement);
    if (key === 'Enter' || key === ' ') {
      const marked = thumbnails[at];
      if (marked) this.pick(marked);
      return true;
    }
    const to = thumbnailAt(key, at, thumbnails.length, columnsOf(thumbnails));
    if (to === undefined) return false;
    const next = thumbnails[to];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  private pick(thumbnail: HTMLElement): void {
    const { slide = '' } = thumbnail.dataset;
    this.close();
    this.choose(slide);
  }

  private thumbnail(section: HTMLElement, label: string): HTMLElement {
    const button = document.createElement('button');
    button.className = 'thumbnail';
    button.dataset.slide = section.id;
    button.setAttribute('aria-label', label);
    const copy = document.createElement('section');
    copy.dataset.layout = section.dataset.layout;
    copy.toggleAttribute('data-untitled', section.hasAttribute('data-untitled'));
    const sheet = section.querySelector('.sheet')?.cloneNode(true);
    if (sheet) copy.append(sheet);
    button.append(copy);
    return button;
  }

  private fit(): void {
    const width = this.element.firstElementChild?.clientWidth ?? 0;
    this.element.style.setProperty('--scale', String(width / this.width));
  }
}
