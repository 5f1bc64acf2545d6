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
  const partners = partnersIn(text, openers);
  for (let at = 0; at < text.length; at++) {
    const close = partners.get(at);
    if (close === undefined) continue;
    found.push({ from: at, to: close + 1 });
    at = close;
  }
  return found;
}

/** Offset of each opening mark that has a partner → offset of the partner; a mark pairs with its own kind only. */
function partnersIn(text: string, openers: string): Map<number, number> {
  const partners = new Map<number, number>();
  const waiting = new Map<string, number[]>();
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string;
    const close = openers.includes(mark) ? PARTNER.get(mark) : undefined;
    if (close !== undefined) {
      const open = waiting.get(close);
      if (open) open.push(at);
      else waiting.set(close, [at]);
      continue;
    }
    const opened = waiting.get(mark)?.pop();
    if (opened !== undefined) partners.set(opened, at);
  }
  return partners;
}
