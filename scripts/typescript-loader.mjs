// Loads the project's TypeScript in Node, through Vite, which the project has anyway.
// The loader stays open while the program runs: modules may import others late.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns `load(file)`: a module of the project by its path below the root; `close()` when the program is done */
export async function openLoader() {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  return { load: (file) => server.ssrLoadModule(join(root, file)), close: () => server.close() };
}
