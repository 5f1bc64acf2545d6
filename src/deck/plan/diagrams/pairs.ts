import type { Paragraph } from '../paragraph.ts';
import type { CellRole } from '../types.ts';
import {
  allBalanced,
  type CellPlace,
  cellsOf,
  type FoundDiagram,
  openSentences,
  trimmed,
} from './diagram.ts';

/** How two halves of a sentence are found. */
export interface PairRule {
  /** Its first two groups are the halves; they end where a clause does. Read on matchingText. */
  readonly pattern: RegExp;
  /** Cells of the subject before them, which heads the slide. */
  readonly subject: number;
  readonly roles: readonly [CellRole, CellRole];
  readonly score: number;
  /** Lengths of the halves may differ by so many cells; any by default. */
  readonly apart?: number;
}

/** A subject that points at something said before. */
const POINTS_BACK = /^(?:这|那|其|它|他|她|此)/u;
/** What the speaker feels is no slide. */
const SPEAKER = /^(?:我|我们|大家|今天我)$/u;
/** What may stand before a subject: words that only lead to it. */
const OPENING =
  /^(?:我觉得|我认为|我想|应该说|可以说|要知道|毕竟|事实上|实际上|说到底|归根到底|归根结底)[，]?/u;

/**
 * Sentences of two halves, one diagram each. What stands before the halves is the title where it is short, and must be
 * nothing else; what follows them is left out only where it is another sentence's business (；).
 */
export function pairsIn(paragraph: Paragraph, rule: PairRule): FoundDiagram[] {
  const { text, plain } = paragraph;
  return openSentences(paragraph).flatMap((sentence): FoundDiagram[] => {
    const match = rule.pattern.exec(sentence.plain);
    if (!match) return [];
    const [first = '', second = ''] = match.slice(1);
    const at = sentence.from + match.index;
    const halves = [
      { from: at, to: at + first.length },
      { from: at + match[0].length - second.length, to: at + match[0].length },
    ] as const;
    const opening = OPENING.exec(sentence.plain)?.[0].length ?? 0;
    const before = trimmed(plain, { from: sentence.from + opening, to: at });
    const clause = { from: Math.max(before.from, lastStop(plain, before.from, before.to)), to: before.to };
    const words = plain.slice(clause.from, clause.to);
    if (cellsOf(text, clause) > rule.subject || POINTS_BACK.test(words) || SPEAKER.test(words)) return [];
    // Words before the subject would be lost.
    if (clause.from > before.from && cellsOf(text, { from: before.from, to: clause.from }) > LOST) return [];
    const after = plain.slice(halves[1].to, sentence.to).replace(/[。！，；\s]/gu, '');
    const last = plain[halves[1].to];
    if (after !== '' && last !== '；' && after.length > LOST) return [];
    if (
      rule.apart !== undefined &&
      Math.abs(cellsOf(text, halves[0]) - cellsOf(text, halves[1])) > rule.apart
    )
      return [];
    const row: CellPlace[] = halves.map((half, index) => ({ ...half, role: rule.roles[index] as CellRole }));
    if (!allBalanced(text, [...row, clause])) return [];
    return [
      {
        from: sentence.index,
        to: sentence.index + 1,
        ...(words !== '' && { subject: clause }),
        rows: row.map((cell) => [cell]),
        score: rule.score,
      },
    ];
  });
}

/** Characters around the halves that may be left to the ear. */
const LOST = 16;

/** Offset behind the last stop of a stretch, its start where there is none. */
function lastStop(plain: string, from: number, to: number): number {
  const at = Math.max(...['，', '；', '：'].map((stop) => plain.slice(from, to).lastIndexOf(stop)));
  return from + at + 1;
}
