import { inlineText } from './text.ts';
import type { Block, Section, Speech } from './types.ts';

const SHOWN = 24;

/**
 * The model as a page one can read: title lines, sections with level and marker, blocks with their first
 * characters. What the golden files of tests/fixtures/speech hold.
 */
export function modelOutline(speech: Speech): string {
  const lines: string[] = [];
  for (const { role, children } of speech.front) lines.push(`${role}: ${inlineText(children)}`);
  for (const block of speech.opening) lines.push(...blockOutline(block, ''));
  for (const section of speech.sections) lines.push(...sectionOutline(section, ''));
  if (speech.closing.length > 0)
    lines.push('closing', ...speech.closing.flatMap((block) => blockOutline(block, '  ')));
  for (const note of speech.notes) {
    lines.push(
      `note ${note.number} [${note.id}]`,
      ...note.children.flatMap((block) => blockOutline(block, '  ')),
    );
  }
  return `${lines.join('\n')}\n`;
}

function sectionOutline(section: Section, indent: string): string[] {
  const marker = section.marker ? `[${section.marker.text.trim()}] ` : '[] ';
  const form = section.joins ? ' (joins)' : section.runIn ? ' (run-in)' : '';
  const head = `${indent}section ${section.level} ${marker}${inlineText(section.heading)}${form}`;
  return [
    head,
    ...section.children.flatMap((child) =>
      child.kind === 'section' ? sectionOutline(child, `${indent}  `) : blockOutline(child, `${indent}  `),
    ),
  ];
}

function blockOutline(block: Block, indent: string): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        `${indent}${block.role ?? 'paragraph'}${block.joins ? ' (joins)' : ''}: ${begin(inlineText(block.children))}`,
      ];
    case 'salutation':
    case 'cue':
      return [`${indent}${block.kind}: ${inlineText(block.children)}`];
    case 'list':
      return [
        `${indent}${block.ordered ? 'ordered list' : 'list'}`,
        ...block.items.flatMap((item) =>
          item.children.flatMap((child) => blockOutline(child, `${indent}  `)),
        ),
      ];
    case 'quote':
      return [
        `${indent}${block.verse ? 'verse' : 'quote'}`,
        ...block.children.flatMap((child) => blockOutline(child, `${indent}  `)),
      ];
    case 'table':
      return [
        ...(block.caption ? [`${indent}caption: ${inlineText(block.caption)}`] : []),
        `${indent}table ${block.rows.length}x${Math.max(...block.rows.map((row) => row.cells.length))}`,
      ];
    case 'figure':
      return [`${indent}figure ${block.image.src}: ${inlineText(block.caption)}`];
    case 'signature':
      return block.lines.map((line) => `${indent}signature: ${inlineText(line.children)}`);
    case 'break':
      return [`${indent}break`];
  }
}

function begin(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length})` : text;
}
