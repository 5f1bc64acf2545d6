import type { OverflowingSlide } from './frame.ts';

/** Free edge below the text, in shares of the slide's height: heads in the rows before hide it. */
const SAFE_BOTTOM = 0.05;
/** Rounding of the scaled layout, px of the slide. */
const TOLERANCE = 2;
/** Smallest body text, in shares of the height (spec: read from the back row), and of anything at all. */
const BODY_FLOOR = 0.052;
const FLOOR = 0.035;

/** What decides how a slide looks. Where its texts come from (`data-range`) moves with every letter before them. */
const LOOKS: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'src', 'data-layout', 'data-missing', 'data-untitled'],
};

/** Measures slides as rendered, each once until it changes. */
export class SlideMeasure {
  /** By how much a slide is too large, px of the slide. */
  private measured = new WeakMap<Element, number>();
  private theme = '';
  private readonly observer = new MutationObserver((records) => this.forget(records));

  /**
   * @param slides element that holds the slides
   * @param height height of a slide in its own pixels
   */
  constructor(
    private readonly slides: HTMLElement,
    private readonly height: number,
  ) {
    this.observer.observe(slides, LOOKS);
  }

  /**
   * Slides with text that leaves their safe area, is cut by its own box, or is too small.
   *
   * @param theme what the slides' styles depend on beside the slides
   */
  overflowing(theme: string): OverflowingSlide[] {
    this.forget(this.observer.takeRecords());
    if (theme !== this.theme) this.measured = new WeakMap();
    this.theme = theme;
    const sections = [...this.slides.querySelectorAll<HTMLElement>('section')];
    const changed = sections.filter((section) => !this.measured.has(section));
    // Slides far from the current one are not laid out; while they are measured they are.
    for (const section of changed) section.classList.add('measuring');
    try {
      for (const section of changed) this.measured.set(section, overflow(section, this.height));
    } finally {
      for (const section of changed) section.classList.remove('measuring');
    }
    return sections.flatMap((section) => {
      const by = this.measured.get(section) ?? 0;
      return by > TOLERANCE ? [{ id: section.id, by: Math.round(by) }] : [];
    });
  }

  private forget(records: readonly MutationRecord[]): void {
    for (const { target, type, attributeName } of records) {
      const section = (target instanceof Element ? target : target.parentElement)?.closest('section');
      // reveal.js says by a slide's own classes where it stands in the show.
      const place = type === 'attributes' && attributeName === 'class' && target === section;
      if (section && !place) this.measured.delete(section);
    }
  }
}

/** What is measured of a slide's body. */
const CONTENT = 'p, li, td, th, footer, img, .diagram [data-range]';

function overflow(section: HTMLElement, height: number): number {
  const sheet = section.querySelector<HTMLElement>('.sheet');
  if (!sheet) return 0;
  const frame = sheet.getBoundingClientRect();
  const scale = frame.height / height || 1;
  let by = 0;
  // What stands in the middle of its room grows upwards too, into the title.
  for (const body of sheet.querySelectorAll<HTMLElement>('.body')) {
    const title = body.previousElementSibling?.getBoundingClientRect();
    if (!title) continue;
    for (const element of body.querySelectorAll<HTMLElement>(CONTENT)) {
      const content = element.getBoundingClientRect();
      if (content.width > 0 && title.left < content.right && title.right > content.left)
        by = Math.max(by, (title.bottom - content.top) / scale);
    }
  }
  for (const element of sheet.querySelectorAll<HTMLElement>(`h1, h2, ${CONTENT}`)) {
    // What is not shown has no place that could be wrong.
    if (element.getClientRects().length === 0) continue;
    const box = element.getBoundingClientRect();
    by = Math.max(
      by,
      (box.bottom - (frame.bottom - SAFE_BOTTOM * frame.height)) / scale,
      (frame.top - box.top) / scale,
      (box.right - frame.right) / scale,
      (frame.left - box.left) / scale,
      element.scrollWidth - element.clientWidth - 1,
    );
    const size = Number.parseFloat(getComputedStyle(element).fontSize) / height;
    const floor = element.matches('.body *') && !element.matches('footer, td, th') ? BODY_FLOOR : FLOOR;
    if (element.tagName !== 'IMG' && size < floor - 0.0005)
      by = Math.max(by, (floor - size) * height + TOLERANCE);
  }
  return by;
}
