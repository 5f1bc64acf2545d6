import { element, type Xml } from '../ooxml/xml.ts';
import { BULLET_LEVELS, BULLET_LIST } from './block-xml.ts';
import { W } from './faces.ts';
import { runProperties } from './properties.ts';

/** The part word/numbering.xml: bullets. Numbers are text of the speech and never automatic. */
export function numberingPart(): Xml {
  const levels = Array.from({ length: BULLET_LEVELS }, (_, level) =>
    element(
      'w:lvl',
      { 'w:ilvl': level },
      element('w:start', { 'w:val': 1 }),
      element('w:numFmt', { 'w:val': 'bullet' }),
      element('w:suff', { 'w:val': 'space' }),
      element('w:lvlText', { 'w:val': '•' }),
      element('w:lvlJc', { 'w:val': 'left' }),
      runProperties({ rFonts: { hint: 'eastAsia' } }),
    ),
  );
  return element(
    'w:numbering',
    { 'xmlns:w': W },
    element(
      'w:abstractNum',
      { 'w:abstractNumId': 0 },
      element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
      ...levels,
    ),
    element('w:num', { 'w:numId': BULLET_LIST }, element('w:abstractNumId', { 'w:val': 0 })),
  );
}
