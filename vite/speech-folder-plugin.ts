import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { SERVED_MARK } from '../src/library/protocol.ts';
import { guardedRequest, isOwnRequest } from '../src/server/api/request-guard.ts';
import { SpeechApi } from '../src/server/api/speech-api.ts';
import { SpeechFolder } from '../src/server/folder/speech-folder.ts';

/**
 * The API of the folder of speeches in the development server (`npm run dev`), which is for developers: it answers its own
 * pages and programs of this machine only. Its own addresses (`/@fs/`, `/__open-in-editor`) would read any file of the
 * project and start programs for whoever asks.
 */
export function speechFolderPlugin(): Plugin {
  return {
    name: 'jiangtai-speech-folder',
    // Says in the page that its speeches are in the folder, also while the server does not answer (open-library.ts).
    transformIndexHtml: (_html, { server }) =>
      server ? [{ tag: 'meta', attrs: { name: SERVED_MARK, content: 'yes' }, injectTo: 'head' }] : [],
    configureServer(server) {
      const path = resolve(server.config.root, process.env.JIANGTAI_SPEECHES ?? 'speeches');
      const api = new SpeechApi(new SpeechFolder(path));
      server.middlewares.use((request, response, next) => {
        if (!isOwnRequest(guardedRequest(request))) response.writeHead(403).end();
        else if (!api.handle(request, response)) next();
      });
      server.httpServer?.once('close', () => api.close());
    },
  };
}
