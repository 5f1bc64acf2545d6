import {
  type Block,
  type ContainerDocument,
  leftOutBlock,
  type NoteRun,
  type ParagraphBlock,
} from '../document.ts';
import { ImportError, type ImportErrorCode } from '../import-error.ts';
import { type ReadContainer, writeSpeech } from '../write-speech/write-speech.ts';
import { readZip } from '../zip.ts';
import { StoryReader } from './body.ts';
import { readChunk } from './chunk.ts';
import { FieldNumbers } from './fields.ts';
import { Numbering } from './numbering.ts';
import type { DocxParts } from './parts.ts';
import { PictureKeeper } from './picture-keeper.ts';
import { rawText } from './raw-text.ts';
import { type ArchiveFiles, partNamed, type Relationships, relationshipsOf } from './relationships.ts';
import { Styles } from './styles.ts';
import { TagBudget } from './tag-budget.ts';
import { child, elements, parseXml, type XmlElement } from './xml.ts';

/**
 * A Word file (.docx, .docm, .dotx of Word, WPS, LibreOffice) → the text of its speech: what is shown on its pages.
 * Page heads and feet, tracked deletions, hidden text, comments, prompts and the table of contents are left out, and
 * listed. Format: ECMA-376 Part 1 (WordprocessingML), transitional and strict.
 *
 * @param name file name, for messages and the names of the pictures
 * @throws ImportError `docx-broken`, `zip-bomb`, `empty`, `docx-too-complex`, `damaged-…`
 */
export function readDocx(bytes: Uint8Array, name: string): ReadContainer {
  const document = new DocxDocument(bytes, name, 0, new TagBudget());
  const written = writeSpeech(document.read(), name);
  if (written.source.text.trim() === '')
    throw new ImportError(written.diagnostics.some(isChunk) ? 'docx-broken' : 'empty');
  const tracked = {
    code: 'revisions',
    severity: 'info' as const,
    values: { count: document.revisions },
    range: { start: 0, end: 0 },
  };
  return {
    ...written,
    diagnostics: [...(document.revisions > 0 ? [tracked] : []), ...written.diagnostics],
    pictures: document.pictures.kept,
  };
}

function isChunk({ code }: ReadContainer['diagnostics'][number]): boolean {
  return code === 'chunk-not-read';
}

/** Parts that are read: XML, pictures, and documents of other formats inside. */
const READ = /\.(?:xml|rels)$|^word\/.*media\/|\.(?:x?html?|mht|mhtml|docx|txt)$/i;
const XML = /\.(?:xml|rels)$/i;
/** Of these a damaged one is told at its place in the text; any other may take words or numbers away. */
const MEDIA = /^word\/.*media\//i;

/** What a damaged part holds, for the sentence about it. */
const DAMAGES: readonly (readonly [RegExp, ImportErrorCode])[] = [
  [/(?:^|\/)document\d*\.xml$/i, 'damaged-text'],
  [/(?:foot|end)notes\.xml$|comments\w{0,20}\.xml$/i, 'damaged-notes'],
  [/(?:styles\w{0,20}|numbering)\.xml$/i, 'damaged-styles'],
];

function damageOf(path: string): ImportErrorCode {
  return DAMAGES.find(([pattern]) => pattern.test(path))?.[1] ?? 'damaged-part';
}

/** A document may hold documents; deeper ones are reported. */
const DEEPEST = 2;

interface CalledNote {
  readonly key: string;
  readonly kind: 'footnote' | 'endnote';
  readonly element: XmlElement;
}

class DocxDocument {
  readonly pictures: PictureKeeper;
  revisions = 0;
  private readonly files: ArchiveFiles;
  private readonly main: string;
  private readonly links: Relationships;
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly fieldNumbers = new FieldNumbers();
  private readonly notes = new Map<string, readonly ParagraphBlock[]>();
  private readonly noteElements = new Map<string, XmlElement>();
  private readonly calledNotes: CalledNote[] = [];
  private readonly comments = new Map<string, string>();

  constructor(
    bytes: Uint8Array,
    private readonly name: string,
    private readonly depth: number,
    private readonly budget: TagBudget,
  ) {
    const { files, damaged } = readZip(bytes, (path) => READ.test(path));
    this.files = files;
    for (const [path, part] of files) if (XML.test(path)) budget.spend(part);
    const broken = damaged.find((path) => !MEDIA.test(path));
    if (broken !== undefined) throw new ImportError(damageOf(broken), { part: broken });
    this.main = mainPart(this.files);
    this.links = relationshipsOf(this.files, this.main);
    this.pictures = new PictureKeeper(this.files, new Set(damaged), name);
    this.styles = new Styles(this.part('styles'));
    this.numbering = new Numbering(this.part('numbering'), (style) => this.styles.numberingOf(style));
    for (const kind of ['footnote', 'endnote'])
      for (const note of elements(this.part(`${kind}s`), `w:${kind}`))
        this.noteElements.set(`${kind}/${note.attributes['w:id']}`, note);
    for (const comment of elements(this.part('comments'), 'w:comment'))
      this.comments.set(comment.attributes['w:id'] ?? '', rawText(comment));
  }

  read(): ContainerDocument {
    const main = this.files.get(this.main);
    const body = main && child(parseXml(main), 'w:body');
    if (body === undefined) throw new ImportError('docx-broken');
    const blocks = new StoryReader(this.partsFor(this.links)).read(body);
    this.readNotes();
    return { blocks: [...this.margins(), ...blocks], notes: this.notes };
  }

  private part(kind: string): XmlElement | undefined {
    const target = partNamed(this.links, kind);
    const bytes = target === undefined ? undefined : this.files.get(target);
    return bytes && parseXml(bytes);
  }

  private partsFor(links: Relationships): DocxParts {
    return {
      styles: this.styles,
      numbering: this.numbering,
      fieldNumbers: this.fieldNumbers,
      picture: (id, alt) => this.pictures.keep(links.get(id), alt),
      address: (id) => {
        const link = links.get(id);
        return link?.external && /^(?:https?:\/\/|mailto:)/i.test(link.target) ? link.target : undefined;
      },
      note: (kind, id) => this.note(kind, id),
      comment: (id) => this.comments.get(id),
      chunk: (id) => this.chunk(this.files.get(links.get(id)?.target ?? '')),
      revision: () => {
        this.revisions++;
      },
    };
  }

  private note(kind: 'footnote' | 'endnote', id: string): NoteRun | undefined {
    const key = `${kind}/${id}`;
    if (this.notes.has(key)) return { kind: 'note', id: key };
    const element = this.noteElements.get(key);
    if (element === undefined || /eparator|continuationNotice/.test(element.attributes['w:type'] ?? ''))
      return undefined;
    this.notes.set(key, []);
    this.calledNotes.push({ key, kind, element });
    return { kind: 'note', id: key };
  }

  /** Reads the notes that were called. A note may call others, and they others: each waits for its turn here. */
  private readNotes(): void {
    const parts = new Map<string, DocxParts>();
    for (let next = 0; next < this.calledNotes.length; next++) {
      const { key, kind, element } = this.calledNotes[next]!;
      const own = partNamed(this.links, `${kind}s`);
      const known =
        parts.get(kind) ?? this.partsFor(own === undefined ? this.links : relationshipsOf(this.files, own));
      parts.set(kind, known);
      this.notes.set(key, paragraphsOf(new StoryReader(known).read(element)));
    }
  }

  private chunk(bytes: Uint8Array | undefined): readonly Block[] {
    if (bytes) this.budget.spend(bytes);
    return readChunk(bytes, {
      name: this.name,
      pictures: this.pictures.kept,
      notes: this.notes,
      nested: this.depth < DEEPEST ? (inner) => this.nested(inner) : undefined,
    });
  }

  private nested(bytes: Uint8Array): ContainerDocument {
    const inner = new DocxDocument(bytes, this.name, this.depth + 1, this.budget);
    const document = inner.read();
    this.revisions += inner.revisions;
    for (const picture of inner.pictures.kept) this.pictures.kept.push(picture);
    return document;
  }

  /** Words in the page heads and feet, each once; numbers of pages are no words. */
  private margins(): ParagraphBlock[] {
    const seen = new Set<string>();
    for (const { type, target, external } of this.links.values()) {
      const bytes = this.files.get(target);
      if (external || bytes === undefined || !/^(?:header|footer)$/.test(type)) continue;
      const text = rawText(parseXml(bytes)).trim();
      if (/\p{L}/u.test(text.replace(/(?:[第共]|(?<![\d\s]))[\d\s]*[页頁]|\bpages?\b|\bof\b/gi, '')))
        seen.add(text);
    }
    return [...seen].flatMap((text) => leftOutBlock('margin', text));
  }
}

function mainPart(files: ArchiveFiles): string {
  for (const { type, target } of relationshipsOf(files, '').values())
    if (type === 'officeDocument' && files.has(target)) return target;
  if (files.has('word/document.xml')) return 'word/document.xml';
  throw new ImportError('docx-broken');
}

/** A note holds paragraphs; a table in it gives those of its cells. */
function paragraphsOf(blocks: ReturnType<StoryReader['read']>): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsOf([...cell.blocks]))),
  );
}
