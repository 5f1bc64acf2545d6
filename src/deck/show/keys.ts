/** What a key does while slides are shown. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'freeze'
  | 'grid'
  | 'overview'
  | 'escape'
  | 'fullscreen'
  | 'speaker'
  | 'help';

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Keys by command, as `KeyboardEvent.key` or, where an input method is on and gives no letter, `.code`.
 * Clickers send PageUp and PageDown, and a full stop or b for black.
 */
const KEYS: readonly (readonly [Command, keys: readonly string[], codes: readonly string[]])[] = [
  ['next', ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'], ['KeyN']],
  ['previous', ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p'], ['KeyP']],
  ['first', ['Home'], []],
  ['last', ['End'], []],
  ['black', ['b', '.', '。'], ['KeyB']],
  ['white', ['w', ',', '，'], ['KeyW']],
  ['freeze', ['h'], ['KeyH']],
  ['grid', ['g'], ['KeyG']],
  ['overview', ['o'], ['KeyO']],
  ['escape', ['Escape'], []],
  ['fullscreen', ['f'], ['KeyF']],
  ['speaker', ['s'], ['KeyS']],
  ['help', ['?', '？'], []],
];

const BY_KEY = new Map(KEYS.flatMap(([command, keys]) => keys.map((key) => [key, command] as const)));
const BY_CODE = new Map(KEYS.flatMap(([command, , codes]) => codes.map((code) => [code, command] as const)));

/** The command of a key press; none for a key with Ctrl, Alt or Meta, which is the browser's. */
export function commandOf(press: KeyPress): Command | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  if (press.key === ' ' && press.shiftKey) return 'previous';
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return BY_KEY.get(key) ?? BY_CODE.get(press.code);
}

/** What the list of keys shows, in its order: names of keys as they are printed on them. */
export const KEY_NAMES: readonly (readonly [Command | 'number', names: readonly string[]])[] = [
  ['next', ['→', '↓', 'PageDown', 'Space']],
  ['previous', ['←', '↑', 'PageUp', 'Shift+Space']],
  ['first', ['Home']],
  ['last', ['End']],
  // An example: typed-number.ts takes any number.
  ['number', ['12+Enter']],
  ['black', ['B', '.']],
  ['white', ['W', ',']],
  ['freeze', ['H']],
  ['grid', ['G']],
  ['overview', ['O']],
  ['fullscreen', ['F']],
  ['speaker', ['S']],
  ['help', ['?']],
  ['escape', ['Esc']],
];
