#!/bin/sh
# Paged.js 0.4.3: a table row higher than a page loses text, and the head of the table does not come again.
#
# Input: a table with a head and one row; eight sentences in its first cell, twenty in its second, on small pages.
# Expected: 28 sentences, and the head on each page.
# Seen: fewer sentences lie inside the pages, and the head is on the first page only.
# What follows: compare the text that can be seen on the pages with the source, not the text in the document.
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
const sentence = 'We shall keep to the road of the people! ';
const cell = (times) => `<td>${sentence.repeat(times)}</td>`;
const { pages } = await paginate(
  `<table style="border-collapse: collapse"><thead><tr><th>First</th><th>Second</th></tr></thead>
   <tbody><tr>${cell(8)}${cell(20)}</tr></tbody></table>`,
  SMALL,
);
const sentences = pages.join('').split('people!').length - 1;
const heads = pages.filter((text) => text.includes('First')).length;
console.log(`expected: 28 sentences, the head on ${pages.length} pages`);
console.log(`seen:     ${sentences} sentences, the head on ${heads}`);
const asDescribed = sentences < 28 && heads === 1;
await browser.close();
process.exit(asDescribed ? 0 : 1);
CODE
echo 'Paged.js 0.4.3 in Chromium 143.0.7499 (@sparticuz/chromium 143.0.4; Linux x64)'
TMPDIR="$folder" node run.mjs
