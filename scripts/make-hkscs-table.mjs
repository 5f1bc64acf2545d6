#!/usr/bin/env node
// Writes src/text/data/hkscs.ts: what the Encoding Standard's Big5 has beyond the Big5 that Node decodes, taken from a
// browser, whose decoder follows the standard's index. Run it when the standard's index changes.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { openLoader } from './typescript-loader.mjs';

const loader = await openLoader();
const { findChromium } = await loader.load('src/export/browser/find-chromium.ts');
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
/** Rows of 157 pairs, by lead byte: trails 40–7E and A1–FE. */
const rows = await page.evaluate(() => {
  const decoder = new TextDecoder('big5');
  const found = {};
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    found[lead] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail < 0x7f || trail > 0xa0) found[lead].push(decoder.decode(new Uint8Array([lead, trail])));
  }
  return found;
});
await browser.close();
await loader.close();

const own = new TextDecoder('big5');
const lines = [];
for (const [lead, row] of Object.entries(rows)) {
  const more = row.map((text, index) => {
    const trail = index < 63 ? 0x40 + index : 0x62 + index;
    // Four pairs stand for a letter with a combining mark; they are listed in the reader of the table.
    const known = text.includes('\ufffd') || [...text].length > 1;
    return known || own.decode(new Uint8Array([Number(lead), trail])) === text ? ' ' : text;
  });
  const written = more.join('').trimEnd();
  if (written !== '') lines.push(`  0x${Number(lead).toString(16)}: '${written.replace(/[\\']/g, '\\$&')}',`);
}
const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src/text/data/hkscs.ts');
writeFileSync(
  file,
  `/**
 * The Hong Kong supplement of Big5 (HKSCS), as the index of the Encoding Standard has it, without what every Big5
 * has: by lead byte, one character a trail byte (40–7E, A1–FE), a space where the supplement has none.
 * Written by scripts/make-hkscs-table.mjs.
 */
export const HKSCS: Readonly<Record<number, string>> = {
${lines.join('\n')}
}; // biome-ignore format: a table
`,
);
