import { element, type Xml } from '../ooxml/xml.ts';
import { type ParagraphProperties, paragraphProperties } from './properties.ts';

/** A paragraph of content that is written already. */
export function paragraph(properties: ParagraphProperties, content: Xml): Xml {
  return element('w:p', {}, paragraphProperties(properties), content);
}
