import { numeralValue } from '../../../speech/han-number.ts';
import type { Paragraph } from '../paragraph.ts';
import {
  allBalanced,
  cellsOf,
  type DiagramKind,
  type FoundDiagram,
  openSentences,
  type Sentence,
  splitStretch,
} from './diagram.ts';

/** Items of a term, and cells of one. */
const ITEMS = { least: 2, most: 8, cells: 14 } as const;
/** Terms beside each other, each with its verb. */
const TERMS = { least: 2, most: 4, verb: 4 } as const;

const COUNT = '[两二三四五六七八九十]|\\d{1,2}';
/** A number and what it counts; words of measure and of the plan of a speech name nothing. */
const TERM = new RegExp(
  `([“「]?)(${COUNT})(?:个|项|大)?(?!方面|问题|部分|点|条|层|意见|建议|阶段|环节|原因|字|词|人|名|位|天|年|月|日|周|次|岁|倍|元|里|分|秒|时|届|期|代|家|口|只|辆|台|座|本|件|张|块|句|样|种|级|所|步|季度|小时|地方|孩子)(\\p{Script=Han}{1,6})([”」]?)(?:，?(?:即|就是|也就是|分别是|包括))?[：:（(——]+`,
  'u',
);
/** 增强“四个意识”、坚定“四个自信”、做到“两个维护”. */
const WITH_VERB = new RegExp(`(\\p{Script=Han}{2,4})([“「](?:${COUNT})个?\\p{Script=Han}{1,6}[”」])`, 'gu');

function find(paragraph: Paragraph): FoundDiagram[] {
  return openSentences(paragraph).flatMap((sentence) => {
    const found = withItems(paragraph, sentence) ?? withVerbs(paragraph, sentence);
    return found ? [found] : [];
  });
}

/** A term and the items that follow at once, as many as it says. */
function withItems({ text, plain }: Paragraph, sentence: Sentence): FoundDiagram | undefined {
  const match = TERM.exec(sentence.plain);
  if (!match) return undefined;
  const count = Number(match[2]) || numeralValue((match[2] ?? '').replace('两', '二')) || 0;
  if (count < ITEMS.least || count > ITEMS.most) return undefined;
  const at = sentence.from + match.index;
  const start = at + match[0].length;
  const end = plain.slice(start, sentence.to).search(/[。；）)！]/u);
  const items = splitStretch(plain, { from: start, to: end < 0 ? sentence.to : start + end }, /[、，和]/gu);
  if (items.length !== count || items.some((item) => cellsOf(text, item) > ITEMS.cells)) return undefined;
  const marked = match[1] !== '' || match[4] === '' ? match[1] !== '' && match[4] !== '' : false;
  const length =
    (match[1] ?? '').length + plain.slice(at).indexOf(match[3] ?? '', 1) + (match[3] ?? '').length;
  const head = { from: at, to: at + (marked ? length + 1 : length) };
  if (!allBalanced(text, [head, ...items])) return undefined;
  return {
    from: sentence.index,
    to: sentence.index + 1,
    form: 'items',
    head,
    rows: items.map((item) => [{ ...item, role: 'item' as const }]),
    score: 5.5,
  };
}

function withVerbs({ text }: Paragraph, sentence: Sentence): FoundDiagram | undefined {
  const matches = [...sentence.plain.matchAll(WITH_VERB)];
  if (matches.length < TERMS.least || matches.length > TERMS.most) return undefined;
  const rows = matches.map((match) => {
    const at = sentence.from + match.index;
    const [verb = '', term = ''] = match.slice(1);
    return [
      { from: at, to: at + verb.length, role: 'verb' as const },
      { from: at + verb.length, to: at + verb.length + term.length, role: 'term' as const },
    ];
  });
  // Between them nothing but a stop: 增强“四个意识”、坚定“四个自信”.
  const close = matches.every((match, index) => {
    const next = matches[index + 1];
    return !next || /^[，、和]$/u.test(sentence.plain.slice(match.index + match[0].length, next.index));
  });
  if (!close || !allBalanced(text, rows.flat())) return undefined;
  return { from: sentence.index, to: sentence.index + 1, form: 'verbs', rows, score: 5 };
}

/** A term of the documents with its items, or terms with their verbs. */
export const TERMS_OF_DOCUMENTS: DiagramKind = {
  layout: 'terms',
  trigger: new RegExp(`(?:${COUNT})(?:个|项|大)?\\p{Script=Han}{1,6}[”」：:（(]`, 'u'),
  find,
  fallback: 'points',
};
