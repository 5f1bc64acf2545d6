import { dirname } from 'node:path';
import { chromium } from 'playwright';
import { compile } from '../src/compile/compile.ts';
import { findChromium, launchOptions } from '../src/export/browser/find-chromium.ts';
import { builtPages } from '../src/server/built-pages.ts';
import { servePages } from '../src/server/page-server.ts';
import { builtFaces, nativeHtml } from './command-bench.ts';

/** The largest and the smaller text of a slide of the peers, share of its height: near those of our slides. */
const SIZES = { title: 7.4, point: 5.2 };

/**
 * Inputs for the programs our commands are measured beside: the strings of our slides, a slide each, and the HTML of our pages.
 *
 * @param text a speech
 * @returns contents by file name
 */
export async function peerFiles(text: string): Promise<Readonly<Record<string, string>>> {
  const slides = await slideLines(text);
  const faces = await builtFaces();
  const escaped = (line: string) => line.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return {
    'native.html': await nativeHtml(text),
    'pagedjs.html': await nativeHtml(text, true),
    'marp.md': [
      `---\nmarp: true\nsize: 16:9\n---\n<style>${faces}
section { font: ${(SIZES.point * 720) / 100}px/1.4 "Noto Sans SC" } h1 { font: 700 ${(SIZES.title * 720) / 100}px "Noto Serif SC" }</style>`,
      ...slides.map(([title = '', ...points]) =>
        [`# ${escaped(title)}`, ...points.map((point) => `- ${escaped(point)}`)].join('\n\n'),
      ),
    ].join('\n\n---\n\n'),
    'reveal.html': `<!doctype html><html lang="zh-Hans"><meta charset="utf-8">
<link rel="stylesheet" href="node_modules/reveal.js/dist/reveal.css"><style>${faces}
.reveal { font: ${(SIZES.point * 1080) / 100}px/1.4 "Noto Sans SC" } h2 { font: 700 ${(SIZES.title * 1080) / 100}px "Noto Serif SC" }</style>
<div class="reveal"><div class="slides">${slides
      .map(
        ([title = '', ...points]) =>
          `<section><h2>${escaped(title)}</h2><ul>${points.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul></section>`,
      )
      .join('\n')}</div></div>
<script src="node_modules/reveal.js/dist/reveal.js"></script>
<script>var ready = new Promise((done) => { const deck = new Reveal({ width: 1920, height: 1080 }); deck.on('pdf-ready', done); deck.initialize(); });</script></html>`,
  };
}

/** What each slide of the speech shows, line by line. */
async function slideLines(text: string): Promise<readonly (readonly string[])[]> {
  const { deck } = await compile({ text, format: 'plain', name: 'bench.txt' });
  const pages = await builtPages();
  const server = await servePages(pages, dirname(pages));
  const browser = await chromium.launch(launchOptions(await findChromium()));
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}deck.html?view=sheets`);
    await page.waitForFunction(() => window.jiangtaiDeck !== undefined);
    await page.evaluate(async (deck) => {
      await window.jiangtaiDeck!.ready;
      await window.jiangtaiDeck!.show(deck, { baseUrl: '' });
    }, deck);
    return await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.slides section')].map((section) =>
        // biome-ignore lint/performance/useDomNodeTextContent: lines as they are shown
        section.innerText
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
