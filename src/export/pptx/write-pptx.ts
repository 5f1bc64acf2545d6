import type { Deck } from '../../deck/plan/types.ts';
import { OfficePackage, PACKAGE } from '../ooxml/package.ts';
import type { OfficePicture } from '../ooxml/pictures.ts';
import { addProperties } from '../ooxml/properties.ts';
import { element } from '../ooxml/xml.ts';
import { contentType, NAMESPACES, relation, type TextLanguage } from './drawing.ts';
import { LAYOUT_NAMES, LAYOUTS, layoutPart, SLIDE_SIZES } from './layouts.ts';
import { FIRST_MASTER_ID, masterPart, notesMasterPart, themePart } from './master.ts';
import { notesPart } from './notes-part.ts';
import { sectionList } from './sections.ts';
import { shownSlides } from './slide-content.ts';
import { slidePart } from './slide-part.ts';
import { TABLE_STYLE } from './table-frame.ts';
import { slideColours } from './themes.ts';

export interface PptxOptions {
  /** By the address that the author wrote. */
  readonly pictures?: ReadonlyMap<string, OfficePicture>;
  /** The speaker. */
  readonly author?: string;
  /** Said in the file's properties; absent: the same deck gives the same bytes. */
  readonly created?: Date;
}

export interface WrittenPptx {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Addresses of pictures that are not in the file, as the author wrote them. */
  readonly missingPictures: readonly string[];
}

const MAIN = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';
/** First id of slides (ECMA-376 Part 1, 19.7.13). */
const FIRST_SLIDE_ID = 256;

/**
 * A deck as a PowerPoint file (ECMA-376, transitional): one master with named layouts, words in placeholders, colours and
 * faces of a theme, native tables, sections, and the spoken text verbatim in the notes. Pure.
 */
export function writePptx(deck: Deck, options: PptxOptions = {}): WrittenPptx {
  const office = new OfficePackage();
  const language: TextLanguage = deck.lang === 'zh-Hant' ? 'zh-TW' : 'zh-CN';
  const size = SLIDE_SIZES[deck.ratio];
  const slides = shownSlides(deck);
  const missing = new Set<string>();
  addProperties(office, { title: deck.title, author: options.author, language, created: options.created });
  office.relate(PACKAGE, relation('officeDocument'), MAIN);

  const masterId = office.relate(MAIN, relation('slideMaster'), MASTER);
  const layoutName = (index: number) => `ppt/slideLayouts/slideLayout${index + 1}.xml`;
  const layoutIds = LAYOUT_NAMES.map((name, index) => {
    const part = layoutName(index);
    office.add(part, contentType('slideLayout'), layoutPart(LAYOUTS[name], size, language));
    office.relate(part, relation('slideMaster'), MASTER);
    return {
      id: FIRST_MASTER_ID + 1 + index,
      relation: office.relate(MASTER, relation('slideLayout'), part),
    };
  });
  const theme = (number: number, source: string) => {
    const part = `ppt/theme/theme${number}.xml`;
    office.add(
      part,
      'application/vnd.openxmlformats-officedocument.theme+xml',
      themePart(deck.theme, slideColours(deck.theme), language),
    );
    office.relate(source, relation('theme'), part);
  };
  theme(1, MASTER);
  office.add(MASTER, contentType('slideMaster'), masterPart(size, language, layoutIds));

  const ids = slides.map((_, index) => FIRST_SLIDE_ID + index);
  const slideIds = slides.map((shown, index) => {
    const part = `ppt/slides/slide${index + 1}.xml`;
    const relationId = office.relate(MAIN, relation('slide'), part);
    office.relate(part, relation('slideLayout'), layoutName(LAYOUT_NAMES.indexOf(shown.layout)));
    const src = shown.image?.src;
    const picture = src === undefined ? undefined : options.pictures?.get(src);
    if (src !== undefined && picture === undefined) missing.add(src);
    const pictureId =
      picture &&
      office.relate(part, relation('image'), office.addPicture('ppt', picture.bytes, picture.type));
    office.add(
      part,
      contentType('slide'),
      slidePart(shown, { slide: size, language, number: index + 1, picture, pictureId }),
    );
    if (shown.notes.length > 0) {
      const notes = `ppt/notesSlides/notesSlide${index + 1}.xml`;
      office.add(notes, contentType('notesSlide'), notesPart(shown.notes, language));
      office.relate(part, relation('notesSlide'), notes);
      office.relate(notes, relation('notesMaster'), NOTES_MASTER);
      office.relate(notes, relation('slide'), part);
    }
    return element('p:sldId', { id: ids[index], 'r:id': relationId });
  });

  const hasNotes = slides.some(({ notes }) => notes.length > 0);
  const notesMasterId = hasNotes ? office.relate(MAIN, relation('notesMaster'), NOTES_MASTER) : undefined;
  if (hasNotes) {
    office.add(NOTES_MASTER, contentType('notesMaster'), notesMasterPart(language));
    theme(2, NOTES_MASTER);
  }
  for (const [name, root] of [
    ['presProps', element('p:presentationPr', NAMESPACES)],
    ['viewProps', element('p:viewPr', NAMESPACES)],
    ['tableStyles', element('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: TABLE_STYLE })],
  ] as const) {
    office.add(`ppt/${name}.xml`, contentType(name), root);
    office.relate(MAIN, relation(name), `ppt/${name}.xml`);
  }
  office.relate(MAIN, relation('theme'), 'ppt/theme/theme1.xml');
  office.add(
    MAIN,
    contentType('presentation.main'),
    element(
      'p:presentation',
      { ...NAMESPACES, saveSubsetFonts: 1 },
      element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: FIRST_MASTER_ID, 'r:id': masterId })),
      notesMasterId &&
        element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': notesMasterId })),
      slideIds.length > 0 ? element('p:sldIdLst', {}, ...slideIds) : undefined,
      element('p:sldSz', {
        cx: size.width,
        cy: size.height,
        type: deck.ratio === '4:3' ? 'screen4x3' : undefined,
      }),
      element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
      slides.length > 0 ? element('p:extLst', {}, sectionList(slides, ids, deck.title)) : undefined,
    ),
  );
  return { bytes: office.toBytes(), missingPictures: [...missing] };
}
