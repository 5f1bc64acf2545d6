import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a theme says of itself. */
interface Theme {
  readonly id: string;
  readonly name: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', string>>;
}

/** Folder of the themes. */
export const THEME_FOLDER = join(import.meta.dirname, '..', 'themes');

/** All themes as they lie on the disk: the app's own list comes out of a build. */
export const THEMES: readonly Theme[] = readdirSync(THEME_FOLDER).map((id) => ({
  id,
  ...JSON.parse(readFileSync(join(THEME_FOLDER, id, 'theme.json'), 'utf8')),
}));
