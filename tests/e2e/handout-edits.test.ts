/** What is laid out after an edit is, page by page, what a run from the beginning gives (docs/spec/pagination.md, section E). */
import type { Handout, HandoutBlock } from '../../src/handout/flow/types.ts';
import { handout, heading, paragraph, randomHandout, randomNumbers } from '../handout/make-handout.ts';
import { seeds } from '../seed.ts';
import { type HandoutPage, openHandoutPage } from './handout-page.ts';
import { expect, test } from './test.ts';

let edited: HandoutPage;
let fresh: HandoutPage;
test.beforeAll(async ({ browser, builtPages }) => {
  [edited, fresh] = (await Promise.all([0, 1].map(() => openHandoutPage(browser, builtPages)))) as [
    HandoutPage,
    HandoutPage,
  ];
});
test.afterAll(async () => {
  await Promise.all([edited.close(), fresh.close()]);
});

/** `EDITS=40 npm run e2e -- handout-edits` edits more documents. */
const DOCUMENTS = Number(process.env.EDITS ?? 3);
const SEEDS = seeds(DOCUMENTS);
const STEPS = 10;

/** Pages of a run that knows of none before. */
async function fromNothing(made: Handout): Promise<string[]> {
  const other = made.style.folio === 'none' ? 'center' : 'none';
  await fresh.layOut({ ...made, blocks: made.blocks.slice(0, 1), style: { ...made.style, folio: other } });
  const result = await fresh.layOut(made);
  expect(result.laid).toBe(result.pages);
  return fresh.texts();
}

/** One change as an author makes them: letters typed, a paragraph added, taken out, moved, or several at once. */
function change(blocks: readonly HandoutBlock[], random: () => number): HandoutBlock[] {
  const at = Math.floor(random() * blocks.length);
  const block = blocks[at]!;
  const kind = random();
  if (kind < 0.5 && 'runs' in block && block.runs[0] && !block.runs[0].ruby) {
    const [first, ...rest] = block.runs;
    const text =
      random() < 0.3 && first!.text.length > 4
        ? first!.text.slice(2)
        : `${'新的话。'.repeat(1 + Math.floor(random() * 12))}${first!.text}`;
    return blocks.map((one, index) =>
      index === at ? { ...block, runs: [{ ...first!, text }, ...rest] } : one,
    );
  }
  if (kind < 0.65)
    return [
      ...blocks.slice(0, at),
      paragraph('插入的一段。'.repeat(1 + Math.floor(random() * 40))),
      ...blocks.slice(at),
    ];
  if (kind < 0.75) return [...blocks.slice(0, at), heading(1, '九、插入的标题'), ...blocks.slice(at)];
  if (kind < 0.9) return blocks.filter((_, index) => index !== at);
  const other = Math.floor(random() * blocks.length);
  const moved = [...blocks];
  [moved[at], moved[other]] = [moved[other]!, moved[at]!];
  return moved;
}

for (const layout of ['official', 'podium', 'notes'] as const)
  for (const seed of SEEDS)
    test(`${layout}, document ${seed}`, async () => {
      const random = randomNumbers(seed * 977);
      let made: Handout = { ...randomHandout(seed), layout };
      await edited.layOut(made);
      for (let step = 0; step < STEPS; step++) {
        made = { ...made, blocks: change(made.blocks, random) };
        const result = await edited.layOut(made);
        expect(result, `step ${step}`).toMatchObject({ missing: 0, added: 0 });
        expect(await edited.texts(), `step ${step}`).toEqual(await fromNothing(made));
      }
      const numbers = (await edited.page.locator('.folio').allTextContents()).map((text) =>
        Number(text.replace(/\D/g, '')),
      );
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(edited.faults).toEqual([]);
    });

const LONG = handout(
  Array.from({ length: 400 }, (_, n) =>
    paragraph(`第${n}段。${'人民群众是历史的创造者，是真正的英雄。'.repeat(1 + (n % 9))}`),
  ),
);

/** Half of it, where every step is a run from the beginning. */
const HALF = { ...LONG, blocks: LONG.blocks.slice(0, 200) };

test('a letter typed lays out two or three pages of sixty', async () => {
  const whole = await edited.layOut(LONG);
  expect(whole.pages).toBeGreaterThan(50);
  for (const at of [3, 200, 396]) {
    const words = '人民群众是历史的创造者，是真正的英雄。'.repeat(1 + (at % 9)).replace('真正', '真实');
    const blocks = LONG.blocks.map((block, index) =>
      index === at ? paragraph(`第${at}段。${words}`) : block,
    );
    const result = await edited.layOut({ ...LONG, blocks });
    expect(result.laid).toBeLessThan(4);
    expect(await edited.texts()).toEqual(await fromNothing({ ...LONG, blocks }));
    await edited.layOut(LONG);
  }
});

/** Lays out each while the one before is still at it, as keys come: after so many turns of its work. */
function inTheMiddle(edits: readonly Handout[], turns: readonly number[]): Promise<string[]> {
  return edited.page.evaluate(
    async ([edits, turns, baseUrl]) => {
      const frame = window.jiangtaiHandout!;
      const runs: Promise<unknown>[] = [];
      for (const [index, handout] of edits.entries()) {
        runs.push(frame.layOut(handout, { baseUrl }));
        for (let turn = 0; turn < turns[index]!; turn++)
          await new Promise<void>((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
      }
      return (await Promise.all(runs)).map((result) => (result === 'superseded' ? 'ended' : 'done'));
    },
    [edits, turns, edited.page.url()] as const,
  );
}

test('typing while pages are laid out: what was ended leaves nothing wrong', async () => {
  const edits = Array.from({ length: 12 }, (_, n) => ({
    ...HALF,
    blocks: HALF.blocks.map((block, index) =>
      index === (n * 37) % 200 ? paragraph(`改${n}。`.repeat(n * 9 + 1)) : block,
    ),
  }));
  await edited.layOut(handout([paragraph('空。')]));
  const results = await inTheMiddle(
    edits,
    edits.map(() => 6),
  );
  expect(results.at(-1)).toBe('done');
  expect(results).toContain('ended');
  expect(await edited.texts()).toEqual(await fromNothing(edits.at(-1)!));
  expect(await edited.page.locator('.staging .pagedjs_page').count()).toBe(0);
  // No run has said that its pages were wrong.
  expect(edited.faults).toEqual([]);
});

test('a run meets pages of one that was ended, and behind them older ones', async () => {
  const begun = (words: string) => ({ ...HALF, blocks: [paragraph(words), ...HALF.blocks] });
  const ended: string[] = [];
  // A run breathes at its own times: one of these comes in the middle of it.
  for (const turns of [3, 6, 12, 24, 48]) {
    await edited.layOut(HALF);
    // Two letters of one line: the pages of the first are right for the second too, as far as they go.
    const words = '新的开头。'.repeat(40);
    ended.push(...(await inTheMiddle([begun(words), begun(`${words}了`)], [turns, 0])));
    expect(await edited.texts(), `${turns}`).toEqual(await fromNothing(begun(`${words}了`)));
  }
  expect(ended).toContain('ended');
  expect(edited.faults).toEqual([]);
});

for (const seed of SEEDS)
  test(`edits of every kind, each in the middle of the run before (${seed})`, async () => {
    const random = randomNumbers(seed * 613);
    let made: Handout = { ...LONG, blocks: [...randomHandout(seed).blocks, ...LONG.blocks.slice(0, 80)] };
    await edited.layOut(made);
    for (let round = 0; round < 4; round++) {
      const edits = Array.from({ length: 6 }, () => {
        made = { ...made, blocks: change(made.blocks, random) };
        return made;
      });
      await inTheMiddle(
        edits,
        edits.map(() => Math.floor(random() * 30)),
      );
      expect(await edited.texts(), `round ${round}`).toEqual(await fromNothing(made));
    }
    expect(edited.faults).toEqual([]);
  });

test('the reader stays on the page when others come before it', async () => {
  await edited.layOut(LONG);
  await edited.page.evaluate(() => document.querySelector('#page-30')!.scrollIntoView());
  const place = () =>
    edited.page.evaluate(() => {
      const page = [...document.querySelectorAll('.pagedjs_page')].find(
        (one) => one.getBoundingClientRect().bottom > 200,
      );
      return {
        text: page?.textContent?.slice(0, 40),
        top: Math.round(page?.getBoundingClientRect().top ?? 0),
      };
    });
  const before = await place();
  const blocks = [paragraph('新的开头。'.repeat(900)), ...LONG.blocks];
  await edited.layOut({ ...LONG, blocks });
  const after = await place();
  expect(Math.abs(after.top - before.top)).toBeLessThan(4);
});
