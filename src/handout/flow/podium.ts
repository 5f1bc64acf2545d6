import type { ReadingFinder } from '../../speech/readings.ts';
import { DEFAULT_RATE } from '../../speech/settings.ts';
import { HEADING_PAUSE, PARAGRAPH_PAUSE, speakingSeconds } from '../../speech/timing.ts';
import { FRONT } from './front-lines.ts';
import { markOptional } from './optional.ts';
import { runsText } from './text.ts';
import type { HandoutBlock, Run, RunBlock } from './types.ts';

export interface PodiumOptions {
  /** Where slides come on: offsets in the author's source, ascending. */
  readonly slideStarts?: readonly { readonly offset: number; readonly number: number }[];
  /** Characters a minute. */
  readonly rate?: number;
  /** Finds what is hard to say; without it nothing is annotated. */
  readonly readings?: ReadingFinder;
}

/** Kinds that are read out; a table or a picture is shown, notes and signature stay on paper. */
const SPOKEN: ReadonlySet<HandoutBlock['kind']> = new Set([
  'paragraph',
  'heading',
  'salutation',
  'item',
  'quote',
]);

/**
 * Adds the speaker's labels: slide numbers where slides change, elapsed minutes, readings of rare characters, passages
 * that may be left out. The text does not change.
 */
export function markForPodium(blocks: readonly HandoutBlock[], options: PodiumOptions): HandoutBlock[] {
  const slides = slideQueue(options.slideStarts ?? []);
  const rate = options.rate ?? DEFAULT_RATE;
  const readings = options.readings && firstOnly(options.readings);
  let seconds = 0;
  let minutes = 0;
  return markOptional(blocks).map((block) => {
    if (block.kind === 'contents') return block;
    if (!('runs' in block)) {
      const slide = slides(block.range.end);
      return slide === undefined ? block : { ...block, slide };
    }
    // The first slide is on screen before the speech begins: its number would tell the speaker nothing.
    if (FRONT.has(block.kind)) {
      slides(block.range.end);
      return block;
    }
    const spoken = SPOKEN.has(block.kind) && block.unspoken !== true;
    const runs: Run[] = [];
    const sentenceEnds = ends(block);
    block.runs.forEach((run, index) => {
      if (run.sentence === undefined) {
        runs.push(...annotated(run, readings));
        return;
      }
      const slide = slides(sentenceEnds[index] ?? block.range.end);
      const now = Math.floor(seconds / 60);
      const marks = {
        ...(slide === undefined ? {} : { slide }),
        ...(spoken && now > minutes ? { minutes: now } : {}),
      };
      if (spoken && now > minutes) minutes = now;
      if (spoken) seconds += speakingSeconds(sentenceText(block, index), rate);
      runs.push(...annotated({ ...run, ...marks }, readings));
    });
    if (spoken) seconds += block.kind === 'heading' ? HEADING_PAUSE : PARAGRAPH_PAUSE;
    return { ...block, runs };
  });
}

/** Takes all slides that come on before an offset and gives the last of them. */
function slideQueue(starts: readonly { readonly offset: number; readonly number: number }[]) {
  let next = 0;
  return (end: number): number | undefined => {
    let slide: number | undefined;
    while (next < starts.length && starts[next]!.offset < end) slide = starts[next++]!.number;
    return slide;
  };
}

/** For each run that begins a sentence: the offset where the sentence ends. */
function ends(block: RunBlock): (number | undefined)[] {
  return block.runs.map((run) => run.sentence?.end);
}

function sentenceText(block: RunBlock, from: number): string {
  let to = from + 1;
  while (to < block.runs.length && block.runs[to]!.sentence === undefined) to++;
  return runsText(block.runs.slice(from, to));
}

/** Finds each hard word once: who has said it knows it. */
function firstOnly(readings: ReadingFinder): ReadingFinder {
  const said = new Set<string>();
  return (text) =>
    readings(text).filter((one) => {
      const key = `${one.text} ${one.pinyin.join(' ')}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    });
}

/** A run cut so that each hard word is a run of its own with its reading. The author's own reading stays alone. */
function annotated(run: Run, readings: ReadingFinder | undefined): Run[] {
  if (readings === undefined || run.ruby !== undefined || run.text === '') return [run];
  const found = readings(run.text);
  if (found.length === 0) return [run];
  const { sentence, slide, minutes, ...rest } = run;
  const pieces: Run[] = [];
  let at = 0;
  for (const { at: from, text, pinyin } of found) {
    if (from > at) pieces.push({ ...rest, text: run.text.slice(at, from) });
    pieces.push({ ...rest, text, pinyin });
    at = from + text.length;
  }
  if (at < run.text.length) pieces.push({ ...rest, text: run.text.slice(at) });
  pieces[0] = {
    ...pieces[0]!,
    ...(sentence && { sentence }),
    ...(slide !== undefined && { slide }),
    ...(minutes !== undefined && { minutes }),
  };
  return pieces;
}
