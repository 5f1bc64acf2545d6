import { frameAttributes, type PageName } from '../../page/carried-pages.ts';

/** A page of Jiangtai that works out of sight. */
export interface HiddenPage {
  readonly window: Window & typeof globalThis;
  close(): void;
}

/** Loads a page into an unseen frame that has a size, so that it lays out. @throws Error when it does not load */
export async function openPage(
  page: PageName,
  parameters: Readonly<Record<string, string>> = {},
): Promise<HiddenPage> {
  const frame = document.createElement('iframe');
  const { src, srcdoc } = frameAttributes(page, parameters);
  if (srcdoc === undefined) frame.src = src!;
  else frame.srcdoc = srcdoc;
  frame.style.cssText =
    'position: fixed; inset: 0 auto auto 0; width: 1280px; height: 800px; visibility: hidden;';
  frame.setAttribute('aria-hidden', 'true');
  await new Promise<void>((resolve, reject) => {
    frame.onload = () => resolve();
    frame.onerror = () => reject(new Error(`${page} did not load`));
    document.body.append(frame);
  });
  return { window: frame.contentWindow as Window & typeof globalThis, close: () => frame.remove() };
}
