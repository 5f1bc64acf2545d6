import type { Deck } from '../../deck/plan/types.ts';
import type { PaperLayout } from '../../deck/show/frame.ts';
import type { Language } from '../../i18n/language.ts';
import { UserFacingError } from '../../i18n/user-facing-error.ts';
import { cancelled, type Progress } from '../tasks/progress.ts';
import { frameInterface } from './frame-page.ts';

/** Resolves when the frame's page has loaded. */
const loadedIn = (frame: HTMLIFrameElement) =>
  new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));

let last: HTMLIFrameElement | undefined;

/**
 * Prints slides on sheets of A4: in a page of its own, out of sight, that stays until something else is printed, for a browser
 * may still be showing its preview.
 *
 * @throws UserFacingError `print.none` when there are no such sheets
 */
export async function printSlides(
  deck: Deck,
  options: { readonly baseUrl: string; readonly language: Language; readonly paper: PaperLayout },
  title: string,
  progress: Progress,
): Promise<void> {
  last?.remove();
  const frame = document.createElement('iframe');
  last = frame;
  frame.id = 'paper-frame';
  frame.inert = true;
  frame.ariaHidden = 'true';
  frame.style.cssText =
    'position:fixed;inset:0;width:100%;height:100%;border:0;opacity:0;pointer-events:none;z-index:-1';
  frame.src = `./deck.html?view=paper&ratio=${encodeURIComponent(deck.ratio)}`;
  const loaded = loadedIn(frame);
  document.body.append(frame);
  const laidOut = loaded
    .then(() => frameInterface(frame, (window) => window.jiangtaiDeck))
    .then((page) => page.show(deck, options));
  laidOut.catch(() => undefined);
  const shown = await Promise.race([laidOut, cancelled(progress)]);
  const { contentWindow, contentDocument } = frame;
  if (!shown || !contentWindow || !contentDocument) {
    frame.remove();
    return;
  }
  const { sheets = 0 } = shown;
  const { from = 1, to = sheets } = options.paper;
  if (from > sheets || to < from) throw new UserFacingError('print.none', { count: sheets });
  // Browsers take the suggested name of a PDF from the frame or from the page around it.
  const outer = document.title;
  document.title = title;
  contentDocument.title = title;
  contentWindow.print();
  document.title = outer;
}
