import { rangeOf } from '../speech/inlines.ts';
import { splitSentences } from '../speech/sentences.ts';
import { inlineText } from '../speech/text.ts';
import type { Block, Inline, Passage, Section, Speech } from '../speech/types.ts';
import type { SourceRange } from '../text/source.ts';

/** A sentence that may stand on a paper by itself. */
export interface WholeSentence {
  readonly text: string;
  readonly range: SourceRange;
  /** Some of it is in strong type or marked by the author. */
  readonly emphasised: boolean;
  readonly isQuestion: boolean;
  /** Of a salutation, a greeting, thanks. */
  readonly courtesy: boolean;
}

const PAIRS: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '」': '「',
  '』': '『',
  '》': '《',
  '）': '（',
  ')': '(',
  '】': '【',
};
const OPENING = new Set(Object.values(PAIRS));

/** ？ at the end, with the closing marks that belong to the sentence. */
const QUESTION = /[？?][！!？?]*[”’」』）》)]*$/;

/**
 * The sentences of a speech in order: of headings, paragraphs and lists; not of tables, pictures, quoted blocks, notes,
 * nor of what is printed only. Sentences between two paired marks stay together: “甲。乙。” is one. A paragraph whose
 * marks do not pair gives no sentence from the open mark on.
 */
export function wholeSentences(speech: Speech): WholeSentence[] {
  return [...speech.opening, ...speech.sections, ...speech.closing].flatMap(sentencesOf);
}

function sentencesOf(node: Section | Passage | Block): WholeSentence[] {
  if ('only' in node && node.only !== undefined) return [];
  switch (node.kind) {
    case 'section':
      return [
        // A heading without a stop is a heading, not a sentence.
        ...(node.runIn || QUESTION.test(inlineText(node.heading)) ? paired(node.heading, false) : []),
        ...node.children.flatMap(sentencesOf),
      ];
    case 'passage':
      return node.children.flatMap(sentencesOf);
    case 'paragraph':
      return paired(node.children, node.role === 'greeting' || node.role === 'thanks');
    case 'salutation':
      return paired(node.children, true);
    case 'list':
      return node.items.flatMap((item) => item.children.flatMap(sentencesOf));
    default:
      return [];
  }
}

/** Sentences of one paragraph, those inside paired marks taken together. */
function paired(inlines: readonly Inline[], courtesy: boolean): WholeSentence[] {
  const sentences: WholeSentence[] = [];
  let open: Inline[] = [];
  const waiting: string[] = [];
  for (const { children, text } of splitSentences(inlines)) {
    open.push(...children);
    for (const character of text) {
      if (OPENING.has(character)) waiting.push(character);
      else if (PAIRS[character] !== undefined && waiting.at(-1) === PAIRS[character]) waiting.pop();
    }
    if (waiting.length > 0) continue;
    const whole = inlineText(open).trim();
    if (whole !== '')
      sentences.push({
        text: whole,
        range: rangeOf(open, 0),
        emphasised: open.some(isEmphasised),
        isQuestion: QUESTION.test(whole),
        courtesy,
      });
    open = [];
  }
  return sentences;
}

function isEmphasised(inline: Inline): boolean {
  if (inline.kind === 'strong' || inline.kind === 'mark') return true;
  return 'children' in inline && inline.children.some(isEmphasised);
}
