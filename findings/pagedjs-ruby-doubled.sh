#!/bin/sh
# Paged.js 0.4.3: a paragraph with readings over its words (<ruby>) that is longer than a page comes more than once.
#
# Input: one paragraph of sixty times the same three words, the middle one with a reading, on small pages.
# Expected: each of the sixty is on one page.
# Seen: more than twice as much text on the pages as in the source; the place to go on from is missed in ruby.
# What follows: paragraphs with readings must be cut into pages by something else, or compared afterwards.
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
const once = 'the <ruby>word<rt>reading</rt></ruby> stays ';
const { pages } = await paginate(`<p>${once.repeat(60)}</p>`, SMALL);
const count = pages.join('').split('reading').length - 1;
console.log('expected: the reading 60 times');
console.log(`seen:     ${count} times on ${pages.length} pages`);
const asDescribed = count > 60;
await browser.close();
process.exit(asDescribed ? 0 : 1);
CODE
echo 'Paged.js 0.4.3 in Chromium 143.0.7499 (@sparticuz/chromium 143.0.4; Linux x64)'
TMPDIR="$folder" node run.mjs
