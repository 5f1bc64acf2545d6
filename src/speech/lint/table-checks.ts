import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Block, Passage, Section, Speech } from '../types.ts';

/** Rows with fewer or more cells than the head of their table. */
export function* tableChecks(speech: Speech): Generator<Diagnostic> {
  yield* within([...speech.opening, ...speech.sections, ...speech.closing]);
}

function* within(nodes: readonly (Section | Passage | Block)[]): Generator<Diagnostic> {
  for (const node of nodes) {
    if (node.kind === 'section' || node.kind === 'passage') yield* within(node.children);
    if (node.kind !== 'table') continue;
    const width = node.rows[0]?.cells.length ?? 0;
    for (const [index, row] of node.rows.entries()) {
      if (row.cells.length === width) continue;
      const values = { row: index + 1, count: row.cells.length, width };
      yield { code: 'table-ragged', severity: 'warning', values, range: row.range };
    }
  }
}
