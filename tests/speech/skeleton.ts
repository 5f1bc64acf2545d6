import { inlineText } from '../../src/speech/text.ts';
import type { Block, Inline, Section, Speech, TitleLine } from '../../src/speech/types.ts';

/**
 * The build of a speech as the writers of the fixtures noted it in `expected.txt`, by eye and before any
 * parser saw the text: title block values, salutations, sections with markers, kinds of blocks.
 */
export function skeleton(speech: Speech): string[] {
  return [
    ...speech.front.flatMap((line) => titleLine(line, speech)),
    ...speech.opening.flatMap((block) => blockLine(block, '', 0)),
    ...speech.sections.flatMap((node) =>
      node.kind === 'section'
        ? sectionLines(node, '')
        : ['passage', ...node.children.flatMap((block) => blockLine(block, '  ', 0))],
    ),
    ...speech.closing.flatMap((block) => blockLine(block, '', 0)),
    ...speech.notes.map(() => 'note'),
  ];
}

function titleLine(line: TitleLine, speech: Speech): string[] {
  if (line.role === 'title' || line.role === 'subtitle')
    return [`${line.role}: ${inlineText(line.children)}`];
  const keys = ['role', 'speaker', 'date', 'place', 'occasion', 'source'] as const;
  const values = keys.flatMap((key) => {
    const value = speech.meta[key];
    return value && value.range.start >= line.range.start && value.range.end <= line.range.end
      ? [{ start: value.range.start, text: `${key}: ${value.text}` }]
      : [];
  });
  if (values.length === 0) return [`${line.role}: ${inlineText(line.children)}`];
  return values.sort((a, b) => a.start - b.start).map((value) => value.text);
}

function sectionLines(section: Section, indent: string): string[] {
  const heading = inlineText(section.heading);
  const form = section.runIn || section.joins ? ' (run-in)' : '';
  return [
    `${indent}section ${section.level} [${section.marker?.text.trim() ?? ''}] ${heading}${form}`,
    ...section.children.flatMap((child) =>
      child.kind === 'section'
        ? sectionLines(child, `${indent}  `)
        : blockLine(child, `${indent}  `, section.level),
    ),
  ];
}

function blockLine(block: Block, indent: string, level: number): string[] {
  switch (block.kind) {
    case 'paragraph':
      return topics(block.children, indent, level, block.role ?? 'paragraph');
    case 'salutation':
      return [`${indent}salutation: ${inlineText(block.children)}`];
    case 'list':
      return [
        `${indent}list ${block.items.length}`,
        ...block.items.flatMap((item) =>
          item.children.slice(1).flatMap((child) => blockLine(child, `${indent}  `, level)),
        ),
      ];
    case 'quote':
      return [`${indent}quote${block.verse ? ' (verse)' : ''}`];
    case 'table':
      return [
        ...(block.caption ? [`${indent}caption: ${inlineText(block.caption)}`] : []),
        `${indent}table ${block.rows.length}x${Math.max(...block.rows.map((row) => row.cells.length))}`,
      ];
    default:
      return [`${indent}${block.kind}`];
  }
}

/** A paragraph; its topic sentences are noted as unnumbered run-in points. */
function topics(children: readonly Inline[], indent: string, level: number, kind: string): string[] {
  const lines: string[] = [];
  let inside = '';
  let pending = false;
  for (const inline of children) {
    if (inline.kind === 'topic') {
      lines.push(`${indent}section ${level + 1} [] ${inlineText([inline])} (run-in)`);
      inside = '  ';
      pending = true;
    } else if (pending || lines.length === 0) {
      lines.push(`${indent}${inside}${kind}`);
      pending = false;
    }
  }
  return lines.length > 0 ? lines : [`${indent}${kind}`];
}
