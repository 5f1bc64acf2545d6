import { isHan } from '../../text/characters.ts';
import { commonness, simplified } from '../../text/common-characters.ts';
import { COMMON_WORDS } from '../data/words.ts';
import { PINYIN_NOTE } from './pinyin-note.ts';

const PUNCTUATION = new Set('，。、；：？！（）《》“”‘’…—·');

/** Weights of one character as a piece of Chinese prose; only their differences mean something. */
const WEIGHT = {
  han: [-2, 0.8, 1.5, 2],
  punctuation: 1.5,
  plain: 0,
  letter: -1.5,
  symbol: -4,
  unassigned: -6,
} as const;
const SEEN_PAIR = 1.5;

let words: Set<string> | undefined;

/** True for a common word of two characters, in either script. */
function isWord(first: string, second: string): boolean {
  words ??= new Set(COMMON_WORDS.trim().split(/\s+/));
  return words.has(simplified(first) + simplified(second));
}

/**
 * How much a string looks like the prose of one document: common characters, and pairs of characters that
 * the rest of the document has too. The document is its own language model, which is strong evidence: a
 * speech repeats its words.
 */
export class TextQuality {
  private readonly pairs = new Set<number>();

  constructor(document: string) {
    const text = document.replace(PINYIN_NOTE, '$1');
    let previous = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f && previous > 0x7f) this.pairs.add(pairKey(previous, code));
      previous = code;
    }
  }

  /** True if the document has these two characters in a row. */
  hasPair(first: string, second: string): boolean {
    return this.pairs.has(pairKey(first.charCodeAt(0), second.charCodeAt(0)));
  }

  /** Sum over the string's characters and over its pairs, the pair with `before` included. */
  of(text: string, before = ''): number {
    let sum = 0;
    let previous = before;
    for (const character of text) {
      sum += weight(character);
      if (previous !== '' && (this.hasPair(previous, character) || isWord(previous, character)))
        sum += SEEN_PAIR;
      previous = character;
    }
    return sum;
  }
}

/** 30 bits, which engines keep unboxed; Han and its punctuation do not collide. */
const pairKey = (first: number, second: number): number => ((first & 0x7fff) << 15) | (second & 0x7fff);

export function weight(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x80) return /[A-Za-z^_`{|}~[\]\\@]/.test(character) ? WEIGHT.letter : WEIGHT.plain;
  if (PUNCTUATION.has(character)) return WEIGHT.punctuation;
  if (isHan(character)) return WEIGHT.han[commonness(character)];
  if (character === '\ufffd') return WEIGHT.plain; // one byte left of it: nothing known
  return code >= 0xe000 && code !== 0xff5e ? WEIGHT.unassigned : WEIGHT.symbol;
}

/** A character that does not belong into Chinese prose: what a shifted run is full of. */
export function isSuspicious(character: string): boolean {
  return character > '\x7f' && weight(character) < 0;
}

/** Signs that authors type: full-width ASCII, numbers in circles and brackets, units, arithmetic, arrows, Greek. */
const TYPED =
  /[\uff01-\uff5e\u2460-\u24ff\u3220-\u324f\u3280-\u32bf\u2160-\u217f\u0370-\u03ff\u00a0-\u00ff\u2010-\u203e\u2100-\u214f\u2190-\u21ff\u2200-\u22ff\u2500-\u25ff\u2600-\u27bf\u3000-\u303f\uffe0-\uffe5○〇]/;
/** Block elements (▍) are in a row of GBK that no author uses. */
const BLOCK = /[\u2580-\u2595]/;

/**
 * A character that only damage brings into a text: a rare Han, a private or unassigned code. Full-width letters, ①, ℃
 * and the like stand in sound texts too (加入ＷＴO以后) and are no sign of damage.
 */
export function isDamageSign(character: string): boolean {
  return isSuspicious(character) && (!TYPED.test(character) || BLOCK.test(character));
}
