import { ImportError } from '../../import/import-error.ts';
import { importFile } from '../../import/import-file.ts';
import type { ImportAnswer } from './import-client.ts';

addEventListener('message', ({ data }: MessageEvent<{ bytes: Uint8Array; name: string }>) => {
  postMessage(answer(data.bytes, data.name));
});

function answer(bytes: Uint8Array, name: string): ImportAnswer {
  try {
    return { file: importFile(bytes, name) };
  } catch (error) {
    if (error instanceof ImportError) return { code: error.code, values: error.values };
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
