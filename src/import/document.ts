import type { LeftOutKind } from './left-out.ts';

/**
 * What a container holds, before it is written as the text of a speech: the shape that .docx and HTML share.
 * Plain data; the look is gone, what the author meant by it is kept.
 */

/** A stretch of text of one look. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold?: boolean;
  /** Marked with a highlighter, or with emphasis dots. */
  readonly mark?: boolean;
  /** Address of a link, http, https or mailto. */
  readonly href?: string;
}
/** Characters with their reading above them. */
export interface RubyRun {
  readonly kind: 'ruby';
  readonly base: string;
  readonly reading: string;
}
/** A line break the author typed inside a paragraph. */
export interface BreakRun {
  readonly kind: 'break';
}
export interface NoteRun {
  readonly kind: 'note';
  /** Key into {@link ContainerDocument.notes}. */
  readonly id: string;
}
export interface PictureRun {
  readonly kind: 'picture';
  /** Name of a kept picture, or a relative path. */
  readonly name: string;
  readonly alt: string;
}
/** A place where something could not be read. */
export interface DiagnosticRun {
  readonly kind: 'diagnostic';
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly values: Readonly<Record<string, string | number>>;
}
/** A place where something was left out on purpose; see left-out.ts. */
export interface LeftOutRun {
  readonly kind: 'left-out';
  readonly what: LeftOutKind;
  readonly text: string;
}
export type Run = TextRun | RubyRun | BreakRun | NoteRun | PictureRun | DiagnosticRun | LeftOutRun;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** Depth of a heading from 0; `title` is the name of the whole. */
  readonly heading?: number | 'title';
  /** The automatic number, as the word processor shows it: 一、 （一） 1. */
  readonly number?: string;
  /** Depth from 0 of an item with a bullet. */
  readonly bullet?: number;
  readonly quote?: boolean;
}
export interface TableCell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  readonly rows: number;
}
export interface TableBlock {
  readonly kind: 'table';
  /** Cells by row, each only where it begins. */
  readonly rows: readonly (readonly TableCell[])[];
}
export type Block = ParagraphBlock | TableBlock;

export interface ContainerDocument {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly ParagraphBlock[]>;
}

/** A picture that came inside the file; to be kept beside the speech under its name. */
export interface KeptPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type. */
  readonly type: string;
}

/** Text of runs without any sign; a break is a line feed. */
export function runsText(runs: readonly Run[]): string {
  let text = '';
  for (const run of runs) {
    if (run.kind === 'text') text += run.text;
    else if (run.kind === 'ruby') text += `${run.base}（${run.reading}）`;
    else if (run.kind === 'break') text += '\n';
  }
  return text;
}

/** The place of something that could not be read; `text` tells it from others. */
export function unread(code: string, text: string): DiagnosticRun {
  return { kind: 'diagnostic', code, severity: 'warning', values: { text } };
}

/** The place of something that was left out, on lines of its own; nothing where it has no words. */
export function leftOutBlock(what: LeftOutKind, text: string): ParagraphBlock[] {
  const words = text.trim();
  return words === '' ? [] : [{ kind: 'paragraph', runs: [{ kind: 'left-out', what, text: words }] }];
}

/**
 * All text of blocks, a paragraph a line.
 *
 * @param withLeftOut whether what was left out of them is included
 */
export function blocksText(blocks: readonly Block[], withLeftOut = true): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table')
      for (const row of block.rows)
        lines.push(row.map((cell) => blocksText(cell.blocks, withLeftOut)).join('\t'));
    else {
      const words = block.runs.map((run) =>
        run.kind !== 'left-out' ? runsText([run]) : withLeftOut ? run.text : '',
      );
      lines.push((block.number ?? '') + words.join(''));
    }
  }
  return lines.filter((line) => line.trim() !== '').join('\n');
}
