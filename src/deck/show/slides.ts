import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Deck, NotePart, Slide } from '../plan/types.ts';
import { LAYOUTS, type LayoutContext } from './layouts.ts';
import type { Ratio } from './line-room.ts';

/** All slides of a deck, one `<section>` each, keyed by id so that an edit changes only what it touches. */
export function slidesOf(deck: Deck, ratio: Ratio, baseUrl: string): TemplateResult {
  const context: LayoutContext = { lang: deck.lang, ratio, picture: (src) => pictureAddress(src, baseUrl) };
  return html`${repeat(
    deck.slides,
    (slide) => slide.id,
    (slide) => sectionOf(slide, context),
  )}`;
}

function sectionOf(slide: Slide, context: LayoutContext): TemplateResult {
  const untitled = slide.title === undefined;
  return html`<section id=${slide.id} data-layout=${slide.layout} ?data-untitled=${untitled}>
    <div class="sheet">${LAYOUTS[slide.layout](slide, context)}</div>
    <aside class="notes">${notesOf(slide.notes)}</aside>
  </section>`;
}

/** The spoken text, a paragraph a line: for the speaker's window, never shown nor printed. */
function notesOf(notes: readonly NotePart[]): TemplateResult[] {
  const lines: string[] = [];
  for (const note of notes) {
    if (note.startsLine || lines.length === 0) lines.push(note.text);
    else lines[lines.length - 1] += note.text;
  }
  return lines.map((line) => html`<p>${line}</p>`);
}

/**
 * Address of a picture: beside the speech, or inside it as `data:`. A speech may name any address; only
 * those below `baseUrl` are asked, so that no other host learns that it was opened.
 */
export function pictureAddress(src: string, baseUrl: string): string | undefined {
  if (/^data:image\/[\w.+-]+[;,]/i.test(src)) return src;
  try {
    const base = new URL(baseUrl, document.baseURI);
    const address = new URL(src, base);
    return address.href.startsWith(base.href) ? address.href : undefined;
  } catch {
    return undefined;
  }
}
