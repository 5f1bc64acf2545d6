#!/usr/bin/env node
// Chromium's own printing of an HTML file, browser start included: what the command line is measured against.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

const [executablePath, args, html, pdf] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: JSON.parse(args) });
const page = await browser.newPage();
await page.goto(pathToFileURL(html).href);
await page.evaluate(() => document.fonts.ready.then(() => undefined));
await page.pdf({ path: pdf, preferCSSPageSize: true, tagged: true, outline: true });
await browser.close();
