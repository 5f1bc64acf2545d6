import { characterWidth } from '../../../text/width.ts';
import type { Stretch } from '../paired-marks.ts';
import type { Paragraph } from '../paragraph.ts';
import {
  CLAUSE_STOPS,
  cellsOf,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  type Sentence,
  splitStretch,
} from './diagram.ts';

/** Clauses of a wall, and characters of one. */
const MEMBERS = { least: 4, most: 8 } as const;
const LENGTH = { least: 4, most: 12 } as const;
/** Cells of the clause before them, as the title, and of what follows. */
const TITLE = 20;
const TAIL = 30;

/** Only Han: what has figures or marks is not as long as its neighbours when it is read. */
const HAN = /^\p{Script=Han}+$/u;
/** Signs of a clause that does something, for lists by 、 that might name things. */
const DOES =
  /^(?:不|无|有|敢|善|能|会|肯|守|讲|抓|促|保|强|建|立|学|思|悟|践|想|急|解|谋|办|帮|惠|铸|聚|凝|担|扛|干|实|严|深|知|懂|爱|敬|尊|听|跟|防|治|查|补|改|提|增|减|优|拓|引|育|用|留|稳|拼|争|创|攻|破|真|勇|常|勤|多|少)/u;

function find(paragraph: Paragraph): FoundDiagram[] {
  return openSentences(paragraph).flatMap((sentence) => {
    const byClause = runIn(paragraph, sentence, CLAUSE_STOPS, false);
    return byClause ?? runIn(paragraph, sentence, /[，；：。！？、]/gu, true) ?? [];
  });
}

/** The longest run of clauses of one length. @param list clauses may be divided by 、, as names are */
function runIn(
  paragraph: Paragraph,
  sentence: Sentence,
  stops: RegExp,
  list: boolean,
): FoundDiagram[] | undefined {
  const { text, plain } = paragraph;
  const clauses = splitStretch(plain, sentence, stops);
  for (let first = 0; first < clauses.length; ) {
    const length = lengthOf(clauses[first] as Stretch);
    let last = first + 1;
    while (last < clauses.length && lengthOf(clauses[last] as Stretch) === length) last++;
    const members = clauses.slice(first, last);
    if (isWall(plain, members, length, list)) {
      const before = clauses[first - 1];
      const from = (members.at(-1) as Stretch).to + 1;
      const tail = { from, to: sentence.to };
      return [
        {
          from: sentence.index,
          to: sentence.index + 1,
          ...(before && cellsOf(text, before) <= TITLE && cellsOf(text, before) >= 4 && { subject: before }),
          rows: members.map((member) => [{ ...member, role: 'item' as const }]),
          ...(clauses[last] && cellsOf(text, tail) <= TAIL && { tail }),
          score: 5 + members.length / 2,
        },
      ];
    }
    first = last;
  }
  return undefined;
}

const lengthOf = ({ from, to }: Stretch): number => to - from;

function isWall(plain: string, members: readonly Stretch[], length: number, list: boolean): boolean {
  if (members.length < MEMBERS.least || members.length > MEMBERS.most) return false;
  if (length < LENGTH.least || length > LENGTH.most) return false;
  const words = members.map(({ from, to }) => plain.slice(from, to));
  if (!words.every((word) => HAN.test(word) && characterWidth(word) === length)) return false;
  if (words.some((word) => word.endsWith('等') || /^(?:其中|例如|比如|以及)/u.test(word))) return false;
  // What begins alike is a 排比, of which this may be a part.
  if (new Set(words.map((word) => word.slice(0, 2))).size === 1) return false;
  // Names of things stand in a row, too: 烟花爆竹、旅游景区、客运场站.
  return (
    !list ||
    (words.filter((word) => DOES.test(word)).length >= words.length - 1 &&
      new Set(words.map((word) => word.slice(-2))).size > 1)
  );
}

export const WALL: DiagramKind = {
  layout: 'wall',
  trigger: /(?:\p{Script=Han}{4,12}[，、；]){3}/u,
  find,
  fallback: 'points',
};
