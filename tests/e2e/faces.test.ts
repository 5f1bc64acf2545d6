import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { countingProxy } from '../../bench/counting-proxy.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { appPage, REAL } from './app-page.ts';
import { expect, test } from './test.ts';
import { lineLengths, type Setting, systemFaces, widths } from './text-lines.ts';

/**
 * Lines of the sample speeches in every face, as they were when each face was cut into a hundred slices:
 * tests/fixtures/line-ends, for each paragraph the characters of its lines. `UPDATE_GOLDEN=1 npm run e2e -- faces` writes them
 * anew.
 */
const FIXTURES = join(import.meta.dirname, '../fixtures/line-ends');
const WRITE = process.env.UPDATE_GOLDEN === '1';

/** Of the app, its worker, its frames and their faces. */
const MOST_REQUESTS = 60;

/** How each page sets text. */
const SETTINGS: Readonly<Record<'deck' | 'handout', readonly Setting[]>> = {
  deck: [
    { stack: '--hei', weight: 400 },
    { stack: '--hei', weight: 500 },
    { stack: '--hei', weight: 700 },
    { stack: '--xbs', weight: 700 },
    { stack: '--kai', weight: 400 },
  ],
  handout: [
    { stack: '--fang', weight: 400 },
    { stack: '--fang', weight: 700 },
    { stack: '--hei', weight: 500 },
    { stack: '--kai', weight: 400 },
  ],
};

/** Marks that stand side by side, and how wide they are together, em: each second half is empty and closed up. */
const MARKS: readonly (readonly [marks: string, width: number])[] = [
  ['，“', 1.5],
  ['。”', 1.5],
  ['：“', 1.5],
  ['》（', 1.5],
  ['）。', 1.5],
  ['》。', 1.5],
  ['”）。', 2],
  ['中，中', 3],
  ['中——中', 4],
  ['中……中', 4],
];

/** In no list of common characters; 𬭎 and 𠮷 are outside the first plane. */
const RARE = ['喆', '堃', '赟', '龘', '囧', '𬭎', '𠮷'];

/** A page of the built app with an empty cache. */
async function openCold(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
}

async function pageOf(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.jiangtaiDeck ?? window.jiangtaiHandout);
  return page;
}

test('a cold opening asks for few files, for none twice, and for those of the first slide first', async ({
  browser,
  app,
}) => {
  const context = await openCold(browser);
  const proxy = await countingProxy(app.url);
  const own = appPage(await context.newPage());
  await own.page.goto(`${proxy.url}#file=${REAL}`);
  await own.ready();
  for (const frame of own.page.frames())
    await frame.evaluate(async () => {
      do await document.fonts.ready;
      while (document.fonts.status === 'loading');
    });
  const paths = proxy.requests.map(({ path }) => path);
  expect(paths.length).toBeLessThan(MOST_REQUESTS);
  const files = paths.filter((path) => path.startsWith('/assets/'));
  expect(files.filter((path, index) => files.indexOf(path) !== index)).toEqual([]);
  // Before those of the other slides; that of the handout's running text may come between.
  const faces = files.filter((path) => /lxgw|serif/.test(path)).slice(0, 3);
  expect(faces.join()).toContain('noto-serif-sc-700-common-1');
  expect(faces.join()).toContain('lxgw-wenkai-400-common-1');
  await context.close();
  proxy.close();
});

for (const name of ['deck', 'handout'] as const)
  test(`${name}: lines end where they did, marks close up, rare characters have a face of ours`, async ({
    browser,
    app,
  }) => {
    const context = await openCold(browser);
    const page = await pageOf(context, `${app.url}${name}.html`);
    const lines = new Map<string, string>(SPEECH_NAMES.map((speech) => [speech, '']));
    for (const setting of SETTINGS[name]) {
      const of = `${setting.stack} ${setting.weight}`;
      const texts = MARKS.map(([marks]) => marks);
      const measured = await widths(page, setting, texts);
      expect
        .soft(
          texts.map((marks, index) => [marks, measured[index]]),
          of,
        )
        .toEqual(MARKS);
      expect.soft(await systemFaces(page, setting, RARE), of).toEqual([]);
      for (const speech of SPEECH_NAMES) {
        const paragraphs = (await readFile(join(SPEECHES, speech), 'utf8')).split('\n').filter(Boolean);
        const lengths = await lineLengths(page, setting, paragraphs);
        lines.set(speech, `${lines.get(speech)}[${of}]\n${lengths.join('\n')}\n`);
      }
    }
    for (const [speech, found] of lines) {
      const file = join(FIXTURES, `${speech}.${name}.txt`);
      if (WRITE) await writeFile(file, found);
      expect.soft(found, speech).toBe(await readFile(file, 'utf8'));
    }
    await context.close();
  });
