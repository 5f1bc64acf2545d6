import { join } from 'node:path';
import { ChangeSet, Text as CodeText } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CleanText } from '../../src/repair/clean-text.ts';
import { SourceMap } from '../../src/repair/source-map.ts';
import { inlineLength, splitInlines } from '../../src/speech/inlines.ts';
import { printedParagraphs } from '../../src/speech/lint/printed.ts';
import { parse } from '../../src/speech/parse.ts';
import { splitSentences } from '../../src/speech/sentences.ts';
import { inlineText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { leavesOf } from './coverage.ts';
import { cleanText, readFixture } from './read-speech.ts';

/**
 * Every range, taken back to the clean text, holds the text of its node. It holds more only where a border
 * falls inside a piece that reading replaced as a whole.
 */
function expectPlaces(
  clean: CleanText,
  pieces: readonly { text: string; range: { start: number; end: number } }[],
): void {
  const map = SourceMap.of(clean.changes);
  const wider: number[] = [];
  for (const { text, range } of pieces) {
    const { start, end } = map.toClean(range);
    const found = bareText(clean.text.slice(start, end));
    if (found.length === bareText(text).length) expect(found).toBe(bareText(text));
    else wider.push(found.length - bareText(text).length);
    expect(found).toContain(bareText(text));
  }
  // Six runs of the real speech were garbled and read anew; few borders fall inside one.
  expect(wider.length).toBeLessThan(6);
  expect(Math.max(0, ...wider)).toBeLessThan(12);
}

describe('ranges through the repairs of the real speech', () => {
  const clean = readFixture(join(import.meta.dirname, '../../speeches/jianxing-qunzhong-luxian.txt'));
  const speech = parse(clean);

  it('of every node', () => expectPlaces(clean, leavesOf(speech)));

  it('of every sentence', () => {
    const sentences = printedParagraphs(speech).flatMap(({ inlines }) => splitSentences(inlines));
    expect(sentences.length).toBeGreaterThan(80);
    expectPlaces(clean, sentences);
  });

  it('of every single character', () => {
    for (const { inlines } of printedParagraphs(speech).slice(0, 6)) {
      const length = inlineLength(inlines);
      const cuts = Array.from({ length: length - 1 }, (_, index) => index + 1);
      const pieces = splitInlines(inlines, cuts).map((piece) => ({
        text: inlineText(piece),
        range: piece[0]!.range,
      }));
      const map = SourceMap.of(clean.changes);
      for (const { text, range } of pieces) {
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        const found = map.toClean(range);
        expect(clean.text.slice(found.start, found.end)).toContain(text);
      }
    }
  });
});

describe('ranges through generated repairs', () => {
  const text =
    '题目\n\n同志们：\n\n一、为民\n（一）一切为了群众。全心全意为人民服务，是我们的宗旨。\n\n同志们，谢谢大家！';

  it('hold for any notes removed from the source', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(text.length), { maxLength: 10 }), (places) => {
        const notes = places.sort((a, b) => a - b).map((at) => ({ from: at, insert: '(fù)' }));
        const source = ChangeSet.of(notes, text.length);
        const changes = source.invert(CodeText.of(text.split('\n')));
        const clean: CleanText = { ...cleanText(text), changes, sourceLength: changes.length };
        expectPlaces(clean, leavesOf(parse(clean)));
        const sourceText = source.apply(CodeText.of(text.split('\n'))).toString();
        for (const leaf of leavesOf(parse(clean))) {
          expect(bareText(sourceText.slice(leaf.range.start, leaf.range.end).replaceAll('(fù)', ''))).toBe(
            bareText(leaf.text),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
