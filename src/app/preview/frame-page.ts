/**
 * The interface a page in an iframe hangs on its window, once the page is ready.
 *
 * @param pick finds it, e.g. `(window) => window.jiangtaiDeck`
 * @throws Error when the page has loaded without it
 */
export async function frameInterface<Api extends { readonly ready: Promise<unknown> }>(
  frame: HTMLIFrameElement,
  pick: (window: Window) => Api | undefined,
): Promise<Api> {
  // The dev server may reload the page after `load`: only a loaded document is asked.
  const api = frame.contentWindow ? pick(frame.contentWindow) : undefined;
  if (!api) throw new Error(`no interface in ${frame.src}`);
  await api.ready;
  return api;
}
