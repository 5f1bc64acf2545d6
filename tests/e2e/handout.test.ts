import { join } from 'node:path';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import { handoutText } from '../../src/handout/flow/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { handout, heading, paragraph, randomHandout, table, verse } from '../handout/make-handout.ts';
import { seeds } from '../seed.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { type HandoutPage, openHandoutPage } from './handout-page.ts';
import { readPdf } from './pdf-text.ts';
import { expect, test } from './test.ts';

/** Type area (GB/T 9704—2012 5.2.1), mm. */
const LEFT = 28;
const RIGHT = 28 + 156;
const TOP = 37;
const BOTTOM = 37 + 225;

let shown: HandoutPage;
test.beforeAll(async ({ browser, builtPages }) => {
  shown = await openHandoutPage(browser, builtPages);
});
test.afterAll(async () => {
  await shown.close();
});

/** Whole: nothing lost, doubled or cut off. */
const WHOLE = { missing: 0, added: 0, overflowing: [] };

for (const name of SPEECH_NAMES)
  test(`${name} is whole, holds Chinese line rules, and is the same at each run`, async () => {
    const { speech } = await loadSpeech(join(SPEECHES, name));
    const made = flowHandout(speech);
    expect(await shown.layOut(made)).toMatchObject({ ...WHOLE, missingPictures: [] });
    const texts = await shown.texts();
    expect(bareText(texts.join(''))).toBe(bareText(handoutText(made)));

    for (const [index, lines] of (await shown.lines()).entries()) {
      for (const line of lines) {
        const place = `page ${index + 1}: ${line.text}`;
        expect(line.text, place).not.toMatch(/^[，。、；：！？”’）》」』】〕…·％%]/);
        expect(line.text, place).not.toMatch(/[“‘（《「『【〔]$/);
        expect(line.left, place).toBeGreaterThan(LEFT - 0.3);
        expect(line.right, place).toBeLessThan(RIGHT + 0.3);
        expect(line.top, place).toBeGreaterThan(TOP - 0.3);
        expect(line.bottom, place).toBeLessThan(BOTTOM + 0.3);
      }
    }
    const blocks = await shown.blocks();
    for (const page of blocks.slice(0, -1)) expect(page.at(-1)).not.toMatch(/^H\d$/);

    expect(await shown.layOut(made)).toMatchObject(WHOLE);
    expect(await shown.texts()).toEqual(texts);
    expect(shown.faults).toEqual([]);
  });

test('a full page has 22 lines of 28 characters, in the preview and in the PDF', async () => {
  const text = '群众路线是党的生命线和根本工作路线'.repeat(200);
  expect(await shown.layOut(handout([paragraph(text)]))).toMatchObject(WHOLE);
  const pages = await shown.lines();
  for (const lines of pages.slice(1, -1)) {
    expect(lines).toHaveLength(22);
    for (const line of lines) {
      expect(line.text).toHaveLength(28);
      expect(Math.abs(line.left - LEFT)).toBeLessThan(0.3);
      expect(Math.abs(line.right - RIGHT)).toBeLessThan(0.3);
    }
    for (let index = 1; index < lines.length; index++) {
      expect(lines[index]!.top - lines[index - 1]!.top).toBeCloseTo(10.22, 1);
    }
  }

  const pdf = await readPdf(
    new Uint8Array(await shown.page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })),
  );
  expect(pdf.pages).toHaveLength(pages.length);
  for (const [index, page] of pdf.pages.entries()) {
    const foot = page.pieces.filter((piece) => piece.y < (35 / 25.4) * 72);
    expect(bareText(foot.map((piece) => piece.text).join(''))).toBe(`—${index + 1}—`);
    // The dash stands 7 mm below the type area (7.5); its upper edge lies 0.29 em above the baseline.
    const dash = foot.find((piece) => piece.text.includes('—'))!;
    const below = 35 - (dash.y / 72) * 25.4 - 0.29 * 4.94;
    expect(Math.abs(below - 7)).toBeLessThan(0.3);
    const body = page.pieces.filter((piece) => piece.y >= (35 / 25.4) * 72 && piece.text.trim() !== '');
    expect(new Set(body.map((piece) => Math.round(piece.y))).size).toBe(pages[index]!.length);
  }
});

/** `DOCUMENTS=2000 npm run e2e -- handout.test` lays out as many as the issue asks. */
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 40);

for (const seed of seeds(DOCUMENTS))
  test(`random document ${seed} is whole`, async () => {
    const layout = (['official', 'official', 'podium', 'notes'] as const)[seed % 4]!;
    const made = { ...randomHandout(seed), layout };
    expect(await shown.layOut(made)).toMatchObject(WHOLE);
    const blocks = await shown.blocks();
    for (const page of blocks.slice(0, -1)) expect(page.at(-1)).not.toMatch(/^H\d$/);
  });

test('one paragraph over many pages, 20,000 characters', async () => {
  const result = await shown.layOut(handout([paragraph('同志们，我们一定要坚持群众路线！'.repeat(1250))]));
  expect(result).toMatchObject(WHOLE);
  expect(result.pages).toBe(33);
});

for (const [name, rows, columns, cell] of [
  ['30 rows of 12 columns', 30, 12, (r: number, c: number) => `${r}.${c}万元`],
  ['40 columns', 6, 40, (r: number, c: number) => `${r * c}`],
  ['300 rows', 300, 4, (r: number, c: number) => (c === 0 ? `第${r}项` : '完成')],
] as const)
  test(`a table of ${name} goes over pages whole`, async () => {
    const made = handout([
      heading(1, '一、情况'),
      paragraph('见下表。'),
      table(rows, columns, cell),
      paragraph('完。'),
    ]);
    expect(await shown.layOut(made)).toMatchObject(WHOLE);
    const heads = await shown.page.evaluate(() =>
      [...document.querySelectorAll('.pagedjs_page table')].map(
        (table) => `${table.querySelectorAll('thead').length} ${table.querySelectorAll('col').length}`,
      ),
    );
    expect(new Set(heads)).toEqual(new Set([`1 ${columns}`]));
  });

test('lines of verse and refrains come once each', async () => {
  const lines = [
    '致辞',
    '谢谢！',
    ...Array.from({ length: 60 }, (_, n) => `第${n}行人民万岁！`),
    '人民万岁！',
    '谢谢！',
  ];
  expect(await shown.layOut(handout(lines.map(verse)))).toMatchObject(WHOLE);
});

test('the latest request wins, and nothing of the others stays', async () => {
  const long = handout([paragraph('人民就是江山。'.repeat(4000))]);
  const short = handout([paragraph('好。')], '后来的');
  const count = () =>
    shown.page.evaluate(() => ({
      sheets: document.querySelectorAll('.handout').length,
      styles: document.querySelectorAll('style, link').length,
      nodes: document.querySelectorAll('*').length,
    }));
  await shown.layOut(short);
  const before = await count();
  const results = await shown.page.evaluate(
    async ([long, short, baseUrl]) => {
      const frame = window.jiangtaiHandout!;
      const runs = [long, long, short].map((handout) => frame.layOut(handout, { baseUrl }));
      const results = await Promise.all(runs);
      return results.map((result) => (result === 'superseded' ? result : result.pages));
    },
    [long, short, shown.page.url()] as const,
  );
  expect(results).toEqual(['superseded', 'superseded', 1]);
  expect(await shown.texts()).toEqual(['好。']);
  expect(await shown.page.title()).toBe('后来的');
  expect(await count()).toEqual(before);
});

test('a picture of another origin is not asked for, a missing one leaves an empty frame', async () => {
  const figure = (src: string) => ({
    kind: 'figure' as const,
    src,
    alt: '图',
    caption: [{ text: '图1', styles: [], range: { start: 0, end: 0 } }],
    range: { start: 0, end: 0 },
  });
  const sources = ['https://example.org/a.png', 'keine.png', 'javascript:alert(1)', 'kaixue-dianli.svg'];
  const result = await shown.layOut(handout(sources.map(figure)));
  expect(result).toMatchObject({ ...WHOLE, missingPictures: sources.slice(0, 3) });
  expect(shown.faults.filter((fault) => fault.includes('example.org'))).toEqual([]);
  expect(await shown.page.locator('.pagedjs_page img').count()).toBe(1);
});
