import { wrapSpans } from './inline-spans.ts';
import { rangeOf } from './inlines.ts';
import { firstSentenceEnd, sentenceEnds } from './sentences.ts';
import { inlineText } from './text.ts';
import type { Inline } from './types.ts';

/** Words a call begins with: 要加强学习。 必须守住底线。 */
const CALL = /^(?:一定)?(?:要|必须|必須|坚持|堅持|应当|應當|既要|切实|切實)/u;
const LONGEST_CALL = 20;
const LONGEST_PARALLEL = 32;
/** Two sentences are built alike when they begin with this many equal characters. */
const ALIKE = 4;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Topic sentences without numbers: short sentences of one build in one paragraph, each followed by
 * sentences that explain it (要加强学习。要通过…。要敢于担当。…). One alone is none.
 */
export function withTopics(inlines: readonly Inline[]): Inline[] {
  const text = inlineText(inlines);
  if (text.length < 40) return [...inlines];
  const topics = findTopics(sentencesOf(text));
  return wrapSpans(
    inlines,
    topics.map(({ from, to }) => ({
      from,
      to,
      wrap: topic,
    })),
  );
}

/** Whether two paragraphs begin with short calls of one build, each with its explanation behind it. */
export function openAlike(first: string, second: string): boolean {
  const a = opening(first);
  const b = opening(second);
  return a !== '' && b !== '' && a.slice(0, ALIKE) === b.slice(0, ALIKE);
}

/** Longest first sentence that heads a paragraph beside others that begin alike. */
const LONGEST_OPENING = 60;
/** Words so strong that two equal characters make a figure of them: 愿你们… 感谢… */
const FIGURE =
  /^(?:愿|願|希望|感谢|感謝|感恩|祝|让我|讓我|我愿|我願|我要|要|必须|必須|坚持|堅持|不忘|牢记|牢記|有人|是)/u;

/** Whether two paragraphs begin with the same words, so that three in a row are points: 愿你们敢问，… 愿你们善问，… */
export function beginAlike(first: string, second: string): boolean {
  const head = first.slice(0, 3);
  if (!/^[\p{Script=Han}]{3}$/u.test(head) || !isShortOpening(first) || !isShortOpening(second)) return false;
  return second.startsWith(head) || (FIGURE.test(head) && second.startsWith(head.slice(0, 2)));
}

function isShortOpening(text: string): boolean {
  const end = firstSentenceEnd(text);
  return (end < 0 ? text.length : end) <= LONGEST_OPENING;
}

function opening(text: string): string {
  if (!CALL.test(text)) return '';
  const end = firstSentenceEnd(text);
  const sentence = text.slice(0, Math.max(end, 0));
  return end < text.length &&
    sentence.length <= LONGEST_PARALLEL &&
    isPlainStatement(sentence) &&
    !/，/.test(sentence)
    ? sentence
    : '';
}

/** The first sentence as topic. */
export function withOpeningTopic(inlines: readonly Inline[]): Inline[] {
  const text = inlineText(inlines);
  const end = firstSentenceEnd(text);
  const to = end < 0 ? text.length : end;
  return wrapSpans(inlines, [{ from: 0, to, wrap: topic }]);
}

function topic(children: Inline[]): Inline {
  return { kind: 'topic', children, range: rangeOf(children, 0) };
}

function sentencesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const to of sentenceEnds(text)) {
    pieces.push({ from, to, text: text.slice(from, to) });
    from = to;
  }
  if (from < text.length) pieces.push({ from, to: text.length, text: text.slice(from) });
  return pieces;
}

function findTopics(sentences: readonly Piece[]): Piece[] {
  for (const group of [calls(sentences), parallels(sentences)]) {
    const topics = group.filter((piece) => explained(piece, sentences, group));
    if (topics.length >= 2) return topics;
  }
  return [];
}

function calls(sentences: readonly Piece[]): Piece[] {
  return sentences.filter(
    ({ text }) =>
      text.length <= LONGEST_CALL && CALL.test(text) && isPlainStatement(text) && !/，/.test(text),
  );
}

/** Sentences that begin with the same words as another, at most one comma each. */
function parallels(sentences: readonly Piece[]): Piece[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of sentences) {
    if (
      piece.text.length > LONGEST_PARALLEL ||
      !isPlainStatement(piece.text) ||
      piece.text.split('，').length > 2
    )
      continue;
    const key = piece.text.slice(0, ALIKE);
    if (/[，。；：、“”]/.test(key)) continue;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function isPlainStatement(text: string): boolean {
  return /。$/.test(text) && !/[“”「」：；（）]/.test(text);
}

/** What follows a topic is longer than it and no topic itself. */
function explained(piece: Piece, sentences: readonly Piece[], group: readonly Piece[]): boolean {
  const next = sentences.find((other) => other.from === piece.to);
  return next !== undefined && !group.includes(next) && next.text.length >= 8;
}
