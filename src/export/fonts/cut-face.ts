import compress from 'wawoff2/compress';
import decompress from 'wawoff2/decompress';
import { subsetter } from './harfbuzz-subset.ts';
import { mergeFaces } from './merge-faces.ts';

/**
 * Layout features that pages use: composed letters, ligatures, kerning, marks; punctuation that is squeezed (`halt`, `chws`:
 * Chromium's `text-spacing-trim`; `palt`); the same for vertical titles. Not: old forms and those of other languages.
 */
// biome-ignore format: a list
const FEATURES = [
  'ccmp', 'liga', 'locl', 'calt', 'frac', 'kern', 'mark', 'mkmk', 'halt', 'chws', 'palt', 'vert', 'vrt2', 'vkrn', 'vhal', 'vchw',
  'vpal',
];
/** Names of the styles of a variable font, signatures, and what only Apple's and FontForge's programs read. */
const DROPPED = ['STAT', 'DSIG', 'FFTM', 'bsln', 'feat', 'morx', 'prop'];

/**
 * Makes one font file of a face, cut to the characters of a text. Characters that no part has are left out. The first part's
 * features are kept, so punctuation is squeezed where all marks come from it.
 *
 * @param parts of the face, TrueType as sfnt or woff2; a part's characters that an earlier one has are passed over
 * @param text each character once is enough
 * @param format `woff2` takes about a second for a thousand characters, `sfnt` some milliseconds for twice the bytes
 */
export type CutFace = (
  parts: readonly [Uint8Array, ...Uint8Array[]],
  text: string,
  format?: 'sfnt' | 'woff2',
) => Promise<Uint8Array>;

/**
 * What cuts faces, in a browser and in Node.
 *
 * @param wasm the file `harfbuzzjs/dist/harfbuzz-subset.wasm`
 */
export async function faceCutter(wasm: BufferSource): Promise<CutFace> {
  const subset = await subsetter(wasm);
  return async (parts, text, format = 'woff2') => {
    const cut = async (part: Uint8Array) =>
      subset(await asSfnt(part), { text, features: FEATURES, droppedTables: DROPPED });
    const [first, ...others] = parts;
    // One after another: harfbuzz has one memory.
    const pieces: [Uint8Array, ...Uint8Array[]] = [await cut(first)];
    for (const part of others) pieces.push(await cut(part));
    const merged = others.length > 0 ? mergeFaces(pieces) : pieces[0];
    // A merged face is not cut again: harfbuzz 1.6.4 gives a file without outlines for a whole face of 24 MB.
    return format === 'sfnt' ? merged : new Uint8Array(await compress(merged));
  };
}

async function asSfnt(font: Uint8Array): Promise<Uint8Array> {
  return new TextDecoder('latin1').decode(font.subarray(0, 4)) === 'wOF2'
    ? new Uint8Array(await decompress(font))
    : font;
}
