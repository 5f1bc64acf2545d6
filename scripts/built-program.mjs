// A program of the project (command line, server) as one JavaScript file, built again when a source changed: loading two
// hundred TypeScript files one by one takes longer than all the rest of a command.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
/** A build this old is run by nobody any more, ms; a younger one may be another command's. */
const OUTDATED = 3_600_000;

/**
 * Loads a program, built first when its sources changed.
 *
 * @param name of the program in the cache
 * @param entry its first module, from the root
 * @returns the loaded module; `failure` when it could not be built anew and the module is the newest earlier build
 * @throws what the builder throws when there is no earlier build
 */
export async function loadProgram(name, entry) {
  const load = (folder) => import(pathToFileURL(join(folder, fileOf(entry))).href);
  try {
    return { program: await load(await programFolder(name, entry)) };
  } catch (failure) {
    const earlier = builds(name).find((path) => existsSync(join(path, fileOf(entry))));
    if (earlier === undefined) throw failure;
    return { program: await load(earlier), failure };
  }
}

/** Folder with the program, built first when its sources changed. */
export async function programFolder(name, entry) {
  const folder = join(cache, `${name}-${stamp()}`);
  if (existsSync(join(folder, fileOf(entry)))) return folder;
  await buildInto(folder, entry);
  for (const path of builds(name))
    if (path !== folder && statSync(path).mtimeMs < Date.now() - OUTDATED)
      rmSync(path, { recursive: true, force: true });
  return folder;
}

const fileOf = (entry) => `${basename(entry, '.ts')}.js`;

async function buildInto(folder, entry) {
  const { build } = await import('vite');
  const unfinished = `${folder}-${process.pid}`;
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      // The small packages too: Node takes longer to find their hundreds of files than to read them.
      ssr: { noExternal: true, external: ['open', 'playwright', 'vite'] },
      build: {
        ssr: join(root, entry),
        outDir: unfinished,
        emptyOutDir: true,
        minify: false,
        target: 'node20',
      },
    });
    // Two commands may build at once: the first to finish wins, and the other's folder is deleted below.
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Folders of a program, finished or not, newest first. */
function builds(name) {
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((other) => other.startsWith(`${name}-`))
    .map((other) => join(cache, other))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

/** Changes when any source does: names, sizes and times of all files. */
function stamp() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const info = statSync(path);
    if (info.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path.slice(root.length)} ${info.size} ${info.mtimeMs}\n`);
  };
  for (const input of ['src', 'package-lock.json']) visit(join(root, input));
  return hash.digest('hex').slice(0, 16);
}
