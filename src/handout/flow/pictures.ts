import type { Handout, HandoutBlock, Run } from './types.ts';

/** Addresses of all pictures of a handout, each once, as the author wrote them. */
export function pictureSources({ blocks }: Pick<Handout, 'blocks'>): string[] {
  return [...new Set(blocks.flatMap(blockPictures))];
}

function blockPictures(block: HandoutBlock): string[] {
  if (block.kind === 'contents') return [];
  const inside = (lines: readonly (readonly Run[])[]) =>
    lines.flat().flatMap((run) => (run.image ? [run.image.src] : []));
  if (block.kind === 'figure') return [block.src, ...inside([block.caption])];
  return inside(block.kind === 'table' ? [block.caption, ...block.rows.flat()] : [block.runs]);
}
