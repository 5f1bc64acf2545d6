import { element, type Xml } from '../ooxml/xml.ts';
import type { ShownSlide } from './slide-content.ts';

/** Of presentation's extension list: sections (MS-PPTX 2.6). */
const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

/** The sections of a deck: a divider begins one; what stands before the first has the name of the deck. */
export function sectionList(slides: readonly ShownSlide[], ids: readonly number[], title: string): Xml {
  const sections: { name: string; ids: number[] }[] = [];
  slides.forEach((slide, index) => {
    if (slide.layout === 'section' || index === 0)
      sections.push({ name: index === 0 ? title : slide.title, ids: [] });
    sections.at(-1)?.ids.push(ids[index]!);
  });
  const list = sections.map(({ name, ids: own }, index) =>
    element(
      'p14:section',
      { name: name || '—', id: guid(`${index} ${name} ${own.join(' ')}`) },
      element('p14:sldIdLst', {}, ...own.map((id) => element('p14:sldId', { id }))),
    ),
  );
  return element(
    'p:ext',
    { uri: SECTIONS },
    element(
      'p14:sectionLst',
      { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
      ...list,
    ),
  );
}

/** A GUID from a text: the same speech gives the same file. */
function guid(text: string): string {
  let digits = '';
  for (let part = 0; part < 4; part++) {
    // FNV-1a, 32 bits.
    let hash = 0x811c9dc5 ^ part;
    for (const character of `${part}${text}`)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    digits += hash.toString(16).padStart(8, '0');
  }
  const pieces = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ];
  return `{${pieces.join('-').toUpperCase()}}`;
}
