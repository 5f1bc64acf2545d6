/**
 * Content-Security-Policy of every page: scripts, styles, fonts, workers and connections of the page's own origin only.
 *
 * - Inline styles are allowed: Paged.js and CodeMirror write style sheets.
 * - Pictures and fonts may also be `data:`: the browser library has no server that could give them out.
 * - WebAssembly may be compiled: fonts of a meeting file are cut by it. Scripts from text stay forbidden.
 * - `blob:` names only what a page of this origin made itself.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
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

/**
 * Headers of every answer with a file of the program. `frame-ancestors` stands here only: browsers ignore it in a page's
 * own `<meta>` (CSP 3, 6.4.2).
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'self'`,
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};
