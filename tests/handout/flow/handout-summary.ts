import { blockLines, runsText } from '../../../src/handout/flow/text.ts';
import type { Handout, HandoutBlock, Run } from '../../../src/handout/flow/types.ts';

/** Characters of a text that are quoted at its beginning. */
const QUOTED = 16;

/** The beginning of a text, and how long all of it is. */
function quoted(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTED + 4
    ? text
    : `${characters.slice(0, QUOTED).join('')}… (${characters.length})`;
}

/** Kind of a block and what is said of it besides its text. */
function describeBlock(block: HandoutBlock): string {
  switch (block.kind) {
    case 'heading':
      return `heading ${block.level}`;
    case 'paragraph':
      return block.role ? `paragraph ${block.role}` : 'paragraph';
    case 'item':
      return `item ${block.depth}${block.bullet ? ' bullet' : ''}${block.continued ? ' continued' : ''}`;
    case 'quote':
      return block.verse ? 'verse' : 'quote';
    case 'note':
      return `note ${block.number}${block.continued ? ' continued' : ''}`;
    case 'table':
      return `table ${block.rows.length} × ${block.rows[0]?.length ?? 0}, head ${block.headRows}, ${block.align.map((align) => align ?? '-').join(' ')}`;
    case 'figure':
      return `figure ${block.src}`;
    default:
      return block.kind;
  }
}

/** What a run is besides text. */
function marksOf(run: Run): string[] {
  return [
    ...run.styles.map((style) => `${style} ${quoted(run.text)}`),
    ...(run.href === undefined ? [] : [`link ${run.href}`]),
    ...(run.ruby ? [`ruby ${run.ruby.base} ${run.ruby.reading}`] : []),
    ...(run.noteNumber === undefined ? [] : [`note call ${run.noteNumber}`]),
    ...(run.image ? [`image ${run.image.src}`] : []),
  ];
}

/** Styled runs of one style that follow each other, as one: where they are cut is told under `together`. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const same = last && last.styles.join() === run.styles.join() && last.href === run.href;
    if (same && !run.ruby && !last.ruby && run.noteNumber === undefined)
      found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

/** Pieces that may not break over a line. */
function piecesOf(runs: readonly Run[]): string[] {
  const pieces: string[] = [];
  for (const run of runs) {
    if (!run.noBreak) continue;
    if (run.joinsRunBefore && pieces.length > 0) pieces[pieces.length - 1] += run.text;
    else pieces.push(run.text);
  }
  return pieces;
}

/** Kind and beginning of each block. */
export function blockSummary(handout: Handout): string {
  return handout.blocks.map(headOf).join('\n');
}

/** Blocks as a person reviews them: kind and beginning of each, its styles, what must stay on one line. */
export function summaryOf(handout: Handout): string {
  return handout.blocks
    .flatMap((block) => {
      if (!('runs' in block)) return [headOf(block)];
      const marks = joined(block.runs).flatMap(marksOf);
      const pieces = piecesOf(block.runs);
      return [
        headOf(block),
        ...(marks.length > 0 ? [`    ${marks.join('; ')}`] : []),
        ...(pieces.length > 0 ? [`    together: ${pieces.join(' ')}`] : []),
      ];
    })
    .join('\n');
}

function headOf(block: HandoutBlock): string {
  return `${describeBlock(block)}: ${quoted(blockLines(block).join(' | '))}`;
}

/** A label of the speaker's copy. */
export interface Label {
  readonly kind: 'slide' | 'minutes' | 'pinyin' | 'optional';
  readonly value: string;
  /** The text that it stands at. */
  readonly at: string;
}

/** All labels of the speaker's copy, in order. */
export function labelsOf(handout: Handout): Label[] {
  return handout.blocks.flatMap((block): Label[] => {
    if (block.kind === 'contents') return [];
    if (!('runs' in block))
      return block.slide === undefined
        ? []
        : [{ kind: 'slide', value: `${block.slide}`, at: blockLines(block).join(' | ') }];
    const optional: Label[] = block.optional
      ? [{ kind: 'optional', value: '', at: runsText(block.runs) }]
      : [];
    return [
      ...optional,
      ...block.runs.flatMap((run, index): Label[] => {
        const at = runsText(block.runs.slice(index));
        return [
          ...(run.slide === undefined ? [] : [{ kind: 'slide' as const, value: `${run.slide}`, at }]),
          ...(run.minutes === undefined ? [] : [{ kind: 'minutes' as const, value: `${run.minutes}`, at }]),
          ...(run.pinyin ? [{ kind: 'pinyin' as const, value: run.pinyin.join(' '), at: run.text }] : []),
        ];
      }),
    ];
  });
}

/** Labels, one a line. */
export function labelSummary(handout: Handout): string {
  return labelsOf(handout)
    .map(({ kind, value, at }) => `${kind}${value && ` ${value}`}: ${quoted(at)}`)
    .join('\n');
}
