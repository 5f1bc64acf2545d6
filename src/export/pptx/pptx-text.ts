import { parseXml, type XmlElement } from '../../import/docx/xml.ts';
import { readZip } from '../../import/zip.ts';

/** What a presentation says, slide by slide. */
export interface SlideWords {
  /** Texts that are seen, a paragraph each, in the order of the file. */
  readonly shown: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The words of a PowerPoint file that `writePptx` wrote, read from its bytes. The notes of all slides joined must be the text
 * of the speech, or the file must not be given away.
 */
export function pptxWords(bytes: Uint8Array): SlideWords[] {
  const { files } = readZip(bytes, (name) => /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/.test(name));
  const words: SlideWords[] = [];
  for (let number = 1; files.has(`ppt/slides/slide${number}.xml`); number++) {
    const notes = files.get(`ppt/notesSlides/notesSlide${number}.xml`);
    words.push({
      shown: paragraphsIn(parseXml(files.get(`ppt/slides/slide${number}.xml`)!)),
      notes: notes ? paragraphsIn(parseXml(notes)) : [],
    });
  }
  return words;
}

/** Texts of the paragraphs below an element; hidden shapes and the numbers of slides have none. */
function paragraphsIn(element: XmlElement): string[] {
  const inner = element.children.filter((child) => typeof child === 'object');
  if (local(element) === 'p' && inner.some((child) => local(child) === 'endParaRPr')) {
    const text = textOf(element);
    return text === '' ? [] : [text];
  }
  return isHidden(element) ? [] : inner.flatMap(paragraphsIn);
}

function textOf(element: XmlElement): string {
  if (local(element) === 'fld') return '';
  if (local(element) === 't') return element.children.filter((child) => typeof child === 'string').join('');
  return element.children.map((child) => (typeof child === 'object' ? textOf(child) : '')).join('');
}

function isHidden(element: XmlElement): boolean {
  const properties = find(element, 'nvSpPr');
  return properties !== undefined && find(properties, 'cNvPr')?.attributes.hidden === '1';
}

function find(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find(
    (child): child is XmlElement => typeof child === 'object' && local(child) === name,
  );
}

/** Presentations have their own namespace, which the reader of Word files gives no prefix. */
function local({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
