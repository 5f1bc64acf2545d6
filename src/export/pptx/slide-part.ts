import type { OfficePicture } from '../ooxml/pictures.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import {
  type Box,
  NAMESPACES,
  placeholderShape,
  shapeTree,
  type TextLanguage,
  textBody,
  textParagraph,
  transform,
} from './drawing.ts';
import { fittingSize } from './fitting.ts';
import { boxOf, LAYOUTS, type LayoutPlaceholder, type SlideSize, slideNumber } from './layouts.ts';
import type { ShownSlide } from './slide-content.ts';
import { tableFrame } from './table-frame.ts';

export interface SlideContext {
  readonly slide: SlideSize;
  readonly language: TextLanguage;
  /** From 1. */
  readonly number: number;
  readonly picture: OfficePicture | undefined;
  /** Relationship to the picture. */
  readonly pictureId: string | undefined;
}

/** The part of a slide: its words in the places of its layout, a table or a picture in the place of content. */
export function slidePart(shown: ShownSlide, context: SlideContext): Xml {
  const { language, number, slide } = context;
  const row: { readonly placeholders: readonly LayoutPlaceholder[] } = LAYOUTS[shown.layout];
  const shapes: Xml[] = [];
  const next = () => shapes.length + 2;
  for (const place of row.placeholders) {
    const box = boxOf(place.place, slide);
    const words = wordsOf(place, shown);
    if (place.type === 'sldNum')
      shapes.push(
        placeholderShape(next(), place.name, place, textBody([slideNumber(language, String(number))])),
      );
    else if (place.idx === 1 && (shown.table || context.picture))
      shapes.push(...graphic(shown, context, box, next));
    else if (words.length > 0) shapes.push(textShape(next(), place, words, box, shown, context));
  }
  return element(
    'p:sld',
    NAMESPACES,
    element('p:cSld', {}, shapeTree(...shapes)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

interface Words {
  readonly text: string;
  readonly bullet: boolean;
}

function wordsOf(place: LayoutPlaceholder, shown: ShownSlide): readonly Words[] {
  if (place.type === 'title' || place.type === 'ctrTitle') return [{ text: shown.title, bullet: false }];
  if (place.idx === 13) return shown.source === undefined ? [] : [{ text: shown.source, bullet: false }];
  return place.idx === 1 ? shown.paragraphs : [];
}

function textShape(
  id: number,
  place: LayoutPlaceholder,
  words: readonly Words[],
  box: Box,
  shown: ShownSlide,
  { language }: SlideContext,
): Xml {
  const isTitle = place.type === 'title' || place.type === 'ctrTitle';
  const size = fittingSize(
    words.map(({ text }) => text),
    box,
    place.size / 100,
  );
  const list =
    size === place.size
      ? undefined
      : element('a:lstStyle', {}, element('a:lvl1pPr', {}, element('a:defRPr', { sz: size })));
  const paragraphs = words.map(({ text, bullet }) =>
    textParagraph(text, language, { properties: bullet ? BULLET : undefined }),
  );
  return placeholderShape(id, place.name, place, textBody(paragraphs, list), {
    hidden: isTitle && shown.titleHidden,
  });
}

/** A dot before a point, the lines below it under its first character. */
const BULLET = element(
  'a:pPr',
  { marL: 406_400, indent: -406_400 },
  element('a:buFont', { typeface: 'Arial' }),
  element('a:buChar', { char: '•' }),
);

/** A table or a picture, and below it what the slide says besides. */
function graphic(shown: ShownSlide, context: SlideContext, box: Box, next: () => number): Xml[] {
  const { language, slide, picture, pictureId } = context;
  const words = shown.paragraphs;
  const strip = words.length === 0 ? 0 : Math.round(slide.height * 0.12);
  const place = { ...box, height: box.height - strip };
  const shapes: Xml[] = [];
  if (shown.table) shapes.push(tableFrame(next(), shown.table, place, language));
  else if (picture && pictureId !== undefined)
    shapes.push(pictureShape(next(), shown.image?.alt ?? '', picture, pictureId, place));
  if (words.length === 0) return shapes;
  const below = { ...box, y: place.y + place.height, height: strip };
  const size = fittingSize(
    words.map(({ text }) => text),
    below,
    24,
  );
  const list = element(
    'a:lstStyle',
    {},
    element('a:lvl1pPr', { algn: 'ctr' }, element('a:defRPr', { sz: size })),
  );
  shapes.push(
    placeholderShape(
      next() + shapes.length,
      'Content',
      { idx: 1 },
      textBody(
        words.map(({ text }) => textParagraph(text, language)),
        list,
      ),
      { box: below },
    ),
  );
  return shapes;
}

function pictureShape(id: number, alt: string, picture: OfficePicture, relation: string, box: Box): Xml {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  const place = {
    x: box.x + Math.round((box.width - width) / 2),
    y: box.y + Math.round((box.height - height) / 2),
    width,
    height,
  };
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      element('p:cNvPr', { id, name: `Picture ${id}`, descr: alt }),
      element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: 1 })),
      element('p:nvPr'),
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': relation }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element('p:spPr', {}, transform(place), element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))),
  );
}
