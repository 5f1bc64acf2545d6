import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Rules that docs/persistence.md states: `- **D1** …`. */
function statedRules(): string[] {
  const text = readFileSync(join(ROOT, 'docs/persistence.md'), 'utf8');
  return [...text.matchAll(/^- \*\*([DWRV]\d+)\*\* /gm)].map(([, rule]) => rule!);
}

/** Rules at the head of test titles: `'D1, R7: …'`. */
function testedRules(): string[] {
  const folders = ['library', 'app', 'server'].map((room) => join(ROOT, 'tests', room));
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const titles = files
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^\s*(?:(?:it|describe)\()?['`]((?:[DWRV]\d+(?:, )?)+): /gm),
    ]);
  return titles.flatMap(([, rules]) => rules!.split(', '));
}

it('every rule of docs/persistence.md is in the title of a test, and every rule in a title is stated there', () => {
  const stated = statedRules();
  expect(stated.length).toBeGreaterThan(40);
  expect(new Set(stated).size).toBe(stated.length);
  expect([...new Set(testedRules())].sort()).toEqual([...stated].sort());
});
