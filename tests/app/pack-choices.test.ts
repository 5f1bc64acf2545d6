import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  forgetPackChoices,
  keepPackChoices,
  keepRenamedLabels,
  movePackChoices,
  packChoices,
  renamedLabels,
} from '../../src/app/session/pack-choices.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('what is typed stays with its speech; how many are expected is not kept', () => {
  keepPackChoices('甲.txt', { parts: ['agenda'], typed: { chair: '李主任', expected: '35' } });
  expect(packChoices('甲.txt')).toEqual({ parts: ['agenda'], typed: { chair: '李主任' } });
  expect(packChoices('乙.txt')).toEqual({});
});

it('it goes with a new name, and is gone with the speech', () => {
  keepPackChoices('甲.txt', { typed: { chair: '李主任' } });
  movePackChoices('甲.txt', '乙.txt');
  expect(packChoices('甲.txt')).toEqual({});
  expect(packChoices('乙.txt')).toEqual({ typed: { chair: '李主任' } });
  forgetPackChoices('乙.txt');
  expect(packChoices('乙.txt')).toEqual({});
  expect([...kept.values()].join()).not.toContain('李主任');
});

it('renamed labels are those of the library; nonsense is no choice', () => {
  keepRenamedLabels({ chair: '召集人' });
  expect(renamedLabels()).toEqual({ chair: '召集人' });
  kept.set('jiangtai.choice/pack-labels', 'nonsense');
  kept.set('jiangtai.choice/pack/甲.txt', '7');
  expect(renamedLabels()).toEqual({});
  expect(packChoices('甲.txt')).toEqual({});
});
