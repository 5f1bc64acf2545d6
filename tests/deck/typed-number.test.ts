import { expect, it } from 'vitest';
import type { KeyPress } from '../../src/deck/show/keys.ts';
import { TypedNumber, typedIndex } from '../../src/deck/show/typed-number.ts';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...rest,
});
/** What the last of the keys gives. */
const typed = (...keys: (string | KeyPress)[]) => {
  const number = new TypedNumber();
  return keys.map((key) => number.take(typeof key === 'string' ? press(key) : key)).at(-1);
};

it('digits and Enter are a number', () => {
  expect(typed('1')).toBe('typing');
  expect(typed('1', '2', 'Enter')).toBe(12);
  expect(typed('0', '7', 'Enter')).toBe(7);
  expect(typed('0', 'Enter')).toBe(0);
  expect(typed(...'9'.repeat(40), 'Enter')).toBe(999_999);
});

it('Enter alone stays the next slide, also after a number that another key ended', () => {
  expect(typed('Enter')).toBeUndefined();
  expect(typed('1', 'ArrowRight', 'Enter')).toBeUndefined();
  expect(typed('1', 'Enter', 'Enter')).toBeUndefined();
});

it('keys with Ctrl, Alt or ⌘ are the browser’s', () => {
  expect(typed(press('1', { ctrlKey: true }), 'Enter')).toBeUndefined();
  expect(typed('1', press('Enter', { altKey: true }))).toBeUndefined();
});

it('understands digits while a Chinese input method is on', () => {
  expect(typed(press('Process', { code: 'Digit1' }), press('Process', { code: 'Numpad4' }), 'Enter')).toBe(
    14,
  );
  expect(typed(press('Process', { code: 'Digit1', shiftKey: true }), 'Enter')).toBeUndefined();
});

it.each([
  [1, 21, 0],
  [21, 21, 20],
  [22, 21, 20],
  [0, 21, undefined],
  [1, 0, undefined],
])('number %i of %i slides is index %s', (number, count, index) => {
  expect(typedIndex(number, count)).toBe(index);
});
