import fc from 'fast-check';
import { readHtml } from '../../src/import/html/html.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { SEED } from '../seed.ts';
import { cleanText } from '../speech/read-speech.ts';
import { expect, test } from './test.ts';

const tag = fc.constantFrom(
  ...'p div span b i h1 h2 ul li table tr td br blockquote section a u font center pre em strong ol'.split(
    ' ',
  ),
);
const style = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'display:block',
    'display:none',
    'visibility:hidden',
    'white-space:pre',
    'font-weight:bold',
  ],
);
const piece = fc.oneof(
  fc.tuple(tag, style).map(([name, look]) => `<${name} style="${look}">`),
  tag.map((name) => `</${name}>`),
  fc.constantFrom(
    '同志们',
    '今天开会。',
    '一、形势',
    ' ',
    '\n',
    'abc',
    '甲乙丙',
    '&nbsp;',
    '&amp;',
    '丁，戊',
  ),
);
const pages = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

/** Lines without the blank ones. A line feed of the source between Han is a space in Chromium, nothing here. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/(?<=[^\x20-\x7e]) (?=[^\x20-\x7e])/g, ''))
    .filter((line) => line !== '');
}

test('a page is read as Chromium shows it: every character, line by line', async ({ page }) => {
  let plain = 0;
  for (const body of fc.sample(pages, { numRuns: 400, seed: SEED })) {
    const html = `<!doctype html><html><head><style>ul,ol,li{list-style:none}</style></head><body>${body}</body></html>`;
    await page.setContent(html);
    // biome-ignore lint/performance/useDomNodeTextContent: the rendered text is what is compared
    const shown = await page.evaluate(() => document.body.innerText);
    const { source } = readHtml(html, 'a.html');
    const text = speechText(parse(cleanText(source.text, source.format)));
    expect(bareText(text), html).toBe(bareText(shown));
    if (source.format === 'markdown') continue;
    plain++;
    expect(lines(source.text), html).toEqual(lines(shown));
  }
  expect(plain).toBeGreaterThan(100);
});

test('nothing a hostile page holds is fetched or run when its text is shown', async ({ page }) => {
  // The pages themselves are in tests/read; here only that what comes out is inert in a browser.
  const { HOSTILE_PAGES } = await import('../import/hostile-pages.ts');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent('<!doctype html><div id="out"></div>');
  for (const hostile of HOSTILE_PAGES) {
    const { source } = readHtml(hostile, 'a.html');
    await page.evaluate((text) => {
      document.querySelector('#out')!.innerHTML = text;
    }, source.text);
  }
  // Requests of the last one are told by then, too.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(asked).toEqual([]);
});
