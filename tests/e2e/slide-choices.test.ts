import { expect, test } from './test.ts';

/** One paragraph whose sentence has figures, under a heading, in so much speech that it has a slide of its own. */
const LONG =
  '我们这个地方过去的底子比较薄，这几年大家一起努力，情况有了很大的变化，但是同先进的地方相比还有不小的差距。我和几位同志上个月到各村走了一遍，听到了很多意见，也看到了不少好的做法，回来以后一直在想这个问题。';
const FIGURES = '去年全县受理线索146条，查实89条，兑现奖金5.2万元。';
const TEXT = `在动员会上的讲话

同志们：

一、打基础

${LONG}

${FIGURES}

二、抓落实

${LONG}

谢谢大家！
`;

test('a slide is set otherwise from the menu on it: kept in the text, back by one undo, and by the menu', async ({
  openSpeech,
}) => {
  const { page, byTestId, deck, source } = await openSpeech('banshi.txt', TEXT, 1366, 768, 'slides');
  const menu = byTestId('slide-choices');
  const items = menu.locator('[role^="menuitem"]:visible');
  const layout = () => deck.locator('section.present').getAttribute('data-layout');
  const row = page.locator('slide-list li > button').nth(1);
  await row.click();
  await expect.poll(layout).toBe('figures');
  await menu.getByRole('button').click();
  await expect.poll(() => items.allTextContents()).toEqual(['一句话', '突出数字', '数字图']);
  expect(await menu.locator('[aria-checked="true"]').textContent()).toBe('数字图');
  await items.first().click();
  await expect.poll(layout).toBe('statement');
  expect(await source()).toContain(`<!-- layout: statement -->\n\n${FIGURES}`);
  await expect.poll(() => byTestId('badge-proof').getAttribute('data-state')).toBe('good');
  // One step, with the conversion of the plain text; the keyboard is still at the menu.
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(source).toBe(TEXT);
  await expect.poll(layout).toBe('figures');
  await menu.getByRole('button').click();
  await items.first().click();
  await expect.poll(layout).toBe('statement');
  await menu.getByRole('button').click();
  await items.filter({ hasText: '自动安排' }).click();
  await expect.poll(layout).toBe('figures');
  // Plain again with its last mark.
  await expect.poll(source).toBe(TEXT);
});
