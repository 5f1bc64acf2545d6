import { characterWidth } from '../../../text/width.ts';
import { hasPredicate } from '../leading-clause.ts';
import type { Stretch } from '../paired-marks.ts';
import type { Paragraph } from '../paragraph.ts';
import {
  allBalanced,
  type CellPlace,
  CLAUSE_STOPS,
  cellsOf,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  type Sentence,
  splitStretch,
} from './diagram.ts';

/** Members of a 排比, characters of what they share, cells of what each adds. */
const MEMBERS = { least: 3, most: 6 } as const;
const SHARED = { least: 2, most: 6 } as const;
const REST = { least: 2, most: 18 } as const;
/** Cells of a member shown whole, where it is the end that they share. */
const WHOLE = 18;
/** Cells of the clause before them, as the title, and of what follows. */
const TITLE = 20;
const TAIL = 30;

/** Heads that say nothing by themselves. */
const EMPTY_HEAD =
  /^(?:的|了|在|对|和|是|就得|就要|就会|就是|也要|也是|还要|哪些|这些|那些|我们|大家|同志|全县|全市|有的|一个|一些|今年|去年|其中)$/u;
const TIE = /[就也还都更却则]/u;

/** Units of a sentence that may be members, the longer ones first: parts between ；, clauses, items of a list. */
const LEVELS: readonly RegExp[] = [/[；。！？]/gu, CLAUSE_STOPS, /[，；：。！？、]/gu];

function find(paragraph: Paragraph): FoundDiagram[] {
  const sentences = openSentences(paragraph);
  const found: FoundDiagram[] = [];
  for (const sentence of sentences) {
    for (const stops of LEVELS) {
      const one = runIn(paragraph, sentence, splitStretch(paragraph.plain, sentence, stops));
      if (one) {
        found.push(one);
        break;
      }
    }
  }
  return [...found, ...acrossSentences(paragraph, sentences)];
}

/** Neighbouring sentences that begin alike, each short. */
function acrossSentences(paragraph: Paragraph, sentences: readonly Sentence[]): FoundDiagram[] {
  for (let first = 0; first + MEMBERS.least <= sentences.length; first++) {
    for (let last = Math.min(sentences.length, first + MEMBERS.most); last - first >= MEMBERS.least; last--) {
      const own = sentences.slice(first, last);
      if (
        own.some((sentence, index) => index > 0 && sentence.index !== (own[index - 1] as Sentence).index + 1)
      )
        continue;
      const members = own.map(({ from, to }) => ({ from, to: endWithoutStop(paragraph.plain, to) }));
      const head = sharedHead(paragraph.plain, members);
      if (head === 0) continue;
      const rows = rowsBehind(members, head);
      if (!rowsFit(paragraph, rows)) continue;
      const [start] = members as [Stretch];
      return [
        {
          from: (own[0] as Sentence).index,
          to: (own.at(-1) as Sentence).index + 1,
          head: { from: start.from, to: start.from + head },
          rows,
          score: 6 + own.length / 2,
        },
      ];
    }
  }
  return [];
}

function endWithoutStop(plain: string, to: number): number {
  return /[。！？；]/u.test(plain[to - 1] ?? '') ? to - 1 : to;
}

/** The longest run of members in one sentence that begin alike, or end alike. */
function runIn(
  paragraph: Paragraph,
  sentence: Sentence,
  units: readonly Stretch[],
): FoundDiagram | undefined {
  const { plain, text } = paragraph;
  for (let count = Math.min(units.length, MEMBERS.most); count >= MEMBERS.least; count--) {
    for (let first = 0; first + count <= units.length; first++) {
      const members = units.slice(first, first + count);
      const shaped = byHead(paragraph, members) ?? byTail(paragraph, members);
      if (!shaped) continue;
      const before = units[first - 1];
      const tail = { from: (members.at(-1) as Stretch).to + 1, to: sentence.to };
      const title = before && CLAUSE_END.test(plain[before.to] ?? '') ? before : undefined;
      return {
        from: sentence.index,
        to: sentence.index + 1,
        ...(title && cellsOf(text, title) <= TITLE && cellsOf(text, title) >= 4 && { subject: title }),
        ...shaped,
        ...(units[first + count] && cellsOf(text, tail) <= TAIL && { tail }),
        score: 5 + count / 2,
      };
    }
  }
  return undefined;
}

const CLAUSE_END = /[，：；]/u;

function byHead(
  paragraph: Paragraph,
  members: readonly Stretch[],
): Pick<FoundDiagram, 'head' | 'rows'> | undefined {
  const { plain } = paragraph;
  // 就要面对…，就要面对…: the word that ties them to the clause before stays out.
  if (members.every(({ from }) => TIE.test(plain[from] ?? '')))
    return byHead(
      paragraph,
      members.map(({ from, to }) => ({ from: from + 1, to })),
    );
  const words = members.map(({ from, to }) => plain.slice(from, to));
  if (sharedLength(words) < SHARED.least || !oneStop(plain, members)) return undefined;
  const head = sharedHead(plain, members);
  if (EMPTY_HEAD.test(words[0]?.slice(0, head || SHARED.least) ?? '')) return undefined;
  // Where a word goes across the end of what they share, the rows stay whole: 多一次搀扶.
  const rows = rowsBehind(members, head);
  const [start] = members as [Stretch];
  if (!rowsFit(paragraph, rows)) return undefined;
  return head === 0 ? { rows } : { head: { from: start.from, to: start.from + head }, rows };
}

function rowsBehind(members: readonly Stretch[], head: number): CellPlace[][] {
  return members.map(({ from, to }) => [{ from: from + head, to, role: 'item' as const }]);
}

/** Characters all members begin with, as whole words; 0 where it is too little. */
function sharedHead(plain: string, members: readonly Stretch[]): number {
  const words = members.map(({ from, to }) => plain.slice(from, to));
  let length = sharedLength(words);
  while (length >= SHARED.least && !words.every((word) => isWordEnd(word, length))) length--;
  const head = (words[0] as string).slice(0, length);
  return length < SHARED.least || EMPTY_HEAD.test(head) ? 0 : length;
}

/** Han that all begin with, up to the most that is set apart. */
function sharedLength([first = '', ...others]: readonly string[]): number {
  let length = 0;
  while (
    length < SHARED.most &&
    length < first.length &&
    HAN.test(first[length] as string) &&
    others.every((other) => other[length] === first[length])
  )
    length++;
  return length;
}

const HAN = /\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** True if no word goes across an offset. */
function isWordEnd(text: string, offset: number): boolean {
  for (const { index } of segmenter.segment(text.slice(0, offset + 4)))
    if (index >= offset) return index === offset;
  return false;
}

/** Members that end alike are shown whole: …是出卷人，…是答卷人，…是阅卷人. */
function byTail(paragraph: Paragraph, members: readonly Stretch[]): Pick<FoundDiagram, 'rows'> | undefined {
  const words = members.map(({ from, to }) => paragraph.plain.slice(from, to));
  if (!oneStop(paragraph.plain, members)) return undefined;
  const [first, ...others] = words as [string, ...string[]];
  let length = 0;
  while (length < first.length && others.every((other) => other.at(-length - 1) === first.at(-length - 1)))
    length++;
  const tail = first.slice(first.length - length);
  if (length < SHARED.least || !/^\p{Script=Han}+$/u.test(tail) || /^[的了]/u.test(tail)) return undefined;
  // Members of a list by 、 that share a noun name things: 进取意识、机遇意识.
  const listed = members.some(({ to }) => paragraph.plain[to] === '、');
  if (listed && words.some((word) => word.length < 6)) return undefined;
  if (words.some((word) => characterWidth(word) > WHOLE || word.length <= length)) return undefined;
  // Names that end alike say nothing: 新民主主义革命总路线，过渡时期的总路线.
  if (!VERBAL_END.test(tail) && !words.every(hasPredicate)) return undefined;
  const rows = members.map((member) => [{ ...member, role: 'item' as const }]);
  return allBalanced(paragraph.text, members) ? { rows } : undefined;
}

const VERBAL_END = /(?:了|得|不得|一起|起来|下去|到位|为先|为重|为本|不放松|不动摇)$/u;

/** True if the members are divided by one kind of stop. */
function oneStop(plain: string, members: readonly Stretch[]): boolean {
  const stops = members.slice(0, -1).map(({ to }) => plain[to]);
  return new Set(stops).size === 1;
}

function rowsFit({ text }: Paragraph, rows: readonly (readonly CellPlace[])[]): boolean {
  const cells = rows.flat();
  return (
    cells.every((cell) => cellsOf(text, cell) >= REST.least && cellsOf(text, cell) <= REST.most) &&
    allBalanced(text, cells)
  );
}

export const PARALLEL: DiagramKind = {
  layout: 'parallel',
  trigger: /[，、；。].+[，、；。]/u,
  find,
  fallback: 'points',
};
