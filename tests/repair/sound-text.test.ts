import { describe, expect, it } from 'vitest';
import type { RepairKind } from '../../src/repair/clean-text.ts';
import { repair } from '../../src/repair/repair.ts';
import { SEED } from '../seed.ts';
import { soundSentence } from './sound-sentences.ts';

const COUNT = 10_000;

/** Kinds that change marks between words, never a word. */
const OF_MARKS: readonly RepairKind[] = ['punctuation', 'quotes', 'dash'];

describe('sound text', () => {
  it('keeps every word of 10,000 sentences, one by one and twenty to a text', () => {
    const sentences = Array.from({ length: COUNT }, (_, index) => soundSentence((SEED - 1) * COUNT + index));
    const texts = [...sentences];
    for (let at = 0; at < sentences.length; at += 20) texts.push(sentences.slice(at, at + 20).join('\n'));
    const altered: string[] = [];
    for (const text of texts)
      for (const { kind, before, after } of repair({ text, format: 'plain', name: '' }).repairs)
        if (!OF_MARKS.includes(kind) && !(before === '．' && after === '.'))
          altered.push(`${kind}: ${before} → ${after}`);
    expect(altered, `SEED=${SEED}`).toEqual([]);
  });
});
