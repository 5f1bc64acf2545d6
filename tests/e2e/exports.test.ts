import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { startPrinter } from '../../src/cli/printer.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import type { Printer } from '../../src/export/browser/pdf.ts';
import { packSpeech } from '../../src/export/pack/pack-speech.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import { handoutText } from '../../src/handout/flow/text.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { paperText } from '../../src/pack/ledger.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { type PdfPage, readPdf } from './pdf-text.ts';
import { expect, test } from './test.ts';

// The printer's pages come and go by themselves: a trace of one that has gone fails the test.
test.use({ trace: 'off' });

let printer: Printer;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangtai-pdf-'));
  printer = await startPrinter();
});
test.afterAll(async () => {
  await printer.close();
  await rm(folder, { recursive: true, force: true });
});

/** Words on slides that are ours, of which a piece may be a part: the slide's number, 目录, （续）, 谢谢. */
const LABEL = /^(?:[\d/]*|[目录錄]*|[（续續）]*|[谢謝]*)$/;

/** Page numbers stand in the foot margin: below the type area, 35 mm from the edge (GB/T 9704—2012 5.2.1). */
const FOOT = (34 / 25.4) * 72;

/** Text of a page's type area without white space, in compatibility-normal form (extraction may give radicals). */
function bodyText(page: PdfPage): string {
  const pieces = page.pieces.filter((piece) => piece.y > FOOT).map((piece) => piece.text);
  return bareText(pieces.join('').normalize('NFKC'));
}

for (const name of SPEECH_NAMES)
  test.describe(name, () => {
    const path = join(SPEECHES, name);

    test('handout: the PDF holds the text of the speech, no character lost or doubled', async () => {
      const { speech } = await loadSpeech(path);
      const handout = flowHandout(speech);
      expect(bareText(handoutText(handout))).toBe(bareText(speechText(speech)));

      const printed = await printer.handout(handout, path);
      const pdf = await readPdf(printed.pdf);
      expect(pdf.pages).toHaveLength(printed.pages);
      expect(printed.overflowing).toEqual([]);
      expect(pdf.title).toBe(handout.title);
      for (const page of pdf.pages) {
        expect(page.width).toBeCloseTo((210 / 25.4) * 72, -0.5);
        expect(page.height).toBeCloseTo((297 / 25.4) * 72, -0.5);
      }
      // Calls of footnotes and the word over them are labels of ours; everything else is the author's.
      const labels = speech.notes.length > 0 ? /注释|注釋|〔\d+〕|\[\d+\]/g : /$^/;
      const expected = bareText(speechText(speech).normalize('NFKC'));
      const actual = pdf.pages.map(bodyText).join('').replace(labels, '');
      expect(actual).toBe(expected);
      expect(pdf.outlineEntries).toBeGreaterThan(speech.sections.length);
    });

    test('deck: one page a slide, every visible string is the author’s or a label', async () => {
      const { speech, clean } = await loadSpeech(path);
      for (const ratio of ['16:9', '16:10', '4:3'] as const) {
        const deck = planDeck(speech, { ratio });
        const notes = deck.slides.flatMap((slide) => slide.notes.map((part) => part.text)).join('');
        expect(bareText(notes)).toBe(bareText(speechText(speech)));
        const printed = await printer.deck(deck, path);
        expect(printed.overflowing).toEqual([]);
        const pdf = await readPdf(printed.pdf);
        expect(pdf.pages).toHaveLength(deck.slides.length);
        const [first] = pdf.pages as [PdfPage];
        const [wide, high] = ratio.split(':').map(Number) as [number, number];
        expect(first.width / first.height).toBeCloseTo(wide / high, 2);
        const own = bareText(clean.text);
        const shown = pdf.pages.flatMap((page) => page.pieces.map((piece) => bareText(piece.text)));
        expect(shown.filter((piece) => !own.includes(piece) && !LABEL.test(piece))).toEqual([]);
      }
    });
  });

for (const ratio of ['16:9', '4:3'] as const)
  test(`notes behind each slide, ${ratio}: the whole spoken text, nothing cut`, async () => {
    const path = join(SPEECHES, 'jianxing-qunzhong-luxian.txt');
    const { speech } = await loadSpeech(path);
    const deck = planDeck(speech, { ratio });
    const printed = await printer.deck(deck, path, true);
    expect(printed.overflowing).toEqual([]);
    const pdf = await readPdf(printed.pdf);
    expect(pdf.pages).toHaveLength(printed.pages);
    expect(printed.pages).toBeGreaterThan(2 * deck.slides.length - 3);
    const text = bareText(
      pdf.pages
        .map((page) => page.pieces.map((piece) => piece.text).join(''))
        .join('')
        .normalize('NFKC'),
    );
    for (const part of deck.slides.flatMap((slide) => slide.notes))
      expect(text).toContain(bareText(part.text.normalize('NFKC')));
  });

test('the same speech gives the same PDFs, whole files only', async () => {
  const { main } = await import('../../src/cli/main.ts');
  const around = { env: { LANG: 'en' }, folder, out: () => undefined, error: () => undefined };
  const speech = join(SPEECHES, SPEECH_NAMES[0] as string);
  expect(await main(['handout', speech, '-o', 'a.pdf'], around)).toBe(0);
  expect(await main(['deck', speech, '-o', 'b.pdf'], around)).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'b.pdf']);
  expect((await readFile(join(folder, 'a.pdf'))).subarray(-6).toString()).toMatch(/%%EOF/);
});

test('check --rendered looks at the slides in a browser', async () => {
  const { main } = await import('../../src/cli/main.ts');
  let said = '';
  const around = {
    env: { LANG: 'en' },
    folder,
    out: (text: string) => {
      said += text;
    },
    error: () => undefined,
  };
  expect(await main(['check', join(SPEECHES, 'kaixue-dianli.md'), '--rendered'], around)).toBe(0);
  expect(said).toMatch(/All \d+ slides fit, in 16:9, 16:10 and 4:3\./);
});

test('papers of a meeting: the PDFs hold their pieces and page numbers, no character more', async () => {
  const speeches = await Promise.all(
    SPEECH_NAMES.map(async (name) => packSpeech(await loadSpeech(join(SPEECHES, name)), name)),
  );
  const packs = speeches.map((speech) => buildPack([speech], { typed: { chair: '李主任' } }));
  const printed = await printer.papers(packs, join(SPEECHES, SPEECH_NAMES[0]!));
  for (const [index, { papers }] of packs.entries()) {
    const { pages } = await readPdf(printed[index]!.pdf);
    const text = pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join('');
    const found = bareText(text.normalize('NFKC').replace(/—\s*\d+\s*—/g, ''));
    expect(found).toBe(bareText(papers.map(paperText).join('').normalize('NFKC')));
  }
});

test('notes pages and three slides on a sheet: the slides, and under them the whole spoken text; only the pages asked for', async () => {
  const path = join(SPEECHES, 'anquan-shengchan-gongzuo-huiyi.txt');
  const { deck } = await loadSpeech(path);
  const textOf = (pages: readonly PdfPage[]) =>
    bareText(
      pages
        .flatMap((page) => page.pieces.map(({ text }) => text))
        .join('')
        .normalize('NFKC'),
    );
  const notes = await printer.paper(deck, path, { perPage: 1, notes: true });
  const { pages } = await readPdf(notes.pdf);
  expect(pages).toHaveLength(notes.pages);
  const text = textOf(pages);
  for (const part of deck.slides.flatMap((slide) => slide.notes))
    expect(text).toContain(bareText(part.text.normalize('NFKC')));
  for (const { width, height } of pages) expect(height).toBeGreaterThan(width);

  const three = await readPdf((await printer.paper(deck, path, { perPage: 3, from: 2, to: 3 })).pdf);
  expect(three.pages).toHaveLength(2);
  const { pages: large } = await readPdf((await printer.deck(deck, path)).pdf);
  expect(textOf(three.pages).replace(/[\d/]/g, '')).toBe(textOf(large.slice(3, 9)).replace(/[\d/]/g, ''));
  await expect(printer.paper(deck, path, { perPage: 6, from: 9 })).rejects.toThrow();
});
