import { expect, it } from 'vitest';
import { repairGroups } from '../../src/app/repairs/repair-groups.ts';
import type { ShownRepair } from '../../src/compile/compile.ts';
import { repair } from '../../src/repair/repair.ts';

/** The list of repairs, on a text with many kinds of damage. */

const TEXT =
  '　　同志们﹕\u200b\n\n\n今天,我们讲党课&amp;党史，重点讲⼀个问题。  第一点\ufeff很重要.\n1234567890123456\n';
const { repairs } = repair({ text: TEXT, format: 'plain', name: '' });
const shown = repairs.map((repair, index): ShownRepair => ({ ...repair, key: String(index), applied: true }));
const kinds = [...new Set(shown.map(({ kind }) => kind))];

it('every repair is in the group of its kind, in the order of the text', () => {
  expect(kinds.length).toBeGreaterThan(2);
  const groups = repairGroups(shown, []);
  expect(groups.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  for (const { kind, repairs } of groups)
    expect(repairs).toEqual(shown.filter((repair) => repair.kind === kind));
});

it('a kind that is switched off stays at its place, empty', () => {
  const all = repairGroups(shown, []).map(({ kind }) => kind);
  for (const off of kinds) {
    const left = repairGroups(
      shown.filter(({ kind }) => kind !== off),
      [off],
    );
    expect(left.map(({ kind }) => kind)).toEqual(all);
    expect(left.find(({ kind }) => kind === off)?.repairs).toEqual([]);
  }
});
