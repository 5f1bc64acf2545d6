const LOCK = 'jiangtai.page.';

/**
 * An id for this page, alive as long as the page is: it holds a Web Lock of that name, which the browser
 * lets go when the tab closes or crashes.
 */
export function acquireTabId(): string {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');
  void navigator.locks?.request(LOCK + id, () => new Promise(() => undefined)).catch(() => undefined);
  return id;
}

/** Whether the page with this id is still open. Without Web Locks no page is known to be. */
export async function isTabOpen(id: string): Promise<boolean> {
  const locks = await navigator.locks?.query().catch(() => undefined);
  return locks?.held?.some((lock) => lock.name === LOCK + id) ?? false;
}
