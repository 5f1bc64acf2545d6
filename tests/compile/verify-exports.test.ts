import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { verifyDeck, verifyHandout } from '../../src/cli/prove.ts';
import { firstDifference } from '../../src/cli/text-difference.ts';
import { writeAtomically } from '../../src/cli/write-whole.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Deck } from '../../src/deck/plan/types.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';

describe('an export that would lose text is refused', () => {
  const path = join(SPEECHES, SPEECH_NAMES[0] as string);

  it('a slide whose notes are gone', async () => {
    const { speech } = await loadSpeech(path);
    const deck = planDeck(speech);
    expect(() => verifyDeck(speech, deck, 'a.pdf')).not.toThrow();
    const slides = deck.slides.map((slide, index) =>
      index === 4 ? { ...slide, notes: slide.notes.slice(1) } : slide,
    );
    const broken: Deck = { ...deck, slides };
    expect(() => verifyDeck(speech, broken, 'a.pdf')).toThrowError(
      expect.objectContaining({ key: 'export.text-lost', exitCode: 1 }),
    );
  });

  it('two slides in the wrong order', async () => {
    const { speech } = await loadSpeech(path);
    const deck = planDeck(speech);
    const [first, second, ...rest] = deck.slides;
    if (first === undefined || second === undefined) throw new Error('the sample has more slides');
    expect(() => verifyDeck(speech, { ...deck, slides: [second, first, ...rest] }, 'a.pdf')).toThrow();
  });

  it('a paragraph missing from, or doubled in, the handout', async () => {
    const { speech } = await loadSpeech(path);
    const handout = flowHandout(speech);
    expect(() => verifyHandout(speech, handout, 'a.pdf')).not.toThrow();
    const without = { ...handout, blocks: handout.blocks.filter((_, index) => index !== 6) };
    const doubled = {
      ...handout,
      blocks: handout.blocks.flatMap((block, index) => (index === 6 ? [block, block] : [block])),
    };
    expect(() => verifyHandout(speech, without, 'a.pdf')).toThrow();
    expect(() => verifyHandout(speech, doubled, 'a.pdf')).toThrow();
  });

  it('says where', () => {
    expect(firstDifference('同志们，大家好。谢谢大家。', '同志们，谢谢大家。')).toEqual({
      kind: 'missing',
      text: '同志们，大家好。谢谢大家。',
    });
    expect(firstDifference('同志们', '同志们')).toBeUndefined();
  });
});

describe('a file is written whole or not at all', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangtai-write-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leaves nothing beside it', async () => {
    await writeAtomically(join(folder, 'out', '讲义.pdf'), new Uint8Array(10));
    expect(await readdir(join(folder, 'out'))).toEqual(['讲义.pdf']);
  });

  it('says what the disk refused, and leaves the old file', async () => {
    await writeFile(join(folder, 'a-file'), 'old');
    await expect(writeAtomically(join(folder, 'a-file', 'x.pdf'), 'new')).rejects.toMatchObject({
      key: 'file.cannot-write',
      exitCode: 2,
    });
    // A folder stands where the file should: the rename fails after everything was written.
    await expect(writeAtomically(join(folder, 'out'), 'new')).rejects.toMatchObject({
      key: 'file.cannot-write',
    });
    expect((await readdir(folder)).sort()).toEqual(['a-file', 'out']);
  });
});
