import { type Command, commandOf } from './keys.ts';

/** Keys of the app around the frame, which it must get though the slides have the focus. */
function isOfTheApp(event: KeyboardEvent): boolean {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  return ['F1', 'F5'].includes(event.key)
    ? !command
    : command && ['s', 'p'].includes(event.key.toLowerCase());
}

/** Whether the slides fill the screen: this page, or the frame it is in. */
export const isPresenting = (): boolean =>
  document.fullscreenElement !== null ||
  window.frameElement?.matches(':fullscreen') === true ||
  matchMedia('(display-mode: fullscreen)').matches;

/** Fills the screen, or gives it back: whoever filled it, this page or the app with the frame. */
export function toggleFullscreen(): void {
  const full = window.frameElement?.matches(':fullscreen') ? window.parent.document : document;
  const done = full.fullscreenElement
    ? full.exitFullscreen()
    : document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  // A browser may refuse; then the slides stay where they are.
  done.catch(() => undefined);
}

/**
 * Listens to the keys of this page. A key that did something goes no further: neither to the browser nor to
 * the page around the frame. The app's own keys are given to it; during the show they do nothing, because
 * clickers send F5 and a reload would end the show.
 *
 * @param act does what a command says; returns whether there was something to do
 * @param take gets every key first; returns whether it used it
 */
export function listenToKeys(
  act: (command: Command) => boolean,
  take: (event: KeyboardEvent) => boolean,
): void {
  document.addEventListener('keydown', (event) => {
    if (handToTheApp(event)) return;
    const command = commandOf(event);
    if (take(event) || (command !== undefined && act(command))) swallow(event);
  });
}

/** Listens for the app's own keys only, where a page has no others of its own. */
export function listenForTheApp(): void {
  document.addEventListener('keydown', handToTheApp);
}

function handToTheApp(event: KeyboardEvent): boolean {
  if (window.parent === window || !isOfTheApp(event)) return false;
  swallow(event);
  if (!isPresenting()) window.parent.dispatchEvent(new KeyboardEvent('keydown', event));
  return true;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
