import wasm from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url';
import { type CutFace, faceCutter } from '../fonts/cut-face.ts';
import type { CutAnswer, CutRequest } from './face-cutting.ts';

let cutter: Promise<CutFace> | undefined;

self.addEventListener('message', async ({ data }: MessageEvent<CutRequest>) => {
  const answer = (message: CutAnswer) => self.postMessage(message);
  try {
    cutter ??= fetch(wasm)
      .then((response) => response.arrayBuffer())
      .then(faceCutter);
    const cut = await cutter;
    const [first, ...others] = data.parts.map((part) => new Uint8Array(part));
    const parts: [Uint8Array, ...Uint8Array[]] = [first!, ...others];
    answer({ font: await cut(parts, data.text) });
  } catch (error) {
    answer({ fault: String(error) });
  }
});
