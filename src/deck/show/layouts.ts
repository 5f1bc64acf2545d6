import { html, nothing, type TemplateResult } from 'lit';
import type { Deck, Slide, SlideLayout, SlideText } from '../plan/types.ts';
import { headingOf, inlinesOf, plainText, textOf } from './inlines.ts';
import { LABELS } from './labels.ts';

/** What every layout is given. */
export interface LayoutContext {
  readonly lang: Deck['lang'];
  /** Address of a picture of the speech; undefined for one that may not be loaded. */
  picture(src: string): string | undefined;
}

type Layout = (slide: Slide, context: LayoutContext) => TemplateResult;

/** Titles longer than this take the smaller size that still is body size. */
const LONG_TITLE = 30;

function title(slide: Slide, { lang }: LayoutContext): TemplateResult | typeof nothing {
  if (!slide.title) return nothing;
  const long = plainText(slide.title).length > LONG_TITLE;
  return html`<h2 class=${long ? 'title long' : 'title'}>${headingOf(slide.title)}${
    slide.continued ? html`<span class="label">${LABELS[lang].continued}</span>` : nothing
  }</h2>`;
}

function list(points: readonly SlideText[], name: string): TemplateResult {
  return html`<ul class=${name} data-count=${points.length}>${points.map((point) => html`<li>${textOf(point)}</li>`)}</ul>`;
}

const points: Layout = (slide, context) =>
  html`${title(slide, context)}<div class="body">${list(slide.content.points ?? [], 'points')}</div>`;

const cards: Layout = (slide, context) => {
  const shown = slide.content.points ?? [];
  return html`${title(slide, context)}<div class="body"><ul class="cards" data-count=${shown.length}>${shown.map(
    (card) => html`<li>${headingOf(card)}</li>`,
  )}</ul></div>`;
};

const lines = (slide: Slide, name: string): TemplateResult =>
  html`<div class=${name}>${(slide.content.lines ?? []).map((line) => html`<p>${inlinesOf(line.inlines)}</p>`)}</div>`;

/**
 * How each kind of slide is built. Looks are the theme's; the order of elements is the order of reading.
 */
export const LAYOUTS: Readonly<Record<SlideLayout, Layout>> = {
  cover: (slide) => html`
    ${slide.title ? html`<h1 class=${plainText(slide.title).length > LONG_TITLE ? 'long' : ''}>${headingOf(slide.title)}</h1>` : nothing}
    ${lines(slide, 'byline')}`,
  agenda: (slide, { lang }) => html`
    <h2 class="title">${LABELS[lang].agenda}${
      slide.continued ? html`<span class="label">${LABELS[lang].continued}</span>` : nothing
    }</h2>
    <div class="body">${list(slide.content.points ?? [], 'agenda')}</div>`,
  section: (slide) =>
    slide.title
      ? html`<h2 class=${plainText(slide.title).length > LONG_TITLE ? 'divider long' : 'divider'}>${headingOf(slide.title)}</h2>`
      : html``,
  points,
  cards,
  quote: (slide, context) => {
    const { quote } = slide.content;
    return html`${title(slide, context)}<div class="body"><blockquote>${
      quote
        ? html`<p>${inlinesOf(quote.text.inlines)}</p>${
            quote.speaker ? html`<footer>${inlinesOf(quote.speaker.inlines)}</footer>` : nothing
          }`
        : (slide.content.lines ?? []).map((line) => html`<p>${inlinesOf(line.inlines)}</p>`)
    }</blockquote></div>`;
  },
  'figure-number': points,
  table: (slide, context) => {
    const table = slide.content.table;
    if (!table) return html``;
    const row = (cells: readonly SlideText[], head: boolean) =>
      html`<tr>${cells.map((cell, column) =>
        head
          ? html`<th class=${table.align[column] ?? ''}>${inlinesOf(cell.inlines)}</th>`
          : html`<td class=${table.align[column] ?? ''}>${inlinesOf(cell.inlines)}</td>`,
      )}</tr>`;
    return html`${title(slide, context)}<div class="body"><table>
      <thead>${table.rows.slice(0, table.headRows).map((cells) => row(cells, true))}</thead>
      <tbody>${table.rows.slice(table.headRows).map((cells) => row(cells, false))}</tbody>
    </table></div>`;
  },
  image: (slide, context) => {
    const address = slide.content.image ? context.picture(slide.content.image.src) : undefined;
    return html`${title(slide, context)}<div class="body">${
      address ? html`<img src=${address} alt=${slide.content.image?.alt ?? ''} />` : nothing
    }</div>`;
  },
  text: (slide, context) => html`${title(slide, context)}${lines(slide, 'body')}`,
  closing: (slide, { lang }) => {
    const said = slide.content.lines ?? [];
    return said.length > 0
      ? html`<div class="closing">${said.map((line) => html`<h2>${headingOf(line)}</h2>`)}</div>`
      : html`<div class="closing"><h2 class="label">${LABELS[lang].thanks}</h2></div>`;
  },
};
