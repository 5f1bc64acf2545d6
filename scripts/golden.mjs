#!/usr/bin/env node
// `npm run golden`: writes all golden files of tests/fixtures anew, and a page that shows those that changed, old beside
// new: .cache/golden.html. Each change is to be read before it is committed; `git checkout` takes one back.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diffLines } from 'diff';

const root = fileURLToPath(new URL('..', import.meta.url));
const FIXTURES = join(root, 'tests/fixtures');
const PAGE = join(root, '.cache/golden.html');
const PICTURE = /\.(jpg|png)$/;

process.chdir(root);
const before = contents();
const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => join('tests', name))
  .filter((name) => name.endsWith('.test.ts') && readFileSync(name, 'utf8').includes('expectGolden('));
const runs = [
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=dot', ...tests],
  ['node_modules/@playwright/test/cli.js', 'test', 'e2e/pictures'],
];
const failed = runs.filter(
  (args) =>
    spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, UPDATE_GOLDEN: '1' } })
      .status !== 0,
);
const after = contents();
const changed = [...after.keys()].filter((name) => !before.get(name)?.equals(after.get(name)));
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(PAGE, page(changed));
console.log(`${changed.length} golden files changed: ${pathToFileURL(PAGE)}`);
for (const name of changed) console.log(`  tests/fixtures/${name}`);
process.exit(failed.length > 0 ? 1 : 0);

/** Every file below tests/fixtures, by its path there. */
function contents() {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map((one) => {
      const path = join(one.parentPath, one.name);
      return [path.slice(FIXTURES.length + 1), readFileSync(path)];
    }),
  );
}

function page(names) {
  const sections = names.map(
    (name) =>
      `<section><h2>${escaped(name)}</h2><div class="pair">${(PICTURE.test(name) ? pictures : texts)(name)}</div></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Changed golden files</title><style>
body { margin: 24px; font: 14px/1.6 system-ui, sans-serif; color: #222; background: #fff }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px }
.side { min-width: 0; overflow-x: auto; border: 1px solid #ccc; padding: 8px }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
del { background: #fdd; text-decoration: none } ins { background: #dfd; text-decoration: none }
img { max-width: 100% } .same { color: #888 }
</style></head><body><h1>Changed golden files</h1><p>${names.length === 0 ? 'None.' : `${names.length}, old on the left, new on the right.`}</p>
${sections.join('\n')}</body></html>\n`;
}

/** A picture, old and new. */
function pictures(name) {
  const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
  return [before, after]
    .map((files) => files.get(name))
    .map((bytes) =>
      side(bytes ? `<img alt="" src="data:${type};base64,${bytes.toString('base64')}">` : '(new)'),
    )
    .join('');
}

/** Lines between changes that are shown on either side of one. */
const CONTEXT = 3;

/** A text, old and new: what changed is marked, long passages without a change are left out. */
function texts(name) {
  const [old = '', now = ''] = [before, after].map((files) => files.get(name)?.toString());
  const sides = [[], []];
  const parts = diffLines(old, now);
  for (const [index, { value, added, removed }] of parts.entries()) {
    const text = escaped(value);
    if (added) sides[1].push(`<ins>${text}</ins>`);
    else if (removed) sides[0].push(`<del>${text}</del>`);
    else {
      const shown = shortened(text, index > 0, index < parts.length - 1);
      for (const one of sides) one.push(shown);
    }
  }
  return sides.map((pieces) => side(`<pre>${pieces.join('')}</pre>`)).join('');
}

/** The lines next to a change. */
function shortened(text, changeBefore, changeBehind) {
  const lines = text.split(/(?<=\n)/);
  const head = changeBefore ? CONTEXT : 0;
  const tail = changeBehind ? CONTEXT : 0;
  if (lines.length <= head + tail + 1) return text;
  const left = lines.length - head - tail;
  return `${lines.slice(0, head).join('')}<span class="same">… ${left} lines …\n</span>${tail > 0 ? lines.slice(-tail).join('') : ''}`;
}

function side(inside) {
  return `<div class="side">${inside}</div>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
