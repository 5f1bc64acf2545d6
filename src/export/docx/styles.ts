import { LABEL_STYLE, MARK_STYLE } from '../../import/docx/own-styles.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { type FaceRole, faceName, LATIN_FACE, type Language, W } from './faces.ts';
import {
  fontSize,
  type ParagraphProperties,
  paragraphProperties,
  type RunProperties,
  runProperties,
} from './properties.ts';
import { type Typography, twips } from './typography.ts';

/** A style: its name (Word shows its own ones in the language of the program), what it is based on, what it sets. */
interface Style {
  readonly name: string | Readonly<Record<Language, string>>;
  readonly type?: 'character';
  readonly basedOn?: string;
  readonly next?: string;
  /** Offered in Word's list of styles. */
  readonly quick?: boolean;
  readonly paragraph?: ParagraphProperties;
  readonly run?: RunProperties;
}

/** Levels of headings that have a style. */
export const HEADING_LEVELS = 4;

/** The face of each level (GB/T 9704—2012 7.3.3). */
const HEADING_FACES: readonly FaceRole[] = ['first', 'second', 'body', 'body'];

/** Rows of the style list, by id. */
function styleTable(
  { size, tracking, em, line, title, small, measure }: Typography,
  language: Language,
): Readonly<Record<string, Style>> {
  const face = (role: FaceRole): RunProperties => ({ rFonts: { eastAsia: faceName(role, language) } });
  const exact = (height: number, more: { before?: number; after?: number } = {}) => ({
    spacing: { ...more, line: height, lineRule: 'exact' },
  });
  // A row or a caption is as high as its letters ask for, whatever face stands in.
  const atLeast = (more: { before?: number; after?: number } = {}) => ({
    spacing: { ...more, line: small.line, lineRule: 'atLeast' },
  });
  const flush = { firstLine: 0, firstLineChars: 0 };
  // LibreOffice reads the length only, Word goes by the number of characters.
  const indented = { firstLine: size * 20, firstLineChars: 200 };
  const smallType: RunProperties = { ...fontSize(small.size), spacing: 0 };
  const headings = Object.fromEntries(
    HEADING_FACES.flatMap((role, index): [string, Style][] => [
      [
        `Heading${index + 1}`,
        {
          name: `heading ${index + 1}`,
          next: 'BodyText',
          quick: true,
          paragraph: { keepNext: true, keepLines: true, ind: indented, outlineLvl: index },
          run: face(role),
        },
      ],
      [
        `RunInHeading${index + 1}`,
        {
          name: { 'zh-Hans': `段首标题 ${index + 1}`, 'zh-Hant': `段首標題 ${index + 1}` },
          type: 'character',
          quick: true,
          run: face(role),
        },
      ],
    ]),
  );
  return {
    Normal: {
      name: 'Normal',
      quick: true,
      // As on our own pages: two lines of a paragraph stay together, and no mark stands outside the type area.
      paragraph: { widowControl: true, overflowPunct: false, ...exact(line), jc: 'both' },
      run: { spacing: tracking },
    },
    BodyText: { name: 'Body Text', quick: true, paragraph: { ind: indented } },
    Title: {
      name: 'Title',
      next: 'Salutation',
      quick: true,
      paragraph: { keepNext: true, ...exact(title.line), jc: 'center', outlineLvl: 0 },
      run: { ...face('title'), ...fontSize(title.size), spacing: 0 },
    },
    Subtitle: {
      name: 'Subtitle',
      quick: true,
      paragraph: { keepNext: true, jc: 'center' },
      run: face('second'),
    },
    FrontLine: {
      name: { 'zh-Hans': '题头', 'zh-Hant': '題頭' },
      quick: true,
      paragraph: { keepNext: true, jc: 'center' },
      run: face('second'),
    },
    Salutation: { name: 'Salutation', next: 'BodyText', quick: true, paragraph: { keepNext: true } },
    ...headings,
    Cue: {
      name: { 'zh-Hans': '舞台提示', 'zh-Hant': '舞台提示' },
      paragraph: { ind: indented },
      run: face('second'),
    },
    ListParagraph: { name: 'List Paragraph', quick: true, paragraph: { ind: indented } },
    Quote: {
      name: 'Quote',
      quick: true,
      paragraph: { ind: { left: 2 * em, right: 2 * em, ...indented } },
      run: face('second'),
    },
    Verse: {
      name: { 'zh-Hans': '诗行', 'zh-Hant': '詩行' },
      paragraph: { ind: { left: 2 * em, right: 2 * em, ...flush }, jc: 'center' },
      run: face('second'),
    },
    QuoteSource: {
      name: { 'zh-Hans': '引文出处', 'zh-Hant': '引文出處' },
      paragraph: { ind: { left: 2 * em, right: 2 * em, ...flush }, jc: 'right' },
      run: face('second'),
    },
    Signature: { name: 'Signature', quick: true, paragraph: { keepLines: true, jc: 'right' } },
    TableText: {
      name: { 'zh-Hans': '表格文字', 'zh-Hant': '表格文字' },
      paragraph: { ...atLeast(), jc: 'left' },
      run: smallType,
    },
    TableHead: {
      name: { 'zh-Hans': '表头', 'zh-Hant': '表頭' },
      basedOn: 'TableText',
      paragraph: { jc: 'center' },
      run: face('first'),
    },
    Caption: {
      name: 'caption',
      paragraph: { ...atLeast({ before: Math.round(0.3 * line) }), keepNext: true, jc: 'center' },
      run: { ...smallType, ...face('first') },
    },
    FigureCaption: {
      name: { 'zh-Hans': '图题', 'zh-Hant': '圖題' },
      paragraph: { ...atLeast({ before: twips(1.5), after: Math.round(0.5 * line) }), jc: 'center' },
      run: { ...smallType, ...face('second') },
    },
    Figure: {
      name: { 'zh-Hans': '图', 'zh-Hant': '圖' },
      // A line as high as its picture: an exact one would show a strip of it.
      paragraph: { spacing: { before: Math.round(0.5 * line), line: 240, lineRule: 'auto' }, jc: 'center' },
    },
    FootnoteText: { name: 'footnote text', paragraph: { ...atLeast() }, run: smallType },
    TOCHeading: {
      name: 'TOC Heading',
      paragraph: {
        ...exact(line, { before: Math.round(line / 2), after: Math.round(line / 2) }),
        jc: 'center',
      },
      run: face('first'),
    },
    TOC1: { name: 'toc 1', paragraph: tocParagraph(0, measure) },
    TOC2: { name: 'toc 2', paragraph: tocParagraph(2 * em, measure), run: face('second') },
    Header: { name: 'header', paragraph: { ...atLeast(), jc: 'center' }, run: smallType },
    Footer: {
      name: 'footer',
      // An exact line here took one from the page's 22 in LibreOffice (docs/spec/office-files.md B1).
      paragraph: { spacing: { line: 240, lineRule: 'auto' } },
      run: { ...fontSize(28), spacing: 0, ...face('folio') },
    },
    Lead: {
      name: { 'zh-Hans': '段首语', 'zh-Hant': '段首語' },
      type: 'character',
      run: face('second'),
    },
    InlineCue: {
      name: { 'zh-Hans': '句中提示', 'zh-Hant': '句中提示' },
      type: 'character',
      run: face('second'),
    },
    Mark: { name: MARK_STYLE, type: 'character', run: { u: 'single' } },
    Label: { name: LABEL_STYLE, type: 'character' },
    Hyperlink: { name: 'Hyperlink', type: 'character' },
    FootnoteReference: {
      name: 'footnote reference',
      type: 'character',
      run: { vertAlign: 'superscript' },
    },
  };
}

function tocParagraph(left: number, measure: number): ParagraphProperties {
  const tab = element('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': measure });
  return { tabs: { xml: tab }, ...(left > 0 && { ind: { left } }), jc: 'left' };
}

/** The part word/styles.xml. */
export function stylesPart(type: Typography, language: Language): Xml {
  const latin = { ascii: LATIN_FACE, hAnsi: LATIN_FACE, cs: LATIN_FACE };
  const standard = runProperties({
    rFonts: { ...latin, eastAsia: faceName('body', language) },
    ...fontSize(type.size),
    lang: { val: 'en-US', eastAsia: wordLanguage(language) },
  });
  const styles = Object.entries(styleTable(type, language)).map(([id, style]) =>
    styleXml(id, style, language),
  );
  return element(
    'w:styles',
    { 'xmlns:w': W },
    element('w:docDefaults', {}, element('w:rPrDefault', {}, standard), element('w:pPrDefault')),
    ...styles,
    TABLE_NORMAL,
    TABLE_GRID,
  );
}

/** The language tag that Word knows. */
export function wordLanguage(language: Language): 'zh-CN' | 'zh-TW' {
  return language === 'zh-Hans' ? 'zh-CN' : 'zh-TW';
}

function styleXml(id: string, style: Style, language: Language): Xml {
  const { name, type = 'paragraph', next, quick, paragraph, run } = style;
  const isNormal = id === 'Normal';
  const basedOn = style.basedOn ?? (type === 'paragraph' && !isNormal ? 'Normal' : undefined);
  const custom = typeof name !== 'string' || type === 'character';
  return element(
    'w:style',
    {
      'w:type': type,
      'w:default': isNormal ? 1 : undefined,
      'w:customStyle': custom && id !== 'Hyperlink' && id !== 'FootnoteReference' ? 1 : undefined,
      'w:styleId': id,
    },
    element('w:name', { 'w:val': typeof name === 'string' ? name : name[language] }),
    basedOn && element('w:basedOn', { 'w:val': basedOn }),
    next && element('w:next', { 'w:val': next }),
    quick ? element('w:qFormat') : undefined,
    paragraph && paragraphProperties(paragraph),
    run && runProperties(run),
  );
}

/** Margins of a cell in a table that has no style. */
const TABLE_NORMAL = element(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  element('w:name', { 'w:val': 'Normal Table' }),
  element(
    'w:tblPr',
    {},
    element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
    element(
      'w:tblCellMar',
      {},
      ...['top', 'left', 'bottom', 'right'].map((side) =>
        element(`w:${side}`, { 'w:w': side === 'left' || side === 'right' ? 60 : 0, 'w:type': 'dxa' }),
      ),
    ),
  ),
);

/** Hair rules around every cell. */
const TABLE_GRID = element(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'TableGrid' },
  element('w:name', { 'w:val': 'Table Grid' }),
  element('w:basedOn', { 'w:val': 'TableNormal' }),
  element(
    'w:tblPr',
    {},
    element(
      'w:tblBorders',
      {},
      ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
        element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }),
      ),
    ),
  ),
);
