import { inlineLength, splitInlines } from './inlines.ts';
import { inlineText } from './text.ts';
import type { Inline, Text } from './types.ts';

/** A reading the author gave to a rare character: 彧（yù） 嬿婉（yàn wǎn）. */
const RUBY =
  /(\p{Script=Han}{1,4})([（(]\s*([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ]+(?:[\s'’]+[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ]+)*)\s*[）)])/giu;
const TONE = /[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ]/i;

/** What may stand in the brackets of a stage cue. */
const CUE_WORDS =
  '掌声|掌聲|鼓掌|热烈|熱烈|停顿|停頓|稍停|笑声|笑聲|全场|全場|起立|鞠躬|敬礼|敬禮|默哀|奏乐|奏樂|音乐|音樂|播放|视频|視頻|影片|翻页|翻頁|切换|切換|幻灯|幻燈|PPT|互动|互動|提问|提問|举手|舉手|看稿|脱稿|脫稿|环视|環視|展示|出示|手势|手勢|欢呼|歡呼|鸣|升国旗|喝水|齐声|齊聲|领誓|領誓|宣誓|合唱|转身|轉身|面向|此处|此處';
const CUE = new RegExp(
  `[（(【\\[](?:[^（()）【】\\[\\]]{0,10}?)(?:${CUE_WORDS})[^（()）【】\\[\\]]{0,16}[）)】\\]]`,
  'gu',
);
const CUE_LINE = new RegExp(`^(?:${CUE.source})[。！]?$`, 'u');

/** A line that is nothing but a stage cue. */
export function isCueLine(text: string): boolean {
  return /^[（(【[]/.test(text) && CUE_LINE.test(text);
}

/** Finds ruby and stage cues inside text nodes. */
export function decorate(inlines: readonly Inline[]): Inline[] {
  if (!/[（(【[]/.test(inlineText(inlines))) return [...inlines];
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind === 'text') return decorateText(inline);
    if ('children' in inline) return [{ ...inline, children: decorate(inline.children) }];
    return [inline];
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
  make(text: Text): Inline;
}

function decorateText(node: Text): Inline[] {
  const spans: Span[] = [...rubySpans(node.text), ...cueSpans(node.text)].sort((a, b) => a.from - b.from);
  const apart = spans.filter((span, index) => index === 0 || span.from >= spans[index - 1]!.to);
  if (apart.length === 0) return [node];
  const pieces = splitInlines(
    [node],
    apart.flatMap((span) => [span.from, span.to]),
  );
  return pieces.flatMap((piece, index) =>
    index % 2 === 1 ? piece.map((text) => apart[index >> 1]!.make(text as Text)) : piece,
  );
}

function* rubySpans(text: string): Generator<Span> {
  if (!/[a-z]/i.test(text)) return;
  for (const match of text.matchAll(RUBY)) {
    const [whole, before, note, reading] = match as unknown as [string, string, string, string];
    if (!TONE.test(reading)) continue;
    const syllables = reading.trim().split(/[\s'’]+/).length;
    const base = [...before].slice(-syllables).join('');
    const to = match.index + whole.length;
    yield {
      from: to - note.length - base.length,
      to,
      make: (node) => ({ kind: 'ruby', base, reading: reading.trim(), note, range: node.range }),
    };
  }
}

function* cueSpans(text: string): Generator<Span> {
  for (const match of text.matchAll(CUE)) {
    yield {
      from: match.index,
      to: match.index + match[0].length,
      make: (node) => ({ kind: 'cue-inline', text: match[0], range: node.range }),
    };
  }
}

/**
 * Puts the inlines of each span into one wrapping node.
 * @param spans text offsets, ascending, apart from each other
 */
export function wrapSpans(
  inlines: readonly Inline[],
  spans: readonly { readonly from: number; readonly to: number; wrap(children: Inline[]): Inline }[],
): Inline[] {
  if (spans.length === 0) return [...inlines];
  const length = inlineLength(inlines);
  const pieces = splitInlines(
    inlines,
    spans.flatMap((span) => [span.from, Math.min(span.to, length)]),
  );
  return pieces.flatMap((piece, index) =>
    index % 2 === 1 && piece.length > 0 ? [spans[index >> 1]!.wrap(piece)] : piece,
  );
}
