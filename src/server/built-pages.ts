import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../cli/project-root.ts';
import { SAMPLE_FILES } from '../library/sample-names.ts';

/** What the built pages are made from: a change here makes a new build. */
const INPUTS = [
  'src',
  'themes',
  ...SAMPLE_FILES.map((name) => `speeches/${name}`),
  'deck.html',
  'handout.html',
  'index.html',
  'presenter.html',
  'themes.html',
  'vite.config.ts',
  'package.json',
];
/** A build this old is served by nobody any more, ms: another command may still print from a younger one. */
const OUTDATED = 3_600_000;

/**
 * Folder with the built deck and handout pages, building them first when their sources changed.
 * The command line prints from built pages: they load in one tenth of the requests of the dev server.
 */
export async function builtPages(): Promise<string> {
  const stamp = await fingerprint();
  const folder = join(projectRoot, '.cache', `pages-${stamp}`);
  if (existsSync(join(folder, 'handout.html'))) return folder;
  const cache = join(projectRoot, '.cache');
  await mkdir(cache, { recursive: true });
  const unfinished = join(cache, `building-${stamp}-${process.pid}`);
  // Late, because it is large and mostly not needed.
  const { build } = await import('vite');
  // Vite takes it from who calls: under a test runner the pages would come out slow and talkative, and stay.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: projectRoot,
      configFile: join(projectRoot, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: unfinished, emptyOutDir: true },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  // Two commands may build at once: the first to finish wins, the other's copy goes.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  for (const name of await readdir(cache)) {
    if (!name.startsWith('pages-') || name === `pages-${stamp}`) continue;
    const built = await stat(join(cache, name)).catch(() => undefined);
    if (built && built.mtimeMs < Date.now() - OUTDATED)
      await rm(join(cache, name), { recursive: true, force: true });
  }
  return folder;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const visit = async (path: string): Promise<void> => {
    const info = await stat(path).catch(() => undefined);
    if (info === undefined) return;
    if (info.isDirectory()) {
      for (const name of (await readdir(path)).sort()) await visit(join(path, name));
      return;
    }
    // Not what is in it: two thousand files are asked quickly, not read.
    hash.update(`${path.slice(projectRoot.length)} ${info.size} ${info.mtimeMs}\n`);
  };
  for (const input of INPUTS) await visit(join(projectRoot, input));
  return hash.digest('hex').slice(0, 16);
}
