import type { Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY, pageHeaders } from '../src/server/content-security-policy.ts';

/** The policy in every built page, for hosts of plain files, and with every answer of the development server. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'jiangtai-content-security-policy',
    configureServer: (server) =>
      void server.middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(pageHeaders(request.url ?? '/')))
          response.setHeader(name, value);
        next();
      }),
    transformIndexHtml: (_html, { server }) =>
      server
        ? []
        : [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
              injectTo: 'head-prepend',
            },
          ],
  };
}
