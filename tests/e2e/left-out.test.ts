import { expect, test } from './test.ts';

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>在年会上的讲话</title></head><body>
<ul>${[1, 2, 3, 4].map((n) => `<li><a href="${n}">站内新闻第${n}条</a></li>`).join('')}</ul>
<h1>在年会上的讲话</h1><p>同志们：</p><p>今天<span hidden>（内部掌握）</span>召开年会，总结一年来的工作，部署明年的任务。</p><p>谢谢大家。</p></body></html>`;

test('what a page holds besides the speech is listed, taken back where it stood, and an undo lists it again', async ({
  open,
}) => {
  const { page, byTestId, source } = await open();
  await byTestId('open-files').setInputFiles({
    name: '网页.html',
    mimeType: 'text/html',
    buffer: Buffer.from(PAGE),
  });
  await expect.poll(source).toMatch(/^在年会上的讲话\n同志们：\n今天召开年会/);
  await expect(byTestId('repair-bar')).toContainText('2 处没有作为正文读入');
  await byTestId('repairs-show').click();
  const section = (kind: string) => page.locator(`[data-left-out="${kind}"]`);
  await expect(section('navigation')).toContainText('站内新闻第1条');
  await section('hidden').getByRole('button', { name: '取回', exact: true }).click();
  await expect.poll(source).toContain('今天（内部掌握）召开年会');
  await expect(section('hidden')).toContainText('已取回');
  await section('navigation').getByRole('button', { name: '全部取回' }).click();
  await expect
    .poll(source)
    .toMatch(/^站内新闻第1条\n站内新闻第2条\n站内新闻第3条\n站内新闻第4条\n在年会上的讲话\n/);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(source).toMatch(/^在年会上的讲话\n/);
  await expect(section('navigation').getByRole('button', { name: '取回', exact: true })).toBeVisible();
});
