import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listThemes } from '../../src/deck/themes.ts';
import { THEME_FOLDER } from '../themes.ts';

it('every folder of themes is a theme with all its files, and the app can list it', () => {
  expect(
    listThemes()
      .map((theme) => theme.id)
      .sort(),
  ).toEqual(readdirSync(THEME_FOLDER).sort());
  expect(listThemes()[0]?.id).toBe('dang-hong');
  for (const { id, name, colours } of listThemes()) {
    expect(readdirSync(join(THEME_FOLDER, id)).sort()).toEqual(['deck.css', 'handout.css', 'theme.json']);
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) expect(name[language]).toBeTruthy();
    const css = readFileSync(join(THEME_FOLDER, id, 'deck.css'), 'utf8');
    const declared = (token: string) =>
      new RegExp(`--${token}: (#[0-9a-f]+);`).exec(css)?.[1]?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
    for (const [token, colour] of Object.entries(colours))
      expect([id, token, declared(token)]).toEqual([id, token, colour]);
  }
});

/** Relative luminance and contrast as WCAG 2 computes them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Letters and what is behind them: 7 : 1 for body text, 4.5 : 1 for what is large or stands at the edge. */
const PAIRS = [
  ['ink', 'paper', 7],
  ['ink', 'soft', 7],
  ['accent', 'paper', 7],
  ['accent', 'soft', 7],
  ['on-deep', 'deep', 7],
  ['gold-on-deep', 'deep', 4.5],
  ['furniture', 'paper', 4.5],
] as const;

it('there are six themes, and letters stand out from every ground of each', () => {
  expect(listThemes().length).toBeGreaterThanOrEqual(6);
  const faint = listThemes().flatMap(({ id }) => {
    const css = readFileSync(join(THEME_FOLDER, id, 'deck.css'), 'utf8');
    const colour = (token: string) =>
      (new RegExp(`--${token}: (#[0-9a-f]+);`).exec(css)?.[1] ?? '').replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
    return PAIRS.flatMap(([letters, ground, least]) => {
      const ratio = contrast(colour(letters), colour(ground));
      return ratio >= least ? [] : [`${id}: ${letters} on ${ground} ${ratio.toFixed(2)}`];
    });
  });
  expect(faint).toEqual([]);
});
