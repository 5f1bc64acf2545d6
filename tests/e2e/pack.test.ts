import { readFile } from 'node:fs/promises';
import { docxText } from '../../src/export/docx/docx-text.ts';
import { readZip } from '../../src/import/zip.ts';
import { expect, test } from './test.ts';

test('papers of the open speech: chosen, typed, seen, given as files', async ({ openSpeech }) => {
  const text =
    '在学习会上的讲话\n（2024年4月18日）\n局长　周明远\n\n同志们：\n\n我们为什么要学习？因为任务重。谢谢大家！\n';
  const { page, byTestId } = await openSpeech('学习会.txt', text);
  await expect.poll(() => byTestId('button-export').locator('.opener').isEnabled()).toBe(true);
  await byTestId('button-export').locator('.opener').click();
  await page.getByRole('menuitem', { name: '会议材料…' }).click();
  const dialog = byTestId('pack-dialog');
  const sheets = dialog.frameLocator('iframe').locator('.sheet');
  await expect.poll(() => sheets.first().textContent()).toContain('局长 周明远');

  await dialog.locator('input[name=chair]').fill('李主任');
  await dialog.locator('input[type=checkbox][name=notice]').uncheck();
  await expect.poll(() => sheets.first().textContent()).toMatch(/^议程.*李主任/);
  await dialog.getByText('顺序和休息').click();
  await dialog.locator('input[name=break-1]').fill('10');
  await dialog.locator('input[name=break-1]').blur();
  await expect.poll(() => sheets.first().textContent()).toMatch(/休息10 分钟/);
  expect(await byTestId('pack-status').textContent()).toMatch(/字出自讲稿.*0 字添加/);

  const started = page.waitForEvent('download');
  await byTestId('pack-zip').click();
  const file = await started;
  expect(file.suggestedFilename()).toBe('在学习会上的讲话 会议材料.zip');
  const { files } = readZip(new Uint8Array(await readFile(await file.path())), () => true);
  expect([...files.keys()].slice(0, 2)).toEqual(['01 议程.docx', '02 主持提示.docx']);
  expect(docxText(files.get('01 议程.docx')!)).toContain('李主任');

  // What was typed stays with the speech.
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect.poll(() => dialog.isVisible()).toBe(false);
  await byTestId('button-export').locator('.opener').click();
  await page.getByRole('menuitem', { name: '会议材料…' }).click();
  await expect.poll(() => dialog.locator('input[name=chair]').inputValue()).toBe('李主任');
});
