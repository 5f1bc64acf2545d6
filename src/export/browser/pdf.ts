import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Deck } from '../../deck/plan/types.ts';
import type { DeckFrame, PaperLayout } from '../../deck/show/frame.ts';
import type { Handout } from '../../handout/flow/types.ts';
import type { HandoutFrame } from '../../handout/paginate/frame.ts';
import type { Language } from '../../i18n/language.ts';
import type { PackFrame } from '../../pack/show/frame.ts';
import type { Pack } from '../../pack/types.ts';
import type { MeetingFile, MeetingSpeech } from '../meeting/frame.ts';
import { ExportError } from './export-error.ts';
import { findChromium, launchOptions, thisMachine } from './find-chromium.ts';
import { chromium } from './playwright.ts';

/** The window of a page that is printed: what nobody looks at need not be drawn. Its size does not enter the PDF. */
const UNSEEN = { width: 160, height: 90 } as const;

/** First and last page of those printed, from 1. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A PDF with what there is to say about it. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Slides (ids) or pages (numbers) whose content is larger than they are. */
  readonly overflowing: readonly string[];
  /** Pictures of the speech that could not be shown, as the author wrote their addresses. */
  readonly missingPictures: readonly string[];
}

/** A browser with the built pages open for printing; one serves many exports. */
export interface Printer {
  /** PDF of slides without notes, with the text that they show, and the ids of those that are too small for it. */
  slides(deck: Deck, speechPath: string): Promise<PrintedSlides>;
  /** PDF of the slides, one page a slide; with `notes`, the spoken text on pages behind each. */
  deck(deck: Deck, speechPath: string, notes?: boolean, pages?: PageRange): Promise<Printed>;
  /** PDF of the slides on sheets of A4. */
  paper(deck: Deck, speechPath: string, layout: PaperLayout): Promise<Printed>;
  /** Ids of the slides whose content is larger than they are, as rendered. */
  overflowing(deck: Deck, speechPath: string): Promise<readonly string[]>;
  /**
   * PDF of the handout: the pages of the preview.
   *
   * @throws ExportError `pages.text-lost` when the pages do not hold the text of the handout
   */
  handout(handout: Handout, speechPath: string, pages?: PageRange): Promise<Printed>;
  /**
   * The meeting file of a speech.
   *
   * @throws ExportError `pages.text-lost` when its pages do not hold the text of the handout
   */
  meeting(speech: MeetingSpeech, speechPath: string, language: Language): Promise<MeetingFile>;
  /**
   * PDFs of packs of papers, one each, in order, with the text that the printed sheets hold.
   *
   * @param speechPath of any speech; papers have no pictures
   */
  papers(packs: readonly Pack[], speechPath: string): Promise<readonly PrintedPapers[]>;
  close(): Promise<void>;
}

interface PrintedSlides extends PrintedPapers {
  readonly overflowing: readonly string[];
}

export interface PrintedPapers {
  readonly pdf: Uint8Array;
  readonly text: string;
}

/** The built pages, and the pictures of one speech, at an address of this computer. */
export interface ServedPages {
  /** Of the folder of the pages; ends in `/`. */
  readonly url: string;
  /** Of the folder of the pictures; ends in `/`. */
  readonly picturesUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the browser.
 *
 * @param serve called once for each folder that pictures of speeches are in; closed with the printer
 * @throws ExportError when there is no browser, or it does not start
 */
export async function openPrinter(serve: (pictures: string) => Promise<ServedPages>): Promise<Printer> {
  const path = await findChromium(thisMachine, true);
  const options = launchOptions(path);
  // Whatever a speech holds, its pages ask no other host. (Their own policy forbids it too; to hold up each of their
  // hundred requests and look at it took longer than all of them.)
  // The user agent is written into each PDF as what created it: it would name the operating system.
  const args = [
    ...(options.args ?? []),
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--user-agent=Chromium',
  ];
  const browser: Browser = await chromium.launch({ ...options, args }).catch((error: Error) => {
    throw new ExportError('browser.failed', { path, reason: error.message.split('\n')[0] ?? '' });
  });

  // One cache for all exports: fonts and scripts are loaded once.
  const context = await browser.newContext({ viewport: UNSEEN });
  const servers = new Map<string, Promise<ServedPages>>();
  const served = (pictures: string) => {
    const server = servers.get(pictures) ?? serve(pictures);
    servers.set(pictures, server);
    return server;
  };

  const withPage = async <T>(
    speechPath: string,
    address: string,
    use: (page: Page, baseUrl: string) => Promise<T>,
  ): Promise<T> => {
    const [server, page] = await Promise.all([served(dirname(speechPath)), context.newPage()]);
    try {
      await page.goto(server.url + address, { waitUntil: 'commit' });
      return await use(page, server.picturesUrl);
    } finally {
      // Nobody waits for a page to go: the file can be written meanwhile.
      page.close().catch(() => undefined);
    }
  };
  const pdf = (page: Page, range?: PageRange) =>
    page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      ...(range && { pageRanges: `${range.from}-${range.to}` }),
    });

  const show = (page: Page, deck: Deck, baseUrl: string) =>
    page.evaluate(
      async ([json, baseUrl]) => {
        const frame = window.jiangtaiDeck as DeckFrame;
        await frame.ready;
        await frame.show(JSON.parse(json) as Deck, { baseUrl });
        return frame.overflowing().map((slide) => slide.id);
      },
      // As text: Playwright takes a large object apart value by value.
      [JSON.stringify(deck), baseUrl] as const,
    );
  const deckAddress = ({ ratio }: Deck) => `deck.html?print-pdf&ratio=${encodeURIComponent(ratio)}`;

  return {
    overflowing: (deck, speechPath) =>
      withPage(speechPath, deckAddress(deck), async (page, baseUrl) => {
        await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
        return show(page, deck, baseUrl);
      }),
    paper: (deck, speechPath, layout) =>
      withPage(
        speechPath,
        `deck.html?view=paper&ratio=${encodeURIComponent(deck.ratio)}`,
        async (page, baseUrl) => {
          await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
          const { sheets = 0 } = await page.evaluate(
            async ([json, baseUrl, paper]) =>
              window.jiangtaiDeck!.show(JSON.parse(json) as Deck, { baseUrl, paper }),
            [JSON.stringify(deck), baseUrl, layout] as const,
          );
          const range = kept({ from: layout.from ?? 1, to: layout.to ?? sheets }, sheets);
          const missingPictures = await page.evaluate(() => window.jiangtaiDeck!.missingPictures());
          return { pdf: await pdf(page), pages: range.to - range.from + 1, overflowing: [], missingPictures };
        },
      ),
    deck: (deck, speechPath, notes = false, range = undefined) =>
      withPage(speechPath, deckAddress(deck) + (notes ? '&notes' : ''), async (page, baseUrl) => {
        await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
        const overflowing = await show(page, deck, baseUrl);
        const missingPictures = await page.evaluate(() => window.jiangtaiDeck!.missingPictures());
        const pages = await page.locator('.slides section').count();
        const printed = range && kept(range, pages);
        return {
          pdf: await pdf(page, printed),
          pages: pageCount(printed, pages),
          overflowing,
          missingPictures,
        };
      }),
    slides: (deck, speechPath) =>
      withPage(speechPath, deckAddress(deck), async (page, baseUrl) => {
        await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
        const overflowing = await show(page, deck, baseUrl);
        const text = await page.locator('.slides .sheet > :not(.number)').allTextContents();
        return { pdf: await pdf(page), text: text.join(''), overflowing };
      }),
    handout: (handout, speechPath, range) =>
      withPage(speechPath, 'handout.html', async (page, baseUrl) => {
        await page.waitForFunction(() => window.jiangtaiHandout !== undefined);
        const result = await page.evaluate(
          async ([json, baseUrl]) => {
            const frame = window.jiangtaiHandout as HandoutFrame;
            await frame.ready;
            return frame.layOut(JSON.parse(json) as Handout, { baseUrl });
          },
          [JSON.stringify(handout), baseUrl] as const,
        );
        if (result === 'superseded') throw new Error('the only run was superseded');
        const lost = result.missing + result.added;
        if (lost > 0) throw new ExportError('pages.text-lost', { count: lost });
        // Of a booklet a sheet has two pages.
        const printed =
          range && kept(range, handout.style.booklet ? Math.ceil(result.pages / 4) * 2 : result.pages);
        return {
          pdf: await pdf(page, printed),
          pages: pageCount(printed, result.pages),
          overflowing: result.overflowing.map(String),
          missingPictures: result.missingPictures,
        };
      }),
    meeting: (speech, speechPath, language) =>
      withPage(speechPath, 'meeting.html', async (page, baseUrl) => {
        await page.waitForFunction(() => window.jiangtaiMeeting !== undefined);
        const file = await page.evaluate(
          async ([json, baseUrl, language]) =>
            window.jiangtaiMeeting!.write(JSON.parse(json) as MeetingSpeech, { baseUrl, language }),
          [JSON.stringify(speech), baseUrl, language] as const,
        );
        if (file.lost > 0) throw new ExportError('pages.text-lost', { count: file.lost });
        return file;
      }),
    papers: (packs, speechPath) =>
      withPage(speechPath, 'pack.html', async (page) => {
        await page.waitForFunction(() => window.jiangtaiPack !== undefined);
        const printed: PrintedPapers[] = [];
        for (const pack of packs) {
          const text = await page.evaluate(
            (json) => (window.jiangtaiPack as PackFrame).show(JSON.parse(json) as Pack),
            JSON.stringify(pack),
          );
          printed.push({ pdf: await pdf(page), text });
        }
        return printed;
      }),
    close: async () => {
      await browser.close();
      for (const server of servers.values())
        await server.then(
          ({ close }) => close(),
          () => undefined,
        );
    },
  };
}

/**
 * The pages of a range that there are.
 *
 * @throws ExportError `pages.none` when there is none of them
 */
function kept({ from, to }: PageRange, pages: number): PageRange {
  if (from > pages) throw new ExportError('pages.none', { from, count: pages });
  return { from, to: Math.min(to, pages) };
}

const pageCount = (range: PageRange | undefined, pages: number): number =>
  range ? range.to - range.from + 1 : pages;
