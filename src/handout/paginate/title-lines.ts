import { characterWidth as width } from '../flow/character-width.ts';

/** Characters that a line of a title must not begin with: they lean on what stands before. */
const NOT_FIRST = /^[的之地得了着过和与及、，。；：！？”’）》」』】〕·…—]/u;
/** … and must not end with: they lean on what follows. */
const NOT_LAST = /[“‘（《「『【〔在对向为把被和与及·]$/u;
const AFTER_MARK = /[，。；：！？、”’）》」』】…\s]$/u;

/**
 * Breaks a title by meaning (GB/T 9704—2012 7.3.1: words whole, a trapezoid or diamond): into as few lines as
 * it needs, at white space or marks where possible, else between words, as even as can be.
 *
 * @param room characters a line may hold
 * @returns lines without the white space around breaks
 */
export function titleLines(text: string, room: number): string[] {
  const trimmed = text.trim();
  const lines = Math.ceil(width(trimmed) / room);
  if (lines <= 1) return [trimmed];
  const words = wordsOf(trimmed);
  for (let count = lines; count <= lines + 2; count++) {
    const best = bestBreak(words, count, room);
    if (best) return best;
  }
  return [trimmed];
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(last) || segment.trim() === '')) {
      words[words.length - 1] = last + segment;
    } else words.push(segment);
  }
  return words;
}

/** Lines with the lowest sum of squared differences from the mean; a break at a mark is worth two characters. */
function bestBreak(words: readonly string[], count: number, room: number): string[] | undefined {
  const mean = width(words.join('')) / count;
  const memory = new Map<string, { cost: number; lines: string[] } | undefined>();
  const solve = (from: number, left: number): { cost: number; lines: string[] } | undefined => {
    const key = `${from} ${left}`;
    if (memory.has(key)) return memory.get(key);
    let best: { cost: number; lines: string[] } | undefined;
    for (let to = from + 1; to <= words.length - left + 1; to++) {
      const line = words.slice(from, to).join('');
      if (width(line.trim()) > room) break;
      if (left === 1 && to < words.length) continue;
      const rest = left === 1 ? { cost: 0, lines: [] } : solve(to, left - 1);
      if (!rest) continue;
      const mark = left > 1 && AFTER_MARK.test(line) ? 4 + 0.5 * mean : 0;
      const cost = (width(line.trim()) - mean) ** 2 - mark + rest.cost;
      if (best === undefined || cost < best.cost) best = { cost, lines: [line.trim(), ...rest.lines] };
    }
    memory.set(key, best);
    return best;
  };
  return solve(0, count)?.lines;
}
