import { addressLength } from '../../speech/salutation.ts';
import { characterWidth } from '../../text/width.ts';
import { hasPredicate } from './leading-clause.ts';
import type { Paragraph } from './paragraph.ts';
import { sentenceStretch } from './paragraph.ts';
import { isFormality, isLeaning } from './stand-alone.ts';

/** Cells of a sentence that heads its slide. */
const WIDTH = { least: 4, most: 20 } as const;
/** Seconds that follow the sentence in its paragraph, and of a paragraph that has a slide of its own. */
const FOLLOWED = 20;
const OWN_SLIDE = 45;

/** A demand needs no subject: 要加强学习。 */
const DEMAND =
  /^(?:要|必须|务必|坚持|始终|坚决|不能|绝不|决不|加强|推进|推动|深化|强化|坚定|狠抓|严格|做到|守住|紧盯|抓好|办好|用好|持续|大力|全面|着力|切实|深入|积极|扎实|加快|聚焦|突出|提升|优化|完善)/u;
/** 先有活水，后有清渠: a sentence of two balanced halves says something without a verb of our list. */
const BALANCED = /^([^，]{3,9})，([^，]{3,9})[。！]$/u;

/**
 * Paragraphs whose own first sentence heads them: the slide's title, as evidence under an assertion
 * (docs/slides.md, headlines).
 *
 * @param title text of the section's heading: a sentence that repeats it heads nothing
 * @returns index of each such paragraph
 */
export function headlineParagraphs(paragraphs: readonly Paragraph[], title: string): Set<number> {
  const openings = paragraphs.map((paragraph) => {
    const opening = paragraph.facts.once('headline', () => openingOf(paragraph));
    if (opening === undefined || repeats(opening.words, title)) return undefined;
    return paragraph.seconds * opening.followed >= FOLLOWED ? opening.words : undefined;
  });
  return new Set(
    paragraphs.flatMap((paragraph, index) => {
      const opening = openings[index];
      if (opening === undefined || paragraph.seconds < OWN_SLIDE) return [];
      // Neighbours that open alike are a series: shown together.
      const alike = [index - 1, index + 1].some(
        (other) => openings[other]?.slice(0, 2) === opening.slice(0, 2),
      );
      return alike ? [] : [index];
    }),
  );
}

/** The first sentence where it can head its paragraph, and the share of the paragraph that follows it. */
function openingOf(paragraph: Paragraph): { words: string; followed: number } | undefined {
  const [first, second] = paragraph.sentences;
  if (first === undefined || second === undefined || !first.startsLine || first.place !== undefined)
    return undefined;
  const { from, to } = sentenceStretch(paragraph, 0);
  const plain = paragraph.plain.slice(from, to).trim();
  if (!/[。！]$/u.test(plain) || /[“「『：；]/u.test(plain) || addressLength(plain) > 0) return undefined;
  const width = characterWidth(plain) - 1;
  if (width < WIDTH.least || width > WIDTH.most) return undefined;
  if (isLeaning(plain) || isFormality(plain)) return undefined;
  if (!DEMAND.test(plain) && !BALANCED.test(plain) && !hasPredicate(plain.slice(0, -1))) return undefined;
  return { words: plain, followed: 1 - (to - from) / paragraph.text.length };
}

/** Share of its characters that stand in the heading. */
const SAME = 0.6;

function repeats(sentence: string, title: string): boolean {
  const own = [...sentence.replace(/[^\p{L}\p{N}]/gu, '')];
  return own.filter((character) => title.includes(character)).length >= own.length * SAME;
}
