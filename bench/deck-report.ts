import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DeckMetrics, deckMetrics } from '../src/deck/plan/deck-metrics.ts';
import { planDeck } from '../src/deck/plan/plan.ts';
import type { Deck } from '../src/deck/plan/types.ts';
import { importFile } from '../src/import/import-file.ts';
import { repair } from '../src/repair/repair.ts';
import { parse } from '../src/speech/parse.ts';
import { type RenderedSlide, renderedFill } from './deck-fill.ts';

/** One deck and how many new things the other densities show. */
interface Reported {
  readonly name: string;
  readonly file: string;
  readonly deck: Deck;
  readonly metrics: DeckMetrics;
  readonly low: number;
  readonly high: number;
}

/** A line of the report: what is counted, the figure of some decks, the target. */
interface Line {
  readonly name: string;
  readonly target: string;
  of(decks: readonly Reported[]): string;
}

const sum = (decks: readonly Reported[], of: (metrics: DeckMetrics) => number): number =>
  decks.reduce((total, { metrics }) => total + of(metrics), 0);
const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;

/** Adding a metric is one entry. */
const LINES: readonly Line[] = [
  { name: 'slides', target: '', of: (decks) => String(sum(decks, (m) => m.slides)) },
  { name: 'minutes', target: '', of: (decks) => (sum(decks, (m) => m.seconds) / 60).toFixed(1) },
  {
    name: 'content slides not plain points',
    target: '≥ 40 %',
    of: (decks) =>
      share(
        sum(decks, (m) => m.notPoints),
        sum(decks, (m) => m.content),
      ),
  },
  {
    name: 'longest run of one layout',
    target: '≤ 3',
    of: (decks) => String(Math.max(0, ...decks.map(({ metrics }) => metrics.longestRun))),
  },
  {
    name: 'time on slides over 180 s',
    target: '≤ 10 %',
    of: (decks) =>
      share(
        sum(decks, (m) => m.secondsOnLong),
        sum(decks, (m) => m.seconds),
      ),
  },
  {
    name: 'time with over 120 s per new thing',
    target: '≤ 5 %',
    of: (decks) =>
      share(
        sum(decks, (m) => m.secondsOnSilent),
        sum(decks, (m) => m.seconds),
      ),
  },
  { name: 'texts that lean', target: '0', of: (decks) => String(sum(decks, (m) => m.leaning.length)) },
  {
    name: 'announcements, greetings',
    target: '0',
    of: (decks) => String(sum(decks, (m) => m.formalities.length)),
  },
  { name: 'cut quotations', target: '0', of: (decks) => String(sum(decks, (m) => m.cutQuotations.length)) },
  {
    name: 'texts with unbalanced marks',
    target: '0',
    of: (decks) => String(sum(decks, (m) => m.unbalanced.length)),
  },
  {
    name: 'figure clauses shown',
    target: '≥ 60 %',
    of: (decks) => {
      const [offered, shown] = [sum(decks, (m) => m.figureClauses), sum(decks, (m) => m.figureClausesShown)];
      return `${shown} of ${offered}, ${share(shown, offered)}`;
    },
  },
  {
    name: 'titles seen before',
    target: '≤ 10 %',
    of: (decks) =>
      share(
        sum(decks, (m) => m.repeatedTitles),
        sum(decks, (m) => m.content),
      ),
  },
  {
    name: 'slides under 6 s',
    target: '≤ 2 %',
    of: (decks) =>
      share(
        sum(decks, (m) => m.short),
        sum(decks, (m) => m.slides),
      ),
  },
  {
    name: 'thanks nobody says',
    target: '0',
    of: (decks) => String(decks.filter(({ metrics }) => metrics.unspokenThanks).length),
  },
  {
    name: 'new things low : normal : high',
    target: '≥ 1.25 a step',
    of: (decks) => {
      const [low, normal, high] = [
        decks.reduce((total, deck) => total + deck.low, 0),
        sum(decks, (m) => m.things),
        decks.reduce((total, deck) => total + deck.high, 0),
      ];
      return `${low} : ${normal} : ${high}`;
    },
  },
];

/** A content slide that fills less of its body than this is nearly empty. */
const NEARLY_EMPTY = 0.25;

/**
 * How far the slides of these files fill their bodies, rendered in 16:9: a line for all, and one for each layout.
 *
 * @throws ExportError when there is no browser
 */
export async function fillReport(files: readonly string[]): Promise<string> {
  const decks = files.map(reported).map(({ deck, file }) => ({ deck, pictures: dirname(file) }));
  const slides = (await renderedFill(decks, '16:9')).flat();
  const empty = slides.filter(({ fill }) => fill < NEARLY_EMPTY).length;
  const smallest = Math.min(1, ...slides.map((slide) => slide.smallest));
  const layouts = [...new Set(slides.map(({ layout }) => layout))].map((layout) =>
    fillLine(
      layout,
      slides.filter((slide) => slide.layout === layout),
    ),
  );
  return `\n${fillLine('fill, median (target ≥ 55 %)', slides)}, under 25 %: ${share(empty, slides.length)} (target ≤ 5 %), smallest text ${(smallest * 100).toFixed(1)} %\n${layouts.join('\n')}\n`;
}

function fillLine(name: string, slides: readonly RenderedSlide[]): string {
  const fills = slides.map(({ fill }) => fill).sort((a, b) => a - b);
  const percent = (value = 0) => `${Math.round(value * 100)} %`;
  return `${name}: ${percent(fills[fills.length >> 1])} of ${slides.length} slides, least ${percent(fills[0])}`;
}

/**
 * The report over decks of these files: one column for each group, the layouts below.
 *
 * @param groups name of a column and its files
 * @param details print every deck and what is wrong in it
 */
export function deckReport(groups: Readonly<Record<string, readonly string[]>>, details: boolean): string {
  const columns = Object.entries(groups).map(([name, files]) => ({ name, decks: files.map(reported) }));
  const out: string[] = [];
  out.push(row('', [...columns.map(({ name }) => name), 'target']));
  for (const line of LINES)
    out.push(row(line.name, [...columns.map(({ decks }) => line.of(decks)), line.target]));
  out.push('');
  for (const { name, decks } of columns) out.push(`${name}: ${layouts(decks)}`);
  if (details) for (const { decks } of columns) for (const deck of decks) out.push(detail(deck));
  return `${out.join('\n')}\n`;
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(18)).join('');
}

function layouts(decks: readonly Reported[]): string {
  const counts = new Map<string, number>();
  for (const { metrics } of decks)
    for (const [layout, count] of Object.entries(metrics.layouts))
      counts.set(layout, (counts.get(layout) ?? 0) + count);
  const slides = sum(decks, (m) => m.slides);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([layout, count]) => `${layout} ${count} (${share(count, slides)})`)
    .join(', ');
}

function detail({ name, metrics, low, high }: Reported): string {
  const texts = [
    ...metrics.leaning.map((text) => `  leans: ${text}`),
    ...metrics.formalities.map((text) => `  announces: ${text}`),
    ...metrics.cutQuotations.map((text) => `  cuts a quotation: ${text}`),
    ...metrics.unbalanced.map((text) => `  unbalanced: ${text}`),
  ];
  const head = `${name}: ${metrics.slides} slides, ${(metrics.seconds / 60).toFixed(1)} min, over 180 s ${share(metrics.secondsOnLong, metrics.seconds)}, over 120 s a thing ${share(metrics.secondsOnSilent, metrics.seconds)}, run ${metrics.longestRun}, figures ${metrics.figureClausesShown}/${metrics.figureClauses}, things ${low} : ${metrics.things} : ${high}`;
  return [head, ...texts].join('\n');
}

function reported(file: string): Reported {
  const { source } = importFile(readFileSync(file), basename(file));
  const speech = parse(repair(source));
  const deck = planDeck(speech);
  const things = (density: 'low' | 'high') => deckMetrics(speech, planDeck(speech, { density })).things;
  return {
    name: nameOf(file),
    file,
    deck,
    metrics: deckMetrics(speech, deck),
    low: things('low'),
    high: things('high'),
  };
}

/** speech.txt of a folder of its own is named by the folder. */
function nameOf(file: string): string {
  return file.replace(/[\\/]speech\.(?:txt|md)$/, '').replace(/^.*[\\/]/, '');
}

/** Speech files below a folder, in order. */
export function speechFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.(?:txt|md|docx|html?)$/i.test(name) && !/(?:expected|model|handout)\.txt$|README\.md$/.test(name),
    )
    .sort()
    .map((name) => join(folder, name));
}
