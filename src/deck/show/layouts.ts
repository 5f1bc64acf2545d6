import { html, nothing, type TemplateResult } from 'lit';
import { breakLines, type LineBreaking } from '../../speech/line-breaking/break-lines.ts';
import { inlineText } from '../../speech/text.ts';
import { characterWidth } from '../../text/width.ts';
import { lineCount } from '../plan/fit.ts';
import { dateWithLabels } from '../plan/slide-labels.ts';
import type { Deck, DiagramLayout, Slide, SlideLayout, SlideText } from '../plan/types.ts';
import { DIAGRAM_TEMPLATES, diagramOf } from './diagram-layouts.ts';
import { figureTextOf, inlinesOf, plainText, rangeMark, textOf } from './inlines.ts';
import { bodySize, cardsAreLarge, LINE_ROOM, type LineRoom, type Ratio, statementSize } from './line-room.ts';
import { SLIDE_LABELS } from './messages.ts';
import { pictureOf } from './picture.ts';

/** What every layout is given. */
export interface LayoutContext {
  readonly lang: Deck['lang'];
  readonly ratio: Ratio;
  /** Points and cards come one by one. */
  readonly fragments: boolean;
  /** Address of a picture of the speech; undefined for one that may not be loaded. */
  picture(src: string): string | undefined;
}

type Layout = (slide: Slide, context: LayoutContext) => TemplateResult;

/** Headings at the left edge, and running lines: breaks by meaning count more than even lines. */
const HEADING = { evenness: 0.4 } as const;
const RUNNING = { evenness: 0.15 } as const;

/** Class by which reveal.js knows what comes one by one. */
const stepping = ({ fragments }: LayoutContext): string => (fragments ? 'fragment' : '');

const markerWidth = (text: SlideText): number => characterWidth(text.marker ?? '');

/** A heading in one of its two sizes: the smaller one for a text that would take more than two lines. */
function sized(
  text: SlideText,
  { room, longRoom, ...breaking }: LineBreaking & { readonly longRoom: number },
): { long: boolean; words: TemplateResult } {
  const long = lineCount(plainText(text), room) > 2;
  return { long, words: textOf(text, { ...breaking, room: (long ? longRoom : room) - markerWidth(text) }) };
}

function title(slide: Slide, { lang, ratio }: LayoutContext): TemplateResult | typeof nothing {
  if (!slide.title) return nothing;
  const room = LINE_ROOM[ratio];
  const { long, words } = sized(slide.title, { ...HEADING, room: room.title, longRoom: room.titleLong });
  return html`<h2 class=${long ? 'title long' : 'title'}>${words}${continued(slide, lang)}</h2>`;
}

/** The heading a slide stands under, in one line; one that does not fit is left out. */
function running(slide: Slide, { ratio }: LayoutContext): TemplateResult | typeof nothing {
  const { running: heading } = slide;
  if (!heading || lineCount(plainText(heading), LINE_ROOM[ratio].running) > 1) return nothing;
  return html`<p class="running">${textOf(heading, { room: Number.POSITIVE_INFINITY })}</p>`;
}

/** What stands above the body of a slide. */
const heading = (slide: Slide, context: LayoutContext): TemplateResult =>
  html`${running(slide, context)}${title(slide, context)}`;

function continued(slide: Slide, lang: Deck['lang']): TemplateResult | typeof nothing {
  return slide.continued ? html`<span class="label">${SLIDE_LABELS[lang].continued}</span>` : nothing;
}

const points: Layout = (slide, context) => {
  const shown = slide.content.points ?? [];
  const room = LINE_ROOM[context.ratio];
  const crowded = slide.running !== undefined && slide.title !== undefined;
  const texts = shown.map((point) => ({ words: inlineText(point.inlines), marker: markerWidth(point) }));
  const size = bodySize(texts, context.ratio, crowded);
  return html`${heading(slide, context)}<div class="body"><ul class="points" data-size=${size} data-count=${
    shown.length
  }>${shown.map((point) => html`<li class=${stepping(context)}>${textOf(point, { ...RUNNING, room: room.body[size] - markerWidth(point) })}</li>`)}</ul></div>`;
};

/** One sentence, as large as its lines allow. */
const statement: Layout = (slide, context) => {
  const [only] = slide.content.points ?? [];
  if (!only) return html`${heading(slide, context)}`;
  const above = [slide.title, slide.running].filter((text) => text !== undefined).length;
  const size = statementSize(plainText(only), above, context.ratio);
  const room = LINE_ROOM[context.ratio].statement[size] - markerWidth(only);
  return html`${heading(slide, context)}<div class="body"><p class="statement" data-size=${size}>${textOf(only, { ...RUNNING, room, slack: 1 })}</p></div>`;
};

const cards: Layout = (slide, context) => {
  const shown = slide.content.points ?? [];
  const large = cardsAreLarge(
    shown.map((card) => inlineText(card.inlines)),
    context.ratio,
  );
  const { details } = slide.content;
  if (details) return detailedCards(slide, shown, details, context);
  const room = LINE_ROOM[context.ratio][large ? 'cardLarge' : 'card'][shown.length] ?? 0;
  return html`${heading(slide, context)}<div class="body"><ul class="cards" data-size=${large ? 'large' : 'normal'} data-count=${shown.length}>${shown.map(
    (card) => html`<li class=${stepping(context)}>${textOf(card, { ...HEADING, room })}</li>`,
  )}</ul></div>`;
};

/** Cards with a second text each: rows over each other, the second text behind the first. */
function detailedCards(
  slide: Slide,
  shown: readonly SlideText[],
  details: readonly (SlideText | undefined)[],
  context: LayoutContext,
): TemplateResult {
  const room = LINE_ROOM[context.ratio].detailed;
  return html`${heading(slide, context)}<div class="body"><ul class="detailed" data-count=${shown.length} style="--rows: ${shown.length}">${shown.map(
    (card, index) => {
      const detail = details[index];
      return html`<li class=${stepping(context)}><p class="name">${textOf(card, { ...HEADING, room: room.name - markerWidth(card) })}</p>${
        detail ? html`<p class="detail">${textOf(detail, { ...RUNNING, room: room.detail })}</p>` : nothing
      }</li>`;
    },
  )}</ul></div>`;
}

/** A line under the cover's title; a date written 2024-09-02 as 2024年9月2日. */
function coverLine(line: SlideText, room: number): TemplateResult {
  const date = dateWithLabels(plainText(line));
  if (date === undefined) return textOf(line, { room });
  return html`<span class="words" data-range=${rangeMark(line.range)}>${date.map(
    ({ digits, label }) => html`${digits}<span class="label">${label}</span>`,
  )}</span>`;
}

const lines = (slide: Slide, name: string, room: number): TemplateResult =>
  html`<div class=${name}>${(slide.content.lines ?? []).map((line) => html`<p>${textOf(line, { room })}</p>`)}</div>`;

const agenda: Layout = (slide, { lang, ratio }) => {
  const shown = slide.content.points ?? [];
  const room = LINE_ROOM[ratio].agenda;
  return html`<div class="panel"><h2>${SLIDE_LABELS[lang].agenda}${continued(slide, lang)}</h2></div>
    <div class="body"><ul class="agenda" data-count=${shown.length}>${shown.map(
      (point) => html`<li>${textOf(point, { ...RUNNING, room: room - markerWidth(point) })}</li>`,
    )}</ul></div>`;
};

/** Cells of a text in a table that is never broken: five of them stand beside each other in 4:3. */
const BRIEF = 3.5;

const table: Layout = (slide, context) => {
  const { table } = slide.content;
  if (!table) return html``;
  const cellClass = (cell: SlideText, column: number) =>
    `${table.align[column] ?? ''} ${table.align.length <= 5 && lineCount(plainText(cell), BRIEF) <= 1 ? 'brief' : ''}`;
  const row = (cells: readonly SlideText[], head: boolean) =>
    html`<tr>${cells.map((cell, column) =>
      head
        ? html`<th class=${cellClass(cell, column)} data-range=${rangeMark(cell.range)}>${inlinesOf(cell.inlines)}</th>`
        : html`<td class=${cellClass(cell, column)} data-range=${rangeMark(cell.range)}>${inlinesOf(cell.inlines)}</td>`,
    )}</tr>`;
  return html`${heading(slide, context)}<div class="body"><table>
    <thead>${table.rows.slice(0, table.headRows).map((cells) => row(cells, true))}</thead>
    <tbody>${table.rows.slice(table.headRows).map((cells) => row(cells, false))}</tbody>
  </table></div>`;
};

/** Sizes of a quotation that few words allow, and its lines in them: each of them ends with a clause. */
const QUOTE_LINES: readonly (readonly ['huge' | 'large', number])[] = [
  ['huge', 2],
  ['large', 3],
];
const CLAUSE_END = /[，；。：！？、,;.!?”」』…—]$/u;

function fitsQuote(text: string, breaking: LineBreaking, most: number): boolean {
  const lines = breakLines(text, breaking).map((line) => line.trim());
  return lines.length <= most && lines.slice(0, -1).every((line) => CLAUSE_END.test(line));
}

/** Lines of a verse that leave room for the next size, and their cells: none of them is broken. */
const VERSE_LINES = { huge: 4, large: 5 } as const;

const quote: Layout = (slide, context) => {
  const { quote, lines = [] } = slide.content;
  const { quote: ordinary, quoteLarge, quoteHuge } = LINE_ROOM[context.ratio];
  const rooms = { huge: quoteHuge, large: quoteLarge, normal: ordinary } as const;
  const fits = ([size, most]: readonly ['huge' | 'large', number]) =>
    quote
      ? fitsQuote(plainText(quote.text), { ...RUNNING, room: rooms[size], slack: 1 }, most)
      : lines.length <= VERSE_LINES[size] &&
        lines.every((line) => lineCount(plainText(line), rooms[size]) <= 1);
  // Cells do not say where lines of long Latin words end: these words do not take the largest size.
  const latin = quote !== undefined && /[A-Za-z]{3}/.test(plainText(quote.text));
  const sizes = latin ? QUOTE_LINES.filter(([one]) => one !== 'huge') : QUOTE_LINES;
  const size = sizes.find(fits)?.[0] ?? 'normal';
  const breaking =
    size === 'normal' ? { ...RUNNING, room: ordinary } : { ...RUNNING, room: rooms[size], slack: 1 };
  return html`${heading(slide, context)}<div class="body"><blockquote data-size=${size}>${
    quote
      ? html`<p>${textOf(quote.text, breaking)}</p>${
          quote.speaker
            ? html`<footer data-range=${rangeMark(quote.speaker.range)}>${inlinesOf(quote.speaker.inlines)}</footer>`
            : nothing
        }`
      : lines.map((line) => html`<p data-range=${rangeMark(line.range)}>${inlinesOf(line.inlines)}</p>`)
  }</blockquote></div>`;
};

const closing: Layout = (slide, { lang, ratio }) => {
  const said = slide.content.lines ?? [];
  const room = LINE_ROOM[ratio];
  return html`<div class="closing">${
    said.length > 0
      ? said.map((line, index) => {
          const width = index < said.length - 1 ? room.closingLines : room.closing;
          return html`<h2>${textOf(line, { room: width })}</h2>`;
        })
      : html`<h2 class="label">${SLIDE_LABELS[lang].thanks}</h2>`
  }</div>`;
};

/** One sentence there for its figures: a line a clause, the figures large where they stand. */
const figureNumber: Layout = (slide, context) => {
  const [point] = slide.content.points ?? [];
  if (!point) return points(slide, context);
  const { figures, figuresLarge, body } = LINE_ROOM[context.ratio];
  const large = lineCount(plainText(point), figuresLarge) <= 3;
  return html`${heading(slide, context)}<div class="body"><p class="figures" data-size=${large ? 'large' : 'normal'}>${figureTextOf(
    point,
    { evenness: 0.05, room: large ? figuresLarge : figures, slack: 2 },
    large ? figuresLarge + 3 : body.normal + 1,
  )}</p></div>`;
};

/** Lines of a cover's title in its second size; a longer one takes the third. */
const LONG_TITLE_LINES = 4;

function coverTitle(text: SlideText, room: LineRoom): TemplateResult {
  const longest = lineCount(plainText(text), room.coverLong) > LONG_TITLE_LINES;
  const longRoom = longest ? room.coverLongest : room.coverLong;
  const { long, words } = sized(text, { room: room.cover, longRoom, atSpaces: true });
  return html`<h1 class=${longest ? 'long longest' : long ? 'long' : ''}>${words}</h1>`;
}

/** The layout of one kind of diagram, by diagram-layouts.ts. */
const diagram =
  (layout: DiagramLayout): Layout =>
  (slide, context) =>
    html`${heading(slide, context)}<div class="body">${
      slide.content.diagram
        ? diagramOf(layout, slide.content.diagram, { ratio: context.ratio, step: stepping(context) })
        : nothing
    }</div>`;

const DIAGRAMS = Object.fromEntries(
  (Object.keys(DIAGRAM_TEMPLATES) as DiagramLayout[]).map((layout) => [layout, diagram(layout)]),
) as Record<DiagramLayout, Layout>;

/**
 * How each kind of slide is built. Looks are the theme's; the order of elements is the order of reading.
 */
export const LAYOUTS: Readonly<Record<SlideLayout, Layout>> = {
  cover: (slide, { ratio }) => {
    const room = LINE_ROOM[ratio];
    return html`${slide.title ? coverTitle(slide.title, room) : nothing}
      <div class="byline">${(slide.content.lines ?? []).map((line) => html`<p>${coverLine(line, room.byline)}</p>`)}</div>`;
  },
  agenda,
  section: (slide, { ratio }) => {
    if (!slide.title) return html``;
    const room = LINE_ROOM[ratio];
    const { long, words } = sized(slide.title, {
      ...HEADING,
      room: room.divider,
      longRoom: room.dividerLong,
    });
    const children = slide.content.points ?? [];
    return html`<h2 class=${long ? 'divider long' : 'divider'}>${words}</h2>${
      children.length > 0
        ? html`<ul class="children" data-count=${children.length}>${children.map(
            (child) => html`<li>${textOf(child, { ...RUNNING, room: room.children })}</li>`,
          )}</ul>`
        : nothing
    }`;
  },
  ...DIAGRAMS,
  points,
  statement,
  cards,
  quote,
  'figure-number': figureNumber,
  table,
  image: (slide, context) => {
    const { image } = slide.content;
    return html`${heading(slide, context)}<div class="body">${
      image ? pictureOf(image.src, image.alt, context.picture(image.src)) : nothing
    }</div>`;
  },
  text: (slide, context) =>
    html`${heading(slide, context)}${lines(slide, 'body', LINE_ROOM[context.ratio].body.normal)}`,
  closing,
};
