import { ReadingError } from '../../import/import-error.ts';
import { readFile } from '../../import/import-file.ts';
import type { ReadingAnswer } from './import-client.ts';

addEventListener('message', ({ data }: MessageEvent<{ bytes: Uint8Array; name: string }>) => {
  postMessage(answer(data.bytes, data.name));
});

function answer(bytes: Uint8Array, name: string): ReadingAnswer {
  try {
    return { file: readFile(bytes, name) };
  } catch (error) {
    if (error instanceof ReadingError) return { code: error.code, values: error.values };
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
