import type { SourceRange } from '../../speech/types.ts';
import { runsText } from './text.ts';
import type { Run, RunBlock } from './types.ts';

/** One sentence of a block, as the runs it is made of. */
export interface BlockSentence {
  readonly runs: readonly Run[];
  readonly text: string;
  /** Its place in the author's source; undefined for what stands before the first, such as a list's number. */
  readonly range: SourceRange | undefined;
}

/** The sentences of a block, in order; together they are all its runs. */
export function blockSentences(block: RunBlock): BlockSentence[] {
  const groups: { runs: Run[]; range: SourceRange | undefined }[] = [];
  for (const run of block.runs) {
    const last = groups.at(-1);
    if (last && run.sentence === undefined) last.runs.push(run);
    // A number of a list belongs to the sentence that it heads.
    else if (last && last.range === undefined) {
      last.runs.push(run);
      last.range = run.sentence;
    } else groups.push({ runs: [run], range: run.sentence });
  }
  return groups.map(({ runs, range }) => ({ runs, range, text: runsText(runs) }));
}
