import type { ContainerDocument, KeptPicture, NoteRun, ParagraphBlock, Run } from '../document.ts';
import { ImportError } from '../import-error.ts';
import { pictureKind, pictureName } from '../picture-kinds.ts';
import { type WrittenSpeech, writeSpeech } from '../write-speech/write-speech.ts';
import { readZip } from '../zip.ts';
import { type DocxParts, StoryReader } from './body.ts';
import { Numbering } from './numbering.ts';
import { Styles } from './styles.ts';
import { child, elements, parseXml, type XmlElement } from './xml.ts';

/** What a container gives: its text, the pictures that came inside it, and what could not be read. */
export interface ReadContainer extends WrittenSpeech {
  readonly pictures: readonly KeptPicture[];
}

/**
 * A Word file (.docx, .docm, .dotx of Word, WPS, LibreOffice) → the text of its speech: what is shown on its pages,
 * without page heads and feet, tracked deletions, hidden text, comments and the table of contents.
 * Format: ECMA-376 Part 1 (WordprocessingML), transitional and strict.
 *
 * @param name file name, for messages and the names of the pictures
 * @throws ImportError `docx-broken`, `zip-bomb`, `empty`
 */
export function readDocx(bytes: Uint8Array, name: string): ReadContainer {
  const files = readZip(bytes, (path) => /\.(?:xml|rels)$|^word\/.*media\//i.test(path));
  const main = mainPart(files);
  const relationships = relationshipsOf(files, main);
  const part = (kind: string): XmlElement | undefined => {
    for (const { type, target } of relationships.values())
      if (type === kind && files.has(target)) return parseXml(files.get(target)!);
    return undefined;
  };
  const document = files.get(main);
  const body = document && child(parseXml(document), 'w:body');
  if (body === undefined) throw new ImportError('docx-broken');

  const styles = new Styles(part('styles'));
  const numbering = new Numbering(part('numbering'), (style) => styles.numberingOf(style));
  const pictures = new PictureKeeper(files, name);
  const notes = new Map<string, ParagraphBlock[]>();
  const definitions = new Map<string, XmlElement>();
  for (const kind of ['footnote', 'endnote'])
    for (const note of elements(part(`${kind}s`), `w:${kind}`))
      definitions.set(`${kind}/${note.attributes['w:id']}`, note);
  let revisions = 0;
  const partsFor = (links: Relationships): DocxParts => ({
    styles,
    numbering,
    picture: (id, alt) => pictures.keep(links.get(id), alt),
    address: (id) => {
      const link = links.get(id);
      return link?.external && /^(?:https?:\/\/|mailto:)/i.test(link.target) ? link.target : undefined;
    },
    note: (kind, id): NoteRun | undefined => {
      const key = `${kind}/${id}`;
      if (notes.has(key)) return { kind: 'note', id: key };
      const element = definitions.get(key);
      if (element === undefined || /eparator|continuationNotice/.test(element.attributes['w:type'] ?? ''))
        return undefined;
      notes.set(key, []);
      const own = partNamed(relationships, `${kind}s`);
      const reader = new StoryReader(partsFor(own === undefined ? links : relationshipsOf(files, own)));
      notes.set(key, paragraphsOf(reader.read(element)));
      return { kind: 'note', id: key };
    },
    revision: () => {
      revisions++;
    },
  });
  const blocks = new StoryReader(partsFor(relationships)).read(body);
  const read: ContainerDocument = { blocks, notes };
  const written = writeSpeech(read, name);
  if (written.source.text.trim() === '')
    throw new ImportError(written.problems.some(isChunk) ? 'docx-broken' : 'empty');
  const tracked = {
    code: 'revisions',
    severity: 'info' as const,
    values: { count: revisions },
    range: { start: 0, end: 0 },
  };
  return {
    ...written,
    problems: [...(revisions > 0 ? [tracked] : []), ...written.problems],
    pictures: pictures.kept,
  };
}

function isChunk({ code }: WrittenSpeech['problems'][number]): boolean {
  return code === 'chunk-not-read';
}

interface Relationship {
  /** Last word of the type's address: styles, image, hyperlink. */
  readonly type: string;
  /** Path in the archive, or an address when external. */
  readonly target: string;
  readonly external: boolean;
}
type Relationships = ReadonlyMap<string, Relationship>;

function mainPart(files: ReadonlyMap<string, Uint8Array>): string {
  for (const { type, target } of relationshipsOf(files, '').values())
    if (type === 'officeDocument' && files.has(target)) return target;
  if (files.has('word/document.xml')) return 'word/document.xml';
  throw new ImportError('docx-broken');
}

/** Relationships of a part (ECMA-376 Part 2, 6.5): word/document.xml has its in word/_rels/document.xml.rels. */
function relationshipsOf(files: ReadonlyMap<string, Uint8Array>, part: string): Relationships {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = files.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (bytes === undefined) return found;
  for (const { attributes } of elements(parseXml(bytes))) {
    const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (id === undefined) continue;
    const external = mode === 'External';
    found.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolvePath(folder, target),
      external,
    });
  }
  return found;
}

function partNamed(relationships: Relationships, kind: string): string | undefined {
  return [...relationships.values()].find(({ type }) => type === kind)?.target;
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** A note holds paragraphs; a table in it gives those of its cells. */
function paragraphsOf(blocks: ReturnType<StoryReader['read']>): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsOf([...cell.blocks]))),
  );
}

class PictureKeeper {
  readonly kept: KeptPicture[] = [];
  private readonly names = new Map<string, string>();

  constructor(
    private readonly files: ReadonlyMap<string, Uint8Array>,
    private readonly fileName: string,
  ) {}

  keep(link: Relationship | undefined, alt: string): Run & { kind: 'picture' | 'problem' } {
    const problem = (code: string) =>
      ({ kind: 'problem', code, severity: 'warning', values: { text: alt } }) as const;
    if (link === undefined) return problem('picture-missing');
    if (link.external) return problem('picture-remote');
    const known = this.names.get(link.target);
    if (known !== undefined) return { kind: 'picture', name: known, alt };
    const bytes = this.files.get(link.target);
    if (bytes === undefined) return problem('picture-missing');
    const kind = pictureKind(bytes);
    if (kind === undefined) return problem('picture-kind');
    const name = pictureName(this.fileName, this.kept.length + 1, kind.extension);
    this.names.set(link.target, name);
    this.kept.push({ name, bytes, type: kind.type });
    return { kind: 'picture', name, alt };
  }
}
