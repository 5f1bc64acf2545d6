import type { BrowserContext, ConsoleMessage, Request, WebError } from '@playwright/test';

/** What a page of the app must not do. */
export interface Faults {
  /** Errors nobody caught, requests to other addresses, breaches of the page's policy. */
  readonly found: string[];
  stop(): void;
}

/** @param addresses what the pages may ask; may grow */
export function watchFaults(context: BrowserContext, addresses: ReadonlySet<string>): Faults {
  const found: string[] = [];
  const onError = (error: WebError) => found.push(error.error().message);
  const onRequest = (request: Request) => {
    const url = request.url();
    const own = [...addresses].some((address) => url.startsWith(address));
    if (!own && !/^(data|blob|about|chrome):/.test(url)) found.push(url);
  };
  const onConsole = (message: ConsoleMessage) => {
    if (/Content Security Policy/i.test(message.text())) found.push(message.text());
  };
  context.on('weberror', onError).on('request', onRequest).on('console', onConsole);
  return {
    found,
    stop: () => void context.off('weberror', onError).off('request', onRequest).off('console', onConsole),
  };
}
