import { inlineText } from '../../src/speech/text.ts';
import type { Block, Inline, Passage, Section, SourceRange, Speech } from '../../src/speech/types.ts';

/** A piece of text in the model with the place it claims to come from. */
export interface Leaf {
  readonly text: string;
  readonly range: SourceRange;
  readonly anchors?: readonly number[];
}

/** Every piece of text of the model, in its order. */
export function leavesOf(speech: Speech): Leaf[] {
  const leaves: Leaf[] = [];
  const inline = (nodes: readonly Inline[]) => {
    for (const node of nodes) {
      if (node.kind === 'text' || node.kind === 'cue-inline') leaves.push(node);
      else if (node.kind === 'ruby') leaves.push({ text: inlineText([node]), range: node.range });
      else if ('children' in node) inline(node.children);
    }
  };
  const block = (node: Section | Passage | Block): void => {
    switch (node.kind) {
      case 'passage':
        for (const child of node.children) block(child);
        return;
      case 'section':
        if (node.marker) leaves.push(node.marker);
        inline(node.heading);
        for (const child of node.children) block(child);
        return;
      case 'paragraph':
      case 'salutation':
      case 'cue':
        inline(node.children);
        return;
      case 'list':
        for (const item of node.items) {
          if (node.ordered || item.written)
            leaves.push({
              text: item.marker,
              range: { start: item.range.start, end: item.range.start + item.marker.length },
            });
          for (const child of item.children) block(child);
        }
        return;
      case 'quote':
        for (const child of node.children) block(child);
        return;
      case 'table':
        inline(node.caption ?? []);
        for (const row of node.rows) for (const cell of row.cells) inline(cell.children);
        return;
      case 'figure':
        inline(node.caption);
        return;
      case 'signature':
        for (const line of node.lines) inline(line.children);
        return;
      case 'break':
    }
  };
  for (const line of speech.front) inline(line.children);
  for (const node of [...speech.opening, ...speech.sections, ...speech.closing]) block(node);
  for (const note of speech.notes) for (const child of note.children) block(child);
  return leaves;
}
