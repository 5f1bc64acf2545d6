#!/bin/sh
# Paged.js 0.4.3 ends with an error where a rule about page breaks has a selector with :is() and a comma in it.
#
# Input: body :is(h2, h3) { break-after: avoid }, a selector that all browsers know since 2021.
# Expected: the rule is obeyed, or ignored.
# Seen: preview() rejects, because the selector was divided at the comma inside the brackets; no page is made.
# What follows: write such lists out, as "body h2, body h3", for the rules that Paged.js reads itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pagedjs@0.4.3 playwright-core@1.65.1 @sparticuz/chromium@143.0.4
cat >run.mjs <<'CODE'
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
const page = await browser.newPage();
await page.addScriptTag({ path: 'node_modules/pagedjs/dist/paged.js' });

/** Text of each page that lies inside the page, or the error that Paged.js ends with. */
const paginate = (html, css) =>
  page.evaluate(
    async ([html, css]) => {
      const target = document.body.appendChild(document.createElement('div'));
      try {
        await new Paged.Previewer().preview(html, [{ [location.href]: css }], target);
      } catch (error) {
        return { error: error.message, pages: [], text: '' };
      }
      const range = document.createRange();
      const pages = [...target.querySelectorAll('.pagedjs_page_content')].map((content) => {
        const box = content.closest('.pagedjs_pagebox').getBoundingClientRect();
        const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
        let seen = '';
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (let at = 0; at < node.length; at++) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { width, left, top } = range.getBoundingClientRect();
            if (width > 0 && left < box.right && top < box.bottom) seen += node.data[at];
          }
        return seen;
      });
      return { pages, text: target.textContent };
    },
    [html, css],
  );
const SMALL = `@page { size: 120mm 80mm; margin: 10mm }
  body { margin: 0; font: 12pt / 18pt sans-serif }
  p, h2, h3, td, th { margin: 0; font: inherit; orphans: 1; widows: 1 }`;
const { error, pages } = await paginate('<h2>A</h2><p>b</p>', `${SMALL} body :is(h2, h3) { break-after: avoid }`);
const other = await paginate('<h2>A</h2><p>b</p>', `${SMALL} body :is(h2, h3) { color: red }`);
console.log('expected: 1 page');
console.log(`seen:     ${error ?? `${pages.length} page`} (with color instead of break-after: ${other.pages.length} page)`);
const asDescribed = error?.includes("' h3)' is not a valid selector") && other.pages.length === 1;
await browser.close();
process.exit(asDescribed ? 0 : 1);
CODE
echo 'Paged.js 0.4.3 in Chromium 143.0.7499 (@sparticuz/chromium 143.0.4; Linux x64)'
TMPDIR="$folder" node run.mjs
