import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Deck } from '../../deck/plan/types.ts';
import { piecesText } from '../../pack/height.ts';
import { labelText } from '../../pack/labels.ts';
import { checkFile, checkLedger, checkSlides, type LedgerFault, ledgerTable } from '../../pack/ledger.ts';
import type { Pack, PackOptions, PackSpeech } from '../../pack/types.ts';
import { packDocx } from './pack-docx.ts';
import { DEFAULT_LOOK, packDeck, packPptx, type SlideLook } from './pack-slides.ts';

/** One file of a pack. */
export interface PackFile {
  /** `01 会议通知.docx` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a pack, or why there are none. */
export type PackFiles = { readonly files: readonly PackFile[] } | { readonly fault: LedgerFault };

/** Name of the ledger in a pack. */
const LEDGER = 'ledger.tsv';

/** Prints packs of papers, one PDF each, and says what text the sheets held. */
export type PaperPrinter = (
  packs: readonly Pack[],
) => Promise<readonly { readonly pdf: Uint8Array; readonly text: string }[]>;

/** Prints slides and says what text they held. */
export type SlidePrinter = (deck: Deck) => Promise<{ readonly pdf: Uint8Array; readonly text: string }>;

interface PackFileOptions extends PackOptions {
  /** Office files. */
  readonly docx: boolean;
  /** Absent: no PDFs. */
  readonly print?: PaperPrinter;
  /** Of slides. */
  readonly look?: SlideLook;
  /** Absent: no PDF of the slides. */
  readonly printSlides?: SlidePrinter;
}

/**
 * Every paper as a file of its own of each format wanted, and the ledger of all; refused as a whole where the ledger does
 * not close.
 */
export async function packFiles(
  pack: Pack,
  speeches: readonly PackSpeech[],
  { docx, print, look = DEFAULT_LOOK, printSlides, ...options }: PackFileOptions,
): Promise<PackFiles> {
  const fault = checkLedger(pack, speeches, options);
  if (fault) return { fault };
  const files: PackFile[] = [];
  const printed = await print?.(pack.papers.map((paper) => ({ ...pack, papers: [paper] })));
  for (const [index, paper] of pack.papers.entries()) {
    const name = paperFileName(index, piecesText(paper.name));
    if (docx) {
      const { bytes, fault } = packDocx(pack, [paper]);
      if (fault) return { fault };
      files.push({ name: `${name}.docx`, bytes });
    }
    const one = printed?.[index];
    if (one === undefined) continue;
    const fault = checkFile([paper], one.text);
    if (fault) return { fault };
    files.push({ name: `${name}.pdf`, bytes: one.pdf });
  }
  if (pack.slides.length > 0) {
    const name = paperFileName(pack.papers.length, labelText('slides', pack.labels) ?? '');
    if (docx) {
      const { bytes, fault } = packPptx(pack, look);
      if (fault) return { fault };
      files.push({ name: `${name}.pptx`, bytes });
    }
    const printed = await printSlides?.(packDeck(pack, look));
    const fault = printed && checkSlides(pack.slides, printed.text);
    if (fault) return { fault };
    if (printed) files.push({ name: `${name}.pdf`, bytes: printed.pdf });
  }
  // With a byte order mark: spreadsheet programs take the table for the computer's old encoding without it.
  files.push({ name: LEDGER, bytes: strToU8(`\ufeff${ledgerTable(pack, speeches)}`) });
  return { files };
}

/** `01 会议通知`: numbers first, so that a folder shows the papers in their order; without what no file name may hold. */
export function paperFileName(index: number, name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 60);
  return `${String(index + 1).padStart(2, '0')} ${safe}`.trim();
}

/**
 * Files as one .zip. Names are UTF-8 and marked as Unix's: without that Debian's unzip shows others (fflate 0.8). The same
 * files give the same bytes.
 */
export function zipFiles(files: readonly PackFile[]): Uint8Array<ArrayBuffer> {
  const options = { level: 6, mtime: new Date(2000, 0, 1), os: 3 } as const;
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, options];
  return zipSync(entries);
}
