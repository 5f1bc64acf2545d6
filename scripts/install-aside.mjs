import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './typescript-loader.mjs';

/**
 * Installs packages that only the making of the faces needs into `.cache/font-sources`, beside the project's own: they are
 * four hundred megabytes.
 *
 * @param packages name@version each
 * @returns the folder whose `node_modules` has them
 */
export function installAside(packages) {
  const place = join(root, '.cache/font-sources');
  mkdirSync(place, { recursive: true });
  if (!existsSync(join(place, 'package.json')))
    writeFileSync(join(place, 'package.json'), '{"private":true}');
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages],
    {
      cwd: place,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return place;
}
