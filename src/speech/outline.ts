import { DEFAULT_RATE } from './settings.ts';
import { inlineText } from './text.ts';
import { blockSeconds, speechSeconds } from './timing.ts';
import type { Block, Passage, Section, Speech } from './types.ts';

const SHOWN = 24;

/**
 * The model as a page one can read: title lines, sections with level and marker, blocks with their first
 * characters. What the golden files of tests/fixtures/speech hold.
 */
export function modelOutline(speech: Speech): string {
  const lines: string[] = [];
  for (const { role, children } of speech.front) lines.push(`${role}: ${inlineText(children)}`);
  for (const block of speech.opening) lines.push(...blockOutline(block, ''));
  for (const node of speech.sections) lines.push(...nodeOutline(node, ''));
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

/**
 * The indented outline a speaker reads: title, total time as a range, then every section with its level,
 * marker, heading and minutes.
 * @param rate characters a minute; the front matter's, then 180, when absent
 */
export function speechOutline(
  speech: Speech,
  rate: number = speech.meta.settings.rate ?? DEFAULT_RATE,
): string {
  const { seconds, fastest, slowest } = speechSeconds(speech, rate);
  const total = `${minutes(seconds)}（${minutes(fastest)}–${minutes(slowest)}）`;
  const lines = [speech.meta.title?.text ?? '', total].filter((line) => line !== '');
  const walk = (section: Section): void => {
    const indent = '  '.repeat(section.level - 1);
    const marker = section.marker?.text.trim() ?? '';
    lines.push(
      `${indent}${section.level} ${marker}${inlineText(section.heading)}  ${minutes(blockSeconds(section, rate))}`,
    );
    for (const child of section.children) if (child.kind === 'section') walk(child);
  };
  if (speech.opening.length > 0) lines.push(`· ${minutes(sum(speech.opening, rate))}`);
  for (const node of speech.sections) {
    if (node.kind === 'section') walk(node);
    else lines.push(`· ${minutes(blockSeconds(node, rate))}`);
  }
  if (speech.closing.length > 0 && speech.sections.length > 0)
    lines.push(`· ${minutes(sum(speech.closing, rate))}`);
  return `${lines.join('\n')}\n`;
}

function sum(blocks: readonly Block[], rate: number): number {
  return blocks.reduce((seconds, block) => seconds + blockSeconds(block, rate), 0);
}

/** 125 s → 2:05 */
function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function nodeOutline(node: Section | Passage | Block, indent: string): string[] {
  if (node.kind === 'section') return sectionOutline(node, indent);
  if (node.kind !== 'passage') return blockOutline(node, indent);
  return [`${indent}passage`, ...node.children.flatMap((child) => blockOutline(child, `${indent}  `))];
}

function sectionOutline(section: Section, indent: string): string[] {
  const marker = section.marker ? `[${section.marker.text.trim()}] ` : '[] ';
  const form = section.joins ? ' (joins)' : section.runIn ? ' (run-in)' : '';
  const head = `${indent}section ${section.level} ${marker}${inlineText(section.heading)}${form}`;
  return [head, ...section.children.flatMap((child) => nodeOutline(child, `${indent}  `))];
}

function blockOutline(block: Block, indent: string): string[] {
  const lines = linesOfBlock(block, indent);
  if (!('only' in block) || block.only !== 'print') return lines;
  if (block.kind === 'paragraph' && block.role === 'attachment') return lines;
  return lines.map((line) => `${line} (print only)`);
}

function linesOfBlock(block: Block, indent: string): string[] {
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
