import { type FileLine, fileLinesOf } from '../text/lines.ts';

/**
 * Gives the line ends of the file back to a text that was edited with `\n` only.
 *
 * Lines the edit did not touch (the common head and tail of both texts) keep exactly what they had, also
 * in a file that mixes kinds; new lines take the kind most used in the file.
 *
 * @param before the file's text as it is on disk
 * @param text the edited text, `\n` only
 */
export function restoreLineEnds(before: string, text: string): string {
  if (!before.includes('\r')) return text;
  const old = fileLinesOf(before);
  const lines = fileLinesOf(text);
  const usual = mostUsed(old);
  let head = 0;
  while (head < old.length && head < lines.length && old[head]!.text === lines[head]!.text) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < lines.length - head &&
    old[old.length - 1 - tail]!.text === lines[lines.length - 1 - tail]!.text
  )
    tail++;
  let whole = '';
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]!;
    if (line.lineEnd === '') {
      whole = line.text + whole;
      continue;
    }
    const fromEnd = lines.length - index;
    const same = index < head ? old[index] : fromEnd <= tail ? old[old.length - fromEnd] : undefined;
    const end = same?.lineEnd || usual;
    // \r before an empty line that ends with \n would be read as one end of line, \r\n.
    whole = line.text + (end === '\r' && whole.startsWith('\n') ? '\n' : end) + whole;
  }
  return whole;
}

function mostUsed(lines: readonly FileLine[]): string {
  const count = (end: string) => lines.filter((line) => line.lineEnd === end).length;
  return ['\r\n', '\n', '\r'].reduce((best, end) => (count(end) > count(best) ? end : best), '\r\n');
}
