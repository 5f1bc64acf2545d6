import type { ThemeNames } from '../speech/front-matter/interpret.ts';
import { DEFAULT_THEME } from '../speech/settings.ts';

/** A theme as its folder describes it: `themes/<id>/theme.json`. */
export interface Theme {
  /** Name of the folder; what front matter and `--theme` name. */
  readonly id: string;
  readonly name: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', string>>;
  /** As in the theme's deck.css; for outputs that have no style sheet. `#rrggbb`. */
  readonly colours: Readonly<Record<'accent' | 'gold' | 'paper' | 'ink', string>>;
}

const FILES = import.meta.glob<Omit<Theme, 'id'>>('/themes/*/theme.json', { eager: true, import: 'default' });

/** All themes, the default first, the others by id. A new theme is a new folder; nothing lists them by hand. */
export function listThemes(): readonly Theme[] {
  return Object.entries(FILES)
    .map(([path, theme]) => ({ ...theme, id: path.split('/').at(-2) as string }))
    .sort(
      (a, b) => Number(b.id === DEFAULT_THEME) - Number(a.id === DEFAULT_THEME) || (a.id < b.id ? -1 : 1),
    );
}

/** Names under which front matter may choose each theme, by its id. */
export function themeNames(themes: readonly Theme[]): ThemeNames {
  return Object.fromEntries(themes.map(({ id, name }) => [id, Object.values(name)]));
}
