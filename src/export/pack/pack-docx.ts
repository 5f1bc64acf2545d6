import { piecesText } from '../../pack/height.ts';
import { checkFile, type LedgerFault } from '../../pack/ledger.ts';
import { PAGE, SIGN, SIGN_IN_MARGINS } from '../../pack/line-styles.ts';
import type { Pack, PackBlock, Paper, PaperId } from '../../pack/types.ts';
import { docxText } from '../docx/docx-text.ts';
import { fontTable, W } from '../docx/faces.ts';
import { paragraph } from '../docx/paragraph.ts';
import type { ParagraphProperties } from '../docx/properties.ts';
import { textRun } from '../docx/run-xml.ts';
import { settingsPart } from '../docx/settings.ts';
import { relation } from '../docx/story.ts';
import { wordLanguage } from '../docx/styles.ts';
import { twips } from '../docx/typography.ts';
import { OfficePackage, PACKAGE } from '../ooxml/package.ts';
import { addProperties } from '../ooxml/properties.ts';
import { element, escapeXml, type Xml } from '../ooxml/xml.ts';
import { FOOTER_STYLE, GAP_STYLE, lineStyleId, packStyles } from './pack-styles.ts';
import { gridXml, listXml, piecesXml, ruledXml, signXml } from './pack-tables.ts';

const MAIN = 'word/document.xml';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A Word file of papers, read back. */
export interface PackDocx {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the file holds more or less than the papers; then it must not be given away. */
  readonly fault?: LedgerFault;
}

/**
 * Papers of a pack as one Word file, each from a new page on and numbered from 1. Its properties hold a title only: no
 * author, no date. Pure: the same papers give the same bytes.
 */
export function packDocx(pack: Pack, papers: readonly Paper[] = pack.papers): PackDocx {
  const office = new OfficePackage();
  const { language } = pack;
  addProperties(office, {
    title: piecesText(papers[0]?.name ?? []),
    language: wordLanguage(language),
  });
  office.relate(PACKAGE, relation('officeDocument'), MAIN);
  const addFooter = (name: string, content: Xml) => {
    office.add(name, `${WORD_TYPE}.footer+xml`, element('w:ftr', { 'xmlns:w': W }, content));
    return office.relate(MAIN, relation('footer'), name);
  };
  const footerId = addFooter('word/footer1.xml', folio());
  // A section without a footer of its own has that of the section before.
  const emptyFooterId = papers.some(({ id }) => id === 'table-signs')
    ? addFooter('word/footer2.xml', paragraph({ pStyle: FOOTER_STYLE }, ''))
    : footerId;
  const body = papers.map((paper, index) => {
    const isLast = index === papers.length - 1;
    const section = sectionXml(paper, paper.id === 'table-signs' ? emptyFooterId : footerId);
    const end = isLast
      ? element('w:sectPr', {}, section)
      : paragraph({ spacing: { line: 20, lineRule: 'exact' }, sectPr: { xml: section } }, '');
    return blocksXml(paper.blocks) + end;
  });
  office.add(
    MAIN,
    `${WORD_TYPE}.document.main+xml`,
    element(
      'w:document',
      {
        'xmlns:w': W,
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      element('w:body', {}, ...body),
    ),
  );
  const part = (name: string, content: Xml) => {
    office.add(`word/${name}.xml`, `${WORD_TYPE}.${name}+xml`, content);
    office.relate(MAIN, relation(name), `word/${name}.xml`);
  };
  part('styles', packStyles(language));
  part('settings', settingsPart(language, { twoSided: false, mirror: false, notes: false }));
  part('fontTable', fontTable(language));
  const bytes = office.toBytes();
  const fault = checkFile(papers, docxText(bytes));
  return { bytes, ...(fault && { fault }) };
}

function blocksXml(blocks: readonly PackBlock[]): Xml {
  let breaks = false;
  return blocks
    .map((block) => {
      if (block.kind === 'page-break') {
        breaks = true;
        return '';
      }
      const place = breaks ? { pageBreakBefore: true } : {};
      breaks = false;
      // A table cannot begin a page by itself; the halves of all signs are at the same place of their sheets.
      const before =
        block.kind === 'sign' || (block.kind !== 'line' && place.pageBreakBefore)
          ? paragraph({ pStyle: GAP_STYLE, ...place }, '')
          : '';
      return before + blockXml(block, place);
    })
    .join('');
}

function blockXml(block: Exclude<PackBlock, { kind: 'page-break' }>, place: ParagraphProperties): Xml {
  switch (block.kind) {
    case 'line': {
      const { style, pieces, beside, keep } = block;
      const isTitle = style === 'title' || style === 'cue-title';
      const tab = element('w:tab', { 'w:val': 'right', 'w:pos': twips(PAGE.measure) });
      return paragraph(
        {
          pStyle: lineStyleId(style),
          ...((keep || isTitle) && { keepNext: true }),
          ...(beside && { tabs: { xml: tab } }),
          ...place,
        },
        piecesXml(pieces) + (beside ? element('w:r', {}, element('w:tab')) + piecesXml(beside) : ''),
      );
    }
    case 'grid':
      return gridXml(block);
    case 'table':
      return listXml(block);
    case 'ruled':
      return ruledXml(block);
    case 'sign':
      return signXml(block);
  }
}

/** Margins of a paper, and the distance of its footer from the edge of the page, mm. */
function marginsOf(id: PaperId) {
  if (id === 'table-signs') return { ...SIGN, left: SIGN.beside, right: SIGN.beside, folio: 5 };
  if (id === 'sign-in') return { ...PAGE, ...SIGN_IN_MARGINS, folio: 14 };
  return { ...PAGE, folio: 22 };
}

/** Children of `w:sectPr`: A4, pages numbered from 1. */
function sectionXml({ id }: Paper, footerId: string): Xml {
  const { top, right, bottom, left, folio } = marginsOf(id);
  return [
    element('w:footerReference', { 'w:type': 'default', 'r:id': footerId }),
    element('w:type', { 'w:val': 'nextPage' }),
    element('w:pgSz', { 'w:w': twips(PAGE.width), 'w:h': twips(PAGE.height) }),
    element('w:pgMar', {
      'w:top': twips(top),
      'w:right': twips(right),
      'w:bottom': twips(bottom),
      'w:left': twips(left),
      'w:header': twips(15),
      'w:footer': twips(folio),
      'w:gutter': 0,
    }),
    element('w:pgNumType', { 'w:start': 1 }),
    element('w:cols', { 'w:space': 720 }),
  ].join('');
}

/** — 1 — in the middle. */
function folio(): Xml {
  const field = (type: string) => element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  return paragraph(
    { pStyle: FOOTER_STYLE },
    [
      textRun('— ', {}),
      field('begin'),
      element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(' PAGE '))),
      field('separate'),
      element('w:r', {}, element('w:t', {}, '1')),
      field('end'),
      textRun(' —', {}),
    ].join(''),
  );
}
