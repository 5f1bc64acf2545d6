import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appPage } from './app-page.ts';
import { expect, test } from './test.ts';

/** Every view, in each language, light and dark, against the rules of axe-core (WCAG 2.2 AA and best practice). */

/** Some of everything the page can show, and no more of it than needed: a rule looks at every element. */
const SPEECH = `---
title: 一切都有的讲话
speaker: 王小明
---

同志们：

开头这一段用了半角标点,要看一看。

## 一、学习

一是要==加强学习==，二是要**真学真懂**。学就要学好。

> 学而时习之，不亦说乎？

### （一）学什么

| 课 | 学时 |
| -- | -- |
| 党史 | 四 |

### （二）怎么学

（停顿）

1. 读原文。
2. 讲体会。

<!-- notes only -->

这一段只讲，不上屏。

## 三、落实

要落实，要真干[^1]。

谢谢大家！

[^1]: 出自本级文件。
`;

const LOCALES = ['zh-CN', 'zh-TW', 'en-US'] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Scheme = 'light' | 'dark';

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
}

/** The rules of axe-core that look at colours: all that light and dark can differ in, and nothing a language can. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** What is looked for, as axe-core's options: in one language all of it, in both schemes. */
const RUNS: readonly (readonly [locale: (typeof LOCALES)[number], scheme: Scheme, options: object])[] = [
  ['zh-CN', 'dark', { runOnly: { type: 'rule', values: OF_COLOURS } }],
  ['zh-CN', 'light', {}],
  ...(['zh-TW', 'en-US'] as const).map(
    (locale) =>
      [
        locale,
        'light',
        { rules: Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }])) },
      ] as const,
  ),
];

async function violations(page: Page, scheme: Scheme, options: object, view: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  // As the browser's own tools do: the page's policy does not bind who looks at it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async (options) => {
    // Colours that are on their way to the other scheme.
    const turning: Animation[] = [];
    const collect = (root: Document | ShadowRoot) => {
      turning.push(...root.getAnimations().filter((one) => one instanceof CSSTransition));
      for (const one of root.querySelectorAll('*')) if (one.shadowRoot) collect(one.shadowRoot);
    };
    collect(document);
    for (const one of turning) one.finish();
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run({ iframes: false, resultTypes: ['violations'], ...options })).violations;
  }, options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${scheme}, ${view}: ${id} ${JSON.stringify(target)} ${failureSummary ?? ''}`,
    ),
  );
}

for (const locale of LOCALES)
  test(`${locale}: no violation in any view`, async ({ app, browser }) => {
    const context = await browser.newContext({ locale });
    const { page, byTestId } = appPage(await context.newPage());
    const found: string[] = [];
    const look = async (view: string) => {
      for (const [of, scheme, options] of RUNS)
        if (of === locale) found.push(...(await violations(page, scheme, options, view)));
    };
    const name = 'yiqie.md';
    await writeFile(join(app.speeches, name), SPEECH);
    await page.goto(`${app.url}#file=${name}`);
    await expect.poll(() => byTestId('outline').locator('button').count()).toBeGreaterThan(3);
    await expect.poll(() => byTestId('handout-page').textContent()).toMatch(/\d/);
    await expect.poll(() => page.locator('.jt-diagnostic-mark').count()).toBeGreaterThan(0);
    await look('slides');
    await byTestId('repairs-show').click();
    await look('repairs');
    await byTestId('repairs-show').click();
    await byTestId('button-settings').click();
    await page.locator('document-settings small').first().waitFor();
    await look('settings: slides');
    await byTestId('settings-handout').click();
    await look('settings: handout');
    await page.keyboard.press('Escape');
    await byTestId('button-print').click();
    await byTestId('print-now').waitFor();
    await look('print');
    await page.keyboard.press('Escape');
    await byTestId('button-export').locator('button').first().click();
    await look('export');
    await page.keyboard.press('Escape');
    await byTestId('button-new').click();
    await look('new speech');
    for (const start of ['paste', 'sample']) {
      await page.locator(`new-speech-dialog input[value="${start}"]`).check({ force: true });
      await expect.poll(() => byTestId(start === 'paste' ? 'new-text' : 'new-sample').isVisible()).toBe(true);
      await look(`new speech: ${start}`);
    }
    await page.keyboard.press('Escape');
    const safety = page.locator('a[data-name="anquan-shengchan-gongzuo-huiyi.txt"]');
    await safety.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await look('menu of a speech');
    await page.keyboard.press('Escape');
    await safety.focus();
    await page.keyboard.press('F2');
    await look('rename');
    await page.keyboard.press('Escape');
    const real = page.locator(`a[data-name="${name}"]`);
    await page.locator('.cm-content').press('Control+Home');
    await page.keyboard.insertText('甲乙丙');
    await expect.poll(() => page.locator('.cm-content').textContent()).toContain('甲乙丙');
    await real.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('menu-button [data-item="versions"]:visible').click();
    await expect.poll(() => page.locator('versions-dialog difference-view').count()).toBe(1);
    await look('versions');
    await page.keyboard.press('Escape');
    await byTestId('list-search').fill('安全');
    await expect.poll(() => safety.locator('mark').count()).toBe(1);
    await look('search');
    await byTestId('list-search').fill('');
    await safety.focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => byTestId('removed-undo').count()).toBe(1);
    await byTestId('list-menu').locator('button').first().click();
    await page.locator('menu-button [data-item="removed"]:visible').click();
    await expect.poll(() => page.locator('removed-dialog li').count()).toBe(1);
    await look('removed');
    await page.locator('removed-dialog li button').first().click();
    await expect.poll(() => safety.getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    let answer = () => {};
    const may = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/speeches/*', async (route) => {
      await may;
      await route.continue();
    });
    // The list may still be scrolling to the speech that came back: then the click falls beside its place.
    await expect
      .poll(async () => {
        await real.click();
        return byTestId('work-bar')
          .waitFor({ timeout: 5_000 })
          .then(() => 'shown');
      })
      .toBe('shown');
    await look('opening');
    answer();
    await expect.poll(() => real.getAttribute('aria-current')).toBe('page');
    await page.unroute('**/api/speeches/*');
    await expect.poll(() => byTestId('outline').textContent()).toContain('怎么学');
    await page.keyboard.press('F1');
    await expect.poll(() => byTestId('key-list').isVisible()).toBe(true);
    await look('keys');
    await page.keyboard.press('Escape');
    await byTestId('slides-grid').click();
    await expect
      .poll(() => page.frameLocator('#grid-frame').locator('.thumbnail').count())
      .toBeGreaterThan(4);
    await look('grid');
    await byTestId('slides-grid').click();
    await byTestId('tab-handout').click();
    await look('handout');
    await page.setViewportSize({ width: 390, height: 800 });
    await expect
      .poll(() => page.locator('.list-pane').evaluate((pane) => (pane as HTMLElement).inert))
      .toBe(true);
    await look('phone');
    expect(found).toEqual([]);
    await context.close();
  });
