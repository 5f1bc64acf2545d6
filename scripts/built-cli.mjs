// The command line as one JavaScript file, built again when its sources changed: loading two hundred TypeScript files
// one by one takes longer than all the rest of a command.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');

/** @returns the module `src/cli/main.ts` */
export async function loadCommandLine() {
  const folder = join(cache, `cli-${stamp()}`);
  if (!existsSync(join(folder, 'main.js'))) await buildInto(folder);
  return import(pathToFileURL(join(folder, 'main.js')).href);
}

async function buildInto(folder) {
  const { build } = await import('vite');
  const unfinished = `${folder}-${process.pid}`;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // The small packages too: Node takes longer to find their hundreds of files than to read them.
    ssr: { noExternal: true, external: ['playwright', 'vite'] },
    build: {
      ssr: join(root, 'src/cli/main.ts'),
      outDir: unfinished,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
    },
  });
  // A build this old is run by nobody any more; a younger one may be another command's.
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name.startsWith('cli-') && statSync(path).mtimeMs < Date.now() - 3_600_000)
      rmSync(path, { recursive: true, force: true });
  }
  // Two commands may build at once: the first to finish wins, the other's copy goes.
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Changes when any source does: names, sizes and times of all files. */
function stamp() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const info = statSync(path);
    if (info.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else hash.update(`${path} ${info.size} ${info.mtimeMs}\n`);
  };
  for (const input of ['src', 'package-lock.json']) visit(join(root, input));
  return hash.digest('hex').slice(0, 16);
}
