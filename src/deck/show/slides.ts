import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { pictureAddress } from '../../page/picture-address.ts';
import type { Deck, Slide, SlideLayout } from '../plan/types.ts';
import { LAYOUTS, type LayoutContext } from './layouts.ts';
import type { Ratio } from './line-room.ts';
import { notesPages } from './notes-pages.ts';

/** How slides are drawn. */
export interface SlideOptions {
  readonly ratio: Ratio;
  /** Where pictures lie. */
  readonly baseUrl: string;
  /** Points and cards come one by one. */
  readonly fragments: boolean;
  /** For print: the spoken text on pages of its own behind each slide. */
  readonly notes?: boolean;
}

/**
 * All slides of a deck, one `<section>` each, keyed by id so that an edit changes only what it touches.
 * The spoken text is not in them: this is the audience's window, and the speaker's gets it by channel.
 */
export function slidesOf(deck: Deck, options: SlideOptions): TemplateResult {
  const sections = sectionsOf(deck, options);
  return html`${repeat(
    deck.slides,
    (slide) => slide.id,
    (slide, index) =>
      options.notes
        ? html`${sections[index]}${notesPages(slide, numberOf(deck, index), options.ratio)}`
        : sections[index],
  )}`;
}

/** The slides one by one, for whoever puts something around each. */
export function sectionsOf(deck: Deck, options: SlideOptions): TemplateResult[] {
  const { baseUrl, notes: _, ...looks } = options;
  const context: LayoutContext = {
    ...looks,
    lang: deck.lang,
    picture: (src) => pictureAddress(src, baseUrl),
  };
  return deck.slides.map((slide, index) => sectionOf(slide, context, numberOf(deck, index)));
}

function numberOf(deck: Deck, index: number): string {
  return `${index + 1} / ${deck.slides.length}`;
}

/** Slides that stand for themselves, without a number. */
const UNNUMBERED: readonly SlideLayout[] = ['cover', 'section', 'closing'];

function sectionOf(slide: Slide, context: LayoutContext, number: string): TemplateResult {
  const untitled = slide.title === undefined;
  return html`<section id=${slide.id} data-layout=${slide.layout} ?data-untitled=${untitled}>
    <div class="sheet">${LAYOUTS[slide.layout](slide, context)}${
      UNNUMBERED.includes(slide.layout)
        ? nothing
        : html`<span class="number" aria-hidden="true">${number}</span>`
    }</div>
  </section>`;
}
