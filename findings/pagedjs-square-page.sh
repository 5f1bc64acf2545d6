#!/bin/sh
# pagedjs 0.4.3 (in the Chromium of @sparticuz/chromium 143.0.4): a square page, @page { size: 120mm }, ends with a
# TypeError; { size: 120mm 120mm } is laid out.
#
# Expected: both are the same page (CSS Paged Media 3, size: one length is width and height).
# Seen: the second length is read without a look whether it is there; no page is made, and the message does not name size.
# What follows: write both lengths.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pagedjs@0.4.3 playwright-core@1.65.1 @sparticuz/chromium@143.0.4
cat >pages.mjs <<'CODE'
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
/** Lays HTML out with Paged.js: the text of each page. */
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
      return {
        texts: [...document.querySelectorAll('.pagedjs_page_content')].map((one) => one.innerText.replace(/\s/g, '')),
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
const seen = [];
for (const size of ['120mm 120mm', '120mm']) {
  const { texts, error } = await pages('<p>同志们</p>', `${STYLE} @page { size: ${size} }`);
  seen.push(texts ? texts.join(' | ') : error);
}
console.log(`seen:     ${seen.join(', ')}`);
process.exit(seen[0] === '同志们' && seen[1].includes('TypeError') ? 0 : 1);
CODE
echo 'pagedjs 0.4.3'
echo 'expected: 同志们, 同志们'
# The browser unpacks itself into the folder for temporary files.
TMPDIR="$folder" node run.mjs
