/** Marks that come in pairs: quotation marks of both scripts, brackets, title marks. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['《', '》'],
];

const PARTNER = new Map(PAIRS);
const CLOSERS = new Set(PAIRS.map(([, close]) => close));
const ANY = /[“”‘’「」『』（）《》]/u;

/** True if every paired mark of `text` has its partner in it, in the right order. */
export function isBalanced(text: string): boolean {
  if (!ANY.test(text)) return true;
  const waiting: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string;
    const close = PARTNER.get(mark);
    if (close !== undefined) waiting.push(close);
    else if (CLOSERS.has(mark)) {
      // It's: an apostrophe closes nothing.
      if (mark === '’' && isLetter(text[at - 1])) continue;
      if (waiting.pop() !== mark) return false;
    }
  }
  return waiting.length === 0;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z]/.test(character);
}

/** From one offset of a text to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * What stands between paired marks, marks included, outermost pairs only, in order. A mark without a partner in
 * the text opens or closes nothing.
 *
 * @param openers marks that count; all by default
 */
export function pairedStretches(text: string, openers: string = '“‘「『（《'): Stretch[] {
  const found: Stretch[] = [];
  if (!ANY.test(text)) return found;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string;
    const close = openers.includes(mark) ? PARTNER.get(mark) : undefined;
    if (close === undefined) continue;
    const to = closingOf(text, at, mark, close);
    if (to < 0) continue;
    found.push({ from: at, to });
    at = to - 1;
  }
  return found;
}

/** Offset behind the mark that closes the one at `at`; −1 where the text has none. */
function closingOf(text: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let next = at; next < text.length; next++) {
    if (text[next] === open) depth++;
    else if (text[next] === close && --depth === 0) return next + 1;
  }
  return -1;
}
