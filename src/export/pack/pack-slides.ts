import type { Deck, Slide, SlideText } from '../../deck/plan/types.ts';
import { piecesText } from '../../pack/height.ts';
import { checkSlides, type LedgerFault } from '../../pack/ledger.ts';
import type { Pack, PackSlide, Piece } from '../../pack/types.ts';
import { DEFAULT_THEME } from '../../speech/settings.ts';
import { pptxWords } from '../pptx/pptx-text.ts';
import { writePptx } from '../pptx/write-pptx.ts';

/** How the slides of the meeting's first speech look. */
export type SlideLook = Pick<Deck, 'theme' | 'ratio'>;

/** Where no speech says how its slides look. */
export const DEFAULT_LOOK: SlideLook = { theme: DEFAULT_THEME, ratio: '16:9' };

/** The slides of a pack as a deck, for the writers of decks; without notes. */
export function packDeck({ slides, language }: Pack, look: SlideLook): Deck {
  return {
    ...look,
    title: piecesText(slides[0]?.title ?? []),
    lang: language,
    slides: slides.map(deckSlide),
    unmet: [],
  };
}

/** A PowerPoint file of the slides of a pack, read back. */
export function packPptx(
  pack: Pack,
  look: SlideLook,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly fault: LedgerFault | undefined } {
  const { bytes } = writePptx(packDeck(pack, look));
  const text = pptxWords(bytes)
    .flatMap(({ shown, notes }) => [...shown, ...notes])
    .join('');
  return { bytes, fault: checkSlides(pack.slides, text) };
}

function deckSlide({ title, table, points }: PackSlide, index: number): Slide {
  const layout = table ? 'table' : 'points';
  return {
    id: `meeting-${index + 1}`,
    layout,
    title: slideText(title),
    content: {
      ...(table && {
        table: {
          headRows: 1,
          rows: [table.head, ...table.rows].map((row) => row.map(slideText)),
          align: table.align,
        },
      }),
      ...(points && { points: points.map(numbered) }),
    },
    notes: [],
    continued: false,
    range: NOWHERE,
    seconds: 0,
    options: [layout],
  };
}

/** Of a text that is not one range of one speech. */
const NOWHERE = { start: 0, end: 0 } as const;

function slideText(pieces: readonly Piece[]): SlideText {
  return {
    inlines: pieces.map(({ text }) => ({ kind: 'text', text, range: NOWHERE })),
    range: NOWHERE,
  };
}

/** Number and space before a point are its marker. */
function numbered(pieces: readonly Piece[]): SlideText {
  return { marker: piecesText(pieces.slice(0, 2)), ...slideText(pieces.slice(2)) };
}
