import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { compile } from '../src/compile/compile.ts';
import { findChromium, launchOptions } from '../src/export/browser/find-chromium.ts';
import { builtPages } from '../src/server/built-pages.ts';
import { projectRoot } from '../src/server/project-root.ts';

/**
 * Times the command `handout` against Chromium's own printing of the same HTML with the same fonts, both from the
 * start of Node to the end of the process, in turns.
 *
 * @param text the speech
 * @returns medians, ms
 */
export async function measureCommand(text: string, runs: number): Promise<{ ours: number; native: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangtai-bench-'));
  try {
    const speech = join(folder, 'speech.txt');
    const html = join(folder, 'native.html');
    await writeFile(speech, text);
    await writeFile(html, await nativeHtml(text));
    const path = await findChromium();
    const args = JSON.stringify(launchOptions(path).args ?? []);
    const times = { ours: [] as number[], native: [] as number[] };
    for (let run = 0; run <= runs; run++) {
      const ours = timed(['scripts/speech.mjs', 'handout', speech, '-o', join(folder, 'ours.pdf')]);
      const native = timed(['bench/native-print.mjs', path, args, html, join(folder, 'native.pdf')]);
      // The first run builds what is built once.
      if (run > 0) {
        times.ours.push(ours);
        times.native.push(native);
      }
    }
    return { ours: median(times.ours), native: median(times.native) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function timed(command: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: projectRoot, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/**
 * The handout as one HTML file with print styles and the fonts of the built pages.
 *
 * @param forPagedJs with the styles that stock Paged.js can read
 */
export async function nativeHtml(text: string, forPagedJs = false): Promise<string> {
  const { handout } = await compile({ text, format: 'plain', name: 'bench.txt' });
  const server = await createServer({
    root: projectRoot,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const browser = await chromium.launch(launchOptions(await findChromium()));
  try {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}tests/pagedjs-baseline/stock.html`);
    await page.waitForFunction(() => window.jiangtaiStock !== undefined);
    await page.evaluate(([one, forPagedJs]) => window.jiangtaiStock!.showNative(one, forPagedJs), [
      handout,
      forPagedJs,
    ] as const);
    const body = await page.evaluate(() => document.body.innerHTML);
    const rules = await page.evaluate(
      () => [...document.querySelectorAll('style')].at(-1)?.textContent ?? '',
    );
    return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${await builtFaces()}\n${rules}</style><body>${body}</body></html>`;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Rules of the faces of the built pages, and the properties that name them, for a file that is opened from a disk. */
export async function builtFaces(): Promise<string> {
  const assets = join(await builtPages(), 'assets');
  const sheets = (await readdir(assets)).filter((name) => name.endsWith('.css'));
  const fonts = await Promise.all(
    sheets.map(async (name) =>
      (await readFile(join(assets, name), 'utf8')).replaceAll('url(./', `url(file://${assets}/`),
    ),
  );
  const faces = fonts.flatMap((css) => css.match(/@font-face\s*\{[^}]*\}/g) ?? []);
  const roots = fonts.flatMap((css) => css.match(/:root\s*\{[^}]*--fang[^}]*\}/g) ?? []);
  return [...new Set([...faces, ...roots])].join('\n');
}
