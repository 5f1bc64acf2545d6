import type { OverflowingSlide } from './frame.ts';

/** Free edge below the text, in shares of the slide's height: heads in the rows before hide it. */
const SAFE_BOTTOM = 0.05;
/** Rounding of the scaled layout, px of the slide. */
const TOLERANCE = 2;
/** Smallest body text, in shares of the height (spec: read from the back row), and of anything at all. */
const BODY_FLOOR = 0.052;
const FLOOR = 0.035;

/** What a slide was when it was measured last, and what came out. */
const measured = new WeakMap<HTMLElement, { readonly look: string; readonly by: number }>();

/**
 * Measures every slide that is not as it was when it was measured last: text that leaves its slide's safe area, is cut
 * by its own box, or is too small.
 *
 * @param height height of a slide in its own pixels
 * @param theme what the slides' styles depend on beside the slides
 */
export function measure(slides: HTMLElement, height: number, theme: string): OverflowingSlide[] {
  const sections = [...slides.querySelectorAll<HTMLElement>('section')];
  const looks = sections.map(
    (section) =>
      // Where its texts come from moves with every letter before them and changes nothing of what is seen.
      `${theme} ${height} ${section.dataset.layout} ${section.innerHTML.replace(/ data-range="[^"]*"/g, '')}`,
  );
  const changed = sections.filter((section, index) => measured.get(section)?.look !== looks[index]);
  // Slides far from the current one are not laid out; while they are measured they are.
  for (const section of changed) section.classList.add('measuring');
  try {
    sections.forEach((section, index) => {
      if (section.classList.contains('measuring'))
        measured.set(section, { look: looks[index]!, by: overflow(section, height) });
    });
  } finally {
    for (const section of changed) section.classList.remove('measuring');
  }
  return sections.flatMap((section) => {
    const by = measured.get(section)?.by ?? 0;
    return by > TOLERANCE ? [{ id: section.id, by: Math.round(by) }] : [];
  });
}

function overflow(section: HTMLElement, height: number): number {
  const sheet = section.querySelector<HTMLElement>('.sheet');
  if (!sheet) return 0;
  const frame = sheet.getBoundingClientRect();
  const scale = frame.height / height || 1;
  let by = 0;
  // What stands in the middle of its room grows upwards too, into the title.
  for (const body of sheet.querySelectorAll<HTMLElement>('.body')) {
    const content = body.firstElementChild?.getBoundingClientRect();
    const title = body.previousElementSibling?.getBoundingClientRect();
    if (
      content &&
      title &&
      title.bottom > content.top &&
      title.left < content.right &&
      title.right > content.left
    )
      by = Math.max(by, (title.bottom - content.top) / scale);
  }
  for (const element of sheet.querySelectorAll<HTMLElement>('h1, h2, p, li, td, th, footer, img')) {
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
