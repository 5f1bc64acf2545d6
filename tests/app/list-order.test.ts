import { expect, it } from 'vitest';
import { inOrder, shortTime } from '../../src/app/library/list-order.ts';
import type { SpeechEntry } from '../../src/library/protocol.ts';

const entry = (name: string, modified: number): SpeechEntry => ({
  name,
  title: '',
  bytes: 0,
  modified,
  revision: '',
});

it('puts speeches in order of name, as the language has it, or of the last change', () => {
  const speeches = [entry('第10讲.txt', 1), entry('第2讲.txt', 3), entry('安全.txt', 2)];
  expect(inOrder(speeches, 'name', 'zh-Hans').map(({ name }) => name)).toEqual([
    '安全.txt',
    '第2讲.txt',
    '第10讲.txt',
  ]);
  expect(inOrder(speeches, 'changed', 'zh-Hans').map(({ modified }) => modified)).toEqual([3, 2, 1]);
});

it('says when, as short as can be', () => {
  const now = new Date(2026, 10, 24, 15, 0).getTime();
  expect(shortTime(new Date(2026, 10, 24, 9, 5).getTime(), now, 'zh-Hans')).toBe('09:05');
  expect(shortTime(new Date(2026, 10, 3, 9, 5).getTime(), now, 'zh-Hans')).toMatch(/^11\D3/);
  expect(shortTime(new Date(2025, 10, 3).getTime(), now, 'en')).toContain('2025');
});
