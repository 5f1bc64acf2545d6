import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { SAMPLES_PATH } from '../src/library/protocol.ts';
import { SAMPLE_FILES } from '../src/library/sample-names.ts';
import { pictureType } from '../src/text/media-types.ts';

/**
 * The project's sample speeches as files beside the app: `samples/NAME` and `samples/index.json`, in the
 * build and in the dev server, whatever folder the app works on.
 */
export function samplesPlugin(): Plugin {
  let folder = '';
  const names = async (): Promise<string[]> => {
    const there = new Set(await readdir(folder).catch(() => [] as string[]));
    return SAMPLE_FILES.filter((name) => there.has(name));
  };
  return {
    name: 'jiangtai-samples',
    configResolved(config) {
      folder = join(config.root, 'speeches');
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?', 1)[0]!;
        if (!path.startsWith(`/${SAMPLES_PATH}`)) return next();
        void (async () => {
          const asked = decodeURIComponent(path.slice(SAMPLES_PATH.length + 1));
          const known = await names();
          const type = pictureType(asked) ?? 'application/octet-stream';
          if (asked === 'index.json') response.end(JSON.stringify(known));
          else if (known.includes(asked))
            response.setHeader('content-type', type).end(await readFile(join(folder, asked)));
          else response.writeHead(404).end();
        })().catch(next);
      });
    },
    async generateBundle() {
      const known = await names();
      this.emitFile({ type: 'asset', fileName: `${SAMPLES_PATH}index.json`, source: JSON.stringify(known) });
      for (const name of known)
        this.emitFile({
          type: 'asset',
          fileName: SAMPLES_PATH + name,
          source: await readFile(join(folder, name)),
        });
    },
  };
}
