import type { WrittenFaces } from '../../single-file/contents.ts';
import { base64Of } from './base64-of.ts';
import type { UsedFaces, UsedFont } from './used-faces.ts';

/** To the worker that cuts. */
export interface CutRequest {
  readonly parts: readonly ArrayBuffer[];
  readonly text: string;
}
export type CutAnswer = { readonly font: Uint8Array } | { readonly fault: string };

/**
 * Cuts the fonts of a file to their characters, in a worker.
 *
 * @param progress share of the work that is done, from 0 to 1
 * @throws Error where a font cannot be had or cut; the reason of `signal` once it is aborted
 */
export async function cutFaces(
  { fonts, rules }: UsedFaces,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<WrittenFaces> {
  const worker = new Worker(new URL('./faces.worker.ts', import.meta.url), { type: 'module' });
  try {
    const cut: string[] = [];
    for (const font of fonts) {
      cut.push(base64Of(await cutFont(worker, font, signal)));
      progress(cut.length / fonts.length);
    }
    return { fonts: cut, rules };
  } finally {
    worker.terminate();
  }
}

async function cutFont(worker: Worker, { parts, text }: UsedFont, signal: AbortSignal): Promise<Uint8Array> {
  const files = await Promise.all(
    parts.map(async (url) => {
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return response.arrayBuffer();
    }),
  );
  signal.throwIfAborted();
  const answer = await new Promise<CutAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CutAnswer>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.postMessage({ parts: files, text } satisfies CutRequest, files);
  });
  if ('fault' in answer) throw new Error(answer.fault);
  return answer.font;
}
