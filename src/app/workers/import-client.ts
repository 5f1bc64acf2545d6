import { ImportError, type ImportErrorCode } from '../../import/import-error.ts';
import type { ImportedFile } from '../../import/import-file.ts';

/** What the worker answers. */
export type ImportAnswer =
  | { readonly file: ImportedFile }
  | { readonly code: ImportErrorCode; readonly values: ImportError['values'] }
  | { readonly fault: string };

/**
 * Reads a file in a worker: a long Word file takes seconds, and the page must not stand still.
 *
 * @param signal ends it
 * @returns undefined when it was ended
 * @throws ImportError
 */
export async function importInWorker(
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
): Promise<ImportedFile | undefined> {
  // Tests without a browser have no such workers.
  if (typeof Worker === 'undefined')
    return (await import('../../import/import-file.ts')).importFile(bytes, name);
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<ImportAnswer | undefined>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<ImportAnswer>) => resolve(event.data);
      worker.onerror = (event) => reject(new Error(event.message || 'worker'));
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
      worker.postMessage({ bytes, name });
    });
    if (answer && 'code' in answer) throw new ImportError(answer.code, answer.values);
    if (answer && 'fault' in answer) throw new Error(answer.fault);
    return answer?.file;
  } finally {
    worker.terminate();
  }
}
