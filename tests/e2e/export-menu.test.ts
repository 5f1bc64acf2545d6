import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSpeech } from '../../src/cli/load-speech.ts';
import { docxText } from '../../src/export/docx/docx-text.ts';
import { pptxWords } from '../../src/export/pptx/pptx-text.ts';
import { flowHandout } from '../../src/handout/flow/flow.ts';
import { handoutText } from '../../src/handout/flow/text.ts';
import { importFile } from '../../src/import/import-file.ts';
import { readZip } from '../../src/import/zip.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SPEECHES } from '../speeches.ts';
import type { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

/** Opens the menu by keys and chooses a line of it; gives the file that the page hands out. */
async function exported({ page, byTestId }: AppPage, kind: 'pptx' | 'docx' | 'html' | 'text') {
  const menu = byTestId('button-export');
  await expect.poll(() => menu.locator('.opener').isEnabled()).toBe(true);
  await menu.locator('.opener').focus();
  await page.keyboard.press('ArrowDown');
  const started = page.waitForEvent('download');
  const items = ['pptx', 'docx', 'html', 'print', 'text'];
  for (let step = 0; step < items.indexOf(kind); step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const file = await started;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

test('the Word handout holds the speech and its picture, under the name of its title', async ({ open }) => {
  const own = await open(1366, 768);
  await own.item('kaixue-dianli.md').click();
  await expect.poll(() => own.byTestId('document-title').textContent()).toBe('学会提问，让成长看得见');
  const { name, bytes } = await exported(own, 'docx');
  expect(name).toBe('学会提问，让成长看得见.docx');
  const { speech } = await loadSpeech(join(SPEECHES, 'kaixue-dianli.md'));
  expect(bareText(docxText(bytes))).toBe(bareText(handoutText(flowHandout(speech))));
  const { pictures } = importFile(bytes, name);
  expect(pictures.map(({ type }) => type)).toEqual(['image/png']);
  // The drawing itself goes with the picture made from it.
  const parts = [...readZip(bytes, () => true).files.keys()];
  expect(parts.filter((part) => part.startsWith('word/media/'))).toEqual([
    'word/media/image1.png',
    'word/media/image2.svg',
  ]);
  expect(await own.byTestId('exported-bar').count()).toBe(0);
});

test('the meeting file is the speech when it is opened again, with its picture and its settings', async ({
  open,
}) => {
  const own = await open(1366, 768);
  await own.item('kaixue-dianli.md').click();
  await expect.poll(() => own.byTestId('document-title').textContent()).toBe('学会提问，让成长看得见');
  const { name, bytes } = await exported(own, 'html');
  expect(name).toBe('学会提问，让成长看得见.html');
  const { source, pictures, diagnostics } = importFile(bytes, name);
  const text = await readFile(join(SPEECHES, 'kaixue-dianli.md'), 'utf8');
  expect(source).toEqual({ text, format: 'markdown', name: 'kaixue-dianli.md' });
  expect(pictures.map((picture) => [picture.name, picture.type])).toEqual([
    ['kaixue-dianli.svg', 'image/svg+xml'],
  ]);
  expect(diagnostics).toEqual([]);
  expect(await own.byTestId('exported-bar').count()).toBe(0);
});

test('what was typed last is in the file; a missing picture is told', async ({ openSpeech }) => {
  const own = await openSpeech('无题.md', '同志们：\n\n![图](meiyou.png)\n\n第一段。\n');
  await own.typeBehind('第一段', '最后加的一句。');
  const { name, bytes } = await exported(own, 'docx');
  expect(name).toBe('无题.docx');
  expect(docxText(bytes)).toContain('第一段。最后加的一句。');
  await expect
    .poll(() =>
      own
        .byTestId('exported-bar')
        .getByText(/meiyou\.png/)
        .count(),
    )
    .toBe(1);
});

test('plain text, a line a paragraph', async ({ open }) => {
  const own = await open(1366, 768);
  const { name, bytes } = await exported(own, 'text');
  expect(name).toMatch(/\.txt$/);
  const { speech } = await loadSpeech(join(SPEECHES, 'jianxing-qunzhong-luxian.txt'));
  expect(new TextDecoder().decode(bytes)).toBe(`${speechText(speech)}\n`);
});

test('the PowerPoint file has the spoken text in its notes', async ({ open }) => {
  const own = await open(1366, 768);
  const { name, bytes } = await exported(own, 'pptx');
  expect(name).toMatch(/\.pptx$/);
  const { speech } = await loadSpeech(join(SPEECHES, 'jianxing-qunzhong-luxian.txt'));
  const notes = pptxWords(bytes).flatMap((words) => words.notes);
  expect(bareText(notes.join(''))).toBe(bareText(speechText(speech)));
});
