import type { Plugin } from 'vite';

/**
 * What the built pages may load: their own files, and pictures and fonts inside them. Styles may be
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
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** Writes the policy into every built page; the dev server needs its own socket and has none. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'jiangtai-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
