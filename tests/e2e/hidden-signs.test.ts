import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/** Signs of markup are out of sight, and no edit near them loses text or leaves half of a pair. */

const NAME = 'jihao.md';
const TEXT = `# 在大会上的讲话

同志们：

<!-- notes only -->

先说**安全生产**，==人人有责==。

## 抓落实

> 千里之行，始于足下。

- 看准人；
- 看准时。

---

见[办法](http://example.com/a)，*全文*[^1]。

[^1]: 去年印发。
`;

const visit = oneVisit(async ({ own, app }) => {
  await writeFile(join(app.speeches, NAME), TEXT);
  await own.page.goto(`${app.url}#file=${NAME}`);
});
let own: AppPage;
test.beforeEach(async () => {
  ({ own } = visit);
  await visit.restore(NAME, TEXT);
  await own.page.getByTestId('format-on-slide').focus();
  await expect.poll(shown).toEqual([]);
});

/** Signs that are seen. */
async function shown(): Promise<string[]> {
  const text = await own.text();
  return text?.match(/[#>=*|[\]]|<!|--/g) ?? [];
}
const line = (text: string) => own.page.locator('.cm-line', { hasText: text });

test('a click shows no sign, the arrows show the one beside the cursor', async () => {
  await line('抓落实').click();
  await own.page.keyboard.type('真');
  await own.page.keyboard.press('Control+z');
  await expect.poll(own.source).toBe(TEXT);
  await expect.poll(shown).toEqual([]);
  await own.page.keyboard.press('Home');
  await expect.poll(shown).toEqual(['#', '#']);
  await own.page.keyboard.press('End');
  await expect.poll(shown).toEqual([]);
});

test('Backspace at the head of a heading makes a paragraph of it, in one step of undo', async () => {
  await line('抓落实').click();
  await own.page.keyboard.press('Home');
  await own.page.keyboard.press('Backspace');
  await expect.poll(own.source).toBe(TEXT.replace('## ', ''));
  await own.page.keyboard.press('Control+z');
  await expect.poll(own.source).toBe(TEXT);
});

test('a selection that ends within bold text is deleted without half of the pair; copying keeps the signs', async () => {
  await line('先说').click();
  await own.page.keyboard.press('Home');
  for (let left = 2; left > 0; left--) await own.page.keyboard.press('ArrowRight');
  await own.page.keyboard.down('Shift');
  // Past the hidden sign in one step, then over two characters.
  for (let left = 3; left > 0; left--) await own.page.keyboard.press('ArrowRight');
  await own.page.keyboard.up('Shift');
  const copied = await own.page.locator('.cm-content').evaluate((content) => {
    const clipboardData = new DataTransfer();
    content.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  await own.page.keyboard.press('Delete');
  await expect.poll(own.source).toMatch(/先说\*\*[^*]+\*\*，==人人有责==。/);
  expect(copied).toMatch(/^\*\*安/);
});
