import type { EditorState, Line } from '@codemirror/state';
import { sentenceEnds } from '../../speech/sentences.ts';

/** Signs a line may begin with, of which the toolbar makes others: heading, quotation, list. */
const SIGN = /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)/;

/** The sign at the head of a line; empty if there is none. */
export function lineSign(text: string): string {
  return SIGN.exec(text)?.[0] ?? '';
}

export function isTableRow(text: string): boolean {
  return /^\s*\|/.test(text);
}

/** Lines of the selection; one that only its end touches is none of them. */
export function selectedLines({ doc, selection }: EditorState): Line[] {
  const { from, to } = selection.main;
  const lines: Line[] = [];
  for (let at = from; at <= to; ) {
    const line = doc.lineAt(at);
    if (lines.length === 0 || line.from < to) lines.push(line);
    at = line.to + 1;
  }
  return lines;
}

/** The range of the sentence that holds `offset`, without the white space around it. */
export function sentenceAround(state: EditorState, offset: number): { from: number; to: number } {
  const line = state.doc.lineAt(offset);
  let from = 0;
  let to = line.text.length;
  for (const end of sentenceEnds(line.text)) {
    if (end <= offset - line.from && end < line.text.length) from = end;
    else {
      to = end;
      break;
    }
  }
  const text = line.text.slice(from, to);
  const lead = text.length - text.trimStart().length;
  return { from: line.from + from + lead, to: line.from + from + text.trimEnd().length };
}
