import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of text that both have, or one of them only. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Paragraphs in order; `skipped` stands for that many that are the same in both. */
export type DifferenceBlock = { readonly pieces: readonly Piece[] } | { readonly skipped: number };

export interface Difference {
  readonly blocks: readonly DifferenceBlock[];
  /** To the last character, line ends and spaces too. */
  readonly same: boolean;
  /** Visible characters. */
  readonly added: number;
  readonly removed: number;
}

/**
 * A comparison of sentences, and all those of words together, that take longer are given up, ms: then texts, or
 * sentences, are shown one after the other. Whoever looks at a version does not wait.
 */
const PATIENCE = 500;
/** Paragraphs shown around a change. */
const AROUND = 1;
/** Two sentences of which less than this share is common are two sentences, not one that was changed. */
const ALIKE = 0.4;

/** Ends of sentences with the quotation marks behind them, and ends of lines. */
const SENTENCE = /[^。！？；!?;\n]*(?:[。！？；!?;]+[”’」』）)]*|\n|$)/g;

/**
 * How one text became another: sentence by sentence, inside a changed sentence word by word.
 *
 * @param before the older text
 * @param after the newer one
 */
export function textChanges(before: string, after: string): Difference {
  const pieces = refined(sentenceChanges(before, after));
  const count = (kind: Piece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + [...text.replace(/\s+/gu, '')].length, 0);
  return {
    blocks: shortened(paragraphs(pieces)),
    same: before === after,
    added: count('added'),
    removed: count('removed'),
  };
}

function sentenceChanges(before: string, after: string): Piece[] {
  const parts = diffArrays(sentences(before), sentences(after), { timeout: PATIENCE });
  if (!parts)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

function sentences(text: string): string[] {
  return (text.match(SENTENCE) ?? []).filter((sentence) => sentence !== '');
}

/** Where a sentence was changed and not replaced, only its words are marked. */
function refined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let left = PATIENCE;
  for (let index = 0; index < pieces.length; index++) {
    const [piece, next] = [pieces[index]!, pieces[index + 1]];
    const started = performance.now();
    const words =
      piece.kind === 'removed' &&
      next?.kind === 'added' &&
      left > 0 &&
      wordChanges(piece.text, next.text, left);
    left -= performance.now() - started;
    if (words) {
      result.push(...words);
      index++;
    } else result.push(piece);
  }
  return result;
}

function wordChanges(before: string, after: string, patience: number): Piece[] | undefined {
  const parts = diffWordsWithSpace(before, after, {
    intlSegmenter: new Intl.Segmenter('zh', { granularity: 'word' }),
    timeout: patience,
  });
  const common = (parts ?? [])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  if (!parts || common < ALIKE * Math.max(before.length, after.length)) return undefined;
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The pieces of each paragraph; an added or removed end of line stays with its paragraph. */
function paragraphs(pieces: readonly Piece[]): Piece[][] {
  const result: Piece[][] = [[]];
  for (const { kind, text } of pieces)
    for (const part of text.split(/(?<=\n)/)) {
      const line = part.replace(/\n$/, '');
      // A paragraph that is split or joined shows it: there is nothing else to see.
      const shown = line === '' && part !== '' && kind !== 'same' ? '↵' : line;
      if (shown !== '') result.at(-1)!.push({ kind, text: shown });
      if (part.endsWith('\n')) result.push([]);
    }
  return result.filter((paragraph) => paragraph.length > 0);
}

/** Long stretches without a change give way to their number. */
function shortened(all: readonly Piece[][]): DifferenceBlock[] {
  const changed = all.map((pieces) => pieces.some(({ kind }) => kind !== 'same'));
  const shown = all.map((_, index) =>
    changed.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(Boolean),
  );
  const blocks: DifferenceBlock[] = [];
  let skipped = 0;
  for (const [index, pieces] of all.entries()) {
    if (!shown[index]) {
      skipped++;
      continue;
    }
    if (skipped > 0) blocks.push({ skipped });
    skipped = 0;
    blocks.push({ pieces });
  }
  if (skipped > 0) blocks.push({ skipped });
  return blocks;
}
