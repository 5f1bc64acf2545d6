import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { item, list, makeDocx, num, p as paragraph } from '../import/docx-file.ts';
import { SPEECHES } from '../speeches.ts';
import { type AppPage, REAL } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

const OLD_HEADING = '堅定為民情懷';
const NEW_HEADING = '把群眾放在心中最高位置';

/** As Word stores a speech: the numbers 一、 二、 are automatic and stand in no text. */
const SPEECH_IN_WORD = makeDocx({
  body: [
    paragraph('学习讲话'),
    paragraph('同志们：'),
    paragraph('今天讲两点。'),
    item('学习', 1),
    paragraph('要学习，要真学。学习是一切工作的基础，我们必须坚持不懈。'),
    item('落实', 1),
    paragraph('要落实，要真干。落实是一切工作的关键，我们必须久久为功。'),
  ].join(''),
  numbering: list(0, [['chineseCountingThousand', '%1、']]) + num(1, 0),
});

const visit = oneVisit(async ({ own, app }) => {
  // The print dialogue has no place in a headless browser: what matters is that it is asked for, and when.
  await own.page.addInitScript(() => {
    window.print = () => {
      const top = window.top as Window & { printed?: Printed[] };
      top.printed ??= [];
      top.printed.push({
        title: document.title,
        pages: document.querySelectorAll('.pagedjs_page').length,
        text: document.querySelector('.handout:not(.staging)')?.textContent ?? '',
      });
    };
  });
  await own.page.goto(app.url);
});
interface Printed {
  readonly title: string;
  readonly pages: number;
  readonly text: string;
}
let own: AppPage;
let app: RunningApp;
let page: Page;
test.beforeEach(() => {
  ({ own, app } = visit);
  ({ page } = own);
});

const printed = () => page.evaluate(() => (window as Window & { printed?: Printed[] }).printed ?? []);
const byTestId = (id: string) => own.byTestId(id);
const deck = () => own.deck;
const handout = () => own.handout;
/** Opens another speech in the page. */
const goTo = (name: string) => page.goto(`${app.url}#file=${name}`);

/** Types over the end of the line that holds `text`, as a person would. */
async function replaceInLine(text: string, replacement: string): Promise<void> {
  const line = page.locator('.cm-line', { hasText: text }).first();
  await line.click();
  await page.keyboard.press('End');
  for (let i = 0; i < text.length; i++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.insertText(replacement);
}

test.describe('the real speech', () => {
  const text = readFileSync(join(SPEECHES, REAL), 'utf8');
  test.beforeEach(async () => {
    await own.item(REAL).click();
    await visit.restore(REAL, text);
    await own.ready();
    await byTestId('tab-both').click();
    await page.locator('.cm-content').press('Control+Home');
    await page.evaluate(() => Object.assign(window, { printed: [] }));
  });

  test('a person opens the real speech, edits a heading, and sees it on slide and page', async () => {
    await replaceInLine(OLD_HEADING, NEW_HEADING);
    await expect.poll(() => deck().locator('.slides').textContent()).toContain(NEW_HEADING);
    await byTestId('tab-handout').click();
    await expect.poll(() => handout().locator('body').textContent()).toContain(NEW_HEADING);
    // The new page is behind the old one until it is whole.
    await expect.poll(() => handout().locator('body').textContent()).not.toContain(OLD_HEADING);
    await expect.poll(() => byTestId('badge-proof').textContent()).toMatch(/0/);
    // The file on disk follows, whole.
    await expect.poll(() => readFile(join(app.speeches, REAL), 'utf8')).toContain(NEW_HEADING);
  });

  test('放映 shows every slide in turn', async () => {
    await byTestId('button-present').click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    const ids = await deck()
      .locator('.slides > section')
      .evaluateAll((sections) => sections.map((section) => section.id));
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    const seen: string[] = [];
    for (const id of ids) {
      await expect.poll(() => deck().locator('section.present').getAttribute('id')).toBe(id);
      seen.push(id);
      await page.keyboard.press('PageDown');
    }
    expect(seen).toEqual(ids);
    await expect.poll(() => deck().locator('section.present').getAttribute('id')).toBe(ids.at(-1));
    await page.evaluate(() => document.exitFullscreen());
  });

  test('演讲者视图 has the spoken text in a window of its own, and steers the slides', async () => {
    const opened = page.waitForEvent('popup');
    await byTestId('button-speaker').click();
    const speaker = await opened;
    // Wherever the test before left the slides.
    await speaker.locator('.spoken').waitFor();
    await speaker.keyboard.press('Home');
    await expect.poll(() => speaker.locator('.spoken').textContent()).toContain('踐行群眾路線');
    await speaker.keyboard.press('PageDown');
    const second = await deck().locator('.slides > section').nth(1).getAttribute('id');
    await expect.poll(() => deck().locator('section.present').getAttribute('id')).toBe(second);
    await speaker.close();
  });

  test('打印 prints the paginated handout', async () => {
    await byTestId('button-print').click();
    await byTestId('print-now').waitFor();
    await page.keyboard.press('Escape');
    await byTestId('print-now').waitFor({ state: 'hidden' });
    await byTestId('button-print').click();
    await byTestId('print-now').click();
    await expect.poll(printed).toHaveLength(1);
    const [job] = await printed();
    expect(job?.title).toContain('踐行群眾路線');
    expect(job?.pages).toBe(await handout().locator('.pagedjs_page').count());
  });

  test('打印 asks what: slides on sheets, notes pages, some pages only; pages that there are not are told', async () => {
    const slides = await deck().locator('.slides > section').count();
    const choose = async (kind: string, from = '', to = '') => {
      await page.keyboard.press('Control+p');
      await page.locator(`print-dialog [value="${kind}"]`).check();
      await byTestId('print-from').fill(from);
      await byTestId('print-to').fill(to);
      await page.keyboard.press('Enter');
    };
    const sheets = page.frameLocator('#paper-frame').locator('.paper-sheet');
    await choose('slides.3');
    await expect.poll(printed).toHaveLength(1);
    expect(await sheets.count()).toBe(Math.ceil(slides / 3));
    expect(await sheets.locator('section .sheet').count()).toBe(slides);
    await choose('notes', '2', '3');
    await expect.poll(printed).toHaveLength(2);
    expect(await sheets.count()).toBe(2);
    expect(await sheets.first().locator('.spoken').textContent()).not.toBe('');
    await choose('slides.6', '99');
    await expect.poll(() => byTestId('open-bar').locator('p').textContent()).toContain('没有这几页');
    expect(await printed()).toHaveLength(2);
    await choose('handout', '2', '2');
    await expect.poll(printed).toHaveLength(3);
    expect(await handout().locator('.sheet:not(.unprinted)').count()).toBe(1);
    await page.reload();
  });

  test('打印 prints what was typed last, and the speech that is being opened, not the one before', async () => {
    await page.locator('.cm-line', { hasText: '同志們' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.insertText('最后一个字');
    await page.keyboard.press('Control+p');
    await byTestId('print-now').click();
    await expect.poll(printed).toHaveLength(1);
    expect((await printed())[0]?.text).toContain('最后一个字');
    // Its file comes when printing was asked for already.
    let answer!: () => void;
    const may = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/speeches/kaixue-dianli.md', async (route) => {
      await may;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/speeches/kaixue-dianli.md');
    await byTestId('speech-list').locator('a[data-name="kaixue-dianli.md"]').click();
    await asked;
    await page.keyboard.press('Control+p');
    await byTestId('print-now').click();
    // Time for the pages of the one before, were they taken.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    answer();
    await expect.poll(printed).toHaveLength(2);
    expect((await printed())[1]?.text).toContain('银杏');
    expect((await printed())[1]?.text).not.toContain('最后一个字');
    await page.unrouteAll();
  });

  test('a change by another editor appears', async () => {
    const path = join(app.speeches, REAL);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll('永葆為民宗旨', '永葆為民本色'));
    await expect.poll(() => page.locator('.cm-content').textContent()).toContain('永葆為民本色');
    await expect.poll(() => deck().locator('.slides').textContent()).toContain('永葆為民本色');
  });

  test('repairs are listed, undone one by one or by kind, and written into the text as one step', async () => {
    await page.getByRole('button', { name: '查看' }).click();
    const pinyin = page.locator('section[data-kind="pinyin-note"]');
    await expect.poll(() => pinyin.locator('li').count()).toBeGreaterThan(100);
    // One change back: the slide notes and the handout show the author's characters again.
    await pinyin.locator('li').first().getByRole('button', { name: '保留原文' }).click();
    await expect.poll(() => handout().locator('body').textContent()).toMatch(/\([a-zà-ǿ]+\)/);
    await pinyin.locator('li').first().getByRole('button', { name: '修复' }).click();
    await expect.poll(() => handout().locator('body').textContent()).not.toMatch(/\([a-zà-ǿ]+\)/);
    // A click on a change goes to its place.
    await pinyin.locator('li .place').nth(40).click();
    await expect
      .poll(() => page.locator('.cm-content').evaluate((e) => getSelection()?.containsNode(e, true) ?? false))
      .toBe(true);
    await page.getByRole('button', { name: '写入原文' }).click();
    const disk = () => readFile(join(app.speeches, REAL), 'utf8');
    await expect.poll(disk).not.toMatch(/\(yè\)/);
    await page.locator('.cm-content').press('Control+z');
    await expect.poll(disk).toBe(text);
    await byTestId('repairs-show').click();
  });

  test('上屏 puts a sentence on its slide, 不上屏 takes a paragraph off, and both can be taken back', async () => {
    const before = await readFile(join(app.speeches, REAL), 'utf8');
    const SPOKEN = '站穩人民立場就要始終站在最廣大人民群眾的';
    const SHOWN = '“江山就是人民，人民就是江山。”';
    const slides = () => deck().locator('.slides').textContent();
    const goToLine = async (text: string) => {
      await page.locator('.cm-line', { hasText: text }).click({ position: { x: 200, y: 10 } });
      await page.keyboard.press('Home');
    };
    await page.getByRole('button', { name: '写入原文' }).click();
    await expect
      .poll(() => page.locator('.cm-content').textContent())
      .toContain('“全心全意為人民服務”的第一線');
    await expect.poll(slides).toContain(SHOWN);
    const whole = await slides();
    expect(whole).not.toContain(SPOKEN);
    // The sentence at the cursor, at the head of the paragraph.
    await byTestId('outline').getByRole('button', { name: '二、' }).click();
    await goToLine(SPOKEN);
    await byTestId('format-on-slide').click();
    await expect.poll(slides).toContain(SPOKEN);
    await byTestId('format-on-slide').click();
    await expect.poll(slides).toBe(whole);
    await page.locator('.cm-content').press('Control+Home');
    await goToLine(SHOWN);
    await byTestId('format-off-slide').click();
    await expect.poll(slides).not.toContain(SHOWN);
    await byTestId('format-off-slide').click();
    await expect.poll(slides).toBe(whole);
    for (let i = 0; i < 5; i++) await page.locator('.cm-content').press('Control+z');
    await expect.poll(() => readFile(join(app.speeches, REAL), 'utf8')).toBe(before);
  });

  test('a file that is no speech is refused in one sentence, and what was open stays', async () => {
    const name = await byTestId('document-title').textContent();
    await byTestId('open-files').setInputFiles({
      name: '旧.doc',
      mimeType: '',
      buffer: Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
    });
    await expect.poll(() => byTestId('open-bar').locator('p').textContent()).toMatch(/另存为 \.docx/);
    expect(await byTestId('document-title').textContent()).toBe(name);
  });

  test('what the disk refused survives a reload', async () => {
    await page.route('**/api/speeches/**', (route) =>
      route.request().method() === 'PUT' ? route.abort('failed') : route.continue(),
    );
    await replaceInLine(OLD_HEADING, NEW_HEADING);
    await expect.poll(() => byTestId('save-state').getAttribute('data-state')).toBe('failed');
    expect(await readFile(join(app.speeches, REAL), 'utf8')).not.toContain(NEW_HEADING);
    await page.reload();
    await expect.poll(() => page.locator('.cm-content').textContent()).toContain(NEW_HEADING);
    await expect.poll(() => deck().locator('.slides').textContent()).toContain(NEW_HEADING);
    await page.unrouteAll();
  });
});

test('a file in an old encoding is opened, and read otherwise when the user says so', async () => {
  // 尊敬的各位老师：同志们好。 in GB18030.
  const buffer = Buffer.from('d7f0beb4b5c4b8f7cebbc0cfcaa6a3bacdacd6becac7bac3a1a3', 'hex');
  await byTestId('open-files').setInputFiles({ name: '国标.txt', mimeType: 'text/plain', buffer });
  await expect.poll(() => page.locator('.cm-content').textContent()).toContain('尊敬的各位老师');
  await expect.poll(() => byTestId('encoding').inputValue()).toBe('gb18030');
  expect(await readFile(join(app.speeches, '国标.txt'))).toEqual(buffer);
  await byTestId('encoding').selectOption('big5');
  await expect.poll(() => page.locator('.cm-content').textContent()).not.toContain('尊敬的各位老师');
  await byTestId('encoding').selectOption('gb18030');
  await expect.poll(() => page.locator('.cm-content').textContent()).toContain('尊敬的各位老师');
  expect(await readFile(join(app.speeches, '国标.txt'))).toEqual(buffer);
});

test('choices of layout are kept in the document and seen in both outputs', async () => {
  await goTo('anquan-shengchan-gongzuo-huiyi.txt');
  await expect.poll(() => deck().locator('section').first().textContent()).toContain('绷紧安全弦');
  await byTestId('button-settings').click();
  await byTestId('setting-script').selectOption('tw');
  await expect.poll(() => deck().locator('section').first().textContent()).toContain('繃緊安全弦');
  await expect.poll(() => handout().locator('body').textContent()).toContain('繃緊安全弦');
  await byTestId('setting-deck-agenda').uncheck();
  await expect.poll(() => deck().locator('section[data-layout="agenda"]').count()).toBe(0);
  const path = join(app.speeches, 'anquan-shengchan-gongzuo-huiyi.txt');
  await expect
    .poll(() => readFile(path, 'utf8'))
    .toMatch(/^---\nscript: tw\ndeck:\n {2}agenda: false\n---\n\n绷紧安全弦/);
  const box = page.locator('deck-panel .box');
  const shape = async () => {
    const { width, height } = (await box.boundingBox())!;
    return (width / height).toFixed(2);
  };
  expect(await shape()).toBe('1.78');
  await byTestId('setting-deck-ratio').locator('[value="4:3"]').check();
  await expect.poll(() => deck().locator('html').getAttribute('data-ratio')).toBe('4:3');
  await expect.poll(() => deck().locator('section').first().textContent()).toContain('繃緊安全弦');
  await expect.poll(shape).toBe('1.33');
  // The usual value is no setting at all.
  await byTestId('setting-deck-ratio').locator('[value="16:9"]').check();
  await expect.poll(() => deck().locator('html').getAttribute('data-ratio')).toBe('16:9');
  await byTestId('setting-script').selectOption('source');
  await byTestId('setting-deck-agenda').check();
  await expect
    .poll(() => readFile(path, 'utf8'))
    .toBe(await readFile(join(SPEECHES, 'anquan-shengchan-gongzuo-huiyi.txt'), 'utf8'));
  await expect.poll(() => byTestId('badge-proof').textContent()).toMatch(/0/);
  await byTestId('settings-close').click();
});

test('a picture is kept beside the speech and shown on its slide', async () => {
  await goTo('anquan-shengchan-gongzuo-huiyi.txt');
  await expect.poll(() => deck().locator('section').first().textContent()).toContain('绷紧安全弦');
  await page.locator('.cm-line', { hasText: '一、看清形势' }).click();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
  await byTestId('picture-file').setInputFiles({
    name: '隐患 分布.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(svg),
  });
  await expect.poll(() => deck().locator('section[data-layout="image"] img').count()).toBe(1);
  const image = deck().locator('section[data-layout="image"] img');
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(40);
  expect(await readFile(join(app.speeches, '隐患 分布.svg'), 'utf8')).toBe(svg);
});

test('what a secretary would notice is listed with its place, and mended by a button', async () => {
  await writeFile(
    join(app.speeches, 'wenti.txt'),
    '安全讲话\n\n同志们：\n\n一、学\n要学习。\n三、做\n要做事。\n',
  );
  await goTo('wenti.txt');
  await byTestId('repairs-show').click();
  const gap = page.locator('li[data-code="numbering-gap"]');
  await expect.poll(() => gap.textContent()).toContain('序号跳号：“一、”之后是“三、”');
  await expect.poll(() => page.locator('.jt-diagnostic').first().textContent()).toBe('三、');
  await gap.getByRole('button', { name: '改正' }).click();
  await expect.poll(() => readFile(join(app.speeches, 'wenti.txt'), 'utf8')).toContain('二、做');
  await expect.poll(() => gap.count()).toBe(0);
});

test('a Word file is opened with its automatic numbers as text', async () => {
  await byTestId('open-files').setInputFiles({
    name: '党课.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(SPEECH_IN_WORD),
  });
  await expect.poll(() => page.locator('.cm-content').textContent()).toContain('一、学习');
  await expect.poll(() => deck().locator('.slides').textContent()).toMatch(/一、学习.*二、落实/s);
  await expect.poll(() => handout().locator('body').textContent()).toContain('二、落实');
  await expect.poll(() => byTestId('badge-proof').textContent()).toMatch(/0/);
});

test('rich text is pasted with its numbers and emphasis, nothing of it runs', async () => {
  await writeFile(join(app.speeches, 'tie.md'), '');
  await goTo('tie.md');
  // Before the speech is there, nothing can be written.
  await page.locator('.cm-content[contenteditable="true"]').click();
  await page.locator('.cm-content').evaluate((content) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<ol><li>要<b>加强学习</b></li><li>要敢于担当</li></ol><script>window.hacked = true</script><img src=x onerror="window.hacked = true">',
    );
    data.setData('text/plain', '要加强学习\n要敢于担当');
    content.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect
    .poll(() => readFile(join(app.speeches, 'tie.md'), 'utf8'))
    .toMatch(/1\.\s*要\*\*加强学习\*\*\n+2\.\s*要敢于担当/);
  expect(await page.evaluate(() => (window as { hacked?: boolean }).hacked)).toBeUndefined();
});
