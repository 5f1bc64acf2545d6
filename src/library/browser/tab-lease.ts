/** Name of a tab's Web Lock; tabs of earlier versions hold it, too. */
const LOCK = 'jiangtai.page.';
const CHANNEL = 'jiangtai.tabs';
/** Without Web Locks: a tab that has not answered after this long counts as closed, ms. */
const ANSWER_TIME = 300;

/** Between tabs without Web Locks: whether a tab is open, and its answer. */
type Message = { readonly ask: string } | { readonly open: string };

/**
 * An id for this tab, leased as long as the tab is open: a Web Lock of that name, which the browser releases when the tab
 * closes or crashes. Web Locks are missing on plain-http addresses other than loopback: there the tab answers for itself.
 */
export function acquireTabId(): string {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');
  if (navigator.locks)
    void navigator.locks.request(LOCK + id, () => new Promise(() => undefined)).catch(() => undefined);
  else
    listen((message, channel) => {
      if ('ask' in message && message.ask === id) channel.postMessage({ open: id } satisfies Message);
    });
  return id;
}

/** Whether the tab with this id is still open (D11). False where neither Web Locks nor BroadcastChannel exist. */
export async function isTabOpen(id: string): Promise<boolean> {
  if (!navigator.locks) return answers(id);
  const locks = await navigator.locks.query().catch(() => undefined);
  return locks?.held?.some((lock) => lock.name === LOCK + id) ?? false;
}

function answers(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = listen((message) => 'open' in message && message.open === id && settle(true));
    const timer = setTimeout(() => settle(false), ANSWER_TIME);
    const settle = (open: boolean) => {
      clearTimeout(timer);
      channel?.close();
      resolve(open);
    };
    if (channel) channel.postMessage({ ask: id } satisfies Message);
    else settle(false);
  });
}

function listen(hear: (message: Message, channel: BroadcastChannel) => void): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data, channel);
  return channel;
}
