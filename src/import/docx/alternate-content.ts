import { child, elements, type XmlElement } from './xml.ts';

/**
 * Namespaces whose elements are read, besides those of ECMA-376: shapes, groups and canvases with their text boxes,
 * and the attributes that Word 2010 and 2013 add to ordinary elements.
 */
const KNOWN: ReadonlySet<string> = new Set([
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing',
  'http://schemas.microsoft.com/office/word/2010/wordml',
  'http://schemas.microsoft.com/office/word/2012/wordml',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'urn:schemas-microsoft-com:vml',
  'urn:schemas-microsoft-com:office:office',
]);

/**
 * The one of several ways to store a thing that is read (ECMA-376 Part 3, 7.5): the first `mc:Choice` all of whose
 * required namespaces are known, else the `mc:Fallback`. A file that has neither loses nothing: its first choice
 * is read as far as that goes.
 *
 * @param element an `mc:AlternateContent`
 */
export function chosenAlternative(element: XmlElement): XmlElement | undefined {
  const choices = [...elements(element, 'mc:Choice')];
  return choices.find(isKnown) ?? child(element, 'mc:Fallback') ?? choices[0];
}

function isKnown({ attributes }: XmlElement): boolean {
  const required = (attributes.Requires ?? '').split(' ').filter((name) => name !== '');
  return required.every((name) => KNOWN.has(name));
}
