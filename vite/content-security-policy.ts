import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';

/**
 * What the pages may load: their own files, and pictures and fonts inside them. Styles may be
 * inline because Paged.js and CodeMirror write style sheets.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  // Without `blob:` the dev server's own client cannot wait for a restarted server and then reload the page: that
  // would interrupt whoever types.
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** What a server of ours says with every file. A page cannot say by itself who may put it into a frame. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${POLICY}; frame-ancestors 'self'`,
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

const sayPolicy: Connect.NextHandleFunction = (_request, response, next) => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  next();
};

/** The policy in every built page, for hosts of plain files, and with every answer of `npm start` and of the preview. */
export function contentSecurityPolicy(): Plugin {
  const serve = (server: ViteDevServer | PreviewServer) => void server.middlewares.use(sayPolicy);
  return {
    name: 'jiangtai-content-security-policy',
    configureServer: serve,
    configurePreviewServer: serve,
    transformIndexHtml: (_html, { server }) =>
      server
        ? []
        : [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
              injectTo: 'head-prepend',
            },
          ],
  };
}
