import { expect, it } from 'vitest';
import { commandOf, KEY_NAMES, type KeyPress } from '../../src/deck/show/keys.ts';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...rest,
});

it.each([
  ['PageDown', 'next'],
  ['PageUp', 'previous'],
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  [' ', 'next'],
  ['Home', 'first'],
  ['End', 'last'],
  ['b', 'black'],
  ['B', 'black'],
  ['.', 'black'],
  ['Escape', 'escape'],
  ['o', 'overview'],
  ['f', 'fullscreen'],
  ['?', 'help'],
])('%s: %s', (key, command) => {
  expect(commandOf(press(key))).toBe(command);
});

it('goes back by Shift and the space bar', () => {
  expect(commandOf(press(' ', { shiftKey: true }))).toBe('previous');
});

it('understands letters and marks while a Chinese input method is on', () => {
  expect(commandOf(press('Process', { code: 'KeyB' }))).toBe('black');
  expect(commandOf(press('。', { code: 'Period' }))).toBe('black');
  expect(commandOf(press('？', { code: 'Slash', shiftKey: true }))).toBe('help');
});

it('leaves shortcuts and other keys to the browser', () => {
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const)
    expect(commandOf(press('f', { [modifier]: true }))).toBeUndefined();
  for (const key of ['x', 'F5', 'F12', 'Tab', 'Shift', '1']) expect(commandOf(press(key))).toBeUndefined();
});

it('names every command in the list of keys, and a number', () => {
  const named = KEY_NAMES.map(([command]) => command).sort();
  expect(named).toEqual(
    [
      'black',
      'escape',
      'first',
      'freeze',
      'fullscreen',
      'grid',
      'help',
      'last',
      'next',
      'number',
      'overview',
      'previous',
      'speaker',
      'white',
    ].sort(),
  );
});
