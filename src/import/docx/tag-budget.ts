import { ImportError } from '../import-error.ts';

/**
 * Tags that all parts of a Word file may have together, opening and closing. A document of 300,000 characters has some
 * 700,000; a file of 24 kB can hold four million empty paragraphs, whose tree takes a gigabyte.
 */
const MOST_TAGS = 2_000_000;

const OPENING = 0x3c;

/** Counts what is about to be parsed, before it is, in a file and in all files inside it. */
export class TagBudget {
  private left = MOST_TAGS;

  /**
   * @param bytes XML or HTML in any encoding
   * @throws ImportError `docx-too-complex`
   */
  spend(bytes: Uint8Array): void {
    for (let at = bytes.indexOf(OPENING); at !== -1; at = bytes.indexOf(OPENING, at + 1)) this.left--;
    if (this.left < 0) throw new ImportError('docx-too-complex', { limit: MOST_TAGS });
  }
}
