/** A part of the preview could not be loaded, or not draw what it was given. */
export interface PreviewFailure {
  readonly part: 'slides' | 'handout';
  readonly error: unknown;
}

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
  // The dev server may reload the page after `load`: only a loaded document is asked. Where no server answered there is
  // a page of the browser's own, whose document nobody may touch.
  const api = frame.contentWindow && frame.contentDocument ? pick(frame.contentWindow) : undefined;
  if (!api) throw new Error(`no interface in ${frame.src}`);
  await api.ready;
  return api;
}

/**
 * Gives the pages in iframes the light or dark of the page around them (`data-look` of the root), now and when it
 * changes.
 */
export class FrameLook {
  private readonly frames = new Set<HTMLIFrameElement>();
  private readonly observer = new MutationObserver(() => this.apply());

  /** @param frame loaded, of this origin */
  add(frame: HTMLIFrameElement): void {
    this.frames.add(frame);
    this.observer.observe(document.documentElement, { attributeFilter: ['data-look'] });
    this.apply();
  }

  stop(): void {
    this.observer.disconnect();
    this.frames.clear();
  }

  private apply(): void {
    const { look } = document.documentElement.dataset;
    for (const { contentDocument } of this.frames)
      if (contentDocument && look) contentDocument.documentElement.dataset.look = look;
  }
}

/** Keys pressed in a page in an iframe that may be keys of the app, and for which the page has no use, go to the app. */
export function passKeysOn(inside: Window, isWanted: () => boolean = () => true): void {
  inside.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
    const may = ctrlKey || metaKey || /^F\d+$/.test(key);
    if (!may || event.defaultPrevented || !isWanted()) return;
    const same = { key, code, ctrlKey, metaKey, shiftKey, altKey, cancelable: true };
    if (!window.dispatchEvent(new KeyboardEvent('keydown', same))) event.preventDefault();
  });
}
