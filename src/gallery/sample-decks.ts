import { pictures, texts } from 'virtual:sample-speeches';
import { compile } from '../compile/compile.ts';
import type { Deck } from '../deck/plan/types.ts';
import { decodeBytes } from '../import/bytes.ts';
import { isMarkdownName } from '../text/text-format.ts';

/** Decks of the sample speeches, with their pictures inside. */
export function sampleDecks(): Promise<Deck[]> {
  return Promise.all(
    Object.entries(texts).map(async ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const format = isMarkdownName(name) ? 'markdown' : 'plain';
      const { deck } = await compile({ text: decodeBytes(bytes).text, format, name });
      return withPictures(deck);
    }),
  );
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
