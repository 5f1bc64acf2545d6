import { shownText } from '../deck/plan/trim-point.ts';
import type { Deck } from '../deck/plan/types.ts';
import type { Language } from '../i18n/language.ts';
import { message } from './messages.ts';
import { startPrinter } from './printer.ts';

/**
 * Looks at every slide in a browser, in each ratio, and names those whose content does not fit.
 *
 * @param decks the slides as planned for each ratio
 * @returns lines for a person at a terminal
 * @throws ExportError when there is no browser
 */
export async function renderedSlides(
  decks: readonly (readonly [ratio: string, deck: Deck])[],
  speechPath: string,
  language: Language,
): Promise<string> {
  const printer = await startPrinter();
  try {
    const out: string[] = [];
    for (const [ratio, deck] of decks) {
      const ids = new Set(await printer.overflowing(deck, speechPath));
      deck.slides.forEach((slide, index) => {
        if (!ids.has(slide.id)) return;
        const title = slide.title ? shownText(slide.title) : '';
        out.push(`  ! ${message('check.slide-overflow', language, { number: index + 1, ratio, title })}`);
      });
    }
    const count = decks[0]?.[1].slides.length ?? 0;
    if (out.length === 0) out.push(message('check.slides-fit', language, { count }));
    return `${out.join('\n')}\n`;
  } finally {
    await printer.close();
  }
}
