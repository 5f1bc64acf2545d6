import { characterWidth } from '../../text/width.ts';
import { phrases } from './phrases.ts';

export interface LineBreaking {
  /** Characters that a line holds, in Han widths. */
  readonly room: number;
  /** Lines it may take more than it must, to be broken at better places; 0 unless told. */
  readonly slack?: number;
  /**
   * What even lines are worth against breaks by meaning: 1 for centred titles, which are a trapezoid or a
   * diamond (GB/T 9704—2012 7.3.1), less for running lines that begin at one edge.
   */
  readonly evenness?: number;
  /** True to end a line at white space between Han: 绷紧安全弦　守牢责任田 as two lines of a title. */
  readonly atSpaces?: boolean;
}

/** What stands behind is looked at first: from inside a row of spaces none is looked back over. */
const SPACE = /(?=[“‘「『《（]?\p{Script=Han})(?<=\p{Script=Han}[”’」』》）！？]?\s+)/u;

/** A break's badness by what stands before it. The scale: squares of Han widths, as unevenness is. */
const STOP = /[。；！？…][”’）」』》]?\s*$/u;
const PAUSE = /[，：][”’）」』》]?\s*$/u;
const MARK = /[\p{P}]$/u;
const COST = { stop: 0, space: 0, pause: 4, mark: 14, word: 24, extraLine: 3 } as const;
/** A line shorter than this share of the longest looks like one that was left over. */
const LEFT_OVER = 0.3;
const LEFT_OVER_COST = 60;

/**
 * Breaks a text by meaning: never inside a word, number, name or behind an opening mark; at stops rather than
 * pauses, at pauses rather than between words; into as few lines as it needs.
 *
 * @returns lines; joined, they are the text. One line if it fits, if a phrase is wider than the room, or if there is no room.
 */
export function breakLines(text: string, breaking: LineBreaking): readonly string[] {
  const { room, slack = 0, evenness = 1, atSpaces = false } = breaking;
  if (atSpaces)
    return text.split(SPACE).flatMap((part) => breakLines(part, { ...breaking, atSpaces: false }));
  // No number of lines is enough where a line holds nothing.
  if (!(room > 0)) return [text];
  const least = Math.ceil(characterWidth(text.trim()) / room);
  if (least <= 1 && slack === 0) return [text];
  const units = phrases(text);
  let best: Broken | undefined;
  for (let count = Math.max(1, least); count <= least + Math.max(slack, 2); count++) {
    const found = bestBreak(units, count, room, evenness);
    if (!found) continue;
    const cost = found.cost + (count - least) * COST.extraLine;
    if (!best || cost < best.cost) best = { ...found, cost };
    if (count >= least + slack) break;
  }
  return best?.lines ?? [text];
}

interface Broken {
  readonly cost: number;
  readonly lines: readonly string[];
}

function bestBreak(
  units: readonly string[],
  count: number,
  room: number,
  evenness: number,
): Broken | undefined {
  const mean = characterWidth(units.join('').trim()) / count;
  const memory = new Map<number, Broken | undefined>();
  const solve = (from: number, left: number): Broken | undefined => {
    const key = from * 64 + left;
    if (memory.has(key)) return memory.get(key);
    let best: Broken | undefined;
    let line = '';
    for (let to = from + 1; to <= units.length - left + 1; to++) {
      line += units[to - 1];
      const width = characterWidth(line.trim());
      if (width > room) break;
      if (left === 1 && to < units.length) continue;
      const rest = left === 1 ? { cost: 0, lines: [] } : solve(to, left - 1);
      if (!rest) continue;
      const short = width < LEFT_OVER * mean && count > 1 ? LEFT_OVER_COST : 0;
      const cost =
        evenness * (width - mean) ** 2 +
        short +
        (left > 1 ? breakCost(line, units[to] ?? '') : 0) +
        rest.cost;
      if (best === undefined || cost < best.cost) best = { cost, lines: [line, ...rest.lines] };
    }
    memory.set(key, best);
    return best;
  };
  return solve(0, count);
}

function breakCost(line: string, next: string): number {
  if (STOP.test(line)) return COST.stop;
  if (/\s$/u.test(line)) return COST.space;
  if (PAUSE.test(line) || /^[（(【]/u.test(next)) return COST.pause;
  return MARK.test(line) ? COST.mark : COST.word;
}
