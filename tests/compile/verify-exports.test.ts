import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { refuseLoss } from '../../src/cli/refuse-loss.ts';
import { writeOutput } from '../../src/cli/write-output.ts';
import { verifyDeck, verifyHandout } from '../../src/compile/integrity.ts';
import type { Deck } from '../../src/deck/plan/types.ts';
import type { Handout } from '../../src/handout/flow/types.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';

describe('an export that would lose text is refused', () => {
  const path = join(SPEECHES, SPEECH_NAMES[0] as string);

  it('a slide whose notes are gone', async () => {
    const { speech, deck } = await loadSpeech(path);
    expect(() => refuseLoss(verifyDeck(speech, deck), 'a.pdf')).not.toThrow();
    const slides = deck.slides.map((slide, index) =>
      index === 4 ? { ...slide, notes: slide.notes.slice(1) } : slide,
    );
    const broken: Deck = { ...deck, slides };
    expect(() => refuseLoss(verifyDeck(speech, broken), 'a.pdf')).toThrowError(
      expect.objectContaining({ code: 'export.text-lost', exitCode: 1 }),
    );
  });

  it('two slides in the wrong order', async () => {
    const { speech, deck } = await loadSpeech(path);
    const [first, second, ...rest] = deck.slides;
    if (first === undefined || second === undefined) throw new Error('the sample has more slides');
    const swapped = verifyDeck(speech, { ...deck, slides: [second, first, ...rest] });
    expect(swapped.missing).toBeGreaterThan(0);
    expect(() => refuseLoss(swapped, 'a.pdf')).toThrow();
  });

  it('a paragraph missing from, or doubled in, the handout', async () => {
    const { speech, handout } = await loadSpeech(path);
    expect(() => refuseLoss(verifyHandout(speech, handout), 'a.pdf')).not.toThrow();
    const without = { ...handout, blocks: handout.blocks.filter((_, index) => index !== 6) };
    const doubled = {
      ...handout,
      blocks: handout.blocks.flatMap((block, index) => (index === 6 ? [block, block] : [block])),
    };
    expect(() => refuseLoss(verifyHandout(speech, without), 'a.pdf')).toThrow();
    expect(() => refuseLoss(verifyHandout(speech, doubled), 'a.pdf')).toThrow();
  });

  it('an outline with a line that the speech has not, or not there', async () => {
    const { speech, handout } = await loadSpeech(path, { layout: 'outline' });
    expect(verifyHandout(speech, handout)).toMatchObject({ missing: 0, added: 0 });
    const [first, second, ...rest] = handout.blocks;
    const swapped: Handout = { ...handout, blocks: [second!, first!, ...rest] };
    expect(() => refuseLoss(verifyHandout(speech, swapped), 'a.pdf')).toThrow();
  });

  it('says how much and where', async () => {
    const { speech, handout } = await loadSpeech(path);
    const at = handout.blocks.findIndex((block) => block.kind === 'paragraph');
    const blocks = handout.blocks.map((block, index) =>
      index === at && 'runs' in block ? { ...block, runs: block.runs.slice(1) } : block,
    );
    const difference = verifyHandout(speech, { ...handout, blocks });
    expect(() => refuseLoss(difference, 'a.pdf')).toThrowError(
      expect.objectContaining({
        values: expect.objectContaining({
          path: 'a.pdf',
          count: difference.missing,
          first: expect.stringContaining(difference.place!.before),
        }),
      }),
    );
  });
});

describe('a file is written whole or not at all', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangtai-write-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leaves nothing beside it', async () => {
    await writeOutput(join(folder, 'out', '讲义.pdf'), new Uint8Array(10));
    expect(await readdir(join(folder, 'out'))).toEqual(['讲义.pdf']);
  });

  it('says what the disk refused, and leaves the old file', async () => {
    await writeFile(join(folder, 'a-file'), 'old');
    await expect(writeOutput(join(folder, 'a-file', 'x.pdf'), Buffer.from('new'))).rejects.toMatchObject({
      code: 'file.cannot-write',
      exitCode: 2,
    });
    // A folder stands where the file should: the rename fails after everything was written.
    await expect(writeOutput(join(folder, 'out'), Buffer.from('new'))).rejects.toMatchObject({
      code: 'file.cannot-write',
    });
    expect((await readdir(folder)).sort()).toEqual(['a-file', 'out']);
  });
});
