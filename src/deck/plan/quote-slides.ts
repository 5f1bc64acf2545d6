import { rangeOf } from '../../speech/inlines.ts';
import { personOf } from '../../speech/people.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline, Quotation } from '../../speech/types.ts';
import { characterWidth } from '../../text/width.ts';
import type { PlanContext, Ratio } from './context.ts';
import { emphasisPoints } from './emphasis.ts';
import { FIT, lineCount } from './fit.ts';
import type { Item } from './items.ts';
import { matchingText } from './matching-text.ts';
import { isBalanced } from './paired-marks.ts';
import { type Paragraph, sentenceStretch, textIn } from './paragraph.ts';
import type { Part } from './parts.ts';
import type { SlideForm } from './slide-draft.ts';
import type { SlideText } from './types.ts';

/** Cells of a quotation that has a slide of its own: worth one, and whole on one. */
const SHORTEST = 12;
const LONGEST: Readonly<Record<Ratio, number>> = { '16:9': 168, '16:10': 168, '4:3': 140 };
/** Lines of a block quotation on one slide, its source aside. */
const MOST_LINES = 8;

/** Who or what is quoted, as the words before the verb name it. */
const SOURCE = /^(?:古人|古语|古诗|古训|俗话|常言|老话|谚语|民谚|农谚|先贤|先哲|老祖宗)|《[^》]+》/u;
const OFFICE = /(?:总书记|主席|总理|书记|同志|先生|女士|老师|教授|校长|院士|将军|元帅|博士|大师|夫人)$/u;
const SAGE =
  /^(?:[孔孟老庄荀墨韩朱]子|韩非子|孙子|毛泽东|周恩来|邓小平|习近平|马克思|恩格斯|列宁|鲁迅|陶行知|苏霍姆林斯基|爱因斯坦|牛顿|歌德)$/u;
/** A pronoun, a verb: the words are no name. */
const NO_NAME = /^有|[我你他她它这那谁]|[说讲问听看写给让请把被跟来去]|有人|大家|自己/u;

/** True if the words name a person or a work. */
export function isSource(text: string): boolean {
  const plain = matchingText(text.trim());
  if (SOURCE.test(plain)) return true;
  if (NO_NAME.test(plain)) return false;
  return SAGE.test(plain) || OFFICE.test(plain) || personOf(text.trim())?.name !== undefined;
}

/** Quotations of a paragraph that can stand on slides by themselves: with a source, or a sentence that opens the text. */
export function quotationItems(paragraph: Paragraph, { ratio }: PlanContext): Item[] {
  if (!/[“「『]/u.test(paragraph.text)) return [];
  return paragraph.sentences.flatMap((part, index): Item[] => {
    const quotation = carryingQuotation(part, index === 0);
    if (quotation === undefined) return [];
    const width = characterWidth(inlineText(quotation.children));
    if (width < SHORTEST || width > LONGEST[ratio]) return [];
    const at = paragraph.at + index;
    const stretch = sentenceStretch(paragraph, index);
    const whole = textIn(paragraph, stretch);
    const short = characterWidth(inlineText(whole.inlines)) <= FIT.point;
    const forms: SlideForm[] = [
      quotationForm(quotation),
      ...(short ? [{ layout: 'statement' as const, content: { points: [whole] } }] : []),
    ];
    return [{ from: at, to: at + 1, forms, score: 4, name: `quote/${quotation.speaker?.text ?? ''}` }];
  });
}

function carryingQuotation(part: Part, opens: boolean): Quotation | undefined {
  // What the author marked is shown as marked, not the quotation in it alone.
  if (part.place !== undefined || emphasisPoints(part.inlines ?? []).length > 0) return undefined;
  const quotations = quotationsIn(part.inlines ?? []);
  const named = quotations.find(({ speaker }) => speaker !== undefined && isSource(speaker.text));
  if (named) return named;
  const [first] = quotations;
  if (!opens || first === undefined) return undefined;
  // The quotation is the sentence.
  return part.text.trim() === inlineText([first]).trim() ? { ...first, speaker: undefined } : undefined;
}

function quotationsIn(inlines: readonly Inline[]): Quotation[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'quotation') return [inline];
    return 'children' in inline ? quotationsIn(inline.children) : [];
  });
}

function quotationForm({ children, range, speaker }: Quotation): SlideForm {
  const source = speaker && {
    inlines: [{ kind: 'text' as const, text: speaker.text, range: speaker.range }],
    range: speaker.range,
  };
  return {
    layout: 'quote',
    content: { quote: { text: { inlines: children, range }, ...(source && { speaker: source }) } },
  };
}

/** 《观书有感》 behind a dash on the last line of a block quotation. */
const DASHED = /^(?:——|—|--)/u;

/**
 * A block quotation as it stands on one slide: a line of verse is a line of the slide, sentences of a paragraph run on.
 *
 * @returns undefined where one slide does not hold it whole
 */
export function blockQuotation(parts: readonly Part[], { ratio }: PlanContext): SlideForm | undefined {
  const lines = quoteLines(parts);
  const last = lines.at(-1);
  const dashed = last && lines.length > 1 && DASHED.test(inlineText(last.inlines)) ? last : undefined;
  const words = dashed ? lines.slice(0, -1) : lines;
  const width = words.reduce((sum, line) => sum + characterWidth(inlineText(line.inlines)), 0);
  const filled = words.reduce(
    (sum, line) => sum + Math.max(1, lineCount(inlineText(line.inlines), FIT.quote)),
    0,
  );
  const text = words.map((line) => inlineText(line.inlines)).join('');
  if (words.length === 0 || width > LONGEST[ratio] || filled > MOST_LINES || !isBalanced(text))
    return undefined;
  const quote = dashed && words.length === 1 ? { text: words[0] as SlideText, speaker: dashed } : undefined;
  return { layout: 'quote', content: quote ? { quote } : { lines } };
}

/** Pieces that stand on one line of the source stand on one line of the slide. */
function quoteLines(parts: readonly Part[]): SlideText[] {
  const lines: Part[][] = [];
  for (const part of parts) {
    if (part.startsLine || lines.length === 0) lines.push([part]);
    else (lines.at(-1) as Part[]).push(part);
  }
  return lines.map((line) => {
    const inlines = line.flatMap((part) => part.inlines ?? []).filter((inline) => inline.kind !== 'note-ref');
    return { inlines, range: rangeOf(inlines, line[0]?.range.start ?? 0) };
  });
}
