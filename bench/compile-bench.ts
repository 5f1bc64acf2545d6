import { compile } from '../src/compile/compile.ts';
import { planDeck } from '../src/deck/plan/plan.ts';
import { flowHandout } from '../src/handout/flow/flow.ts';
import { repair } from '../src/repair/repair.ts';
import { parse } from '../src/speech/parse.ts';
import type { SourceText } from '../src/text/source.ts';

/** One measured step: at a size in characters, the median of `runs` in ms. */
export interface Measure {
  readonly step: string;
  readonly characters: number;
  readonly median: number;
}

/**
 * Measures repairing, parsing, planning slides, laying out the handout's blocks, and all that a compiled text is made of, on a
 * text of each size, beside a floor measured in the same run: cutting the same text into lines and looking at each character once.
 *
 * @param speech text of a real speech; it is repeated, its paragraphs made different, to reach a size
 * @param sizes characters
 * @param clock monotonic, ms
 */
export async function measure(
  speech: string,
  sizes: readonly number[],
  clock: () => number,
): Promise<Measure[]> {
  const results: Measure[] = [];
  for (const size of sizes) {
    const source: SourceText = { text: grown(speech, size), format: 'plain', name: 'bench.txt' };
    const runs = size > 100_000 ? 7 : 15;
    results.push(await timed('floor', size, runs, clock, () => scan(source.text)));
    results.push(await timed('repair', size, runs, clock, () => repair(source).text.length));
    const clean = repair(source);
    results.push(await timed('parse', size, runs, clock, () => parse(clean).sections.length));
    const model = parse(clean);
    results.push(await timed('plan', size, runs, clock, () => planDeck(model).slides.length));
    results.push(await timed('flow', size, runs, clock, () => flowHandout(model).blocks.length));
    results.push(
      await timed('compile', size, runs, clock, async () => (await compile(source)).handout.blocks.length),
    );
  }
  return results;
}

/** Characters worked through before measuring. */
const WARM_UP = 2_000_000;

async function timed(
  step: string,
  characters: number,
  runs: number,
  clock: () => number,
  work: () => number | Promise<number>,
): Promise<Measure> {
  let kept = 0;
  // As in the app, where every key runs the same code: what is measured is compiled by then.
  for (let done = 0; done < WARM_UP; done += characters) kept += await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = clock();
    const more = work();
    kept += typeof more === 'number' ? more : await more;
    times.push(clock() - start);
  }
  if (kept < 0) throw new RangeError('never: keeps the work from being optimised away');
  times.sort((a, b) => a - b);
  return { step, characters, median: times[times.length >> 1] as number };
}

/** The least that any reading must do: every line, every character. */
function scan(text: string): number {
  let sum = 0;
  for (const line of text.split('\n')) for (let i = 0; i < line.length; i++) sum += line.charCodeAt(i) & 1;
  return sum;
}

/**
 * The speech, repeated up to a length. Each copy's paragraphs end in a sentence of its own, so that nothing
 * keyed by content finds the same paragraph twice.
 */
function grown(speech: string, size: number): string {
  const copies: string[] = [];
  let length = 0;
  for (let copy = 1; length < size; copy++) {
    const text = copy === 1 ? speech : speech.replaceAll('。\n', `，这是第${copy}遍。\n`);
    copies.push(text);
    length += text.length + 1;
  }
  return copies.join('\n').slice(0, size);
}
