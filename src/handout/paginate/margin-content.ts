import type { Handout } from '../flow/types.ts';
import type { LaidPage } from './pagination.ts';

/** Lines of a page of `notes`. */
const PEN_LINES = 28;

/** Characters of the next page that stand at the foot of a podium page, at least and at most. */
const NEXT_WORDS = { least: 4, most: 12 } as const;

/**
 * Draws everything around the text of pages: page number, running head, the next page's first words, minutes, ruled
 * lines. It is outside the text, so a page keeps its lines when its number changes; unchanged parts are not touched.
 *
 * @param complete the last of `pages` is the last page of the handout
 */
export function fillMargins(pages: readonly LaidPage[], handout: Handout, complete: boolean): void {
  const first = firstNumbered(pages, handout);
  const starts = handout.style.contents ? headingPages(pages) : [];
  let entry = 0;
  pages.forEach((page, index) => {
    const number = index - first + 1;
    const state = { index, number, next: pages[index + 1], title: handout.title, complete };
    const had = done.get(page);
    if (!handout.style.contents && had && same(had, state)) return;
    done.set(page, state);
    side(page.element, index);
    set(page, 'folio', folio(handout, number));
    set(page, 'running-head', handout.style.runningHead && index > 0 ? handout.title : '');
    if (handout.layout === 'podium') {
      const next = pages[index + 1];
      set(page, 'next-words', next ? firstWords(next.text) : '', true);
      if (next === undefined && complete) set(page, 'next-words', '');
      minutes(page);
    }
    if (handout.layout === 'notes' && number > 0) penLines(page);
    if (handout.style.contents)
      for (const line of page.element.querySelectorAll<HTMLElement>(
        '.contents-entry:not([data-split-from])',
      )) {
        const start = starts[entry++];
        line.dataset.page = start === undefined ? '' : String(start - first + 1);
      }
  });
}

/** What the content of a page's margins was last made from. */
interface State {
  readonly index: number;
  readonly number: number;
  readonly next: LaidPage | undefined;
  readonly title: string;
  readonly complete: boolean;
}

const done = new WeakMap<LaidPage, State>();

function same(a: State, b: State): boolean {
  return (
    a.index === b.index &&
    a.number === b.number &&
    a.next === b.next &&
    a.title === b.title &&
    (a.complete === b.complete || b.next !== undefined)
  );
}

/** Index of the page that is number 1: cover and contents before the text are not counted. */
function firstNumbered(pages: readonly LaidPage[], { style }: Handout): number {
  if (!style.cover && !style.contents) return 0;
  const body = pages.findIndex((page) => page.marks.hasBody);
  return Math.max(0, body);
}

/** For each heading of the table of contents the index of the page it stands on. */
function headingPages(pages: readonly LaidPage[]): number[] {
  return pages.flatMap((page, index) => Array<number>(page.marks.headings).fill(index));
}

/** — 1 — (GB/T 9704—2012 7.5); nothing on unnumbered pages. A speaker's page says how many there are by its end. */
function folio({ style }: Handout, number: number): string {
  return style.folio === 'none' || number < 1 ? '' : `— ${number} —`;
}

/** Odd pages are right-hand pages. */
function side(element: HTMLElement, index: number): void {
  const number = String(index + 1);
  if (element.dataset.pageNumber !== number) {
    element.dataset.pageNumber = number;
    element.id = `page-${number}`;
  }
  element.classList.toggle('pagedjs_first_page', index === 0);
  element.classList.toggle('pagedjs_right_page', index % 2 === 0);
  element.classList.toggle('pagedjs_left_page', index % 2 === 1);
}

/** Puts `text` into the page's element of this name, made when first needed; none for no text. */
function set({ element }: LaidPage, name: string, text: string, label = false): void {
  let holder = element.querySelector<HTMLElement>(`:scope > .${name}`);
  if (text === '') {
    holder?.remove();
    return;
  }
  if (holder === null) {
    holder = document.createElement('div');
    holder.className = `margin-content ${name}`;
    // A repetition of text: hidden from screen readers.
    if (label) holder.setAttribute('aria-hidden', 'true');
    element.append(holder);
  }
  if (holder.textContent !== text) holder.textContent = text;
}

/** Minutes so far, beside the line in which each begins. */
function minutes({ element, marks }: LaidPage): void {
  if (element.querySelectorAll('.minutes').length === marks.minutes.length) return;
  for (const { minutes, top } of marks.minutes) {
    const label = document.createElement('div');
    label.className = 'margin-content minutes';
    label.setAttribute('aria-hidden', 'true');
    label.style.top = `${top}px`;
    label.textContent = `${minutes}′`;
    element.append(label);
  }
}

/** Lines to write on, one beside each line of text; drawn as rules, which print where backgrounds do not. */
function penLines({ element }: LaidPage): void {
  if (element.querySelector('.pen-lines')) return;
  const holder = document.createElement('div');
  holder.className = 'margin-content pen-lines';
  holder.setAttribute('aria-hidden', 'true');
  for (let line = 0; line < PEN_LINES; line++) {
    const rule = document.createElement('div');
    rule.className = 'pen-line';
    holder.append(rule);
  }
  element.append(holder);
}

/** The beginning of a text, up to the first stop that makes a phrase of it. */
function firstWords(text: string): string {
  const characters = [...text.trim()];
  const stop = characters.findIndex(
    (character, index) => index >= NEXT_WORDS.least && /[，。、；：！？]/.test(character),
  );
  return characters.slice(0, stop === -1 ? NEXT_WORDS.most : Math.min(stop, NEXT_WORDS.most)).join('');
}
