import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, composeEdits, type Edit, tidyEdits } from '../../src/repair/edits.ts';
import { SourceMap } from '../../src/repair/source-map.ts';

//            0123456789
// source:    ab(wu)cd:e    the note goes, : becomes ：
// clean:     abcd：e
const changes = ChangeSet.of(
  [
    { from: 2, to: 6 },
    { from: 8, to: 9, insert: '：' },
  ],
  10,
);

describe('SourceMap', () => {
  const map = SourceMap.of(changes);
  it('a range beside a deleted piece does not swallow it', () => {
    expect(map.toSource({ start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
    expect(map.toSource({ start: 2, end: 4 })).toEqual({ start: 6, end: 8 });
    expect(map.toSource({ start: 1, end: 3 })).toEqual({ start: 1, end: 7 });
  });
  it('a replaced piece maps to the whole piece', () => {
    expect(map.toSource({ start: 4, end: 5 })).toEqual({ start: 8, end: 9 });
    const run = SourceMap.of(ChangeSet.of({ from: 2, to: 8, insert: 'XYZ' }, 10));
    expect(run.toSource({ start: 3, end: 4 })).toEqual({ start: 2, end: 8 });
    expect(run.toSource({ start: 0, end: 4 })).toEqual({ start: 0, end: 8 });
    expect(run.toClean({ start: 4, end: 10 })).toEqual({ start: 2, end: 7 });
  });
  it('a deleted piece has an empty place in the clean text', () => {
    expect(map.toClean({ start: 3, end: 5 })).toEqual({ start: 2, end: 2 });
    expect(map.toClean({ start: 2, end: 6 })).toEqual({ start: 2, end: 2 });
  });
  it('a deletion next to a replacement stays out of the range of either side', () => {
    const both = SourceMap.of(
      ChangeSet.of(
        [
          { from: 1, to: 5 },
          { from: 5, to: 6, insert: '：' },
        ],
        8,
      ),
    );
    expect(both.toSource({ start: 1, end: 2 })).toEqual({ start: 5, end: 6 });
    expect(both.toSource({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  });
  it('an empty range stays empty', () => {
    expect(map.toSource({ start: 2, end: 2 })).toEqual({ start: 2, end: 2 });
    expect(map.toSource({ start: 6, end: 6 })).toEqual({ start: 10, end: 10 });
  });
});

const editsOf = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 6 })
    .map((list) =>
      tidyEdits(
        text,
        list.map(
          ([start, length, insert]): Edit => ({
            start,
            end: Math.min(text.length, start + length),
            insert,
            kind: 'punctuation',
            reason: 'r',
          }),
        ),
      ),
    );

describe('composeEdits', () => {
  it('does what the two lists do one after the other, without overlap', () => {
    const cases = fc
      .string({ maxLength: 30 })
      .chain((text) => fc.tuple(fc.constant(text), editsOf(text)))
      .chain(([text, first]) =>
        fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first))),
      );
    fc.assert(
      fc.property(cases, ([text, first, second]) => {
        const middle = applyEdits(text, first);
        const both = composeEdits(middle, first, second);
        expect(applyEdits(text, both)).toBe(applyEdits(middle, second));
        for (let i = 1; i < both.length; i++) expect(both[i]!.start).toBeGreaterThanOrEqual(both[i - 1]!.end);
      }),
      { numRuns: 2000 },
    );
  });
});
