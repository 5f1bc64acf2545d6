import { html, nothing, type TemplateResult } from 'lit';
import { inlineText } from '../../speech/text.ts';
import { characterWidth } from '../../text/width.ts';
import type { CellRole, Diagram, DiagramCell, DiagramLayout, SlideText } from '../plan/types.ts';
import { flowingText, plainText, textOf } from './inlines.ts';
import type { Ratio } from './line-room.ts';
import { setWidth } from './set-width.ts';

/** What drawing a diagram depends on. */
export interface DiagramContext {
  readonly ratio: Ratio;
  /** Class of what comes one by one. */
  readonly step: string;
}

type DiagramTemplate = (diagram: Diagram, context: DiagramContext) => TemplateResult;
type Row = readonly DiagramCell[];

const RUNNING = { evenness: 0.15 } as const;

const cell = (row: Row, role: CellRole): DiagramCell | undefined => row.find((one) => one.role === role);

function optional(text: SlideText | undefined, name: string): TemplateResult | typeof nothing {
  return text ? flowingText(text, name) : nothing;
}

const cells = (text: SlideText | undefined): number => (text ? characterWidth(inlineText(text.inlines)) : 0);

/** Widest row of a diagram, cells. */
const widest = (diagram: Diagram): number =>
  Math.max(0, ...diagram.rows.map((row) => row.reduce((sum, one) => sum + cells(one), 0)));

/** Width of a figure with its unit, which is set smaller, in cells of the figure. */
function figureWidth(row: Row): number {
  const set = (text: SlideText | undefined) => (text ? setWidth(inlineText(text.inlines), []) : 0);
  return set(cell(row, 'number')) + set(cell(row, 'unit')) * 0.5 + 0.2;
}

function figure(row: Row): TemplateResult {
  const width = figureWidth(row).toFixed(2);
  return html`<span class="value" style="--cells: ${width}">${optional(cell(row, 'number'), 'digits')}${optional(cell(row, 'unit'), 'unit')}</span>`;
}

/** Figures: one very large, tiles, a ledger, or bars. */
const figures: DiagramTemplate = (diagram, { step }) => {
  const { form = 'tiles', rows } = diagram;
  const behind = rows.some((row) => cell(row, 'after'));
  return html`<ul class="figure-list" data-form=${form} data-count=${rows.length} style="--rows: ${rows.length}" ?data-behind=${behind}>${rows.map(
    (row) =>
      html`<li class=${step}>${optional(cell(row, 'label'), 'label-text')}${figure(row)}${
        form === 'bars' ? bar(cell(row, 'number')?.share, 'to') : nothing
      }${optional(cell(row, 'after'), 'after')}</li>`,
  )}</ul>`;
};

function bar(share: number | undefined, name: string): TemplateResult {
  return html`<span class="bar ${name}" style="--share: ${(share ?? 0).toFixed(4)}" aria-hidden="true"></span>`;
}

const change: DiagramTemplate = (diagram, { step }) =>
  html`<ul class="change" data-form=${diagram.form ?? 'arrow'} data-count=${diagram.rows.length}>${diagram.rows.map(
    (row) =>
      html`<li class=${step}>${optional(cell(row, 'label'), 'label-text')}${
        diagram.form === 'bars'
          ? html`<span class="state from">${bar(cell(row, 'from')?.share, 'from')}${optional(cell(row, 'from'), 'amount')}</span>
            <span class="state to">${bar(cell(row, 'to')?.share, 'to')}${optional(cell(row, 'verb'), 'verb')}${optional(cell(row, 'to'), 'amount')}</span>`
          : html`<span class="arrow-row">${optional(cell(row, 'from'), 'amount from')}<span class="arrow"></span>${optional(cell(row, 'verb'), 'verb')}${optional(cell(row, 'to'), 'amount to')}</span>`
      }</li>`,
  )}</ul>`;

/** One cell a row. */
const rowsOf = (diagram: Diagram, step: string): TemplateResult[] =>
  diagram.rows.map((row) => html`<li class=${step}>${row.map((one) => flowingText(one, one.role))}</li>`);

const wall: DiagramTemplate = (diagram, { ratio, step }) => {
  const width = widest(diagram);
  const columns = diagram.rows.length % 2 === 1 || (ratio === '4:3' && width > 9) ? 1 : 2;
  const size =
    columns === 1
      ? diagram.rows.length > 5
        ? 'normal'
        : 'large'
      : width <= 6
        ? 'large'
        : width <= 9
          ? 'roomy'
          : 'normal';
  return html`<ul class="wall" data-columns=${columns} data-size=${size} data-count=${diagram.rows.length}>${rowsOf(diagram, step)}</ul>`;
};

const parallel: DiagramTemplate = (diagram, { step }) => {
  const size = widest(diagram) > 11 || diagram.rows.length > 4 ? 'normal' : 'large';
  return html`<div class="parallel" data-size=${size} ?data-headed=${diagram.head !== undefined}>${
    diagram.head
      ? html`<p class="head" style="--cells: ${cells(diagram.head)}">${flowingText(diagram.head, '')}</p>`
      : nothing
  }<ul>${rowsOf(diagram, step)}</ul></div>`;
};

const terms: DiagramTemplate = (diagram, { step }) =>
  html`<div class="terms" data-form=${diagram.form ?? 'items'}>${
    diagram.head ? html`<p class="head">${flowingText(diagram.head, '')}</p>` : nothing
  }<ul data-count=${diagram.rows.length}>${rowsOf(diagram, step)}</ul></div>`;

/** Halves of a sentence side by side, each in lines of its own. */
function halves(name: string, room: Readonly<Record<Ratio, number>>): DiagramTemplate {
  return (diagram, { ratio, step }) =>
    html`<ul class="halves ${name}">${diagram.rows.map(
      ([half]) =>
        half &&
        html`<li class="${half.role} ${step}"><p>${textOf(half, { ...RUNNING, room: room[ratio] })}</p></li>`,
    )}</ul>`;
}

/** Cells of one line of a condition or its result: beside each other, or over each other at 4:3. */
const SIDE = { '16:9': 8.5, '16:10': 8.5, '4:3': 19 } as const;

const condition: DiagramTemplate = (diagram, { ratio, step }) => {
  const room = ratio === '4:3' && diagram.rows.length > 2 ? 9 : SIDE[ratio];
  const side = (text: SlideText | undefined, name: string) =>
    text ? html`<p class=${name}>${textOf(text, { ...RUNNING, room })}</p>` : nothing;
  return html`<ul class="condition" data-count=${diagram.rows.length} style="--rows: ${diagram.rows.length}">${diagram.rows.map(
    (row) =>
      html`<li class=${step}>${side(cell(row, 'condition'), 'if')}<span class="arrow"></span>${side(cell(row, 'result'), 'then')}</li>`,
  )}</ul>`;
};

/** Cells of one line of a question, in its two sizes, and of its answer. */
const QUESTION_ROOM = {
  '16:9': { large: 13, normal: 15.5, answer: 18.5 },
  '16:10': { large: 13, normal: 15.5, answer: 18.5 },
  '4:3': { large: 12.5, normal: 12.5, answer: 16 },
} as const;

const question: DiagramTemplate = (diagram, { ratio, step }) => {
  const [[asked] = [], [answer] = []] = diagram.rows;
  const room = QUESTION_ROOM[ratio];
  const large = asked !== undefined && cells(asked) <= room.large;
  return html`<div class="question">${
    asked
      ? html`<p class="asked" data-size=${large ? 'large' : 'normal'}>${textOf(asked, { ...RUNNING, room: large ? room.large : room.normal })}</p>`
      : nothing
  }${answer ? html`<p class="answer ${step}">${textOf(answer, { ...RUNNING, room: room.answer })}</p>` : nothing}</div>`;
};

const ladder: DiagramTemplate = (diagram, { ratio, step }) => {
  const longest = Math.max(...diagram.rows.map((row) => row.reduce((sum, one) => sum + cells(one), 0)));
  const steps = diagram.rows.length <= 4 && longest <= (ratio === '4:3' ? 11 : 14);
  return html`<ol class="ladder" data-count=${diagram.rows.length} data-size=${longest <= 12 ? 'large' : 'normal'} ?data-steps=${steps}>${rowsOf(diagram, step)}</ol>`;
};

const timeline: DiagramTemplate = (diagram, { step }) =>
  html`<ol class="timeline" data-count=${diagram.rows.length}>${rowsOf(diagram, step)}</ol>`;

const steps: DiagramTemplate = (diagram, { step }) =>
  html`<ol class="steps" data-count=${diagram.rows.length}>${rowsOf(diagram, step)}</ol>`;

/** How each diagram is drawn: the words in the order they are said, places and sizes by diagrams.css. */
export const DIAGRAM_TEMPLATES: Readonly<Record<DiagramLayout, DiagramTemplate>> = {
  figures,
  change,
  wall,
  parallel,
  terms,
  contrast: halves('contrast', { '16:9': 9, '16:10': 9, '4:3': 7 }),
  pair: halves('pair', { '16:9': 9, '16:10': 9, '4:3': 7 }),
  condition,
  question,
  ladder,
  timeline,
  steps,
};

/** Lines of a diagram in the ordinary sizes. */
const MOST_LINES = 5;
/** Cells of one line of words under the rows, and of words beside a figure. */
const TEXT_LINE = { '16:9': 27, '16:10': 25, '4:3': 20 } as const;
/** … of one line of words above them. */
const LEAD_LINE = { '16:9': 25, '16:10': 25, '4:3': 21 } as const;
const BESIDE = { '16:9': 9.5, '16:10': 9.5, '4:3': 6 } as const;

/** Lines of a row of tiles, and tiles beside each other. */
const TILE_LINES = 2.5;
const tilesBeside = (count: number, ratio: Ratio): number =>
  ratio === '4:3' || count === 2 || count === 4 ? 2 : 3;

/** Lines its rows take: a row whose words stand in two lines counts two; one large number counts four. */
function rowLines({ form, rows }: Diagram, ratio: Ratio): number {
  if (form === 'number') return 4;
  if (form === 'tiles') return Math.ceil(rows.length / tilesBeside(rows.length, ratio)) * TILE_LINES;
  const lines = (text: SlideText | undefined, room: number) => Math.max(1, Math.ceil(cells(text) / room));
  return rows.reduce((sum, row) => {
    const after = cell(row, 'after');
    const label = lines(cell(row, 'label'), after ? BESIDE[ratio] : BESIDE[ratio] * 1.8);
    return sum + Math.max(label, lines(after, BESIDE[ratio]));
  }, 0);
}
/** Heads shown as a line above the rows, for layouts that do not set them themselves. */
const OWN_HEAD: readonly DiagramLayout[] = ['parallel', 'terms'];

/** A diagram with what its sentence begins and ends with. */
export function diagramOf(layout: DiagramLayout, diagram: Diagram, context: DiagramContext): TemplateResult {
  const { subject, head, tail } = diagram;
  const line = OWN_HEAD.includes(layout) ? undefined : head;
  const above = [subject, line].filter((text) => text !== undefined);
  const room = TEXT_LINE[context.ratio];
  const lines = rowLines(diagram, context.ratio) + above.length + (tail ? Math.ceil(cells(tail) / room) : 0);
  const load = lines > MOST_LINES ? 'full' : lines < MOST_LINES ? 'light' : 'normal';
  return html`<div class="diagram" data-load=${load}>${above.map(
    (text) => html`<p class="lead-in">${textOf(text, { ...RUNNING, room: LEAD_LINE[context.ratio] })}</p>`,
  )}${DIAGRAM_TEMPLATES[layout](diagram, context)}${
    tail && plainText(tail) !== ''
      ? html`<p class="tail-text">${textOf(tail, { ...RUNNING, room })}</p>`
      : nothing
  }</div>`;
}
