#!/usr/bin/env node
// `npm test`: formatter, linter, import directions; types (the pure rooms without DOM and Node);
// then every test. Ends with a line `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLoader, root } from './typescript-loader.mjs';

const BIOME = ['check', '--error-on-warnings', '.'];
/** One check a line: its name, the program, its arguments. Passed when the program ends with 0. */
const CHECKS = [
  ['format, lint', 'node_modules/@biomejs/biome/bin/biome', BIOME],
  ['import directions', 'scripts/check-rooms.mjs', []],
  ['types: pure rooms', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.pure.json']],
  ['types: everything', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']],
  [
    'unused files, exports, dependencies',
    'node_modules/knip/bin/knip.js',
    ['--no-progress', '--no-config-hints'],
  ],
  ['notices of third parties', 'scripts/notices.mjs', ['--check']],
];

process.chdir(root);
const count = { passed: 0, failed: 0 };
const reports = await mkdtemp(join(tmpdir(), 'jiangtai-tests-'));

await prepare();
// Browser tests wait for their pages now and then: the rest is done meanwhile.
await Promise.all([browserTests(), Promise.all(CHECKS.map(check)).then(unitTests)]);
await rm(reports, { recursive: true, force: true });
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);

async function check([name, program, args]) {
  const { code, output } = await run(program, args);
  count[code === 0 ? 'passed' : 'failed']++;
  process.stdout.write(code === 0 ? '' : output);
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
}

/** A browser and the built pages are got ready here, once, so that no test waits for an installation. */
async function prepare() {
  const loader = await openLoader();
  try {
    const { findChromium } = await loader.load('src/export/browser/find-chromium.ts');
    process.env.CHROMIUM_PATH = await findChromium();
    const { builtPages } = await loader.load('src/server/built-pages.ts');
    await builtPages();
  } catch (error) {
    count.failed++;
    console.error(error);
  }
  await loader.close();
}

async function browserTests() {
  const file = join(reports, 'browser.json');
  const { code } = await run('node_modules/@playwright/test/cli.js', ['test'], {
    show: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const stats = (await readReport(file))?.stats;
  add(code, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--maxWorkers=1', '--silent=passed-only', ...reporters];
  const { code, output } = await run('node_modules/vitest/vitest.mjs', args);
  process.stdout.write(output);
  const report = await readReport(file);
  add(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

/** A program that failed though none of its tests did is a failure too. */
function add(code, passed, failed) {
  count.passed += passed;
  count.failed += failed === 0 && code !== 0 ? 1 : failed;
}

async function readReport(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => undefined);
}

/** Runs a Node program of the project. `show`: its output is seen as it comes; else it is returned. */
function run(program, args, { show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, program), ...args], {
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => {
        output += data;
      });
    child.once('close', (code) => resolve({ code, output }));
  });
}
