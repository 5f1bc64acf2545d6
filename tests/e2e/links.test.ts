import type { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

/** Addresses that a speech names: pictures reach the folder's pictures only, links a tab of their own. */

const PAGES = 'h1 的讲话\n\n同志们：\n\n';

const pages = ({ handout }: AppPage) => handout.locator('.pagedjs_page').count();

test('a click on a link in the handout opens a tab and leaves the preview as it is', async ({
  app,
  openSpeech,
}) => {
  const own = await openSpeech(
    '链接.md',
    `${PAGES}请看[说明](${app.url}favicon.ico)，然后[开会](javascript:alert(1))。\n`,
    1366,
    768,
    'handout',
  );
  const link = own.handout.getByRole('link', { name: '说明' });
  const [opened] = await Promise.all([own.page.context().waitForEvent('page'), link.click()]);
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  await opened.close();
  await expect(own.handout.getByRole('link')).toHaveCount(1);
  await own.typeBehind('请看', '散会。');
  await expect(own.handout.locator('.pagedjs_page').first()).toContainText('散会。');
  expect(await pages(own)).toBeGreaterThan(0);
});

test('the address of a picture reaches nothing but pictures beside the speech', async ({
  own,
  openSpeech,
}) => {
  const asked: string[] = [];
  own.page.on('request', (request) => {
    if (request.resourceType() === 'image') asked.push(new URL(request.url()).pathname);
  });
  const names = ['../api/speeches', '/favicon.svg', './../assets/x.png', '%2e%2e/api/x.png', 'http://example.org/a.png', '旁边.png']; // biome-ignore format: one list
  await openSpeech(
    '图.md',
    `${PAGES}今天开会。\n\n${names.map((name) => `![图](${name})\n`).join('\n')}`,
    1366,
    768,
    'handout',
  );
  await expect(own.handout.locator('.missing-picture')).toHaveCount(names.length);
  expect([...new Set(asked.filter((path) => !/favicon\.ico$/.test(path)))]).toEqual([
    `/speeches/${encodeURIComponent('旁边.png')}`,
  ]);
});
