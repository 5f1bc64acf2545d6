#!/usr/bin/env node
// `npm test`: formatter, linter and import directions; types (the pure rooms without DOM and Node);
// then every test. Ends with a line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { openLoader, root } from './typescript-loader.mjs';

process.chdir(root);
let passed = 0;
let failed = 0;

const CHECKS = [
  ['format, lint, import directions', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['types: pure rooms', 'typescript/bin/tsc', ['-p', 'tsconfig.pure.json']],
  ['types: everything', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
];
for (const [name, program, args] of CHECKS) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    stdio: 'inherit',
  });
  if (status === 0) passed++;
  else failed++;
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
}

// A browser and the built pages are got ready here, once, so that no test waits for an installation.
const loader = await openLoader();
try {
  const { findChromium } = await loader.load('src/cli/find-chromium.ts');
  process.env.CHROMIUM_PATH = await findChromium();
  const { builtPages } = await loader.load('src/cli/built-pages.ts');
  await builtPages();
} catch (error) {
  failed++;
  console.error(error);
}

await loader.close();

const vitest = await startVitest('test', [], { run: true, watch: false });
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
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
