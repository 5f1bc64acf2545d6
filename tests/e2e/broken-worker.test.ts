import { REAL } from './app-page.ts';
import { expect, test } from './test.ts';

test('a text that breaks the worker: a sentence says so, the document stays, typing goes on', async ({
  open,
  own,
}) => {
  // No text is known to break it: here one ends it from outside, as running out of memory does.
  await own.page.addInitScript(() => {
    const post = Worker.prototype.postMessage as (this: Worker, message: unknown) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      if (!JSON.stringify(message).includes('讓它出錯')) return post.call(this, message);
      this.terminate();
      setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })));
    };
  });
  await open(1366, 768, 'slides');
  const before = await own.source();
  const slide = await own.deck.locator('section').first().textContent();
  await own.typeBehind('同志們', '讓它出錯');
  await expect(own.page.locator('notice-bar', { hasText: 'out of memory' })).toBeVisible();
  expect(await own.source()).toContain('讓它出錯');
  expect(await own.deck.locator('section').first().textContent()).toBe(slide);
  for (let typed = 0; typed < '讓它出錯'.length; typed++) await own.page.keyboard.press('Backspace');
  expect(await own.source()).toBe(before);
  await expect(own.page.locator('notice-bar', { hasText: 'out of memory' })).toHaveCount(0);
  await own.page.keyboard.insertText('好');
  await expect.poll(own.saveState).toBe('saved');
  await expect(own.page.locator(`a[data-name="${REAL}"]`)).toHaveAttribute('aria-current', /./);
  await own.ready();
});
