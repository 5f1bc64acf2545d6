import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceOfCharacter } from '../../src/app/view-sync/source-of-character.ts';
import { checkIntegrity } from '../../src/compile/integrity.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck } from '../../src/deck/plan/types.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import { parse } from '../../src/speech/parse.ts';
import { characterCount } from '../../src/speech/text.ts';
import { textDifference } from '../../src/text/difference.ts';
import { readFixture } from '../speech/read-speech.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';

/** The badge's figures, with faults put into what they are computed from. */

const clean = readFixture(join(SPEECHES, 'jianxing-qunzhong-luxian.txt'));
const speech = parse(clean);
const deck = planDeck(speech);
const handout = flowHandout(speech);
const SEVENTH = 7;
const victim = deck.slides[SEVENTH]!.notes.find(({ kind }) => kind === 'sentence')!;

/** The deck without one piece of its spoken text, or with it said twice. */
function spoiled(times: 0 | 2): Deck {
  const slides = deck.slides.map((slide) => ({
    ...slide,
    notes: slide.notes.flatMap((part) => (part === victim ? Array<typeof part>(times).fill(part) : [part])),
  }));
  return { ...deck, slides };
}

describe('the integrity check of a result', () => {
  it.each(SPEECH_NAMES)('is good for %s, and counts its characters', (name) => {
    const own = parse(readFixture(join(SPEECHES, name)));
    const check = checkIntegrity(own, planDeck(own), flowHandout(own));
    expect(check.characters).toBeGreaterThan(300);
    for (const { missing, added, characters, place } of [check.notes, check.handout])
      expect([missing, added, characters, place]).toEqual([0, 0, check.characters, undefined]);
  });

  it('tells a sentence that no slide speaks: how long, which, and where', () => {
    const { notes, handout: pages } = checkIntegrity(speech, spoiled(0), handout);
    expect([notes.missing, notes.added]).toEqual([characterCount(victim.text), 0]);
    expect(pages.missing + pages.added).toBe(0);
    expect(victim.text.startsWith((notes.place?.missing ?? '?').replace('…', '').slice(0, 5))).toBe(true);
    expect(sourceOfCharacter(deck, notes.place?.offset ?? -1)).toEqual(victim.range);
  });

  it('tells a sentence that is spoken twice', () => {
    const { notes } = checkIntegrity(speech, spoiled(2), handout);
    expect([notes.missing, notes.added]).toEqual([0, characterCount(victim.text)]);
  });

  it('tells a block that the handout has not, and one character', () => {
    const [first, ...rest] = handout.blocks;
    expect(first).toBeDefined();
    const { handout: pages, notes } = checkIntegrity(speech, deck, { ...handout, blocks: rest });
    expect(pages.missing).toBeGreaterThan(0);
    expect(pages.added + notes.missing + notes.added).toBe(0);
    const { place, ...counts } = textDifference('甲乙丙丁', '甲乙丁');
    expect(counts).toEqual({ characters: 4, missing: 1, added: 0 });
    expect(place).toEqual({ offset: 2, before: '甲乙', missing: '丙', added: '', after: '丁' });
  });
});
