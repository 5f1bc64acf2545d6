import { HAN } from '../../text/characters.ts';
import { type Line, linesOf } from '../../text/lines.ts';
import type { Edit } from '../edits.ts';
import { meets, NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** A page's line holds at least and at most so many characters; verse is shorter. */
const SHORTEST = 18;
const LONGEST = 60;
/** Lines of one page end within so many characters of each other: punctuation may not begin a line. */
const RAGGED = 3;
const FEWEST_LINES = 4;

const ENDS_OPEN = new RegExp(`[${HAN}，、；A-Za-z0-9]$`);
const BEGINS_ANEW = new RegExp(
  `^(?:[\\s\\u3000#>*+|-]|\\d+[.、．)）]|[（(][一二三四五六七八九十\\d]|[一二三四五六七八九十]+[、．.]|第[${HAN}]{1,3}[章节節部讲講]|[①-⑳]|[${HAN}]{2,6}[：:])`,
);

/**
 * Joins lines that a PDF or a scan broke inside a paragraph.
 *
 * Evidence, block by block: at least four lines without a blank one between them, full lines of equal width
 * that end in mid-sentence, and do not begin alike as slogans do. Lines that begin anew (an indent, a number, Markdown) are not joined to.
 */
export function lineBreaks({ text, protected: kept }: RepairInput): RepairResult {
  const edits: Edit[] = [];
  let block: Line[] = [];
  const close = (): void => {
    if (block.length >= FEWEST_LINES) joinBlock(block, kept, edits);
    block = [];
  };
  for (const line of linesOf(text)) {
    if (line.blank) close();
    // Spaces before a line end are no part of the line: PDF readers leave one there.
    else block.push({ ...line, text: line.text.trimEnd() });
  }
  close();
  return edits.length === 0 ? NO_REPAIRS : { edits };
}

function joinBlock(lines: readonly Line[], kept: RepairInput['protected'], edits: Edit[]): void {
  const width = Math.max(...lines.map(({ text }) => widthOf(text)));
  if (width < SHORTEST || width > LONGEST) return;
  const full = (line: Line): boolean => widthOf(line.text) >= width - RAGGED;
  const inner = lines.slice(0, -1);
  const broken = inner.filter(
    (line, i) => full(line) && ENDS_OPEN.test(line.text) && !BEGINS_ANEW.test(lines[i + 1]!.text),
  );
  if (beginAlike(lines)) return;
  const prose = lines.filter(({ text }) => /[，。；、]/.test(text)).length;
  if (broken.length < FEWEST_LINES - 1 || broken.length * 5 < inner.length * 3 || prose * 2 < lines.length)
    return;
  for (const line of broken) {
    if (meets(kept, line.start + line.text.length, line.end + 1)) continue;
    edits.push({
      start: line.start + line.text.length,
      end: line.end + 1,
      insert: '',
      kind: 'line-break',
      reason: 'repair.line-break',
    });
  }
}

/** Slogans and parallel sentences: most lines begin with the words of another, or all with one character. */
function beginAlike(lines: readonly Line[]): boolean {
  const most = (length: number): number => {
    const counts = new Map<string, number>();
    let best = 0;
    for (const { text } of lines) {
      const start = text.slice(0, length);
      const count = (counts.get(start) ?? 0) + 1;
      counts.set(start, count);
      best = Math.max(best, count);
    }
    return best;
  };
  return most(2) * 2 > lines.length || most(1) * 3 > lines.length * 2;
}

/** Width in full-width units: two ASCII characters make one. */
function widthOf(text: string): number {
  const narrow = text.match(/[ -~]/g)?.length ?? 0;
  return Math.ceil(text.length - narrow / 2);
}
