import type { Printer } from '../export/browser/pdf.ts';
import { builtPages } from '../server/built-pages.ts';
import { PICTURE_PATH, servePages } from '../server/page-server.ts';

/**
 * A browser that prints the built pages.
 *
 * @throws ExportError when there is no browser, or it does not start
 */
export async function startPrinter(): Promise<Printer> {
  // Built, if they must be, while the browser starts.
  const built = builtPages();
  built.catch(() => undefined);
  // Loaded late, because most commands need no browser.
  const { openPrinter } = await import('../export/browser/pdf.ts');
  return openPrinter(async (pictures) => {
    const { url, close } = await servePages(await built, pictures);
    return { url, picturesUrl: url + PICTURE_PATH, close };
  });
}
