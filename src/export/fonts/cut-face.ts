import subsetFont from 'subset-font';
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
 * One font file of a face, cut to the characters of a text. Characters that no part has are left out. The first part's
 * features are kept, so punctuation is squeezed where all marks come from it.
 *
 * @param parts of the face, TrueType as sfnt, woff or woff2; a part's characters that an earlier one has are passed over
 * @param text each character once is enough
 * @param format `woff2` takes about a second for a thousand characters, `sfnt` some milliseconds for twice the bytes
 */
export async function cutFace(
  parts: readonly [Uint8Array, ...Uint8Array[]],
  text: string,
  format: 'sfnt' | 'woff2' = 'woff2',
): Promise<Uint8Array> {
  const options = { keepFeatures: FEATURES, dropTables: DROPPED };
  const cut = async (part: Uint8Array, targetFormat: 'sfnt' | 'woff2') =>
    // The package reads the first bytes of a Buffer as text, which those of a bare Uint8Array are not.
    new Uint8Array(await subsetFont(Buffer.from(part), text, { ...options, targetFormat }));
  const [first, ...others] = parts;
  if (others.length === 0) return cut(first, format);
  const merged = mergeFaces([
    await cut(first, 'sfnt'),
    ...(await Promise.all(others.map((part) => cut(part, 'sfnt')))),
  ]);
  // Not cut again where nothing is to be compressed: harfbuzz 1.6.4 gives a file without outlines for a whole face of 24 MB.
  return format === 'sfnt' ? merged : cut(merged, format);
}
