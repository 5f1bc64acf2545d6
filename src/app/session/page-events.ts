import { speechInAddress } from './speech-address.ts';

/** What a page that is left or led elsewhere has to do. */
export interface PageListener {
  /** The address names this speech now. */
  addressed(name: string): void;
  /** The page is hidden or going away: what can be done at once must be done now. */
  leaving(): void;
  /** The page is shown again, after a while or out of the browser's memory of pages. */
  returned(): void;
  /** Closing the page would lose text of the user's: the browser asks whether to stay. */
  wouldLose(): boolean;
}

/** Listens to the page's own events. @returns stops listening */
export function listenToPage(listener: PageListener): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const on = <Name extends keyof WindowEventMap>(name: Name, work: (event: WindowEventMap[Name]) => void) =>
    addEventListener(name, work, { signal });
  on('hashchange', ({ newURL }) => {
    // Of the event, not of the page: the page may have set another address since.
    const name = speechInAddress(new URL(newURL).hash);
    if (name) listener.addressed(name);
  });
  on('pagehide', () => listener.leaving());
  on('pageshow', ({ persisted }) => persisted && listener.returned());
  on('beforeunload', (event) => {
    if (listener.wouldLose()) event.preventDefault();
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') listener.leaving();
      else listener.returned();
    },
    { signal },
  );
  return () => stopped.abort();
}
