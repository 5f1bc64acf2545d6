import { FRONT, frontLines } from '../../handout/flow/front-lines.ts';
import { runsText } from '../../handout/flow/text.ts';
import type { HandoutBlock, ItemBlock, RunBlock } from '../../handout/flow/types.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import { faceName } from './faces.ts';
import { paragraph } from './paragraph.ts';
import { figurePicture, missingFigure } from './picture-xml.ts';
import { fontSize, type ParagraphProperties, type RunProperties } from './properties.ts';
import { LABEL_BREAK, label, runsXml, textRun } from './run-xml.ts';
import type { Story } from './story.ts';
import { HEADING_LEVELS } from './styles.ts';
import { TABLE_WHITE, tableXml } from './table-xml.ts';

/** What a block's paragraphs depend on beside the block itself. */
export interface BlockContext {
  readonly before: HandoutBlock | undefined;
  readonly after: HandoutBlock | undefined;
  /** Right indent of a signature line, characters. */
  readonly indent: number | undefined;
  /** Name of the bookmark that a table of contents points to. */
  readonly bookmark: string | undefined;
  /** Properties that the place asks for: a page break, the end of a section. */
  readonly place: ParagraphProperties;
}

/** Paragraphs and tables of one block of the body; contents are written by contents-xml.ts. */
export function blockXml(block: HandoutBlock, story: Story, context: BlockContext): Xml {
  switch (block.kind) {
    case 'contents':
      return '';
    case 'table':
      return shownSlide(block.slide, story) + tableXml(block, story);
    case 'figure':
      return shownSlide(block.slide, story) + figureXml(block, story, context);
    case 'title':
    case 'subtitle':
    case 'byline':
    case 'date':
    case 'front-line':
      return frontXml(block, story, context);
    case 'note':
      return paragraph({ pStyle: 'FootnoteText', ...context.place }, runsXml(block.runs, story));
    default: {
      const properties = { ...propertiesOf(block, story, context), ...context.place };
      const heading = block.kind === 'heading';
      const runs = runsXml(block.runs, story, { heading });
      return paragraph(
        properties,
        context.bookmark === undefined ? runs : bookmarked(runs, context.bookmark, story),
      );
    }
  }
}

/** The slide that comes on with a table or a picture: a label on a line of its own. */
function shownSlide(slide: number | undefined, { document }: Story): Xml {
  if (slide === undefined) return '';
  const face: RunProperties = {
    rFonts: { eastAsia: faceName('first', document.language) },
    ...fontSize(Math.round(document.type.size * 0.8)),
  };
  return paragraph({ keepNext: true }, label(`【${slide}】`, face));
}

function figureXml(block: HandoutBlock & { kind: 'figure' }, story: Story, { place }: BlockContext): Xml {
  const picture = figurePicture({ src: block.src, alt: block.alt }, story);
  const hasCaption = block.caption.length > 0;
  const { line } = story.document.type;
  const properties: ParagraphProperties = {
    ...(picture ? { pStyle: 'Figure' } : missingFigure(story)),
    ...(hasCaption
      ? { keepNext: true }
      : {
          spacing: {
            before: Math.round(line / 2),
            after: Math.round(line / 2),
            ...(picture ? { line: 240, lineRule: 'auto' } : missingFigure(story).spacing),
          },
        }),
    ...place,
  };
  const caption = hasCaption ? paragraph({ pStyle: 'FigureCaption' }, runsXml(block.caption, story)) : '';
  return paragraph(properties, picture ?? '') + caption;
}

/** A centred paragraph of the title block. Its lines are broken by meaning, which is no break of the author's. */
function frontXml(block: RunBlock, story: Story, { before, after, place }: BlockContext): Xml {
  const { type, handout } = story.document;
  const { lines } = frontLines(block, handout);
  const isTitle = block.kind === 'title';
  const ends = !FRONT.has(after?.kind ?? 'paragraph');
  // White above and below a title makes whole lines with it, so that the page keeps its 22.
  const below = 1 - 0.2 * Math.min(4, Math.max(1, lines.length));
  const spacing = isTitle
    ? {
        before: before?.kind === 'title' ? 0 : type.line,
        after: Math.round(below * type.line),
        line: type.title.line,
        lineRule: 'exact',
      }
    : ends
      ? { after: type.line, line: type.line, lineRule: 'exact' }
      : undefined;
  const style = isTitle ? 'Title' : block.kind === 'subtitle' ? 'Subtitle' : 'FrontLine';
  const pieces = lines.map((line) => textRun(line, {}));
  const calls = block.runs.filter((run) => run.noteNumber !== undefined);
  return paragraph(
    { pStyle: style, ...(spacing && { spacing }), ...place },
    pieces.join(LABEL_BREAK) + runsXml(calls, story),
  );
}

function propertiesOf(
  block: Exclude<RunBlock, { readonly kind: 'note' }>,
  { document }: Story,
  { before, after, indent }: BlockContext,
): ParagraphProperties {
  const { em, line } = document.type;
  const whole = { line, lineRule: 'exact' };
  const first = before?.kind !== block.kind;
  const optional = block.optional === true && {
    pBdr: {
      xml: element('w:left', { 'w:val': 'dashed', 'w:sz': 12, 'w:space': 8, 'w:color': '555555' }),
    },
  };
  // A table has no white of its own above it.
  const white = after?.kind === 'table' &&
    after.caption.length === 0 && { spacing: { after: Math.round(TABLE_WHITE.before * line), ...whole } };
  const common = { ...optional, ...white };
  switch (block.kind) {
    case 'heading':
      return { pStyle: `Heading${Math.min(HEADING_LEVELS, block.level)}`, ...common };
    case 'salutation':
      return { pStyle: 'Salutation', ...common };
    case 'cue':
      return { pStyle: 'Cue', ...common };
    case 'item':
      return { pStyle: 'ListParagraph', ...itemProperties(block, document.handout.layout, em), ...common };
    case 'quote':
      return {
        pStyle: block.verse ? 'Verse' : /^(?:——|—|──)/.test(runsText(block.runs)) ? 'QuoteSource' : 'Quote',
        ...common,
      };
    case 'signature-line':
      return {
        pStyle: 'Signature',
        ...(after?.kind === 'signature-line' && { keepNext: true }),
        ...(first && { spacing: { before: line, ...whole } }),
        ind: { right: Math.round((indent ?? 0) * em), rightChars: Math.round((indent ?? 0) * 100) },
      };
    case 'paragraph':
      return {
        pStyle: 'BodyText',
        // A signature never stands alone on a page.
        ...(after?.kind === 'signature-line' && { keepNext: true }),
        ...common,
        ...(block.role === 'attachment' && first && { spacing: { before: line, ...whole } }),
      };
    default:
      return { pStyle: 'BodyText', ...common };
  }
}

/** An item's bullet is a list's, no character of the text; its number is text. */
function itemProperties(
  { depth, bullet, continued }: ItemBlock,
  layout: string,
  em: number,
): ParagraphProperties {
  const level = Math.min(BULLET_LEVELS - 1, depth);
  const numPr = bullet && {
    numPr: {
      xml: element('w:ilvl', { 'w:val': level }) + element('w:numId', { 'w:val': BULLET_LIST }),
    },
  };
  if (layout === 'outline') {
    const left = (2 + level) * em;
    return bullet
      ? { ...numPr, ind: { left, hanging: em, hangingChars: 0, firstLineChars: 0 } }
      : { ind: { left, firstLine: 0, firstLineChars: 0 } };
  }
  const left = 2 * level * em;
  if (bullet) return { ...numPr, ind: { left, firstLine: 2 * em, firstLineChars: 200 } };
  return left > 0 || continued ? { ind: { left, firstLine: 2 * em, firstLineChars: 200 } } : {};
}

/** Levels of the one list of bullets, and its number. */
export const BULLET_LEVELS = 4;
export const BULLET_LIST = 1;

function bookmarked(runs: Xml, name: string, { document }: Story): Xml {
  const id = document.counts.bookmarks++;
  return (
    element('w:bookmarkStart', { 'w:id': id, 'w:name': name }) +
    runs +
    element('w:bookmarkEnd', { 'w:id': id })
  );
}
