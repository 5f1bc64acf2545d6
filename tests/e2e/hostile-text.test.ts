import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { makeDocx, p, picture, r, table } from '../import/docx-file.ts';
import { HOSTILE_PAGES } from '../import/hostile-pages.ts';
import { PAYLOADS } from './hostile-payloads.ts';
import { startAppHost } from './running-app.ts';
import { startStaticHost } from './static-host.ts';
import { expect, test } from './test.ts';

/**
 * Hostile text by every way into the app, on its own server and built on a host of plain files: none of it runs, none
 * asks another host, each is shown as the text it is.
 */

expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);

/** A sentence after each, by which the whole is known to be shown. */
const sentence = (index: number) => `第${index}段正文必须坚持不懈地讲下去。`;
const BODY = PAYLOADS.map((text, index) => `${text}\n\n${sentence(index)}\n`).join('\n');
const LAST = sentence(PAYLOADS.length - 1);

/** Where the app runs. */
interface Host {
  readonly url: string;
  /** Folder of the speeches; undefined: they are in the browser. */
  readonly speeches?: string;
  close(): Promise<void>;
}

let app: Host;
let page: Page;
/** What ran, what was asked of other hosts, what broke. */
const events: string[] = [];

/** A page of its own for all tests of a host, which the common checks of a page must not judge. */
async function watch(browser: Browser): Promise<void> {
  page = await browser.newPage();
  // What the policy of the built app had to stop should not have been tried.
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) events.push(message.text());
  });
  await page.exposeFunction('hackedFromAnyFrame', () => events.push('ran'));
  await page.addInitScript(() => {
    const hacked = () => (window as unknown as { hackedFromAnyFrame: () => void }).hackedFromAnyFrame();
    Object.assign(window, { hacked, EVIL: hacked, alert: hacked });
  });
  page.on('dialog', (dialog) => {
    events.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) && !/^(data|blob|about):/.test(request.url()))
      events.push(request.url());
  });
  page.on('pageerror', (error) => events.push(error.message));
  await page.goto(app.url);
  await page.locator('[data-testid="speech-item"]').first().waitFor();
}

/** Opens a new speech. */
async function open(name: string, text: string): Promise<void> {
  if (app.speeches !== undefined) {
    await writeFile(join(app.speeches, name), text);
    await page.goto(`${app.url}#file=${name}`);
  } else {
    await page
      .locator('[data-testid="open-files"]')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  }
  await page.locator(`[data-testid="speech-item"][data-name="${name}"][aria-current]`).waitFor();
  await page.locator('.cm-content').waitFor();
}

/** The whole is on slides and pages, with nothing left out and nothing of it alive. */
async function expectTextOnly(shown: string): Promise<void> {
  const deck = page.frameLocator('#deck-frame');
  const handout = page.frameLocator('#handout-frame');
  await expect.poll(() => handout.locator('body').textContent(), { timeout: 60_000 }).toContain(shown);
  await expect.poll(() => page.locator('[data-testid="badge-proof"]').textContent()).toMatch(/^\D*0\D*$/);
  const alive =
    'script, iframe, object, embed, link, meta, base, form, [onerror], [onload], [ontoggle], [onfocus]';
  await expect.poll(() => deck.locator('.slides section').count()).toBeGreaterThan(0);
  expect(await deck.locator('.slides').locator(alive).count()).toBe(0);
  expect(await handout.locator('.pagedjs_pages').locator(alive).count()).toBe(0);
  for (const inside of [page.locator('body'), deck.locator('body'), handout.locator('body')])
    expect(await inside.locator('[href^="javascript" i], [src^="javascript" i]').count()).toBe(0);
}

const HOSTS: Readonly<Record<string, (pages: string) => Promise<Host>>> = {
  'the server of npm start': async (pages) => {
    const host = await startAppHost(pages);
    const app = await host.mount();
    return { ...app, close: () => app.close().then(host.close) };
  },
  'a host of plain files': startStaticHost,
};
for (const [where, start] of Object.entries(HOSTS))
  test.describe(where, () => {
    test.beforeAll(async ({ browser, builtPages }) => {
      app = await start(builtPages);
      await watch(browser);
    });
    test.afterAll(async () => {
      await page?.close();
      await app?.close();
    });
    test.beforeEach(() => {
      events.length = 0;
    });

    for (const name of ['x.md', 'x.txt'])
      test(`in the text of a speech: ${name}`, async () => {
        await open(name, `讲话\n\n同志们：\n\n${BODY}`);
        await expectTextOnly(LAST);
        // As text, not as markup.
        expect(await page.frameLocator('#handout-frame').locator('body').textContent()).toContain(
          'onerror=hacked()',
        );
        expect(events).toEqual([]);
      });

    test('in the front matter', async () => {
      const fields = [
        'title',
        'subtitle',
        'speaker',
        'role',
        'date',
        'occasion',
        'place',
        'source',
        'theme',
        'lang',
      ];
      const front = fields.map((field, at) => {
        const own = PAYLOADS.filter((_, index) => index % fields.length === at);
        return `${field}: ${JSON.stringify(own.join(' '))}`;
      });
      await open('front.md', `---\n${front.join('\n')}\n---\n\n同志们：\n\n${LAST}\n`);
      await expectTextOnly(LAST);
      expect(events).toEqual([]);
    });

    test('in what is pasted from a page', async () => {
      await open('pasted.md', '讲话\n');
      for (const html of [...PAYLOADS, ...HOSTILE_PAGES, `<p>${LAST}</p>`])
        await page.locator('.cm-content').evaluate((content, html) => {
          const data = new DataTransfer();
          data.setData('text/html', `<p>必须坚持：</p>${html}`);
          data.setData('text/plain', '必须坚持：');
          content.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          );
        }, html);
      await expectTextOnly(LAST);
      expect(events).toEqual([]);
    });

    test('in a Word file and in web pages that are dropped', async () => {
      await open('dropped.md', '讲话\n');
      const targets = PAYLOADS.filter((text) => /evil|javascript|file:/.test(text));
      const docx = makeDocx({
        body: [
          p('讲话', '<w:pStyle w:val="Title"/>'),
          ...PAYLOADS.flatMap((text, index) => [p(text), p(sentence(index))]),
          ...PAYLOADS.map((text, index) => p(picture(`out${index % targets.length}`, text))),
          ...targets.map((_, index) => p(`<w:hyperlink r:id="out${index}">${r('点这里')}</w:hyperlink>`)),
          table(PAYLOADS.map((text) => [text, text])),
          p('到此为止。'),
        ].join(''),
        links: Object.fromEntries(
          targets.map((text, index) => [
            `out${index}`,
            /\b(?:https?:\/\/|javascript:)[^"'<>)\s]*/i.exec(text)?.[0] ?? text,
          ]),
        ),
      });
      await page.evaluate(
        ({ bytes, pages }) => {
          const data = new DataTransfer();
          for (const [index, html] of pages.entries()) data.items.add(new File([html], `页${index}.html`));
          data.items.add(new File([Uint8Array.from(bytes)], '讲话.docx'));
          document.dispatchEvent(
            new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
          );
        },
        {
          bytes: [...docx],
          pages: [`<h1>讲话</h1>${PAYLOADS.join('\n')}`, HOSTILE_PAGES.join('<p>坚持</p>')],
        },
      );
      await expectTextOnly('到此为止');
      expect(events).toEqual([]);
    });
  });
