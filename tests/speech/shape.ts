import type { Block, Passage, Section, Speech } from '../../src/speech/types.ts';

const SIGNS: Readonly<Record<string, string>> = {
  salutation: 's',
  cue: '*',
  list: 'l',
  quote: 'q',
  table: 'T',
  figure: 'f',
  break: '-',
  signature: 'n',
};

/**
 * The build of a speech on one line: `s p | 1一、(p 2（一） p) [s p] 1二、 | c t`. Opening, sections and closing are
 * set apart by bars, children stand in brackets behind their section, a passage in square ones, what is only
 * printed in braces; p paragraph, s salutation, g greeting, c closing, t thanks, a attachment, n signature, q quote. A
 * paragraph that goes on in the line of its heading is left out.
 */
export function shape(speech: Speech): string {
  const parts = [speech.opening, speech.sections, speech.closing].map((nodes) => shapes(nodes));
  return parts.join(' | ').trim();
}

function shapes(nodes: readonly (Section | Passage | Block)[]): string {
  return nodes
    .filter((node) => !(node.kind === 'paragraph' && node.joins))
    .map(shapeOf)
    .join(' ');
}

function shapeOf(node: Section | Passage | Block): string {
  if (node.kind === 'passage') return `[${shapes(node.children)}]`;
  if (node.kind === 'section') {
    const children = shapes(node.children);
    return `${node.level}${node.marker?.text.trim() ?? '#'}${children === '' ? '' : `(${children})`}`;
  }
  const sign = node.kind === 'paragraph' ? (node.role?.[0] ?? 'p') : (SIGNS[node.kind] ?? node.kind);
  return 'only' in node && node.only === 'print' ? `{${sign}}` : sign;
}
