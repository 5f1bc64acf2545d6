import type { Run } from '../document.ts';

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…]/;

/**
 * White space as a browser shows it (CSS Text 3, 4.1): runs of it are one space, none at the ends of a line,
 * and a line feed of the source between two wide characters is nothing. No-break and full-width spaces are
 * characters.
 *
 * @param runs of one paragraph; a line feed in their text stands for one of the source
 */
export function collapseSpace(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  /** White space that was seen and not yet written. */
  let pending: '' | ' ' | '\n' = '';
  let last = '';
  for (const run of runs) {
    if (run.kind === 'break') {
      pending = '';
      last = '';
      result.push(run);
      continue;
    }
    if (run.kind === 'left-out') {
      result.push(run);
      continue;
    }
    if (run.kind !== 'text') {
      if (pending !== '' && last !== '') result.push({ kind: 'text', text: ' ' });
      pending = '';
      if (run.kind !== 'diagnostic') last = '字';
      result.push(run);
      continue;
    }
    let text = '';
    for (const piece of run.text.split(/([ \t\n\r\f]+)/)) {
      if (piece === '') continue;
      if (/^[ \t\n\r\f]/.test(piece)) {
        if (pending !== '\n') pending = piece.includes('\n') ? '\n' : ' ';
        continue;
      }
      if (pending !== '' && last !== '' && !(pending === '\n' && WIDE.test(last) && WIDE.test(piece[0]!)))
        text += ' ';
      pending = '';
      text += piece;
      last = piece.at(-1)!;
    }
    if (text !== '') result.push({ ...run, text });
  }
  return result;
}
