import { shownText } from '../deck/plan/trim-point.ts';
import type { Deck } from '../deck/plan/types.ts';
import type { Language } from '../i18n/language.ts';
import { message } from './messages.ts';
import { startPrinter } from './printer.ts';

const RATIOS = ['16:9', '4:3'] as const;

/**
 * Looks at every slide in a browser, in both ratios, and names those whose content does not fit.
 *
 * @returns lines for a person at a terminal
 * @throws ExportError when there is no browser
 */
export async function renderedSlides(deck: Deck, speechPath: string, language: Language): Promise<string> {
  const printer = await startPrinter();
  try {
    const out: string[] = [];
    for (const ratio of RATIOS) {
      const ids = new Set(await printer.overflowing(deck, speechPath, ratio));
      deck.slides.forEach((slide, index) => {
        if (!ids.has(slide.id)) return;
        const title = slide.title ? shownText(slide.title) : '';
        out.push(`  ! ${message('check.slide-overflow', language, { number: index + 1, ratio, title })}`);
      });
    }
    if (out.length === 0) out.push(message('check.slides-fit', language, { count: deck.slides.length }));
    return `${out.join('\n')}\n`;
  } finally {
    await printer.close();
  }
}
