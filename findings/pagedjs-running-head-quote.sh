#!/bin/sh
# pagedjs 0.4.3 (in the Chromium of @sparticuz/chromium 143.0.4): a running head taken from a heading loses a straight quotation
# mark at its end.
#
# Expected: string-set: title content(text) and content: string(title) show the text of the heading, whatever is in it.
# Seen: 论"两山" becomes 论"两山 in the running head; the page itself is right. Curly marks are right in both places.
# What follows: titles typed with an English keyboard are common. Use “” in titles, or look at the running head.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pagedjs@0.4.3 playwright-core@1.65.1 @sparticuz/chromium@143.0.4
cat >pages.mjs <<'CODE'
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
/** Lays HTML out with Paged.js: the text of each page, and of the running head. */
export async function pages(html, css) {
  const browser = await chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
  try {
    const page = await browser.newPage();
    await page.addInitScript('window.PagedConfig = { auto: false }');
    await page.goto('about:blank');
    await page.addScriptTag({ path: 'node_modules/pagedjs/dist/paged.polyfill.js' });
    return await page.evaluate(async ([html, css]) => {
      const source = document.createElement('template');
      source.innerHTML = html;
      await new Paged.Previewer().preview(source.content, [{ 'style.css': css }], document.body);
      const head = document.querySelector('.pagedjs_margin-top-center > .pagedjs_margin-content');
      return {
        texts: [...document.querySelectorAll('.pagedjs_page_content')].map((one) => one.innerText.replace(/\s/g, '')),
        head: head ? getComputedStyle(head, '::after').content : '',
      };
    }, [html, css]);
  } catch (error) {
    return { error: error.message.split('\n')[0] };
  } finally {
    await browser.close();
  }
}
/** Nine lines a page. */
export const STYLE = `@page { size: 120mm 80mm; margin: 10mm } body { margin: 0; font: 16px / 24px sans-serif }
  p, h1, h2, h3 { margin: 0; font: inherit; orphans: 1; widows: 1; overflow-wrap: anywhere }`;
CODE
cat >run.mjs <<'CODE'
import { pages, STYLE } from './pages.mjs';
const css = `${STYLE} h1 { string-set: title content(text) } @page { @top-center { content: string(title) } }`;
const seen = [];
for (const title of ['论“两山”', '论"两山"']) {
  const { texts, head, error } = await pages(`<h1>${title}</h1>`, css);
  seen.push(texts ? `${texts[0]} → ${JSON.parse(head)}` : error);
}
console.log(`seen:     ${seen.join(', ')}`);
process.exit(seen.join() === '论“两山” → 论“两山”,论"两山" → 论"两山' ? 0 : 1);
CODE
echo 'pagedjs 0.4.3'
echo 'expected: 论“两山” → 论“两山”, 论"两山" → 论"两山"'
# The browser unpacks itself into the folder for temporary files.
TMPDIR="$folder" node run.mjs
