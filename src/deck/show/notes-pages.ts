import { html, type TemplateResult } from 'lit';
import { characterWidth } from '../../text/width.ts';
import type { NotePart, Slide } from '../plan/types.ts';
import { textOf } from './inlines.ts';
import type { Ratio } from './line-room.ts';

/** Lines of spoken text on a page, and Han of one line, at the size base.css gives it. */
const PAGE = { lines: 13, room: { '16:9': 40, '16:10': 40, '4:3': 29 } } as const;

/** The spoken text of a slide, on as many pages as it takes, to be printed behind the slide. */
export function notesPages(slide: Slide, number: string, ratio: Ratio): TemplateResult[] {
  return pagesOf(slide.notes, PAGE.room[ratio]).map(
    (lines, index) => html`<section id="${slide.id}-notes-${index + 1}" data-layout="notes">
      <div class="sheet">
        <header><span class="number">${number}</span>${
          slide.title ? html`<span>${textOf(slide.title, { room: 200 })}</span>` : ''
        }</header>
        <div class="spoken">${lines.map((line) => html`<p>${line}</p>`)}</div>
      </div>
    </section>`,
  );
}

/** Paragraphs in pages; a paragraph longer than what is left goes on, by sentences, on the next page. */
function pagesOf(notes: readonly NotePart[], room: number): string[][] {
  const pages: string[][] = [];
  let left = 0;
  let column = 0;
  for (const { text, startsLine } of notes) {
    if (text.trim() === '') continue;
    const page = pages.at(-1);
    const goesOn = !startsLine && page !== undefined;
    const before = goesOn ? column : 0;
    const lines = Math.ceil((before + characterWidth(text)) / room) - (goesOn ? Math.ceil(before / room) : 0);
    if (page === undefined || lines > left) {
      pages.push([text]);
      column = characterWidth(text);
      left = PAGE.lines - Math.ceil(column / room);
    } else {
      if (goesOn) page[page.length - 1] += text;
      else page.push(text);
      column = before + characterWidth(text);
      left -= lines;
    }
  }
  return pages;
}
