import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { SAMPLE_FILES } from '../src/library/sample-names.ts';
import { pictureType } from '../src/text/media-types.ts';

const NAME = 'virtual:sample-speeches';

/**
 * Gives pages the sample speeches as a module: bytes of the texts as base64, pictures as `data:`. They cannot be
 * imported by path, because the server answers for `/speeches/` itself (speech-folder-plugin.ts).
 */
export function sampleSpeeches(): Plugin {
  let folder = '';
  return {
    name: 'jiangtai-sample-speeches',
    configResolved(config) {
      folder = join(config.root, 'speeches');
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const texts: Record<string, string> = {};
      const pictures: Record<string, string> = {};
      for (const name of SAMPLE_FILES) {
        const base64 = async () => (await readFile(join(folder, name))).toString('base64');
        const type = pictureType(name);
        if (type) pictures[name] = `data:${type};base64,${await base64()}`;
        else texts[name] = await base64();
      }
      return `export const texts = ${JSON.stringify(texts)};\nexport const pictures = ${JSON.stringify(pictures)};\n`;
    },
  };
}
