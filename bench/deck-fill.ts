import { chromium } from 'playwright';
import type { Ratio } from '../src/deck/plan/context.ts';
import { isContent } from '../src/deck/plan/deck-metrics.ts';
import type { Deck } from '../src/deck/plan/types.ts';
import { findChromium, launchOptions } from '../src/export/browser/find-chromium.ts';
import { builtPages } from '../src/server/built-pages.ts';
import { PICTURE_PATH, servePages } from '../src/server/page-server.ts';

/** One content slide as it is rendered. */
export interface RenderedSlide {
  readonly layout: string;
  /** Its number in the deck, from 1. */
  readonly number: number;
  /** Bounding box of all that is seen under the title, as a share of the area a body may take (docs/slides.md). */
  readonly fill: number;
  /** Smallest text of the body, as a share of the slide's height. */
  readonly smallest: number;
}

/**
 * Renders decks in Chromium and measures their content slides.
 *
 * @param decks each with the folder of its pictures
 * @returns the slides of each deck, in order
 * @throws ExportError when there is no browser
 */
export async function renderedFill(
  decks: readonly { readonly deck: Deck; readonly pictures: string }[],
  ratio: Ratio,
): Promise<RenderedSlide[][]> {
  const browser = await chromium.launch(launchOptions(await findChromium()));
  try {
    const pages = await builtPages();
    const measured: RenderedSlide[][] = [];
    for (const { deck, pictures } of decks) {
      const server = await servePages(pages, pictures);
      const page = await browser.newPage();
      await page.goto(`${server.url}deck.html?ratio=${encodeURIComponent(ratio)}`);
      await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
      await page.evaluate(
        async ([deck, baseUrl]) => {
          await window.jiangtaiDeck?.ready;
          await window.jiangtaiDeck?.show(deck, { baseUrl });
        },
        [deck, server.url + PICTURE_PATH] as const,
      );
      const fills = new Map(Object.entries(await page.evaluate(measureBodies)));
      measured.push(
        deck.slides.flatMap((slide, index) => {
          const found = fills.get(slide.id);
          return found && isContent(slide) ? [{ layout: slide.layout, number: index + 1, ...found }] : [];
        }),
      );
      await page.close();
      await server.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** Runs in the browser: fill and smallest text of each slide with a body, by its id. */
function measureBodies(): Record<string, { fill: number; smallest: number }> {
  const slides = document.querySelector('.slides');
  slides?.classList.add('measuring');
  const found: Record<string, { fill: number; smallest: number }> = {};
  for (const section of document.querySelectorAll('.slides section')) {
    const sheet = section.querySelector('.sheet');
    const body = section.querySelector('.body');
    if (!sheet || !body) continue;
    const frame = sheet.getBoundingClientRect();
    const style = getComputedStyle(sheet);
    const scale = frame.height / sheet.clientHeight || 1;
    const boxes: DOMRect[] = [];
    let smallest = 1;
    for (const element of [body, ...body.querySelectorAll('*')]) {
      const own = getComputedStyle(element);
      const seen =
        own.backgroundColor !== 'rgba(0, 0, 0, 0)' ||
        own.backgroundImage !== 'none' ||
        ['borderTopWidth', 'borderBottomWidth', 'borderInlineStartWidth'].some(
          (side) => Number.parseFloat(own[side as 'borderTopWidth']) > 0,
        );
      if ((element !== body && seen) || element.tagName === 'IMG')
        boxes.push(element.getBoundingClientRect());
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        boxes.push(...rects);
        if (rects.length > 0)
          smallest = Math.min(smallest, Number.parseFloat(own.fontSize) / sheet.clientHeight);
      }
    }
    if (boxes.length === 0) continue;
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    // The area a body may take: between the edges, from under the title to 91.7 % of the height.
    const safeWidth =
      frame.width - (Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)) * scale;
    const title = body.previousElementSibling?.getBoundingClientRect();
    const top = title ? title.bottom : frame.top + Number.parseFloat(style.paddingTop) * scale;
    const safeHeight = frame.top + frame.height * 0.917 - top;
    found[section.id] = { fill: Math.min(1, width / safeWidth) * Math.min(1, height / safeHeight), smallest };
  }
  slides?.classList.remove('measuring');
  return found;
}
