import { DEEPEST_LISTED } from '../../handout/flow/contents.ts';
import { FRONT } from '../../handout/flow/front-lines.ts';
import { signatureIndents } from '../../handout/flow/signature.ts';
import type { Handout, HandoutBlock } from '../../handout/flow/types.ts';
import { OfficePackage, PACKAGE } from '../ooxml/package.ts';
import type { OfficePicture } from '../ooxml/pictures.ts';
import { addProperties } from '../ooxml/properties.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { type BlockContext, blockXml } from './block-xml.ts';
import { contentsBookmark, contentsXml } from './contents-xml.ts';
import { fontTable, W } from './faces.ts';
import { footnotesPart, type Note, splitNotes } from './footnotes.ts';
import { numberingPart } from './numbering.ts';
import { PageMargins } from './page-margins.ts';
import { paragraph } from './paragraph.ts';
import type { ParagraphProperties } from './properties.ts';
import { settingsPart } from './settings.ts';
import { relation, type Story, type WordDocument } from './story.ts';
import { stylesPart, wordLanguage } from './styles.ts';
import { twips, typography } from './typography.ts';

export interface DocxOptions {
  /** By the address that the author wrote. */
  readonly pictures?: ReadonlyMap<string, OfficePicture>;
  /** Said in the file's properties; absent: the same handout gives the same bytes. */
  readonly created?: Date;
}

export interface WrittenDocx {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Addresses of pictures that are not in the file, as the author wrote them. */
  readonly missingPictures: readonly string[];
}

const MAIN = 'word/document.xml';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * A handout as a Word file (ECMA-376, transitional), set as GB/T 9704—2012 asks. Numbers are text as written, headings are
 * real ones with their levels, notes are footnotes. Pure: the same input gives the same bytes.
 *
 * Characters that XML cannot hold become U+FFFD; `docxText` tells what the file holds.
 */
export function writeDocx(handout: Handout, options: DocxOptions = {}): WrittenDocx {
  const office = new OfficePackage();
  const { body, notes } = splitNotes(handout.blocks);
  const calls = callsIn(body);
  const type = typography(handout);
  const document: WordDocument = {
    office,
    handout,
    type,
    language: handout.lang,
    pictures: options.pictures ?? new Map(),
    missing: new Set(),
    notes: new Set(notes.map(({ number }) => number).filter((number) => calls.has(number))),
    called: new Set(),
    counts: { drawings: 0, bookmarks: 0 },
  };
  addProperties(office, {
    title: handout.title,
    author: handout.speaker,
    language: wordLanguage(handout.lang),
    created: options.created,
  });
  office.relate(PACKAGE, relation('officeDocument'), MAIN);
  const margins = new PageMargins(office, handout, type);
  const called = notes.filter(({ number }) => document.notes.has(number));
  const bodyXml = bodyOf([...body, ...uncalled(notes, document)], { document, part: MAIN }, margins);
  const part = (name: string, content: Xml) => {
    office.add(`word/${name}.xml`, `${WORD_TYPE}.${name}+xml`, content);
    office.relate(MAIN, relation(name), `word/${name}.xml`);
  };
  office.add(MAIN, `${WORD_TYPE}.document.main+xml`, bodyXml);
  part('styles', stylesPart(type, handout.lang));
  part(
    'settings',
    settingsPart(handout.lang, {
      twoSided: margins.twoSided,
      mirror: handout.style.mirror,
      notes: called.length > 0,
    }),
  );
  part('fontTable', fontTable(handout.lang));
  if (handout.blocks.some((block) => block.kind === 'item' && block.bullet))
    part('numbering', numberingPart());
  if (called.length > 0) part('footnotes', footnotesPart(called, { document, part: 'word/footnotes.xml' }));
  return { bytes: office.toBytes(), missingPictures: [...document.missing] };
}

/** Numbers of the notes that the body calls. */
function callsIn(blocks: readonly HandoutBlock[]): Set<number> {
  const calls = new Set<number>();
  const look = (runs: readonly { readonly noteNumber?: number }[]) => {
    for (const { noteNumber } of runs) if (noteNumber !== undefined) calls.add(noteNumber);
  };
  for (const block of blocks) {
    if (block.kind === 'table') for (const runs of [block.caption, ...block.rows.flat()]) look(runs);
    else if (block.kind === 'figure') look(block.caption);
    else if (block.kind !== 'contents') look(block.runs);
  }
  return calls;
}

/** Notes without a call have no place at a page's foot: they stand behind the text. */
function uncalled(notes: readonly Note[], { notes: called }: WordDocument): HandoutBlock[] {
  return notes.filter(({ number }) => !called.has(number)).flatMap(({ blocks }) => [...blocks]);
}

function bodyOf(blocks: readonly HandoutBlock[], story: Story, margins: PageMargins): Xml {
  const { handout, language } = story.document;
  const { cover } = handout.style;
  const indents = signatureIndents(blocks);
  const contentsAt = blocks.findIndex((block) => block.kind === 'contents');
  const frontEnd = blocks.findLastIndex((block) => FRONT.has(block.kind));
  /** Last block before the text, where that begins on a page of its own. */
  const lastBefore = contentsAt !== -1 ? contentsAt : cover ? frontEnd : -1;
  const frontSection = lastBefore === -1 ? undefined : { sectPr: { xml: margins.section(true, false) } };
  let listed = 0;
  const xml = blocks.map((block, index) => {
    const ends = index === lastBefore && index < blocks.length - 1 ? frontSection : undefined;
    if (block.kind === 'contents') {
      const place = cover && frontEnd !== -1 ? { pageBreakBefore: true } : {};
      const contents = contentsXml(block, language, place);
      // Not on an entry: bringing the contents up to date replaces them.
      return contents + (ends ? paragraph({ spacing: { line: 20, lineRule: 'exact' }, ...ends }, '') : '');
    }
    const isListed = contentsAt !== -1 && block.kind === 'heading' && block.level <= DEEPEST_LISTED;
    const context: BlockContext = {
      before: blocks[index - 1],
      after: blocks[index + 1],
      indent: indents.get(block),
      bookmark: isListed ? contentsBookmark(listed++) : undefined,
      place: { ...coverTop(block, index, story), ...ends },
    };
    return blockXml(block, story, context);
  });
  const last = element('w:sectPr', {}, margins.section(lastBefore === -1, true));
  return element(
    'w:document',
    {
      'xmlns:w': W,
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    },
    element('w:body', {}, ...xml, last),
  );
}

/** On a cover the title stands a third down the page. */
function coverTop(block: HandoutBlock, index: number, { document }: Story): ParagraphProperties {
  if (!document.handout.style.cover || index > 0 || block.kind !== 'title') return {};
  const { line, title } = document.type;
  return { spacing: { before: twips(62), after: line, line: title.line, lineRule: 'exact' } };
}
