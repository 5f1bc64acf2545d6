import { html, nothing, render, type TemplateResult } from 'lit';
import type { Deck } from '../plan/types.ts';
import type { PaperLayout } from './frame.ts';
import { textOf } from './inlines.ts';
import { type NotesSheet, notesSheets } from './notes-sheets.ts';
import { SLIDE_SIZES } from './slide-size.ts';
import { type SlideOptions, sectionsOf } from './slides.ts';

/** Lines for writing beside each of three slides. */
const WRITING_LINES = 7;

/**
 * `deck.html?view=paper`: slides on sheets of A4, one, two, three or six on each, or each with its spoken text below. The
 * slides are the very drawings of the show, made smaller by a transform.
 */
export class PrintSheets {
  readonly element = document.createElement('div');
  private readonly rule = document.createElement('style');

  constructor() {
    this.element.className = 'paper';
    document.body.append(this.element);
    document.head.append(this.rule);
  }

  /**
   * Lays out all sheets and keeps those asked for.
   *
   * @returns number of sheets there are, also those not kept
   */
  async show(deck: Deck, options: SlideOptions, layout: PaperLayout): Promise<number> {
    const { perPage, notes, from = 1, to = Number.POSITIVE_INFINITY } = layout;
    const upright = notes || perPage > 1;
    this.rule.textContent = `@page { size: A4 ${upright ? 'portrait' : 'landscape'}; margin: 0 }`;
    this.element.dataset.perPage = notes ? 'notes' : String(perPage);
    const { width, height } = SLIDE_SIZES[options.ratio];
    this.element.style.setProperty('--ratio', String(width / height));
    this.element.style.setProperty('--width-number', String(width));
    const sections = sectionsOf(deck, options);
    // The faces of all characters are there before lines are measured.
    render(
      html`<div class="paper-sheet">${sections.map(slideOnPaper)}
        <div class="spoken">${deck.slides.map((slide) => slide.notes.map(({ text }) => text))}</div></div>`,
      this.element,
    );
    await document.fonts.ready;
    const sheets = notes ? this.notesSheets(deck, sections) : slideSheets(sections, perPage);
    const kept = sheets
      .map((sheet, index) => ({ sheet, number: index + 1 }))
      .filter(({ number }) => number >= from && number <= to);
    render(
      kept.map(
        ({ sheet, number }) => html`<div class="paper-sheet">${sheet}
          <footer class="paper-number">${number} / ${sheets.length}</footer></div>`,
      ),
      this.element,
    );
    await document.fonts.ready;
    return sheets.length;
  }

  private notesSheets(deck: Deck, sections: readonly TemplateResult[]): TemplateResult[] {
    const count = deck.slides.length;
    return deck.slides.flatMap((slide, index) => {
      const number = `${index + 1} / ${count}`;
      const fits = this.measure(sections[index]!);
      return notesSheets(slide.notes, fits).map((sheet, at) =>
        at === 0
          ? html`${slideOnPaper(sections[index]!)}${spoken(sheet)}`
          : html`<header class="paper-head"><span>${number}</span>${
              slide.title ? html`<span>${textOf(slide.title, { room: 200 })}</span>` : nothing
            }</header>${spoken(sheet)}`,
      );
    });
  }

  /** A sheet out of sight on which spoken text is set, to see whether it fits. */
  private measure(section: TemplateResult): (lines: readonly string[], first: boolean) => boolean {
    const set = (first: boolean) => {
      render(
        html`<div class="paper-sheet">${
          first ? slideOnPaper(section) : html`<header class="paper-head"><span>1 / 1</span></header>`
        }<div class="spoken"></div></div>`,
        this.element,
      );
      return this.element.querySelector<HTMLElement>('.spoken')!;
    };
    let box = set(true);
    let onFirst = true;
    return (lines, first) => {
      if (first !== onFirst) box = set(first);
      onFirst = first;
      box.replaceChildren(
        ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
      );
      const fits = box.scrollHeight <= box.clientHeight;
      box.replaceChildren();
      return fits;
    };
  }
}

const slideOnPaper = (section: TemplateResult) => html`<div class="paper-slide">${section}</div>`;

const spoken = ({ lines, continued }: NotesSheet) =>
  html`<div class="spoken">${lines.map(
    (line, index) => html`<p class=${continued && index === 0 ? 'continued' : ''}>${line}</p>`,
  )}</div>`;

function slideSheets(sections: readonly TemplateResult[], perPage: number): TemplateResult[] {
  const lines =
    perPage === 3
      ? html`<div class="writing-lines">${Array.from({ length: WRITING_LINES }, () => html`<i></i>`)}</div>`
      : nothing;
  return Array.from(
    { length: Math.ceil(sections.length / perPage) },
    (_, sheet) =>
      html`<div class="paper-slides">${sections
        .slice(sheet * perPage, (sheet + 1) * perPage)
        .map((section) => html`${slideOnPaper(section)}${lines}`)}</div>`,
  );
}
