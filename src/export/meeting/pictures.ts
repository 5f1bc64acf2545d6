import type { Deck } from '../../deck/plan/types.ts';
import type { PicturesBlock } from './meeting-data.ts';

/** Pictures of a deck as the author named them. */
export function deckPictures(deck: Deck): string[] {
  return deck.slides.flatMap(({ content }) => (content.image ? [content.image.src] : []));
}

/** The deck with its pictures inside. */
export function withPictures(deck: Deck, pictures: PicturesBlock): Deck {
  const slides = deck.slides.map((slide) => {
    const { image } = slide.content;
    const inside = image && Object.hasOwn(pictures, image.src) ? pictures[image.src] : undefined;
    return image && inside
      ? { ...slide, content: { ...slide.content, image: { ...image, src: inside } } }
      : slide;
  });
  return { ...deck, slides };
}
