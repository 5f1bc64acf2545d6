import type { Deck } from '../../deck/plan/types.ts';
import type { PicturesBlock } from '../../import/meeting-file.ts';

/** Pictures of a deck as the author named them. */
export function deckPictures(deck: Deck): string[] {
  return deck.slides.flatMap(({ content }) => (content.image ? [content.image.src] : []));
}

/** The deck with its pictures inside. */
export function withPictures(deck: Deck, pictures: PicturesBlock): Deck {
  return withNames(deck, (src) => (Object.hasOwn(pictures, src) ? pictures[src]! : src));
}

/** The deck with other addresses of its pictures. */
export function withNames(deck: Deck, named: (src: string) => string): Deck {
  const slides = deck.slides.map((slide) => {
    const { image } = slide.content;
    if (image === undefined) return slide;
    return { ...slide, content: { ...slide.content, image: { ...image, src: named(image.src) } } };
  });
  return { ...deck, slides };
}
