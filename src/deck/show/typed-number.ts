import type { KeyPress } from './keys.ts';

/** The number of a slide, typed during the show: digits, then Enter, as in PowerPoint. Any other key ends the number. */
export class TypedNumber {
  private digits = '';

  /** What has been typed so far; empty where no number is begun. */
  get typed(): string {
    return this.digits;
  }

  clear(): void {
    this.digits = '';
  }

  /**
   * Takes a key press.
   *
   * @returns `typing`: a digit; a number, from 0: Enter behind digits; undefined: the key is none of the number's
   */
  take(press: KeyPress): 'typing' | number | undefined {
    const digit = digitOf(press);
    if (digit !== undefined) {
      // Longer than any deck's: the number stays large, and finite.
      this.digits = (this.digits + digit).slice(0, 6);
      return 'typing';
    }
    const typed = this.digits;
    this.digits = '';
    return press.key === 'Enter' && typed !== '' && !withModifier(press) ? Number(typed) : undefined;
  }
}

/**
 * The slide that a typed number means: the last one for numbers behind it, as in PowerPoint.
 *
 * @param number from 0
 * @param count slides there are
 * @returns index from 0; undefined for 0, and where there are no slides
 */
export function typedIndex(number: number, count: number): number | undefined {
  return number === 0 || count === 0 ? undefined : Math.min(number, count) - 1;
}

const withModifier = ({ ctrlKey, altKey, metaKey }: KeyPress) => ctrlKey || altKey || metaKey;

/** While an input method is on, a key may have no digit but the place on the keyboard. */
function digitOf(press: KeyPress): string | undefined {
  if (withModifier(press)) return undefined;
  if (/^\d$/.test(press.key)) return press.key;
  return press.key === 'Process' && !press.shiftKey
    ? /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1]
    : undefined;
}
