import { cutToBytes, MAX_NAME_BYTES } from './speech-name.ts';

/** `NAME.txt` → `NAME` and `.txt`; the extension is empty where there is none. */
export function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), extension: name.slice(dot) } : { stem: name, extension: '' };
}

/**
 * The name, or where it is taken the first of `NAME 2.txt`, `NAME 3.txt` … that is free. Names that
 * differ in case only are one name: Windows and macOS take them so. A stem too long for a file is cut.
 */
export function freeFileName(taken: readonly string[], wanted: string): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const { stem, extension } = splitName(wanted);
  for (let number = 1; ; number++) {
    const behind = (number === 1 ? '' : ` ${number}`) + extension;
    const name = cutToBytes(stem, MAX_NAME_BYTES - behind.length) + behind;
    if (!names.has(name.toLowerCase())) return name;
  }
}
