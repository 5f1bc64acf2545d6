import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapRange } from '../../src/app/editor/map-range.ts';

const text = (lines: string) => Text.of(lines.split('\n'));
const BEFORE = '同志们：\n\n一是学习。二是落实。\n\n谢谢。';
const place = (piece: string) => {
  const start = BEFORE.indexOf(piece);
  return { start, end: start + piece.length };
};
const now = (piece: string, after: string) => {
  const found = mapRange(place(piece), text(BEFORE), text(after));
  return found && after.slice(found.start, found.end);
};

it('a place moves with edits elsewhere', () => {
  expect(now('二是落实。', BEFORE)).toBe('二是落实。');
  expect(now('二是落实。', BEFORE.replace('同志们', '各位同志'))).toBe('二是落实。');
  expect(now('二是落实。', BEFORE.replace('谢谢', '谢谢大家'))).toBe('二是落实。');
});

it('a place that was edited, or at whose edge was written, is none any more', () => {
  expect(now('二是落实。', BEFORE.replace('二是落实', '二要落实'))).toBeUndefined();
  expect(now('二是落实。', BEFORE.replace('二是落实。', ''))).toBeUndefined();
  expect(now('二是落实。', BEFORE.replace('二是落实。', '二是落实。三是总结。'))).toBeUndefined();
});

it('whatever was edited: what stands at the place is what stood there', () => {
  const characters = fc.string({ unit: fc.constantFrom('一', '是', '。', '\n', '𠮷'), maxLength: 30 });
  fc.assert(
    fc.property(characters, characters, fc.nat(30), fc.nat(10), (before, after, start, length) => {
      const range = {
        start: Math.min(start, before.length),
        end: Math.min(start + length, before.length),
      };
      const found = mapRange(range, text(before), text(after));
      if (found) expect(after.slice(found.start, found.end)).toBe(before.slice(range.start, range.end));
    }),
  );
});
