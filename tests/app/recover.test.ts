import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type RecoveryInput, recover } from '../../src/app/session/recover.ts';
import type { OrphanedDraft } from '../../src/library/browser/draft.ts';

const NOW = 1000;
const FILE = { text: '文件', revision: 'now' };

const draft = (tab: string, time: number, text = `${tab} ${time}`, revision = 'old'): OrphanedDraft => ({
  name: '讲话.txt',
  tab,
  time,
  text,
  revision,
});
const settle = (drafts: readonly OrphanedDraft[], given: Partial<RecoveryInput> = {}) => {
  const { restore, archive, discard } = recover({ file: FILE, versions: [], now: NOW, drafts, ...given });
  const named = ({ tab, time }: OrphanedDraft) => `${tab}${time}`;
  return {
    restore: restore && named(restore.draft),
    archive: archive.map((archived) => named(archived.draft)),
    discard: discard.map(named),
  };
};

it('R4, R5: the newest is restored, the others are archived, oldest first', () => {
  const drafts = [draft('b', 2), draft('c', 3), draft('a', 1)];
  expect(settle(drafts)).toEqual({ restore: 'c3', archive: ['a1', 'b2'], discard: [] });
});

it.each<[string, Partial<RecoveryInput>]>([
  ['the vector has its tab at its time', { file: { ...FILE, vector: [{ tab: 'c', time: 3 }] } }],
  ['the vector has its tab later', { file: { ...FILE, vector: [{ tab: 'c', time: 9 }] } }],
  ['its text is the file’s', { file: { ...FILE, text: 'c 3' } }],
  ['its text is the editor’s', { keptText: 'c 3' }],
])('R3, R4, R6: the newest is contained: %s', (_, given) => {
  const drafts = [draft('a', 1), draft('c', 3)];
  expect(settle(drafts, given)).toEqual({ restore: undefined, archive: ['a1'], discard: ['c3'] });
});

it('R3: an earlier edit of the tab in the vector does not contain the draft', () => {
  const vector = [{ tab: 'c', time: 2 }];
  expect(settle([draft('c', 3)], { file: { ...FILE, vector } }).restore).toBe('c3');
});

it('R5, R6: an older draft equal to the restored one is discarded', () => {
  expect(settle([draft('a', 1, '同'), draft('b', 2, '同')])).toEqual({
    restore: 'b2',
    archive: [],
    discard: ['a1'],
  });
});

it('R10: a draft that is a version already is discarded; another version of that time is not taken for it', () => {
  const version = { id: '3', time: 3, reason: 'left' as const, characters: 2 };
  expect(settle([draft('c', 3)], { versions: [version] }).discard).toEqual(['c3']);
  for (const other of [
    { ...version, reason: 'interval' as const },
    { ...version, characters: 3 },
    { ...version, time: 4 },
  ])
    expect(settle([draft('c', 3)], { versions: [other] }).restore).toBe('c3');
});

it('R4: a version that was the newest draft keeps an older one from being restored', () => {
  const version = { id: '3', time: 3, reason: 'left' as const, characters: 2 };
  expect(settle([draft('a', 1), draft('c', 3)], { versions: [version] })).toEqual({
    restore: undefined,
    archive: ['a1'],
    discard: ['c3'],
  });
});

it('R8: the base is the file’s revision where the draft’s tab wrote it, else the draft’s own', () => {
  const base = (tab: string) => {
    const file = { ...FILE, writer: { tab, time: 1 }, vector: [{ tab, time: 1 }] };
    return recover({ file, versions: [], now: NOW, drafts: [draft('c', 3)] }).restore?.base;
  };
  expect([base('c'), base('a')]).toEqual(['now', 'old']);
});

it('R5: a version is never of the future, where the clock of the draft’s tab was ahead', () => {
  const { archive } = recover({ file: FILE, versions: [], now: 2, drafts: [draft('a', 5), draft('b', 6)] });
  expect(archive.map(({ time }) => time)).toEqual([2]);
});

it('R1, R6: every draft is restored, archived or discarded, in any order alike', () => {
  const drafts = fc.uniqueArray(
    fc.record({
      tab: fc.constantFrom(...'abcdef'),
      time: fc.integer({ min: 1, max: 9 }),
      text: fc.constantFrom(...'xyz'),
    }),
    { selector: ({ tab }) => tab },
  );
  const stamps = fc.array(
    fc.record({ tab: fc.constantFrom(...'abcdef'), time: fc.integer({ min: 1, max: 9 }) }),
  );
  fc.assert(
    fc.property(drafts, stamps, fc.constantFrom('x', '文件'), (found, vector, text) => {
      // Two drafts of one time are ordered as they were found.
      fc.pre(new Set(found.map(({ time }) => time)).size === found.length);
      const given = { file: { ...FILE, text, vector } };
      const all = found.map((each) => draft(each.tab, each.time, each.text));
      const { restore, archive, discard } = settle(all, given);
      const settled = [...(restore ? [restore] : []), ...archive, ...discard];
      expect(settled.sort()).toEqual(all.map(({ tab, time }) => `${tab}${time}`).sort());
      expect(settle([...all].reverse(), given)).toEqual({ restore, archive, discard });
    }),
  );
});
