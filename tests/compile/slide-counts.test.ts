import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { settingEdit } from '../../src/speech/setting-edit.ts';
import { DENSITIES } from '../../src/speech/settings.ts';
import { SPEECHES } from '../speeches.ts';

it('counts the slides that each density would give, only when asked', async () => {
  const text = readFileSync(join(SPEECHES, 'anquan-shengchan-gongzuo-huiyi.txt'), 'utf8');
  const source = { text, format: 'plain', name: '讲话.txt' } as const;
  const { slideCounts } = await compile(source, { countSlides: true });
  for (const density of DENSITIES) {
    const { from, to, insert } = settingEdit(source, ['deck', 'density'], density)!;
    const chosen = { ...source, text: text.slice(0, from) + insert + text.slice(to) };
    const { deck, slideCounts: same } = await compile(chosen, { countSlides: true });
    expect(slideCounts?.[density], density).toBe(deck.slides.length);
    expect(same).toEqual(slideCounts);
  }
  expect(new Set(Object.values(slideCounts!)).size).toBe(3);
  expect((await compile(source)).slideCounts).toBeUndefined();
});
