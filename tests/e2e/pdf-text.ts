import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF holds, page by page, as a reader program extracts it. */
export interface PdfPage {
  /** Size in pt. */
  readonly width: number;
  readonly height: number;
  /** Text pieces in drawing order: distance from the left edge, of the baseline from the lower edge, pt. */
  readonly pieces: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

export interface PdfContents {
  readonly title: string;
  readonly pages: readonly PdfPage[];
  /** Number of entries of the outline, all levels. */
  readonly outlineEntries: number;
}

/** Reads a PDF with an independent program (pdf.js), not with the one that wrote it. */
export async function readPdf(data: Uint8Array): Promise<PdfContents> {
  const task = getDocument({ data: Uint8Array.from(data), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const content = await page.getTextContent();
    const pieces = content.items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number }]
        : [],
    );
    pages.push({ width, height, pieces });
  }
  const count = (entries: readonly { items: readonly unknown[] }[]): number =>
    entries.reduce((sum, entry) => sum + 1 + count(entry.items as { items: readonly unknown[] }[]), 0);
  const outline = (await document.getOutline()) ?? [];
  const info = (await document.getMetadata()).info as { Title?: string };
  await task.destroy();
  return { title: info.Title ?? '', pages, outlineEntries: count(outline) };
}
