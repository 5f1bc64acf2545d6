import { EVENTS_PATH, type FolderState } from '../protocol.ts';

const NAME = 'jiangtai.folder';
/** Pauses before reconnecting to the feed, ms: the first, and the longest. */
const PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * Listens to changes of the folder. A browser opens six connections to one server: if every tab held one
 * for the feed, the seventh would wait for ever. So one tab holds it (a Web Lock) and forwards to the others.
 *
 * @returns stops listening
 */
export function listenToFolder(listener: (state: FolderState) => void, base = document.baseURI): () => void {
  const stopped = new AbortController();
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined;
  if (channel) channel.onmessage = (event: MessageEvent<FolderState>) => listener(event.data);

  const heard = (event: MessageEvent<string>) => {
    const state = JSON.parse(event.data) as FolderState;
    listener(state);
    channel?.postMessage(state);
  };
  const hold = () => holdFeed(new URL(EVENTS_PATH, base), heard, stopped.signal);
  // navigator.locks is missing on plain-http addresses other than loopback.
  if (navigator.locks)
    void navigator.locks.request(NAME, { signal: stopped.signal }, hold).catch(() => undefined);
  else void hold();

  return () => {
    stopped.abort();
    channel?.close();
  };
}

/**
 * Holds the feed open.
 *
 * @returns resolves when it was stopped
 */
function holdFeed(
  address: URL,
  heard: (event: MessageEvent<string>) => void,
  stopped: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let pause = PAUSE;
    const open = () => {
      source = new EventSource(address);
      source.onopen = () => {
        pause = PAUSE;
      };
      source.onmessage = heard;
      source.onerror = () => {
        // A browser asks again by itself when the connection is lost, and never after an answer that is no feed: an
        // error or a page of a server in between. It alone would leave all tabs deaf.
        if (source.readyState !== EventSource.CLOSED || stopped.aborted) return;
        waiting = setTimeout(open, pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      };
    };
    open();
    stopped.addEventListener('abort', () => {
      clearTimeout(waiting);
      source.close();
      resolve();
    });
  });
}
