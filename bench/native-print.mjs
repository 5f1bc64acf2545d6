#!/usr/bin/env node
// Chromium's own printing of an HTML file, browser start included: what the command line is measured against. The file's
// name may have a query; a page that has something to wait for has a promise `ready`.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const [executablePath, args, html, pdf] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: JSON.parse(args) });
const page = await browser.newPage();
const [file, query] = html.split('?');
await page.goto(pathToFileURL(file).href + (query ? `?${query}` : ''));
await page.evaluate(() => Promise.all([globalThis.ready, document.fonts.ready]).then(() => undefined));
await page.pdf({ path: pdf, preferCSSPageSize: true, tagged: true, outline: true });
await browser.close();
