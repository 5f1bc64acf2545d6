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
