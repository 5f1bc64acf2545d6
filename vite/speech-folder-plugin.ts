import { resolve } from 'node:path';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { SERVED_MARK } from '../src/library/protocol.ts';
import { SpeechApi } from '../src/server/api/speech-api.ts';
import { leadsIntoFolder } from '../src/server/folder/folder-wall.ts';
import { SpeechFolder } from '../src/server/folder/speech-folder.ts';

/**
 * Serves the folder of speeches to the app, in the dev server and in the preview of the built app.
 *
 * @param folder absolute, or relative to the project; default: `JIANGTAI_SPEECHES`, else `speeches`
 */
export function speechFolderPlugin(folder?: string): Plugin {
  const serve = (server: ViteDevServer | PreviewServer) => {
    const path = resolve(server.config.root, folder ?? process.env.JIANGTAI_SPEECHES ?? 'speeches');
    const api = new SpeechApi(new SpeechFolder(path));
    server.middlewares.use((request, response, next) => {
      if (api.handle(request, response)) return;
      const { root } = server.config;
      // The project's own folder too, when another is open.
      const walls = new Set([path, resolve(root, 'speeches')]);
      Promise.all([...walls].map((wall) => leadsIntoFolder(root, wall, request.url ?? '/'))).then(
        (leads) => (leads.some(Boolean) ? response.writeHead(404).end() : next()),
        next,
      );
    });
    server.httpServer?.once('close', () => api.close());
  };
  return {
    name: 'jiangtai-speech-folder',
    // Tells the app that its speeches are in the folder, also while nobody answers for it (open-library.ts).
    transformIndexHtml: (_html, { server }) =>
      server ? [{ tag: 'meta', attrs: { name: SERVED_MARK, content: 'yes' }, injectTo: 'head' }] : [],
    configureServer: serve,
    configurePreviewServer: serve,
  };
}
