import { trimmedOf } from '../text/trim.ts';

/** Pictures that a page can show, by their first bytes: [media type, extension, offset, bytes]. */
const KINDS: readonly (readonly [string, string, number, readonly number[]])[] = [
  ['image/png', 'png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', 'jpg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 'gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 'webp', 8, [0x57, 0x45, 0x42, 0x50]],
];

/** Media type and extension of a picture's bytes; undefined for what no browser shows (EMF, WMF, TIFF). */
export function pictureKind(bytes: Uint8Array): { type: string; extension: string } | undefined {
  for (const [type, extension, offset, first] of KINDS)
    if (first.every((byte, index) => bytes[offset + index] === byte)) return { type, extension };
  return undefined;
}

/** File name of the n-th picture of a file: signs that would end a Markdown address become hyphens. */
export function pictureName(fileName: string, number: number, extension: string): string {
  const stem = fileName.includes('.') ? fileName.slice(0, fileName.lastIndexOf('.')) : fileName;
  const base = trimmedOf(stem.replace(/[\s()<>[\]{}"'\\/#?%:*|&!^`~]+/g, '-'), /[-.]/);
  return `${base || 'picture'}-${number}.${extension}`;
}
