import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LABEL_IDS, LABEL_SETS, labelText } from '../../src/pack/labels.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/pack.md'), 'utf8');

/** Rows of the table of labels: id, then a cell a set; – where a set has none. */
const ROWS = [...DOCS.matchAll(/^\| `([a-z-]+)` +\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)].map((row) =>
  row.slice(1),
);

test('the table in docs/pack.md is the table in the code', () => {
  const table = LABEL_IDS.map((id) => [id, ...LABEL_SETS.map((set) => labelText(id, set) ?? '–')]);
  expect(ROWS).toEqual(table);
});

test('each set has under 80 labels, and the docs say how many', () => {
  for (const set of LABEL_SETS) {
    const count = LABEL_IDS.filter((id) => labelText(id, set) !== undefined).length;
    expect(count).toBeLessThan(80);
    expect(DOCS).toContain(`\`${set}\` ${count}`);
  }
});

test('no set is a conversion of another one', () => {
  expect(labelText('record', 'tw')).toBe('會議紀錄');
  expect(labelText('record', 'hk')).toBe('會議紀錄');
  expect(labelText('party-lesson', 'tw')).toBeUndefined();
});
