import { bareText } from '../text/bare-text.ts';
import type {
  Block,
  Footnote,
  Inline,
  List,
  ListItem,
  Passage,
  Section,
  Speech,
  TitleLine,
} from './types.ts';

/** Text of inlines, as written and in order. Pictures and note calls have none. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
      case 'cue-inline':
        text += inline.text;
        break;
      case 'ruby':
        text += inline.base + inline.note;
        break;
      case 'note-ref':
      case 'image':
        break;
      default:
        text += inlineText(inline.children);
    }
  }
  return text;
}

/** Lines of a block, in order; a table gives one line a cell. */
function blockLines(block: Section | Passage | Block): string[] {
  switch (block.kind) {
    case 'passage':
      return block.children.flatMap(blockLines);
    case 'section': {
      const lines = [(block.marker?.text ?? '') + inlineText(block.heading)];
      for (const child of block.children) lines.push(...blockLines(child));
      return lines;
    }
    case 'paragraph':
    case 'salutation':
    case 'cue':
      return [inlineText(block.children)];
    case 'list':
      return block.items.flatMap((item) => {
        const lines = item.children.flatMap(blockLines);
        const marker = shownMarker(block, item);
        return marker === '' ? lines : [marker, ...lines];
      });
    case 'quote':
      return block.children.flatMap(blockLines);
    case 'table':
      return [
        ...(block.caption ? [inlineText(block.caption)] : []),
        ...block.rows.flatMap((row) => row.cells.map((cell) => inlineText(cell.children))),
      ];
    case 'figure':
      return [inlineText(block.caption)];
    case 'signature':
      return block.lines.map((line) => inlineText(line.children));
    case 'break':
      return [];
  }
}

/** The number or bullet of an item as far as it is text of the speech; empty for a sign of Markdown. */
export function shownMarker({ ordered }: Pick<List, 'ordered'>, { marker, written }: ListItem): string {
  return ordered || written ? marker : '';
}

/** Text of a section with all in it, or of a block, as {@link speechText} has it. */
export function nodeText(node: Section | Passage | Block): string {
  return blockLines(node).join('\n');
}

/**
 * The whole text of the speech in the order of the model, one line per title line, heading,
 * paragraph, cell. What deck notes and handout must give back (compare with {@link bareText}).
 */
export function speechText(speech: Speech): string {
  const lines: string[] = [];
  for (const line of speech.front as readonly TitleLine[]) lines.push(inlineText(line.children));
  for (const block of speech.opening) lines.push(...blockLines(block));
  for (const section of speech.sections) lines.push(...blockLines(section));
  for (const block of speech.closing) lines.push(...blockLines(block));
  for (const note of speech.notes as readonly Footnote[]) lines.push(...note.children.flatMap(blockLines));
  return lines.filter((line) => line !== '').join('\n');
}

/** Visible characters, a surrogate pair as one: what the app counts as words. */
export function characterCount(text: string): number {
  const bare = bareText(text);
  let count = bare.length;
  for (let at = 1; at < bare.length; at++)
    if ((bare.charCodeAt(at) & 0xfc00) === 0xdc00 && (bare.charCodeAt(at - 1) & 0xfc00) === 0xd800) count--;
  return count;
}
