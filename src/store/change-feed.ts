import { EVENTS_PATH, type FolderState } from './protocol.ts';

const NAME = 'jiangtai.folder';

/**
 * Listens to changes of the folder. A browser opens six connections to one server: if every tab held one
 * for the feed, the seventh tab would wait for ever. So one tab holds it (a Web Lock) and tells the others.
 *
 * @returns stops listening
 */
export function listenToFolder(listener: (state: FolderState) => void, base = document.baseURI): () => void {
  const stopped = new AbortController();
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined;
  if (channel) channel.onmessage = (event: MessageEvent<FolderState>) => listener(event.data);

  const hold = () =>
    new Promise<void>((resolve) => {
      const source = new EventSource(new URL(EVENTS_PATH, base));
      source.onmessage = (event: MessageEvent<string>) => {
        const state = JSON.parse(event.data) as FolderState;
        listener(state);
        channel?.postMessage(state);
      };
      stopped.signal.addEventListener('abort', () => {
        source.close();
        resolve();
      });
    });
  // navigator.locks is missing on plain-http addresses other than loopback.
  if (navigator.locks)
    void navigator.locks.request(NAME, { signal: stopped.signal }, hold).catch(() => undefined);
  else void hold();

  return () => {
    stopped.abort();
    channel?.close();
  };
}
