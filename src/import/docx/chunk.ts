import { decodePage } from '../decode-page.ts';
import {
  type Block,
  type ContainerDocument,
  type KeptPicture,
  type ParagraphBlock,
  unread,
} from '../document.ts';
import { readBlocks } from '../html/html.ts';
import { ImportError } from '../import-error.ts';
import { looksLikeHtml } from '../looks-like-html.ts';
import { looksLikeWebArchive, readWebArchive } from '../web-archive.ts';

/** What a chunk is read with. */
export interface ChunkContext {
  readonly name: string;
  /** Where its pictures are added. */
  readonly pictures: KeptPicture[];
  /** Where its notes are added. */
  readonly notes: Map<string, readonly ParagraphBlock[]>;
  /** Reads a Word file inside this one; undefined where they nest too deep. */
  readonly nested?: (bytes: Uint8Array) => ContainerDocument;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * A document of another format inside a Word file (`w:altChunk`, 17.17.2.1), which the word processor takes in when
 * it opens the file: HTML, a web archive, a Word file or text. Any other format is reported as `chunk-not-read`.
 */
export function readChunk(bytes: Uint8Array | undefined, context: ChunkContext): Block[] {
  const unreadable: Block = { kind: 'paragraph', runs: [unread('chunk-not-read', '')] };
  if (bytes === undefined || bytes.length === 0) return [unreadable];
  try {
    return [...blocksOf(bytes, context)];
  } catch (error) {
    // A chunk that cannot be read does not make the file around it unreadable.
    if (error instanceof ImportError) return [unreadable];
    throw error;
  }
}

function blocksOf(bytes: Uint8Array, context: ChunkContext): readonly Block[] {
  const { notes, nested } = context;
  const take = ({ blocks, notes: more }: ContainerDocument): readonly Block[] => {
    for (const [id, paragraphs] of more) if (!notes.has(id)) notes.set(id, paragraphs);
    return blocks;
  };
  if (ZIP.every((byte, index) => bytes[index] === byte)) {
    if (nested === undefined) throw new ImportError('docx-broken');
    return take(nested(bytes));
  }
  const archive = looksLikeWebArchive(bytes) ? readWebArchive(bytes) : undefined;
  if (archive !== undefined)
    return take(
      readBlocks(decodePage(archive.page, undefined, archive.charset).text, {
        ...context,
        files: archive.files,
      }),
    );
  const { text } = decodePage(bytes);
  if (/^\s*\{\\rtf/.test(text)) throw new ImportError('rtf');
  if (looksLikeHtml(text, 'chunk.html')) return take(readBlocks(text, context));
  return text.split('\n').map(
    (line): Block => ({
      kind: 'paragraph',
      runs: line.trim() === '' ? [] : [{ kind: 'text', text: line }],
    }),
  );
}
