import { characterWidth } from '../../../text/width.ts';
import { leadingClauseEnd } from '../leading-clause.ts';
import { type Paragraph, quotedStretches, sentenceStretch } from '../paragraph.ts';
import { isFormality } from '../stand-alone.ts';
import { allBalanced, type CellPlace, type DiagramKind, type FoundDiagram, trimmed } from './diagram.ts';

/** Cells of a question and of its answer. */
const QUESTION = { least: 5, most: 30 } as const;
const ANSWER = { least: 6, most: 40 } as const;

/** Questions that ask nothing, or ask somebody in the room. */
const RHETORICAL =
  /难道|岂|何尝|怎能|怎么能|何必|不是吗|有什么(?:意义|用|资格|理由|可)|对不对|是不是|好不好|行不行|吗？$|呢？$(?<!什么呢？$|怎么办呢？$|何呢？$)/u;
/** A story: who asked whom, and what was said. */
const TELLS = /[我他她](?:又|也|就|便)?(?:问|想)|问[我他她]|^(?:我(?!们)|他|她|这几天|那天|这就)/u;
/** Words that a question is asked with. */
const ASKS = /什么|怎么|怎样|如何|为何|何以|谁|哪|多少|几|何(?:为|谓|处)/u;

function find(paragraph: Paragraph): FoundDiagram[] {
  const { plain, text } = paragraph;
  const quoted = quotedStretches(paragraph);
  return paragraph.sentences.flatMap((part, index): FoundDiagram[] => {
    const next = paragraph.sentences[index + 1];
    if (next === undefined || part.place !== undefined || next.place !== undefined) return [];
    const question = trimmed(plain, sentenceStretch(paragraph, index));
    const words = plain.slice(question.from, question.to);
    if (!/[？?]$/u.test(words) || !ASKS.test(words) || RHETORICAL.test(words) || isFormality(words))
      return [];
    const own = lastClause(plain, question);
    const width = characterWidth(plain.slice(own.from, own.to));
    if (width < QUESTION.least || width > QUESTION.most || TELLS.test(words)) return [];
    const stretch = trimmed(plain, sentenceStretch(paragraph, index + 1));
    const answer = answerIn(plain, stretch);
    if (answer === undefined) return [];
    const both = [own, answer];
    if (quoted.some((one) => both.some((cell) => one.from < cell.to && cell.from < one.to))) return [];
    const rows: CellPlace[][] = [[{ ...own, role: 'question' }], [{ ...answer, role: 'answer' }]];
    if (!allBalanced(text, both)) return [];
    return [{ from: index, to: index + 2, rows, score: 5 }];
  });
}

/** A short question is shown whole; of a longer sentence, the clause that asks. */
function lastClause(plain: string, question: { from: number; to: number }): { from: number; to: number } {
  if (characterWidth(plain.slice(question.from, question.to)) <= QUESTION.most) return question;
  const at = plain.slice(question.from, question.to).lastIndexOf('，');
  return at < 0 ? question : { from: question.from + at + 1, to: question.to };
}

function answerIn(
  plain: string,
  { from, to }: { from: number; to: number },
): { from: number; to: number } | undefined {
  const words = plain.slice(from, to);
  if (
    /[？?：:“「]/u.test(words) ||
    isFormality(words) ||
    /^(?:例如|比如|有一|那天|记得|有的|有人)/u.test(words)
  )
    return undefined;
  if (TELLS.test(words) || characterWidth(words) < ANSWER.least) return undefined;
  if (characterWidth(words) <= ANSWER.most) return { from, to };
  const end = leadingClauseEnd(words, ANSWER.most);
  return end > 0 ? { from, to: from + end } : undefined;
}

/** A question, and its answer with the next step. */
export const QUESTION_ANSWER: DiagramKind = {
  layout: 'question',
  trigger: /[？?]/u,
  find,
  fallback: 'points',
};
