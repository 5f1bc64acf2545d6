/**
 * What Paged.js 0.4.3 does wrong with Chinese text (docs/spec/pagination.md, section D): each case is shown to be wrong
 * there and right here. When a case turns right on stock Paged.js, our repair may go.
 */
import type { HandoutBlock } from '../../src/handout/flow/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { handout, heading, paragraph, run, table, verse } from '../handout/make-handout.ts';
import { openStockPage, type StockPage } from '../pagedjs-baseline/stock-page.ts';
import { type HandoutPage, openHandoutPage } from './handout-page.ts';
import { expect, test } from './test.ts';

/** 23 characters a line, 9 lines a page: in our own face, as a machine may have none for Han. */
const SMALL = `@page { size: 120mm 80mm; margin: 10mm }
  body { margin: 0; font: 12pt / 18pt "Noto Serif SC" }
  p, h2, h3 { margin: 0; font: inherit; orphans: 1; widows: 1 }
  h2, h3 { break-after: avoid }`;

let ours: HandoutPage;
let stock: StockPage;
test.beforeAll(async ({ browser, builtPages }) => {
  [ours, stock] = await Promise.all([openHandoutPage(browser, builtPages), openStockPage(browser)]);
});
test.afterAll(async () => {
  await Promise.all([ours.close(), stock.close()]);
});

const SENTENCE = '同志们，我们一定要坚持群众路线！';

/** Lines of a paragraph with `<br>` between them, and how many times each comes. */
async function stockText(html: string, css = SMALL): Promise<string> {
  return bareText((await stock.html(html, css)).visible.join(''));
}

async function expectWhole(blocks: readonly HandoutBlock[]) {
  expect(await ours.layOut(handout(blocks))).toMatchObject({ missing: 0, added: 0, overflowing: [] });
}

test.describe('text comes once', () => {
  const refrain = [
    '致辞',
    '谢谢！',
    ...Array.from({ length: 7 }, (_, n) => `第${'三四五六七八九'[n]}行`),
    '谢谢！',
  ];
  for (const [id, name, lines] of [
    ['D1', 'a line that comes again on the next page', refrain],
    [
      'D2',
      'a line that ends as another',
      ['第一行人民万岁！', ...Array.from({ length: 8 }, (_, n) => `第${n}行`), '人民万岁！', '再见'],
    ],
  ] as const)
    test(`${id}: ${name}`, async () => {
      expect(await stockText(`<p>${lines.join('<br>')}</p>`)).not.toBe(lines.join(''));
      await expectWhole([...Array.from({ length: 17 }, (_, n) => verse(`${n}行`)), ...lines.map(verse)]);
      expect(bareText((await ours.texts()).join(''))).toContain(lines.join(''));
    });

  test('D3: one sentence again and again', async () => {
    expect(await stockText(`<p>${SENTENCE.repeat(40)}</p>`)).not.toBe(SENTENCE.repeat(40));
    await expectWhole([paragraph(SENTENCE.repeat(90))]);
  });

  test('D4: readings over characters', async () => {
    const ruby = '群众<ruby>彧<rt>yu</rt></ruby>路线';
    expect((await stockText(`<p style="line-height:18pt">${ruby.repeat(60)}</p>`)).length).not.toBe(60 * 7);
    await expectWhole([
      paragraph(
        ...Array.from({ length: 400 }, () => [{ ...run('彧'), pinyin: ['yù'] }, run('君')]).flat(),
        SENTENCE.repeat(4),
      ),
    ]);
  });

  test('D8: no hyphen in a number that goes over the page', async () => {
    const digits = '2019'.repeat(120);
    const { text } = await stock.html(`<p style="overflow-wrap:anywhere">${digits}</p>`, SMALL);
    expect(text).toContain('\u2011');
    await expectWhole([paragraph(SENTENCE.repeat(30), '2019'.repeat(100))]);
    expect((await ours.texts()).join('')).not.toContain('\u2011');
  });

  test('D7: notes at the foot take lines away there; here they stand at the end', async () => {
    const css = `${SMALL} .fn { float: footnote }`;
    const note = '<span class="fn">注释文字，足有一行多，所以占地方，再多一些文字。</span>';
    const text = await stockText(
      `<p>${SENTENCE.repeat(6)}${note}</p><p>${SENTENCE.repeat(5)}${note}${SENTENCE.repeat(4)}</p>`,
      css,
    );
    expect(text.split(SENTENCE).length - 1).not.toBe(15);
    await expectWhole([
      paragraph(SENTENCE.repeat(40), { ...run(''), noteNumber: 1 }, SENTENCE.repeat(4)),
      { kind: 'note', number: 1, runs: [run(SENTENCE.repeat(60))], range: { start: 0, end: 0 } },
    ]);
  });
});

test.describe('pages end where they may', () => {
  test('D5: no heading stands alone at the foot, though another follows it', async () => {
    const html = `<p>${Array(7).fill('一行').join('</p><p>')}</p><h2>一、</h2><h3>（一）</h3><p>${SENTENCE.repeat(3)}</p>`;
    const [first] = (await stock.html(html, SMALL)).visible;
    expect(first).toContain('一、');
    await expectWhole([
      ...Array.from({ length: 20 }, () => paragraph('一行。')),
      heading(1, '一、提高认识'),
      heading(2, '（一）统一思想'),
      paragraph(SENTENCE.repeat(6)),
    ]);
    const blocks = await ours.blocks();
    for (const page of blocks.slice(0, -1)) expect(page.at(-1)).not.toMatch(/^H\d$/);
    expect(blocks[1]).toEqual(['H2', 'H3', 'P']);
  });

  test('D6, D10: no cell is torn, and the head comes again', async () => {
    const row = `<tr><td>${SENTENCE.repeat(12)}</td><td>${SENTENCE.repeat(20)}</td></tr>`;
    const html = `<table style="border-collapse:collapse"><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>${row}</tbody></table>`;
    const { visible, heads } = await stock.html(html, SMALL);
    expect(heads).toContain(0);
    expect(visible.join('').split(SENTENCE).length - 1).not.toBe(32);
    await expectWhole([table(24, 2, (r, c) => (c === 0 ? `${r}` : SENTENCE.repeat(6)))]);
    const torn = await ours.page.evaluate(
      () => document.querySelectorAll('td[data-split-from], td[data-split-to]').length,
    );
    expect(torn).toBe(0);
  });

  test('D9: a short line is not stretched because the page ends after it', async () => {
    const lines = Array.from({ length: 12 }, (_, n) => `第${n}行`);
    const { widest } = await stock.html(`<p style="text-align:justify">${lines.join('<br>')}</p>`, SMALL);
    expect(widest).toBeGreaterThan(300);
    await expectWhole(Array.from({ length: 30 }, (_, n) => verse(`第${n}行`)));
    for (const page of await ours.lines())
      for (const line of page) expect(line.right - line.left).toBeLessThan(30);
  });

  test('D14: what is higher than a page is made to fit', async () => {
    await expectWhole([
      { kind: 'figure', src: 'hoch.svg', alt: '', caption: [run('图一')], range: { start: 0, end: 0 } },
      table(3, 2, (r, c) => (c === 0 ? `${r}` : SENTENCE.repeat(20))),
      paragraph('完。'),
    ]);
  });
});

test.describe('style sheets', () => {
  test('D11, D12: addresses and media rules that stop Paged.js are no part of a handout', async () => {
    await expect(
      stock.html(
        '<p><a href="#1.2">一</a></p><p id="1.2">二</p>',
        `${SMALL} a::after { content: target-counter(attr(href), page) }`,
      ),
    ).rejects.toThrow();
    await expect(
      stock.html('<p>一</p>', `${SMALL} @media (width >= 10px) { p { color: red } }`),
    ).rejects.toThrow();
    await expectWhole([paragraph({ ...run('链接'), href: '#1.2' }, '在这里。')]);
  });

  test('D13: a backslash in the title stays in the running head', async () => {
    const made = handout(
      [{ kind: 'title', runs: [run('甲\\乙')], range: { start: 0, end: 0 } }, paragraph(SENTENCE.repeat(60))],
      '甲\\乙',
    );
    await ours.layOut({ ...made, style: { ...made.style, runningHead: true } });
    expect(await ours.page.locator('.running-head').first().textContent()).toBe('甲\\乙');
  });

  test('D15: runs leave nothing behind', async () => {
    const count = () => ours.page.evaluate(() => document.querySelectorAll('style, link').length);
    const made = handout([paragraph(SENTENCE)]);
    await ours.layOut(made);
    const before = await count();
    for (const folio of ['none', 'center', 'outer'] as const)
      await ours.layOut({ ...made, style: { ...made.style, folio } });
    expect(await count()).toBe(before);
    const first = await stock.styles();
    await stock.html('<p>一</p>', SMALL, false);
    await stock.html('<p>一</p>', SMALL, false);
    expect(await stock.styles()).toBeGreaterThan(first);
  });
});
