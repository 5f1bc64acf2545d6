/**
 * Content-Security-Policy of every page: scripts, styles, fonts, workers and connections of the page's own origin only.
 *
 * - Inline styles are allowed: Paged.js and CodeMirror write style sheets.
 * - Pictures and fonts may also be `data:`: the browser library has no server that could give them out.
 * - `blob:` names only what a page of this origin made itself.
 */
export const CONTENT_SECURITY_POLICY = [
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

/**
 * Headers of every answer with a file of the program. `frame-ancestors` stands here only: browsers ignore it in a page's
 * own `<meta>` (CSP 3, 6.4.2).
 */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'self'`,
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/**
 * The worker that cuts fonts (src/export/meeting/faces.worker.ts) compiles WebAssembly, which no page may. A worker has the
 * policy of its own answer (CSP 3, 7.8), so pages keep theirs.
 */
const COMPILES = /\/faces\.worker\b[^/]*$/;

/** Headers of the answer with one file of the program. @param address of the request */
export function pageHeaders(address: string): Readonly<Record<string, string>> {
  if (!COMPILES.test(address.split(/[?#]/, 1)[0]!)) return PAGE_HEADERS;
  const policy = PAGE_HEADERS['content-security-policy']!;
  return {
    ...PAGE_HEADERS,
    'content-security-policy': policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  };
}
