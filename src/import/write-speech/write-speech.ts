import type { Diagnostic } from '../../text/diagnostic.ts';
import type { SourceText } from '../../text/source.ts';
import type { ContainerDocument, KeptPicture } from '../document.ts';
import type { LeftOut } from '../left-out.ts';
import { headingPlan } from './heading-plan.ts';
import { LineWriter } from './line-writer.ts';
import { tableLines } from './table-lines.ts';
import { withoutTypographicBold } from './typographic-bold.ts';
import { type FlatBlock, unwrapLayout } from './unwrap-layout.ts';
import type { WrittenLine } from './written-line.ts';

export interface WrittenSpeech {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
  /** What was left out on purpose, by place. */
  readonly leftOut: readonly LeftOut[];
  /** Where the paragraphs of the file begin in the text, those without words not counted. */
  readonly paragraphs: readonly number[];
  /** It holds more than its characters: emphasis, headings, tables, pictures, notes, links, lists. */
  readonly rich: boolean;
}

/** What a container gives: its text, the pictures that came inside it, what could not be read and what was left out. */
export interface ReadContainer extends WrittenSpeech {
  readonly pictures: readonly KeptPicture[];
}

/** An empty paragraph of the author's. */
const GAP = 'gap';

/**
 * A document as the text of a speech. It is plain, one paragraph a line, where nothing of Markdown is needed;
 * else Markdown, one blank line between paragraphs, with the author's own signs escaped.
 *
 * @param into `markdown` where the text goes into a Markdown document, in which signs are escaped in any case
 */
export function writeSpeech(document: ContainerDocument, name: string, into?: 'markdown'): WrittenSpeech {
  const blocks = withoutTypographicBold(unwrapLayout(document.blocks));
  const plan = headingPlan(blocks);
  const plain = writeLines(blocks, document, plan, new LineWriter(false));
  const { rich } = plain;
  if (!rich && into !== 'markdown') return finish(plain.lines, 'plain', name, rich);
  const marked = writeLines(blocks, document, plan, new LineWriter(true));
  return finish(marked.lines, rich ? 'markdown' : 'plain', name, rich);
}

type Lines = readonly (WrittenLine | typeof GAP)[];

function writeLines(
  blocks: readonly FlatBlock[],
  document: ContainerDocument,
  plan: ReturnType<typeof headingPlan>,
  writer: LineWriter,
): { lines: Lines; rich: boolean } {
  const lines: (WrittenLine | typeof GAP)[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      // Two tables in a row stay two.
      lines.push(GAP);
      for (const line of tableLines(block, writer)) lines.push(line);
      continue;
    }
    const depth = plan.get(block);
    const written = writer.paragraph(block, depth);
    if (written.length === 0) lines.push(GAP);
    for (const line of written) lines.push(line);
  }
  // Notes may call notes: the list grows while it is written.
  for (let index = 0; index < writer.notes.length; index++)
    for (const line of writer.note(index + 1, document.notes.get(writer.notes[index]!) ?? []))
      lines.push(line);
  const tables = lines.some((line) => line !== GAP && line.group !== undefined);
  return { lines, rich: writer.rich || tables };
}

function finish(lines: Lines, format: SourceText['format'], name: string, rich: boolean): WrittenSpeech {
  let text = '';
  let before: WrittenLine | undefined;
  let gap = false;
  const diagnostics: Diagnostic[] = [];
  const leftOut: LeftOut[] = [];
  const paragraphs: number[] = [];
  for (const line of lines) {
    if (line === GAP) {
      gap = true;
      continue;
    }
    // Where only something unreadable stood there is no line, but its place.
    if (before !== undefined && line.text !== '') {
      const together =
        line.group !== undefined && line.group === before.group && !(gap && line.group !== 'list');
      text += together || (format === 'plain' && !gap) ? '\n' : '\n\n';
    }
    for (const { at, ...diagnostic } of line.diagnostics)
      diagnostics.push({ ...diagnostic, range: { start: text.length + at, end: text.length + at } });
    for (const { at, ...mark } of line.leftOut)
      addLeftOut(leftOut, { ...mark, offset: text.length + at, block: line.text === '' });
    if (line.text === '') continue;
    if (line.continues !== true) paragraphs.push(text.length);
    text += line.text;
    before = line;
    gap = false;
  }
  return {
    source: { text: text === '' ? '' : `${text}\n`, format, name },
    diagnostics,
    leftOut,
    paragraphs,
    rich,
  };
}

/** Neighbours of one kind at one place are one piece: the lines of a table of contents, the entries of a menu. */
function addLeftOut(all: LeftOut[], next: LeftOut): void {
  const last = all.at(-1);
  if (last?.kind !== next.kind || last.offset !== next.offset || !last.block || !next.block) all.push(next);
  else all[all.length - 1] = { ...last, text: `${last.text}\n${next.text}` };
}
