import { sliceInlines } from '../../speech/inlines.ts';
import { addressLength } from '../../speech/salutation.ts';
import type { Block } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { leadingClauseEnd } from './leading-clause.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced } from './paired-marks.ts';
import { type Part, partsOf } from './parts.ts';
import type { SlideDraft } from './slide-draft.ts';
import { shown } from './trim-point.ts';
import type { SlideText } from './types.ts';

/** Last words: thanks, a wish, a call. Read on matchingText, addresses taken off. */
const LAST_WORDS: readonly RegExp[] = [
  /(?:谢谢|多谢|感谢)(?:大家|各位|你们|您|聆听|同志|老师|同学)?[^。！]{0,12}[。！!]?$/u,
  /^(?:最后[，,]?)?(?:再次)?(?:我)?(?:衷心|真诚|谨|敬|恭)?(?:祝|预祝|祝愿|祝福|敬祝|愿)/u,
  /^(?:让我们|请让我们).*[！!。]$/u,
];

/** Cells of all last words on the slide, of one line, and how many lines. */
const ROOM = { all: 96, line: 72, lines: 3, clause: 40 } as const;

/** What is said after the last section, parted into the text before the last words, these, and what only follows. */
export interface LastWords {
  readonly text: readonly Part[];
  readonly words: readonly Part[];
  /** Signature, attachments: printed with the last slide. */
  readonly rest: readonly Part[];
}

export function lastWords(closing: readonly Block[]): LastWords {
  const end = closing.findIndex(
    (block) =>
      block.kind === 'signature' ||
      ('only' in block && block.only === 'print') ||
      (block.kind === 'paragraph' && block.role === 'attachment'),
  );
  const said = closing.slice(0, end === -1 ? closing.length : end).flatMap(partsOf);
  const rest = end === -1 ? [] : closing.slice(end).flatMap(partsOf);
  let from = said.length;
  while (from > 0 && isLastWord(said[from - 1] as Part)) from--;
  return { text: said.slice(0, from), words: said.slice(from), rest };
}

function isLastWord(part: Part): boolean {
  if (part.kind === 'cue') return true;
  if (part.kind !== 'sentence' || part.place !== undefined) return false;
  const plain = matchingText(part.text).trim();
  const own = plain.slice(addressLength(plain));
  return LAST_WORDS.some((words) => words.test(own));
}

/** The last slide: the author's own last words. Undefined where nobody thanks, wishes or calls. */
export function closingSlide({ words, rest }: LastWords, footnotes: readonly Part[]): SlideDraft | undefined {
  const lines = closingLines(words);
  if (lines.length === 0) return undefined;
  return { layout: 'closing', content: { lines }, parts: [...words, ...rest, ...footnotes], key: 'closing' };
}

/** As many of the last words as the slide holds, the last ones first. */
function closingLines(words: readonly Part[]): SlideText[] {
  const lines: SlideText[] = [];
  let used = 0;
  for (const part of [...words].reverse()) {
    const width = characterWidth(part.text.trim());
    if (part.inlines === undefined || part.kind === 'cue' || !isBalanced(part.text)) continue;
    const plain = matchingText(part.text);
    const address = addressLength(plain);
    const end =
      width <= ROOM.line ? plain.length : address + leadingClauseEnd(plain.slice(address), ROOM.clause);
    const own = Math.min(width, ROOM.clause);
    if (end === address || used + own > ROOM.all || lines.length >= ROOM.lines) break;
    lines.unshift(shown(sliceInlines(part.inlines, address, end)));
    used += width <= ROOM.line ? width : own;
  }
  return lines;
}
