/**
 * A, named by the file with the commonest characters alone: ranges of the others run on across Han characters that they do
 * not have (docs/fonts.md).
 */
const COMMON = 0x41;

/**
 * Says on the page (`data-bundled-face` of the root) that this machine has no Chinese font, once the file of the bundled
 * one with the commonest characters has come. Behind a font of the system Chromium leaves empty boxes where a file
 * comes late; in front of it characters are drawn when it is there. A file that comes for a rare character says
 * nothing: the system's font lacks that one only.
 */
export function preferBundledFaceWhereNeeded(): void {
  document.fonts.addEventListener('loadingdone', function look({ fontfaces }) {
    if (!fontfaces.some(({ unicodeRange }) => rangeHolds(unicodeRange, COMMON))) return;
    document.fonts.removeEventListener('loadingdone', look);
    document.documentElement.toggleAttribute('data-bundled-face', true);
  });
}

/**
 * Whether a CSS `unicode-range` (`U+4E00-9FFF, U+3??`) holds a character.
 *
 * @param codePoint of the character
 */
export function rangeHolds(unicodeRange: string, codePoint: number): boolean {
  return unicodeRange.split(',').some((part) => {
    const [, from = '', to] = /U\+([\dA-F?]+)(?:-([\dA-F]+))?/i.exec(part.trim()) ?? [];
    const least = Number.parseInt(from.replaceAll('?', '0'), 16);
    const most = Number.parseInt(to ?? from.replaceAll('?', 'F'), 16);
    return least <= codePoint && codePoint <= most;
  });
}
