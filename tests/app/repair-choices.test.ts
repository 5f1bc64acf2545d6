import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepRepairChoices, repairChoices } from '../../src/app/session/repair-choices.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('choices are kept for each speech', () => {
  const choices = { disabled: ['dash'], undone: ['["dash","前","--","——","后"]'] } as const;
  keepRepairChoices('甲.txt', choices);
  expect(repairChoices('甲.txt')).toEqual(choices);
  expect(repairChoices('乙.txt')).toEqual({ disabled: [], undone: [] });
});

it('kinds that had another name in version 0.1 are read, and nonsense is no choice', () => {
  kept.set(
    'jiangtai.choice/repairs/甲.txt',
    '{"disabled":["page-furniture","dash"],"undone":["[\\"page-furniture\\",\\"\\",\\"入会申请\\",\\"\\",\\"\\"]"]}',
  );
  expect(repairChoices('甲.txt')).toEqual({
    disabled: ['boilerplate', 'dash'],
    undone: ['["boilerplate","","入会申请","",""]'],
  });
  kept.set('jiangtai.choice/repairs/甲.txt', '{"undone":["nonsense"]}');
  expect(repairChoices('甲.txt')).toEqual({ disabled: [], undone: [] });
});
