import type { XmlElement } from './xml.ts';

/** Elements whose text is no text of the page, or is shown elsewhere. */
const SKIPPED = new Set([
  'w:instrText',
  'w:delInstrText',
  'w:sdtPr',
  'w:pPr',
  'w:rPr',
  'mc:Fallback',
  'w:rt',
]);

/**
 * All characters of an element, deleted and hidden ones included, as they are stored: a paragraph a line. For what is
 * left out of the speech, of which only the words matter.
 */
export function rawText(element: XmlElement): string {
  let text = '';
  const walk = ({ children }: XmlElement): void => {
    for (const node of children) {
      if (typeof node === 'string') continue;
      if (SKIPPED.has(node.name)) continue;
      if (node.name === 'w:t' || node.name === 'w:delText') {
        for (const piece of node.children) if (typeof piece === 'string') text += piece;
      } else if (node.name === 'w:tab') text += '\t';
      else if (node.name === 'w:br' || node.name === 'w:cr') text += '\n';
      else {
        walk(node);
        if (node.name === 'w:p' && text !== '' && !text.endsWith('\n')) text += '\n';
      }
    }
  };
  walk(element);
  return text.replace(/\n$/, '');
}
