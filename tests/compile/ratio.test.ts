import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { nearestRatio } from '../../src/deck/plan/context.ts';
import { settingEdit } from '../../src/speech/setting-edit.ts';
import type { Ratio } from '../../src/speech/settings.ts';

/** Which ratio slides are planned for: the command's, the author's, the screen's, the usual one. */

const TEXT = '在安全工作会议上的讲话\n\n同志们：\n\n一、学习\n要学习。\n';

const ratioOf = async (front: string, options: { ratio?: Ratio; screen?: Ratio } = {}) =>
  (await compile({ text: front + TEXT, format: 'plain', name: '讲话.txt' }, options)).deck.ratio;

it('what the command says goes before what the author chose, that before the usual one', async () => {
  const front = '---\ndeck:\n  ratio: 4:3\n---\n';
  expect(await ratioOf('')).toBe('16:9');
  expect(await ratioOf(front)).toBe('4:3');
  expect(await ratioOf(front, { ratio: '16:10', screen: '16:9' })).toBe('16:10');
});

it('“the screen” is the one at hand; where there is none, the usual ratio', async () => {
  const front = '---\n幻灯片:\n  画面比例: 屏幕\n---\n';
  expect(await ratioOf(front, { screen: '4:3' })).toBe('4:3');
  expect(await ratioOf(front)).toBe('16:9');
});

it('a ratio that there is not is told, and the usual one is taken', async () => {
  const { deck, diagnostics } = await compile({
    text: `---\ndeck: { ratio: 21:9 }\n---\n${TEXT}`,
    format: 'plain',
    name: '讲话.txt',
  });
  expect(deck.ratio).toBe('16:9');
  expect(diagnostics.filter(({ code }) => code.startsWith('front-matter'))).toHaveLength(1);
});

it.each([
  [1366, 768, '16:9'],
  [1920, 1200, '16:10'],
  [1024, 768, '4:3'],
  [1280, 1024, '4:3'],
  [3440, 1440, '16:9'],
  [1080, 1920, '4:3'],
] as const)('a screen of %i × %i is nearest to %s', (width, height, ratio) => {
  expect(nearestRatio(width, height)).toBe(ratio);
});

it('a ratio chosen in the app is the value a reader of the text expects', async () => {
  const edit = settingEdit({ text: TEXT, format: 'plain' }, ['deck', 'ratio'], '4:3')!;
  const text = TEXT.slice(0, edit.from) + edit.insert + TEXT.slice(edit.to);
  expect(text).toContain('ratio: 4:3');
  expect((await compile({ text, format: 'plain', name: '讲话.txt' })).deck.ratio).toBe('4:3');
});
