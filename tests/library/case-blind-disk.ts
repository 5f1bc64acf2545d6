import { existsSync, readdirSync } from 'node:fs';
import type * as system from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * The file system's calls as on disks that do not tell A from a (macOS, Windows): a path leads to what is there, in
 * whatever case it is written; only a rename changes how.
 *
 * @param real the calls of this machine, whose disk tells them apart
 * @returns those with one path or two that the folder of speeches uses
 */
export function caseBlind(real: typeof system): typeof system {
  const single = [
    'access',
    'lstat',
    'mkdir',
    'open',
    'readdir',
    'readFile',
    'realpath',
    'rm',
    'rmdir',
    'stat',
  ];
  const calls = real as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
  const blind = single.map((call) => [
    call,
    (path: string, ...more: unknown[]) => calls[call]!(asItIs(path), ...more),
  ]);
  return {
    ...real,
    ...Object.fromEntries(blind),
    link: (from: string, to: string) => real.link(asItIs(from), asItIs(to)),
    rename: (from: string, to: string) => {
      const target = asItIs(to);
      const source = asItIs(from);
      return real.rename(source, target === source ? join(dirname(source), basename(to)) : target);
    },
  };
}

/** The path as its names are written on the disk; what is not there stays as given. */
function asItIs(path: string): string {
  if (existsSync(path) || dirname(path) === path) return path;
  const folder = asItIs(dirname(path));
  const name = basename(path);
  const written = existsSync(folder)
    ? readdirSync(folder).find((entry) => entry.toLowerCase() === name.toLowerCase())
    : undefined;
  return join(folder, written ?? name);
}
