import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { SAMPLE_FILES } from '../library/sample-names.ts';
import { projectRoot } from './project-root.ts';
import { ServerError } from './server-error.ts';

/** What the built pages are made from: a change here makes a new build. */
const INPUTS = [
  'src',
  'themes',
  'vite',
  ...SAMPLE_FILES.map((name) => `speeches/${name}`),
  'deck.html',
  'handout.html',
  'index.html',
  'meeting.html',
  'pack.html',
  'presenter.html',
  'prompter.html',
  'themes.html',
  'vite.config.ts',
  'package.json',
];
const CACHE = join(projectRoot, '.cache');
const FINISHED = 'pages-';
const UNFINISHED = 'building-';
/** A folder here that was not touched for so long is in use by no command and no server, ms. */
const OUTDATED = 3_600_000;
/** How often a server says that its pages are in use, ms. */
const IN_USE = OUTDATED / 4;

/** Built pages that stay on the disk while a server gives them out. */
export interface ServedPages {
  readonly folder: string;
  /** Why the pages are those of an older build; undefined when they are up to date. */
  readonly failure?: Error;
  /** They are not needed any more. */
  release(): void;
}

/**
 * Folder with the built pages, which are built first when their sources changed.
 *
 * @param onBuild called when a build begins, which takes seconds
 * @throws what the builder throws; an earlier build is left as it was
 */
export async function builtPages(onBuild: () => void = () => undefined): Promise<string> {
  const stamp = await fingerprint();
  const folder = join(CACHE, FINISHED + stamp);
  if (isComplete(folder)) return folder;
  onBuild();
  await mkdir(CACHE, { recursive: true });
  const unfinished = join(CACHE, `${UNFINISHED}${stamp}-${process.pid}`);
  try {
    await buildInto(unfinished);
    // Two commands may build at once: the first to finish wins, and the other's folder is deleted below.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!isComplete(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await deleteOutdated(folder);
  return folder;
}

/**
 * The pages for a server: up to date if they can be built, else the newest earlier build.
 *
 * @throws ServerError `start.build-failed` when there is no earlier build either
 */
export async function latestPages(onBuild: () => void): Promise<ServedPages> {
  const pages = await builtPages(onBuild).then(
    (folder) => ({ folder }),
    async (error: unknown) => {
      const failure = error instanceof Error ? error : new Error(String(error));
      const folder = await newestBuild();
      if (folder === undefined) throw new ServerError('start.build-failed', { reason: firstLine(failure) });
      return { folder, failure };
    },
  );
  const touch = () => {
    const now = new Date();
    utimes(pages.folder, now, now).catch(() => undefined);
  };
  touch();
  const touching = setInterval(touch, IN_USE).unref();
  return { ...pages, release: () => clearInterval(touching) };
}

/** What went wrong in one line: a builder's message is coloured, may begin with a heading, and goes on with the source. */
export function firstLine(error: Error): string {
  const [heading = '', next = ''] = stripVTControlCharacters(error.message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return heading.endsWith(':') ? `${heading} ${next.trim()}` : heading;
}

async function buildInto(outDir: string): Promise<void> {
  // Late: a server that has its pages loads no builder.
  const { build } = await import('vite');
  // The builder takes it from its caller: under a test runner the pages would come out slow and talkative, and stay.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: projectRoot,
      configFile: join(projectRoot, 'vite.config.ts'),
      logLevel: 'silent',
      build: { outDir, emptyOutDir: true },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Folders are renamed when they are complete; this finds one that somebody emptied by hand. */
function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'handout.html'));
}

async function newestBuild(): Promise<string | undefined> {
  const names = await readdir(CACHE).catch(() => [] as string[]);
  const builds = names.filter((name) => name.startsWith(FINISHED)).map((name) => join(CACHE, name));
  const times = new Map<string, number>();
  for (const folder of builds)
    if (isComplete(folder)) times.set(folder, (await stat(join(folder, 'index.html'))).mtimeMs);
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0];
}

async function deleteOutdated(present: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    if (path === present || !(name.startsWith(FINISHED) || name.startsWith(UNFINISHED))) continue;
    const info = await stat(path).catch(() => undefined);
    if (info && info.mtimeMs < Date.now() - OUTDATED) await rm(path, { recursive: true, force: true });
  }
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
    // Names, sizes and times, not contents: two thousand files are asked quickly, not read.
    hash.update(`${path.slice(projectRoot.length)} ${info.size} ${info.mtimeMs}\n`);
  };
  for (const input of INPUTS) await visit(join(projectRoot, input));
  return hash.digest('hex').slice(0, 16);
}
