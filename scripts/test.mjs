#!/usr/bin/env node
// `npm test`: formatter, linter, import directions; types (the pure rooms without DOM and Node);
// then every test. Ends with a line `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { openLoader, root } from './typescript-loader.mjs';

process.chdir(root);
let passed = 0;
let failed = 0;

const CHECKS = [
  ['format, lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['import directions', 'scripts/check-rooms.mjs', []],
  ['types: pure rooms', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.pure.json']],
  ['notices of third parties', 'scripts/notices.mjs', ['--check']],
  ['types: everything', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']],
];
for (const [name, program, args] of CHECKS) {
  const { status } = spawnSync(process.execPath, [join(root, program), ...args], {
    stdio: 'inherit',
  });
  if (status === 0) passed++;
  else failed++;
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
}

// A browser and the built pages are got ready here, once, so that no test waits for an installation.
const loader = await openLoader();
try {
  const { findChromium } = await loader.load('src/export/browser/find-chromium.ts');
  process.env.CHROMIUM_PATH = await findChromium();
  const { builtPages } = await loader.load('src/server/built-pages.ts');
  await builtPages();
} catch (error) {
  failed++;
  console.error(error);
}

await loader.close();

// Two cores: half of the browser tests go beside all others, in a process of their own.
const app = besides(['--project', 'app']);
const vitest = await startVitest('test', [], { run: true, watch: false, project: ['unit', 'e2e'] });
for (const module of vitest.state.getTestModules()) {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') passed++;
    if (state === 'failed') failed++;
  }
  if (module.errors().length > 0) failed++;
}
failed += vitest.state.getUnhandledErrors().length;
await vitest.close();

const { output, code, report } = await app;
process.stdout.write(output);
passed += report?.numPassedTests ?? 0;
failed += report?.numFailedTests ?? 0;
if (code !== 0 && !report?.numFailedTests) failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** Runs Vitest in another process; its output is kept until it is done. */
async function besides(args) {
  const folder = await mkdtemp(join(tmpdir(), 'jiangtai-tests-'));
  const file = join(folder, 'report.json');
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn(process.execPath, [program, 'run', ...args, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data;
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true, force: true });
  return { output, code, report };
}
