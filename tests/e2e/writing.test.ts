import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import type { AppPage } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/** What stands beside the text while one writes: counts, and what needs a look. */

const NAME = 'xiezuo.txt';
const TEXT = `在安全工作会议上的讲话

同志们：

一、学习

要学习，要真学,学就要学好。

三、落实

要落实，要真干。
`;

const visit = oneVisit(async ({ own, app }) => {
  await writeFile(join(app.speeches, NAME), TEXT);
  await own.page.goto(`${app.url}#file=${NAME}`);
  await expect.poll(own.source).toBe(TEXT);
});
let own: AppPage;
let app: RunningApp;
test.beforeEach(async () => {
  ({ own, app } = visit);
  await visit.restore(NAME, TEXT);
  await own.page.keyboard.press('Escape');
  await selectLanguage('zh-Hans');
  await expect.poll(() => own.page.locator('.jt-diagnostic-mark').count()).toBeGreaterThan(1);
});

const editor = () => own.page.locator('speech-editor');
const card = () => own.byTestId('diagnostic-tooltip');
const disk = () => readFile(join(app.speeches, NAME), 'utf8');
const reveal = (piece: string) =>
  editor().evaluate(async (element, piece) => {
    const surface = element as SpeechEditor;
    const start = surface.text.indexOf(piece);
    surface.reveal({ start, end: start });
    // The editor scrolls with the next frame.
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }, piece);
const selectLanguage = (language: string) => own.byTestId('select-language').selectOption(language);

test('the section at the cursor and what is selected are counted beside the whole, in three languages', async () => {
  const part = own.byTestId('counts-part');
  await reveal('同志们');
  await own.page.keyboard.press('ArrowRight');
  await expect.poll(() => part.count()).toBe(0);
  await reveal('要真学');
  await own.page.keyboard.press('ArrowRight');
  // 一、学习 and 要学习，要真学，学就要学好。
  await expect.poll(() => part.textContent()).toBe('本节 18 字 · 约 1 分钟');
  await own.page.keyboard.press('Shift+ArrowRight');
  await own.page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => part.textContent()).toBe('选中 2 字');
  await selectLanguage('zh-Hant');
  await expect.poll(() => part.textContent()).toBe('選取 2 字');
  await selectLanguage('en');
  await expect.poll(() => part.textContent()).toBe('2 characters selected');
  // White space is none.
  await own.page.locator('.cm-content').press('Control+a');
  await expect.poll(() => part.textContent()).toBe(`${TEXT.replace(/\s/g, '').length} characters selected`);
  await own.page.keyboard.press('Control+Home');
  await expect.poll(() => part.count()).toBe(0);
  const entry = own.byTestId('outline').getByRole('button', { name: '一、学习' });
  expect(await entry.getAttribute('title')).toMatch(/^一、学习, 18 characters, \d:\d\d$/);
});

test('what needs a look is marked in the margin; a click shows it with the button that mends it', async () => {
  const mark = own.page.locator('.jt-diagnostic-mark.jt-warning, .jt-diagnostic-mark.jt-error').first();
  const sentence = (await mark.getAttribute('title')) ?? '';
  expect(sentence).toContain('序号跳号：“一、”之后是“三、”');
  // What a screen reader hears stands there for a moment only.
  const heard = await own.page.locator('.cm-announced').evaluateHandle((live) => {
    const heard: string[] = [];
    new MutationObserver(() => heard.push(live.textContent ?? '')).observe(live, { childList: true });
    return heard;
  });
  await mark.click();
  await expect.poll(() => card().locator('p').textContent()).toContain('序号跳号');
  await expect.poll(() => heard.evaluate((heard) => heard.join('\n'))).toContain('序号跳号');
  await card().getByRole('button', { name: '改成“二”' }).click();
  await expect.poll(disk).toBe(TEXT.replace('三、', '二、'));
  await expect.poll(() => card().count()).toBe(0);
  await own.page.keyboard.press('Control+z');
  await expect.poll(disk).toBe(TEXT);
});

test('F8 and Shift+F8 go through them wherever the keyboard is; the card is operated by keys', async () => {
  const { page } = own;
  await own.byTestId('button-print').focus();
  const seen: (string | null)[] = [];
  const marks = await page.locator('.jt-diagnostic').count();
  for (let step = 0; step <= marks; step++) {
    await page.keyboard.press('F8');
    await expect.poll(() => card().count()).toBe(1);
    seen.push(await card().locator('p').textContent());
  }
  expect(seen.at(-1)).toBe(seen[0]);
  expect(new Set(seen).size).toBe(marks);
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => card().locator('p').textContent()).toBe(seen.at(-2));
  while (!(await card().locator('p').textContent())?.includes('序号跳号')) await page.keyboard.press('F8');
  // By Tab to the button, Escape puts the card away, and the keyboard is in the text.
  await page.keyboard.press('Tab');
  const focused = () => card().locator('button:focus').textContent();
  expect(await focused()).toBe('改成“二”');
  await page.keyboard.press('Escape');
  await expect.poll(() => card().count()).toBe(0);
  expect(await page.locator('.cm-content:focus').count()).toBe(1);
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('F8');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(disk).toBe(TEXT.replace('三、', '二、'));
  await page.keyboard.press('F1');
  expect(await own.byTestId('key-list').textContent()).toContain('F8');
});

/** The pages say they hold everything but this: what the layout's own gate reads. */
function loseFromPages(lost: string): void {
  const property = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
  Object.defineProperty(Node.prototype, 'textContent', {
    ...property,
    get(this: Node) {
      const text = property.get!.call(this) as string;
      const page = this instanceof Element && this.classList.contains('pagedjs_page_content');
      return page ? text.replace(lost, '') : text;
    },
  });
}

test('a character that a page has lost is told by the badge, and the proof shows which and goes there', async ({
  openSpeech,
}) => {
  const { page, byTestId } = await openSpeech(NAME, TEXT);
  const badge = byTestId('badge-proof');
  await expect.poll(() => badge.getAttribute('data-state')).toBe('good');
  await badge.click();
  await expect.poll(() => page.locator('#figures dd.good').count()).toBe(4);
  await page.keyboard.press('Escape');
  await page.addInitScript(loseFromPages, '要真干');
  await page.reload();
  await expect.poll(() => badge.getAttribute('data-state')).toBe('lost');
  await badge.click();
  const figures = page.locator('#figures');
  await expect.poll(() => figures.locator('dd.bad').textContent()).toBe('少 3 字，多 0 字');
  expect(await figures.locator('dd.good').count()).toBe(3);
  expect(await figures.locator('q').textContent()).toMatch(/要落实，要真干。$/);
  expect(await figures.locator('del').textContent()).toBe('要真干');
  await figures.getByRole('button').click();
  expect(await figures.isVisible()).toBe(false);
  await expect.poll(() => byTestId('counts-part').textContent()).toBe('选中 8 字');
});

test('every button is one step of undo, and neither cursor nor scroll position jumps', async () => {
  const { page, byTestId } = own;
  const body =
    TEXT + Array.from({ length: 60 }, (_, line) => `\n第${line}段要讲清楚，也要讲得好。\n`).join('');
  await writeFile(join(app.speeches, NAME), body);
  await expect.poll(() => editor().evaluate((element) => (element as SpeechEditor).text)).toBe(body);
  await reveal('第40段');
  const place = () =>
    editor().evaluate((element) => {
      const surface = element as SpeechEditor;
      const scroller = surface.shadowRoot!.querySelector('.cm-scroller')!;
      // The first mark puts a head of four lines above the text, and an undo takes it away: the view may move by as much.
      const head = 4 * scroller.querySelector('.cm-line')!.clientHeight;
      return { behind: surface.text.slice(surface.head), scroll: Math.round(scroller.scrollTop), head };
    });
  const before = await place();
  expect(before.scroll).toBeGreaterThan(200);
  for (const command of ['on-slide', 'off-slide', 'heading', 'quote', 'table', 'cue', 'new-slide']) {
    await byTestId(`format-${command}`).click();
    await expect.poll(disk, { message: command }).not.toBe(body);
    const { scroll, head } = await place();
    expect(scroll - before.scroll, command).toBeGreaterThan(-60 - head);
    expect(scroll - before.scroll, command).toBeLessThan(60 + head);
    expect(await page.locator('.cm-content:focus').count(), command).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(disk, { message: command }).toBe(body);
    const after = await place();
    expect(after.behind, command).toBe(before.behind);
    expect(Math.abs(after.scroll - before.scroll), command).toBeLessThan(60 + head);
  }
});

test('nothing is typed before the settings at the head, where it would make text of them', async () => {
  const { page } = own;
  const settings = '---\ntheme: dang-hong\n---\n';
  await writeFile(join(app.speeches, NAME), settings + TEXT);
  await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(1);
  for (const [key, typed] of [
    ['Control+Home', '甲'],
    ['ArrowUp', '乙'],
  ] as const) {
    await page.locator('.cm-content').press(key);
    await page.keyboard.insertText(typed);
    await expect.poll(disk).toContain(typed);
    expect(await disk()).toMatch(/^---\ntheme: dang-hong\n---\n/);
  }
  await page.keyboard.press('Control+Home');
  await own.byTestId('format-heading').click();
  await expect.poll(disk).toContain('theme: dang-hong\n---\n## ');
});

test('a choice of layout changes one value; settings that are no YAML are left alone, and it is said', async () => {
  const { page, byTestId } = own;
  const head = "---\ntitle:   讲话   # 题目\n\nspeaker: '李明'\nrate: 160   # 慢\n---\n";
  await writeFile(join(app.speeches, NAME), head + TEXT);
  await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(1);
  await byTestId('button-settings').click();
  await byTestId('setting-rate').selectOption('200');
  await expect.poll(disk).toBe(head.replace('160', '200') + TEXT);
  await page.keyboard.press('Escape');
  await page.locator('.cm-content').press('Control+z');
  await expect.poll(disk).toBe(head + TEXT);
  const broken = '---\ntitle: "讲话\n---\n';
  await writeFile(join(app.speeches, NAME), broken + TEXT);
  await expect.poll(() => page.locator('.jt-diagnostic-mark.jt-error').count()).toBe(1);
  await byTestId('button-settings').click();
  await byTestId('setting-rate').selectOption('220');
  await expect.poll(() => byTestId('open-bar').locator('p').textContent()).toContain('先改正它');
  expect(await disk()).toBe(broken + TEXT);
  // What is shown is what holds.
  await expect.poll(() => byTestId('setting-rate').inputValue()).toBe('180');
});

test('find and replace: in the language of the page, with an input method, all of them as one step of undo', async () => {
  const { page } = own;
  const search = page.locator('.cm-search');
  for (const [language, find, all] of [
    ['zh-Hant', '尋找', '全部取代'],
    ['en', 'Find', 'replace all'],
    ['zh-Hans', '查找', '全部替换'],
  ] as const) {
    await selectLanguage(language);
    await page.locator('.cm-content').press('Control+h');
    await expect.poll(() => search.locator('[name="search"]').getAttribute('placeholder')).toBe(find);
    expect(await search.locator('[name="replaceAll"]').textContent()).toBe(all);
    await page.keyboard.press('Escape');
  }
  const head = '---\ntitle: 要学习的讲话\n---\n';
  await writeFile(join(app.speeches, NAME), head + TEXT);
  await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(1);
  await page.locator('.cm-content').press('Control+f');
  const keyboard = await page.context().newCDPSession(page);
  for (const text of ['x', 'xu', "xue'xi"])
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await keyboard.send('Input.insertText', { text: '学习' });
  expect(await search.locator('[name="search"]').inputValue()).toBe('学习');
  expect(await disk()).toBe(head + TEXT);
  // From the end round to the settings, which open.
  await page.locator('.cm-content').press('Control+End');
  await page.keyboard.press('F3');
  await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(0);
  await expect.poll(() => own.byTestId('counts-part').textContent()).toBe('选中 2 字');
  await search.locator('input[name="replace"]').fill('读书');
  await search.locator('[name="replaceAll"]').click();
  await expect.poll(disk).toBe((head + TEXT).replaceAll('学习', '读书'));
  await page.locator('.cm-content').press('Control+z');
  await expect.poll(disk).toBe(head + TEXT);
});

test('places found in a text of the same length that is another by now are not used', async () => {
  const after = await editor().evaluate((element) => {
    const surface = element as SpeechEditor;
    const { text } = surface;
    // Two paragraphs change places; before anything can be read anew, the repairs of the text before are asked for.
    const [first, second] = ['要学习，要真学,学就要学好。', '要落实，要真干。'] as const;
    const places = [first, second].map((piece) => ({
      start: text.indexOf(piece),
      end: text.indexOf(piece) + piece.length,
    }));
    surface.applyEdits([
      { range: places[0]!, insert: second },
      { range: places[1]!, insert: first },
    ]);
    const root = surface.getRootNode() as ShadowRoot;
    root.querySelector('repair-bar')!.dispatchEvent(new CustomEvent('write-repairs'));
    return surface.text;
  });
  expect(after).toContain('一、学习\n\n要落实，要真干。\n');
  expect(after).toContain('三、落实\n\n要学习，要真学,学就要学好。\n');
  // Those of the text as it is now are written in, once they are found.
  await expect
    .poll(() => editor().evaluate((element) => (element as SpeechEditor).text))
    .toBe(after.replace('要真学,学', '要真学，学'));
});

test('what is asked for right after a key elsewhere is done at its place', async () => {
  const [before, after] = await editor().evaluate((element) => {
    const surface = element as SpeechEditor;
    const { text } = surface;
    const start = text.indexOf(',学就');
    const end = text.indexOf('同志们');
    surface.applyEdits([{ range: { start: end, end }, insert: '各位' }]);
    const bar = (surface.getRootNode() as ShadowRoot).querySelector('repair-bar')!;
    const fix = { range: { start, end: start + 1 }, insert: '，' };
    bar.dispatchEvent(new CustomEvent('apply-fix', { detail: fix }));
    // Its place has been edited by now: it is not asked for any more.
    bar.dispatchEvent(new CustomEvent('apply-fix', { detail: fix }));
    return [text, surface.text];
  });
  expect(after).toBe(before!.replace('同志们', '各位同志们').replace(',学就', '，学就'));
});

test('Ctrl+S says that all is saved, until one writes on; Ctrl+B and its button make words bold', async () => {
  const { page, byTestId } = own;
  await reveal('真学');
  await page.keyboard.press('Control+s');
  await expect.poll(() => byTestId('kept-bar').locator('p').textContent()).toContain('全部已保存');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+b');
  await expect.poll(own.source).toContain('要**真学**,学');
  await expect.poll(() => byTestId('kept-bar').count()).toBe(0);
  await byTestId('format-bold').click();
  await expect.poll(own.source).toBe(TEXT);
  await byTestId('format-undo').click();
  await expect.poll(own.source).toContain('要**真学**,学');
  await byTestId('format-redo').click();
  await expect.poll(own.source).toBe(TEXT);
});
