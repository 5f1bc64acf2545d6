import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../server/project-root.ts';
import type { ThemeNames } from '../speech/front-matter/interpret.ts';

/** Themes of the project, by id, with their names: the folders of `themes/` that have a theme.json. */
export function readThemes(): ThemeNames {
  const folder = join(projectRoot, 'themes');
  return Object.fromEntries(
    readdirSync(folder).flatMap((id) => {
      try {
        const { name } = JSON.parse(readFileSync(join(folder, id, 'theme.json'), 'utf8')) as {
          name: Readonly<Record<string, string>>;
        };
        return [[id, Object.values(name)]];
      } catch {
        return []; // no theme: a file beside the folders, a folder that is being made
      }
    }),
  );
}
