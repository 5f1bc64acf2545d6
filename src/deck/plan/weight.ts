import { inlineText } from '../../speech/text.ts';
import type { Block, Inline, Section } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import { hasLongEmphasis } from './emphasis.ts';

/** What stands under a heading, before it is cut into sentences. */
export interface Weight {
  /** Han widths of all its text. */
  readonly width: number;
  /** The author asks for some of it on a slide: by emphasis, or by a comment. */
  readonly asked: boolean;
}

export function weightOf(nodes: readonly (Section | Block)[]): Weight {
  let width = 0;
  let asked = false;
  const add = (inlines: readonly Inline[], said: boolean) => {
    width += characterWidth(inlineText(inlines));
    asked ||= said && hasLongEmphasis(inlines);
  };
  const visit = (node: Section | Block, said: boolean): void => {
    const only = 'only' in node ? node.only : undefined;
    if (only === 'print') return;
    if (only === 'slide') asked = true;
    const own = said && only !== 'notes';
    switch (node.kind) {
      case 'section':
        width += characterWidth(node.marker?.text ?? '');
        add(node.heading, false);
        for (const child of node.children) visit(child, own);
        break;
      case 'paragraph':
      case 'salutation':
      case 'cue':
        add(node.children, own && node.kind === 'paragraph');
        break;
      case 'quote':
        for (const child of node.children) visit(child, own);
        break;
      case 'list':
        for (const item of node.items) for (const child of item.children) visit(child, own);
        break;
      case 'table':
        for (const row of node.rows) for (const cell of row.cells) add(cell.children, false);
        break;
      case 'figure':
        add(node.caption, false);
        break;
      case 'signature':
        for (const line of node.lines) add(line.children, false);
        break;
      case 'break':
        break;
    }
  };
  for (const node of nodes) visit(node, true);
  return { width, asked };
}
