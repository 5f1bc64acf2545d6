import { element, type Xml } from '../ooxml/xml.ts';
import {
  NAMESPACES,
  placeholderShape,
  shapeTree,
  type TextLanguage,
  textBody,
  textParagraph,
} from './drawing.ts';

/** The part of a slide's notes: the spoken text, a paragraph a line. */
export function notesPart(lines: readonly string[], language: TextLanguage): Xml {
  const image = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 2, name: 'Slide 2' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg' })),
    ),
    element('p:spPr'),
  );
  const text = placeholderShape(
    3,
    'Notes 3',
    { type: 'body', idx: 1 },
    textBody(lines.map((line) => textParagraph(line, language))),
  );
  return element(
    'p:notes',
    NAMESPACES,
    element('p:cSld', {}, shapeTree(image, text)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}
