import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Files at the project's root that travel with every build. */
const LICENSE_FILES = ['LICENSE', 'THIRD_PARTY_NOTICES.txt'];

/** Copies the licences into the build: those of fonts, data and packages ask to travel with what is made of them. */
export function licenses(): Plugin {
  let root = '';
  return {
    name: 'jiangtai-licenses',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async generateBundle() {
      for (const fileName of LICENSE_FILES)
        this.emitFile({ type: 'asset', fileName, source: await readFile(join(root, fileName)) });
    },
  };
}
