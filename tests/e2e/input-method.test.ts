import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import type { SpeechEditor } from '../../src/app/editor/speech-editor.ts';
import type { AppPage } from './app-page.ts';
import type { RunningApp } from './running-app.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/** Chinese input methods: whatever happens around it, a word that is being composed is left alone. */

const NAME = 'shurufa.md';
const TEXT = `---
theme: dang-hong
---

开头这一段写在设置下面。

# 在讲习班上的讲话

同志们：

## 一、学习

要==加强学习==，要**真学**，学就要学好。

<!-- notes only -->

这一段只讲，不上屏。

## 二、落实

这一行用了半角标点,还有&nbsp;代码。

要落实，要真干。
`;

const visit = oneVisit(
  async ({ own, app }) => {
    const { page } = own;
    await writeFile(join(app.speeches, NAME), TEXT);
    await page.goto(`${app.url}#file=${NAME}`);
    await expect.poll(own.source).toBe(TEXT);
    await expect.poll(() => own.deck.locator('.slides').textContent()).toContain('落实');
    await expect.poll(() => own.handout.locator('.pagedjs_page').first().textContent()).toContain('加强学习');
    await expect.poll(() => page.locator('.jt-folded-settings').count()).toBe(1);
    // The first drawing is over; reveal.js says the first slide in a frame of its own.
    await expect.poll(() => own.deck.locator('.aria-status').textContent()).not.toBe('');
    await expect.poll(() => own.byTestId('badge-proof').getAttribute('data-state')).toBe('good');
    keyboard = await page.context().newCDPSession(page);
    await page.evaluate(keepLog);
    drawn = await outputs();
  },
  1920,
  1080,
);
let own: AppPage;
let app: RunningApp;
let keyboard: CDPSession;
/** What slides and pages show of the text as it is at first. */
let drawn: readonly (string | null)[];
const outputs = () =>
  Promise.all(
    [visit.own.deck.locator('.slides'), visit.own.handout.locator('.pagedjs_page').first()].map((one) =>
      one.textContent(),
    ),
  );
test.beforeEach(async () => {
  ({ own, app } = visit);
  await visit.restore(NAME, TEXT);
  await expect.poll(outputs).toEqual(drawn);
  await expect.poll(() => own.byTestId('badge-proof').getAttribute('data-state')).toBe('good');
  await events();
});

interface Watched {
  outcomes?: number;
  /** What happened since the last {@link events}. */
  log?: string[];
}

/** Begins to write down the composition's events, changes that are told, and edits of slides and pages. */
function keepLog(): void {
  const log: string[] = [];
  (window as unknown as Watched).log = log;
  const inside = (root: ParentNode, selector: string): Element | undefined => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const one of root.querySelectorAll('*')) {
      const inner = one.shadowRoot && inside(one.shadowRoot, selector);
      if (inner) return inner;
    }
    return undefined;
  };
  const editor = inside(document, 'speech-editor')!;
  for (const type of ['compositionstart', 'compositionend', 'text-changed'])
    editor.addEventListener(type, () => log.push(type), true);
  // What the pipeline's worker answers, whatever the page does with it.
  const app = document.querySelector('jiangtai-app') as unknown as {
    space: { compiler: { client: { worker: Worker } } };
  };
  const watched = window as unknown as Watched;
  watched.outcomes = 0;
  app.space.compiler.client.worker.addEventListener('message', ({ data }) => {
    if ('result' in data) watched.outcomes = (watched.outcomes ?? 0) + 1;
  });
  for (const name of ['deck', 'handout']) {
    const { contentDocument } = inside(document, `#${name}-frame`) as HTMLIFrameElement;
    new MutationObserver(() => log.push(name)).observe(contentDocument!.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  }
}

const outcomes = () => own.page.evaluate(() => (window as unknown as Watched).outcomes ?? 0);
/** What happened since this was asked last; pages and slides once for all their edits. */
const events = async () => {
  const log = await own.page.evaluate(() => (window as unknown as Watched).log?.splice(0) ?? []);
  return log.filter((event, index) => event !== log[index - 1]);
};
const editor = () => own.page.locator('speech-editor');
/** Without the unfinished word. */
const text = () => editor().evaluate((element) => (element as SpeechEditor).text);
/** As the user sees it. */
const shown = async () => (await own.page.locator('.cm-content .cm-line').allTextContents()).join('\n');
/** The text with a mark where the cursor is. */
const withCursor = () =>
  editor().evaluate((element) => {
    const { text, head } = element as SpeechEditor;
    return `${text.slice(0, head)}|${text.slice(head)}`;
  });
const disk = () => readFile(join(app.speeches, NAME), 'utf8');

const letter = (text: string) =>
  keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
/** Letters one by one, as a pinyin input method shows them. */
async function compose(pinyin: string): Promise<void> {
  for (let end = 1; end <= pinyin.length; end++) await letter(pinyin.slice(0, end));
}
const commit = (text: string) => keyboard.send('Input.insertText', { text });
/** As an input method does when Escape is pressed. */
const cancel = () =>
  keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });

/** Puts the cursor behind a piece of the text, or selects it. */
async function goTo(piece: string, select = false): Promise<void> {
  await editor().evaluate(
    (element, { piece, select }) => {
      const surface = element as SpeechEditor;
      const start = surface.text.indexOf(piece);
      if (start < 0) throw new Error(`no ${piece}`);
      const end = start + piece.length;
      surface.reveal({ start: select ? start : end, end });
    },
    { piece, select },
  );
}

/** After a word everything is right again: text, cursor, what was told, the file. */
async function expectCommitted(expected: string, name?: string): Promise<void> {
  await expect.poll(withCursor, { message: name }).toBe(expected);
  await expect.poll(disk, { message: name }).toBe(expected.replace('|', ''));
}

const PLACES: readonly (readonly [name: string, before: string, after: string])[] = [
  ['in the middle of a paragraph', '，学就', '要学好'],
  ['at the start of a line', '要真干。', ''],
  ['in a heading', '## 二、落', '实'],
  ['behind the sign of a heading', '## ', '一、学习'],
  ['inside a mark', '==加强', '学习=='],
  ['at the edge of a mark', '==', '加强学习'],
  ['behind a mark', '学习==', '，要'],
  ['inside strong', '**真', '学**'],
  ['before a label', '\n\n', '<!-- notes only -->'],
  ['behind a label', '<!-- notes only -->', '\n\n这一段'],
  ['below folded settings', '\n---\n\n', '开头这一段'],
  ['in an empty line under the settings', '\n---\n', '\n开头这一段'],
  ['at the end', '要真干。\n', ''],
];

test('composes wherever the cursor is', async () => {
  // Eighty edits, each waited for until it is on the disk.
  test.setTimeout(600_000);
  for (const [name, before, after] of PLACES) {
    const at = TEXT.lastIndexOf(before + after) + before.length;
    const [left, right] = [TEXT.slice(0, at), TEXT.slice(at)];
    await editor().evaluate((element, at) => (element as SpeechEditor).reveal({ start: at, end: at }), at);
    await events();
    await compose("xin'de");
    expect(await shown(), name).toContain("xin'de");
    expect(await text(), name).toBe(TEXT);
    expect(await events(), name).not.toContain('text-changed');
    await commit('新的');
    await expectCommitted(`${left}新的|${right}`, name);
    expect(
      (await events()).filter((event) => !/deck|handout/.test(event)),
      name,
    ).toEqual(['compositionend', 'text-changed']);
    // A second word is a step of its own, and so is each way back.
    await compose('hua');
    await commit('话');
    await expectCommitted(`${left}新的话|${right}`, name);
    await own.page.keyboard.press('Control+z');
    await expectCommitted(`${left}新的|${right}`, name);
    await own.page.keyboard.press('Control+z');
    await expectCommitted(`${left}|${right}`, name);
    await own.page.keyboard.press('Control+y');
    await expectCommitted(`${left}新的|${right}`, name);
    await own.page.keyboard.press('Control+z');
    await expectCommitted(`${left}|${right}`, name);
  }
});

test('a selection is replaced by the word, in a line and over several, and one undo brings it back', async () => {
  for (const piece of ['加强学习', '同志们：\n\n## 一、学习\n\n要==加强']) {
    await goTo(piece, true);
    await compose('xie');
    await commit('写');
    const at = TEXT.indexOf(piece);
    await expectCommitted(`${TEXT.slice(0, at)}写|${TEXT.slice(at + piece.length)}`);
    await own.page.keyboard.press('Control+z');
    await expect.poll(disk).toBe(TEXT);
  }
});

test('a word that is given up leaves nothing: no text, no event, no save', async () => {
  await goTo('学就');
  await own.page.keyboard.insertText('甲');
  const before = TEXT.replace('学就', '学就甲');
  await expect.poll(disk).toBe(before);
  await expect.poll(() => own.deck.locator('body').textContent()).toBeTruthy();
  await events();
  await compose('buyao');
  await cancel();
  await editor().evaluate((element) => (element as SpeechEditor).settled());
  expect((await events()).filter((event) => !/deck|handout/.test(event))).toEqual([
    'compositionstart',
    'compositionend',
  ]);
  expect(await withCursor()).toBe(before.replace('学就甲', '学就甲|'));
  await own.page.keyboard.press('Control+z');
  await expect.poll(disk).toBe(TEXT);
});

test('what was typed before is saved and read while a word is composed; nothing is drawn until it is there', async () => {
  await goTo('学就');
  const seen = await outcomes();
  // In one moment: no result may come between the two.
  await Promise.all([commit('甲乙'), letter('n')]);
  await events();
  await expect.poll(disk).toBe(TEXT.replace('学就', '学就甲乙'));
  await expect.poll(outcomes).toBeGreaterThan(seen);
  await compose("ni'hao");
  expect(await events()).toEqual([]);
  expect(await shown()).toContain("学就甲乙ni'hao要学好");
  await commit('你好');
  await expectCommitted(TEXT.replace('学就', '学就甲乙你好|'));
  await expect.poll(() => own.handout.locator('body').textContent()).toContain('学就甲乙你好要学好');
});

test('marks, lights, languages and places that come in mid-composition wait for its end; the newest is shown', async () => {
  await goTo('学就');
  await events();
  await compose('zhong');
  await editor().evaluate((element) => {
    const surface = element as SpeechEditor;
    const textLength = surface.text.length;
    const of = surface.snapshot();
    const at = surface.text.indexOf('学就要学好');
    for (const [start, end, severity] of [
      [0, textLength, 'warning'],
      [at, at + 5, 'error'],
    ] as const) {
      const range = { start, end };
      surface.light(range);
      surface.annotate(
        {
          structure: [{ kind: 'salutation', level: 0, range }],
          repairs: [],
          diagnostics: [{ range, severity, sentence: '' }],
          length: textLength,
          slideStarts: [{ offset: at, number: 7 }],
          frontMatterEnd: 0,
        },
        () => surface.isStill(of),
      );
    }
    surface.bringIntoView(0);
    surface.textLanguage = 'zh-Hant';
    // As the list of languages does.
    const header = (surface.getRootNode() as ShadowRoot).querySelector('app-header')!;
    const select = header.shadowRoot!.querySelector<HTMLSelectElement>('[data-testid="select-language"]')!;
    select.value = 'en';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await compose("zhong'guo");
  expect(await events()).toEqual(['compositionstart']);
  expect(await shown()).toContain("学就zhong'guo要学好");
  expect(await own.page.locator('.cm-content').getAttribute('aria-label')).toBe('讲稿文字');
  await commit('中国');
  await expectCommitted(TEXT.replace('学就', '学就中国|'));
  await expect.poll(() => own.page.locator('.cm-content').getAttribute('aria-label')).toBe('Speech text');
});

test('the file is changed by another program in mid-composition: neither text is lost, on the page or on disk', async () => {
  await goTo('学就');
  await compose('zhong');
  // The very paragraph, before the word and behind it.
  const theirs = TEXT.replace('要==加强学习', '首先要==加强学习').replace('要学好。', '要学好学透。');
  await writeFile(join(app.speeches, NAME), theirs);
  await expect.poll(text).toBe(theirs);
  expect(await disk()).toBe(theirs);
  await compose("zhong'guo");
  expect(await shown()).toContain("学就zhong'guo要学好");
  await commit('中国');
  await expectCommitted(theirs.replace('学就', '学就中国|'));
  const seen = (await events()).filter((event) => event.startsWith('composition'));
  expect(seen).toEqual(['compositionstart', 'compositionend']);
});

test('repairs and fixes that are asked for in mid-composition come after it, in their places', async () => {
  await goTo('学就');
  await compose('zhong');
  await own.page.evaluate(() => {
    const app = document.querySelector('jiangtai-app')!;
    app.shadowRoot!.querySelector('repair-bar')!.dispatchEvent(new CustomEvent('write-repairs'));
  });
  const mended = TEXT.replace('这一行用了半角标点,还有&nbsp;代码。', '这一行用了半角标点，还有 代码。');
  await expect.poll(text).toBe(mended);
  await compose("zhong'guo");
  expect(await shown()).toContain('这一行用了半角标点,还有&nbsp;代码。');
  await commit('中国');
  await expectCommitted(mended.replace('学就', '学就中国|'));
  await own.page.keyboard.press('Control+z');
  await expectCommitted(TEXT.replace('学就', '学就中国|'));
});

test('words that follow each other without a pause are saved one by one', async () => {
  await goTo('学就');
  await compose('aaaa');
  // As Wubi does: the fifth key gives the word up to the text and begins the next, in the same moment.
  await Promise.all([commit('工'), letter('b')]);
  await compose('bb');
  await expect.poll(text).toBe(TEXT.replace('学就', '学就工'));
  await expect.poll(disk).toBe(TEXT.replace('学就', '学就工'));
  expect(await shown()).toContain('学就工bb要学好');
  await commit('子');
  await expectCommitted(TEXT.replace('学就', '学就工子|'));
});

test('composes in an empty speech, where the sentence that says what to do stands', async () => {
  await writeFile(join(app.speeches, 'kong.txt'), '');
  await own.page.goto(`${app.url}#file=kong.txt`);
  await expect.poll(() => own.page.locator('.cm-placeholder').count()).toBe(1);
  await expect.poll(() => own.deck.locator('.slides').textContent()).not.toContain('落实');
  await expect.poll(() => own.handout.locator('body').textContent()).not.toContain('加强学习');
  await expect.poll(() => own.byTestId('badge-proof').getAttribute('data-state')).toBe('good');
  await own.page.locator('.cm-content').focus();
  await events();
  await compose("tong'zhi");
  expect(await shown()).toBe("tong'zhi");
  expect(await events()).toEqual(['compositionstart']);
  await commit('同志');
  await expect.poll(withCursor).toBe('同志|');
  await own.page.keyboard.press('Control+z');
  await expect.poll(() => own.page.locator('.cm-placeholder').count()).toBe(1);
});
