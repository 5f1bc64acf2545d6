import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
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

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
}

async function violations(page: Page, view: string): Promise<string[]> {
  // As the browser's own tools do: the page's policy does not bind who looks at it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run({ iframes: false, resultTypes: ['violations'] })).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${view}: ${id} ${JSON.stringify(target)} ${failureSummary ?? ''}`,
    ),
  );
}

for (const locale of LOCALES)
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${locale} ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test('no violation in any view', async ({ app, own }) => {
        const { page, byTestId } = own;
        const name = 'yiqie.md';
        await writeFile(join(app.speeches, name), SPEECH);
        await page.goto(`${app.url}#file=${name}`);
        await expect.poll(() => byTestId('outline').locator('button').count()).toBeGreaterThan(3);
        await expect.poll(() => byTestId('handout-page').textContent()).toMatch(/\d/);
        await expect.poll(() => page.locator('.jt-problem-mark').count()).toBeGreaterThan(0);
        const found = await violations(page, 'slides');
        await byTestId('repairs-show').click();
        found.push(...(await violations(page, 'repairs')));
        await byTestId('repairs-show').click();
        await byTestId('button-settings').click();
        found.push(...(await violations(page, 'settings')));
        await page.keyboard.press('Escape');
        await byTestId('button-new').click();
        found.push(...(await violations(page, 'new speech')));
        for (const start of ['paste', 'sample']) {
          await page.locator(`new-speech-dialog input[value="${start}"]`).check({ force: true });
          await expect
            .poll(() => byTestId(start === 'paste' ? 'new-text' : 'new-sample').isVisible())
            .toBe(true);
          found.push(...(await violations(page, `new speech: ${start}`)));
        }
        await page.keyboard.press('Escape');
        const safety = page.locator('a[data-name="anquan-shengchan-gongzuo-huiyi.txt"]');
        await safety.focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        found.push(...(await violations(page, 'menu of a speech')));
        await page.keyboard.press('Escape');
        await safety.focus();
        await page.keyboard.press('F2');
        found.push(...(await violations(page, 'rename')));
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
        found.push(...(await violations(page, 'versions')));
        await page.keyboard.press('Escape');
        await byTestId('list-search').fill('安全');
        await expect.poll(() => safety.locator('mark').count()).toBe(1);
        found.push(...(await violations(page, 'search')));
        await byTestId('list-search').fill('');
        await safety.focus();
        await page.keyboard.press('Delete');
        await expect.poll(() => byTestId('removed-undo').count()).toBe(1);
        await byTestId('list-menu').locator('button').first().click();
        await page.locator('menu-button [data-item="removed"]:visible').click();
        await expect.poll(() => page.locator('removed-dialog li').count()).toBe(1);
        found.push(...(await violations(page, 'removed')));
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
        await real.click();
        await expect.poll(() => byTestId('work-bar').count()).toBe(1);
        found.push(...(await violations(page, 'opening')));
        answer();
        await expect.poll(() => real.getAttribute('aria-current')).toBe('page');
        await page.unroute('**/api/speeches/*');
        await expect.poll(() => byTestId('outline').textContent()).toContain('怎么学');
        await page.keyboard.press('F1');
        await expect.poll(() => byTestId('key-list').isVisible()).toBe(true);
        found.push(...(await violations(page, 'keys')));
        await page.keyboard.press('Escape');
        await byTestId('slides-grid').click();
        await expect
          .poll(() => page.frameLocator('#grid-frame').locator('.thumbnail').count())
          .toBeGreaterThan(4);
        found.push(...(await violations(page, 'grid')));
        await byTestId('slides-grid').click();
        await byTestId('tab-handout').click();
        found.push(...(await violations(page, 'handout')));
        await page.setViewportSize({ width: 390, height: 800 });
        await expect
          .poll(() => page.locator('.list-pane').evaluate((pane) => (pane as HTMLElement).inert))
          .toBe(true);
        found.push(...(await violations(page, 'phone')));
        expect(found).toEqual([]);
      });
    });
