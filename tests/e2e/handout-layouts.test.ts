import { join } from 'node:path';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { planDeck, slideStarts } from '../../src/deck/plan/plan.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import { handoutText } from '../../src/handout/flow/text.ts';
import type { Handout } from '../../src/handout/flow/types.ts';
import { loadReadings } from '../../src/speech/readings.ts';
import { convertSpeech, scriptConverter } from '../../src/speech/script.ts';
import { sentenceEnds } from '../../src/speech/sentences.ts';
import { HANDOUT_LAYOUTS } from '../../src/speech/settings.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { NOWHERE, paragraph, run, table, handout as testHandout, title } from '../handout/make-handout.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { type HandoutPage, type Line, openHandoutPage } from './handout-page.ts';
import { readPdf } from './pdf-text.ts';
import { expect, test } from './test.ts';

let shown: HandoutPage;
test.beforeAll(async ({ browser, builtPages }) => {
  shown = await openHandoutPage(browser, builtPages);
});
test.afterAll(async () => {
  await shown.close();
});

const SCRIPTS = ['source', 'hans', 'tw'] as const;

async function speechIn(name: string, script: (typeof SCRIPTS)[number]) {
  const { speech } = await loadSpeech(join(SPEECHES, name));
  if (script === 'source') return speech;
  return convertSpeech(speech, await scriptConverter(speech.meta.lang, { target: script }), script);
}

async function make(
  name: string,
  script: (typeof SCRIPTS)[number],
  layout: (typeof HANDOUT_LAYOUTS)[number],
  style = {},
) {
  const speech = await speechIn(name, script);
  const deck = planDeck(speech);
  const readings = await loadReadings();
  return {
    speech,
    handout: flowHandout(speech, { layout, style, readings, slideStarts: slideStarts(deck) }),
  };
}

/** The PDF is the preview, page by page and line by line. */
async function expectPrinted(preview: readonly (readonly Line[])[]): Promise<void> {
  const data = new Uint8Array(
    await shown.page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true }),
  );
  // Thickened or variable faces would become Type 3 fonts, which print badly.
  expect(Buffer.from(data).includes('/Type3')).toBe(false);
  const pdf = await readPdf(data);
  expect(pdf.pages).toHaveLength(preview.length);
  for (const [index, page] of pdf.pages.entries()) {
    const foot = (34 / 25.4) * 72;
    const printed = bareText(
      page.pieces
        .filter((piece) => piece.y > foot)
        .map((piece) => piece.text)
        .join(''),
    ).replace(/〔\d+〕/g, '');
    expect(printed, `page ${index + 1}`).toBe(preview[index]!.map((line) => line.text).join(''));
    const text = preview[index]!.filter((line) => /^(?:P paragraph|H)/.test(line.kind));
    const baselines = new Set(
      page.pieces.filter((piece) => bareText(piece.text) !== '').map((piece) => Math.round(piece.y)),
    );
    expect(baselines.size, `page ${index + 1}`).toBeGreaterThanOrEqual(text.length);
  }
}

/** What Chinese lines must not do, on every page. */
function expectGoodLines(handout: Handout, pages: readonly (readonly Line[])[]): void {
  for (const [index, lines] of pages.entries()) {
    for (const [at, line] of lines.entries()) {
      const place = `${handout.layout} page ${index + 1}: ${line.text}`;
      expect(line.text, place).not.toMatch(/^[，。、；：！？”’）》」』】〕…·％%]/);
      expect(line.text, place).not.toMatch(/[“‘（《「『【〔]$/);
      const next = lines[at + 1];
      const isLast = next === undefined ? !line.goesOn : next.block !== line.block;
      const isOnly = lines[at - 1]?.block !== line.block;
      // One Han and its stop alone on a line. (A line that the page before began counts too.)
      if (isLast && !isOnly && /^P paragraph/.test(line.kind))
        expect(line.text.replace(/[^\p{L}\p{N}]/gu, '').length, place).toBeGreaterThan(1);
    }
    const last = lines.at(-1);
    if (index < pages.length - 1)
      expect(last?.kind ?? '', `${handout.layout} page ${index + 1}`).not.toMatch(/^H\d/);
  }
}

for (const name of SPEECH_NAMES)
  for (const layout of HANDOUT_LAYOUTS)
    for (const script of SCRIPTS)
      test(`${name} ${layout} ${script}: whole, its lines as Chinese lines must be, printed as shown`, async () => {
        const { speech, handout } = await make(name, script, layout);
        expect(await shown.layOut(handout)).toMatchObject({ missing: 0, added: 0, overflowing: [] });
        const text = bareText((await shown.texts()).join(''));
        expect(text).toBe(bareText(handoutText(handout)));
        if (layout !== 'outline') expect(text).toBe(bareText(speechText(speech)));
        const lines = await shown.lines();
        expectGoodLines(handout, lines);
        if (script === 'source' && (layout === 'official' || layout === 'notes')) await expectPrinted(lines);
      });

test.describe('podium', () => {
  for (const name of SPEECH_NAMES)
    for (const size of ['large', 'xlarge'] as const)
      test(`${name} ${size}: no sentence goes over a page turn`, async () => {
        const { handout } = await make(name, 'hans', 'podium', { size });
        await shown.layOut(handout);
        const texts = await shown.texts();
        expect(texts.length).toBeGreaterThan(5);
        for (const text of texts.slice(0, -1)) {
          // A heading, a salutation and a signature have no stop; they end a block, and a block ends its sentence.
          const ends = [...sentenceEnds(text)].at(-1);
          const goesOn = ends !== text.length;
          if (goesOn)
            expect(
              handoutText(handout)
                .split('\n')
                .some((line) => text.endsWith(line)),
              text.slice(-30),
            ).toBe(true);
        }
        const alone = await shown.page.evaluate(() =>
          [...document.querySelectorAll('.pagedjs_page_content > div')]
            .slice(0, -1)
            .map((content) => content.lastElementChild!)
            .filter((block) => block.textContent === block.querySelector('[role="heading"]')?.textContent)
            .map((block) => block.textContent),
        );
        expect(alone).toEqual([]);
        const words = await shown.page.locator('.next-words').allTextContents();
        expect(words).toHaveLength(texts.length - 1);
        for (const [index, word] of words.entries())
          expect(bareText(texts[index + 1]!)).toContain(bareText(word));
      });

  test('says which slide comes on and how many minutes have gone', async () => {
    const { speech, handout } = await make(SPEECH_NAMES[0]!, 'hans', 'podium');
    await shown.layOut(handout);
    const marks = await shown.page
      .locator('.slide-mark')
      .evaluateAll((all) => all.map((mark) => Number((mark as HTMLElement).dataset.slide)));
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    const starts = slideStarts(planDeck(speech)).map(({ number }) => number);
    // All but those that are on before the first word.
    expect(starts.filter((number) => !marks.includes(number)).length).toBeLessThanOrEqual(2);
    const minutes = (await shown.page.locator('.minutes').allTextContents()).map((text) =>
      Number.parseInt(text, 10),
    );
    expect(minutes.length).toBeGreaterThan(10);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });
});

test('outline has a page or two, all of it the author’s sentences in their order', async () => {
  for (const name of SPEECH_NAMES) {
    const { speech, handout } = await make(name, 'source', 'outline');
    expect((await shown.layOut(handout)).pages).toBeLessThanOrEqual(2);
    const whole = bareText(speechText(speech));
    let at = 0;
    for (const line of handoutText(handout).split('\n').map(bareText)) {
      const found = whole.indexOf(line, at);
      expect(found, line).toBeGreaterThanOrEqual(at);
      at = found + line.length;
    }
  }
});

test.describe('choices about the pages', () => {
  const full = { cover: true, contents: true, runningHead: true } as const;

  test('cover, contents with the right page numbers, running head', async () => {
    const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official', full);
    expect(await shown.layOut(handout)).toMatchObject({ missing: 0, added: 0, overflowing: [] });
    const found = await shown.page.evaluate(() => {
      const pages = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')];
      const folio = (page: Element) => page.querySelector('.folio')?.textContent ?? '';
      return {
        first: pages[0]!.querySelectorAll('.salutation, .paragraph, .heading').length,
        unnumbered: pages.filter((page) => folio(page) === '').length,
        heads: pages.map((page) => page.querySelector('.running-head')?.textContent ?? ''),
        entries: [...document.querySelectorAll<HTMLElement>('.contents-entry')].map((entry) => [
          entry.textContent,
          entry.dataset.page,
        ]),
        headings: pages.flatMap((page) =>
          [...page.querySelectorAll(':is(h2, h3):not([data-split-from])')].map((heading) => [
            heading.textContent,
            folio(page).replace(/\D/g, ''),
          ]),
        ),
      };
    });
    expect(found.first).toBe(0);
    expect(found.unnumbered).toBe(2);
    expect(found.entries.length).toBeGreaterThan(2);
    expect(found.entries).toEqual(found.headings);
    expect(new Set(found.heads.slice(1))).toEqual(new Set([handout.title]));
  });

  for (const [paper, width, height] of [
    ['a4', 210, 297],
    ['16k', 184, 260],
    ['a5', 148, 210],
  ] as const)
    test(`${paper}: the same pages on other paper`, async () => {
      const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official', { paper });
      const { pages } = await shown.layOut(handout);
      const pdf = await readPdf(new Uint8Array(await shown.page.pdf({ preferCSSPageSize: true })));
      expect(pdf.pages).toHaveLength(pages);
      for (const page of pdf.pages) {
        expect(Math.abs(page.width - (width / 25.4) * 72)).toBeLessThan(1);
        expect(Math.abs(page.height - (height / 25.4) * 72)).toBeLessThan(1);
      }
      expect(
        bareText(pdf.pages.map((page) => page.pieces.map((piece) => piece.text).join('')).join('')),
      ).toContain(bareText(handoutText(handout)).slice(200, 215));
    });

  test('booklet: two pages a sheet, in the order that reads right when folded', async () => {
    const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official', { booklet: true, paper: 'a5' });
    const { pages } = await shown.layOut(handout);
    const before = await shown.texts();
    const pdf = await readPdf(new Uint8Array(await shown.page.pdf({ preferCSSPageSize: true })));
    const padded = Math.ceil(pages / 4) * 4;
    expect(pdf.pages).toHaveLength(padded / 2);
    expect(Math.abs(pdf.pages[0]!.width - (297 / 25.4) * 72)).toBeLessThan(3);
    // Page numbers of each sheet side, from left to right.
    const numbers = pdf.pages.map((sheet) =>
      sheet.pieces
        .filter((piece) => piece.y < (30 / 25.4) * 72 && /\d/.test(piece.text))
        .sort((a, b) => a.x - b.x)
        .map((piece) => Number(piece.text.replace(/\D/g, ''))),
    );
    const expected = Array.from({ length: padded / 2 }, (_, side) => {
      const pair = [padded - side, side + 1];
      return (side % 2 === 0 ? pair : pair.reverse()).filter((number) => number <= pages);
    });
    expect(numbers).toEqual(expected);
    expect(await shown.texts()).toEqual(before);
  });

  test('mirrored margins: even pages are bound on the right', async () => {
    const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official', { mirror: true });
    await shown.layOut(handout);
    const pages = await shown.lines();
    expect(Math.abs(Math.min(...pages[1]!.map((line) => line.left)) - 26)).toBeLessThan(0.4);
    expect(Math.abs(Math.min(...pages[2]!.map((line) => line.left)) - 28)).toBeLessThan(0.4);
  });

  test('strict pitch fills the type area with 22 lines', async () => {
    const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official', { linePitch: 'strict' });
    await shown.layOut(handout);
    const full = (await shown.lines())[2]!;
    expect(full).toHaveLength(22);
    const body = full.filter((line) => /^P paragraph/.test(line.kind));
    expect(body.at(-1)!.top - body.at(-2)!.top).toBeCloseTo(10.44, 1);
  });
});

test.describe('faces', () => {
  test('names the faces in use, and the characters that none of them has', async () => {
    const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official');
    const plain = await shown.layOut(handout);
    expect(plain).toMatchObject({ uncovered: [], failedFaces: [] });
    expect(plain.faces).toContain('思源宋体');
    expect(await shown.page.locator('#notice').isHidden()).toBe(true);
    const rare = { ...handout, blocks: [...handout.blocks, paragraph('生僻字：𠀀和😀，还有𫚭。')] };
    const result = await shown.layOut(rare);
    expect(result.uncovered).toContain('😀');
    expect(result.uncovered).not.toContain('字');
    expect(await shown.page.locator('#notice').textContent()).toContain('😀');
  });

  test('office faces stand first where this computer has them, bundled ones where not', async () => {
    const { handout } = await make(SPEECH_NAMES[0]!, 'hans', 'official', { fonts: 'system' });
    const result = await shown.layOut(handout);
    expect(result).toMatchObject({ missing: 0, added: 0, overflowing: [] });
    expect(result.faces).toHaveLength(4);
  });

  test('all slices are asked for before anything is measured, page numbers too', async ({
    browser,
    builtPages,
  }) => {
    const other = await openHandoutPage(browser, builtPages);
    try {
      // Wherever a slice begins to load: how many pages there are already.
      await other.page.addInitScript(() => {
        Object.assign(window, { pagesAtLoading: [] });
        document.fonts.addEventListener('loading', () => {
          const pages = document.querySelectorAll('.pagedjs_page').length;
          (window as unknown as { pagesAtLoading: number[] }).pagesAtLoading.push(pages);
        });
      });
      await other.page.reload();
      await other.page.waitForFunction(() => window.jiangtaiHandout !== undefined);
      const { handout } = await make(SPEECH_NAMES[1]!, 'source', 'official');
      expect(await other.layOut(handout)).toMatchObject({ failedFaces: [], missing: 0 });
      const pages = await other.page.evaluate(
        () => (window as unknown as { pagesAtLoading: number[] }).pagesAtLoading,
      );
      expect(pages.length).toBeGreaterThan(0);
      expect(Math.max(...pages)).toBe(0);
      expect(await other.page.locator('#notice').isHidden()).toBe(true);
    } finally {
      await other.close();
    }
  });

  test('says so when faces cannot be loaded, and lays out all the same', async ({ browser, builtPages }) => {
    const other = await openHandoutPage(browser, builtPages);
    try {
      await other.page.route('**/*.woff2', (route) => route.abort());
      await other.page.reload();
      await other.page.waitForFunction(() => window.jiangtaiHandout !== undefined);
      const result = await other.layOut(testHandout([paragraph('字体没有来，版面照样要有。')]));
      expect(result).toMatchObject({ missing: 0, added: 0, pages: 1 });
      expect(result.failedFaces.length).toBeGreaterThan(0);
      expect(await other.page.locator('#notice').textContent()).toContain('字体没有载入');
    } finally {
      await other.close();
    }
  });
});

test.describe('what nobody would type', () => {
  const long = '同志们，我们一定要坚持群众路线！';
  for (const [name, blocks] of [
    ['no sections', [paragraph('大家好。'), paragraph('谢谢大家！')]],
    ['nothing at all', []],
    ['a title of ninety characters', [title('关于'.repeat(45)), paragraph(long)]],
    ['a title that cannot be broken', [title('A'.repeat(90)), paragraph(long)]],
    ['twenty columns', [table(6, 20, (r, c) => `${r * c}.5%`)]],
    [
      'a note of more than half a page',
      [paragraph(long), { kind: 'note', number: 1, runs: [run(long.repeat(40))], range: NOWHERE } as const],
    ],
    ['characters of all kinds', [paragraph('a\u0301🎉👨‍👩‍👧‍👦𠮷〇々“‘’”——……①⑩㈠℃㎡'.repeat(30))]],
    ['a word without end', [paragraph('https://example.org/'.repeat(60))]],
  ] as const)
    test(name, async () => {
      for (const layout of HANDOUT_LAYOUTS) {
        const style = {
          cover: true,
          contents: true,
          runningHead: true,
          ...(layout === 'podium' && { size: 'xlarge' as const }),
        };
        const made = testHandout(blocks);
        const result = await shown.layOut({ ...made, layout, style: { ...made.style, ...style } });
        expect(result, layout).toMatchObject({ missing: 0, added: 0, overflowing: [] });
      }
    });
});
