#!/bin/sh
# Paged.js 0.4.3: a heading stays alone at the foot of a page when another heading follows it.
#
# Input: seven lines, a heading, a heading below it, a paragraph; break-after: avoid for both; pages of nine lines.
# Expected: both headings go to the second page with the paragraph.
# Seen: the first heading is the last line of the first page; only the second one went on.
# What follows: an official document begins most chapters with two headings. Keep them together by other means.
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
const lines = Array.from({ length: 7 }, (_, at) => `<p>line ${at + 1}</p>`).join('');
const { pages } = await paginate(
  `${lines}<h2>Part</h2><h3>Chapter</h3><p>${'We shall keep to it. '.repeat(6)}</p>`,
  `${SMALL} h2, h3 { break-after: avoid }`,
);
console.log('expected: Part is on page 2');
console.log(`seen:     page 1 ends with “${pages[0].slice(-12)}”, page 2 begins with “${pages[1].slice(0, 12)}”`);
const asDescribed = pages[0].endsWith('Part') && pages[1].startsWith('Chapter');
await browser.close();
process.exit(asDescribed ? 0 : 1);
CODE
echo 'Paged.js 0.4.3 in Chromium 143.0.7499 (@sparticuz/chromium 143.0.4; Linux x64)'
TMPDIR="$folder" node run.mjs
