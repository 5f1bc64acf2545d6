import type { Deck } from '../deck/plan/types.ts';
import type { Printer } from '../export/browser/pdf.ts';
import type { PaperPrinter, SlidePrinter } from '../export/pack/pack-files.ts';
import { startPrinter } from './printer.ts';

/** One browser for all that a pack prints, started when the first PDF is asked for. */
export class PackPrinting {
  /** Slides so far whose content is larger than they are. */
  overflowing = 0;
  #printer: Promise<Printer> | undefined;
  readonly #speechPath: string;

  /** @param speechPath of any speech: neither papers nor slides have pictures */
  constructor(speechPath: string) {
    this.#speechPath = speechPath;
  }

  readonly papers: PaperPrinter = async (packs) => (await this.#start()).papers(packs, this.#speechPath);

  readonly slides: SlidePrinter = async (deck: Deck) => {
    const { overflowing, ...printed } = await (await this.#start()).slides(deck, this.#speechPath);
    this.overflowing += overflowing.length;
    return printed;
  };

  async close(): Promise<void> {
    const printer = await this.#printer?.catch(() => undefined);
    await printer?.close();
  }

  #start(): Promise<Printer> {
    this.#printer ??= startPrinter();
    return this.#printer;
  }
}
