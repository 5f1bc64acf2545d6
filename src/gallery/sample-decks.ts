import { pictures, texts } from 'virtual:sample-speeches';
import { planDeck } from '../deck/plan/plan.ts';
import type { Deck } from '../deck/plan/types.ts';
import { decodeBytes } from '../import/bytes.ts';
import { repair } from '../repair/repair.ts';
import { parse } from '../speech/parse.ts';

/** Decks of the sample speeches, with their pictures inside. */
export function sampleDecks(): Deck[] {
  return Object.entries(texts).map(([name, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const format = name.endsWith('.md') ? 'markdown' : 'plain';
    return withPictures(planDeck(parse(repair({ text: decodeBytes(bytes).text, format, name }))));
  });
}

function withPictures(deck: Deck): Deck {
  return {
    ...deck,
    slides: deck.slides.map((slide) => {
      const { image } = slide.content;
      const src = image && pictures[image.src];
      return src ? { ...slide, content: { ...slide.content, image: { ...image, src } } } : slide;
    }),
  };
}
