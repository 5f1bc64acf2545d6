import { type Block, type Run, unread } from '../document.ts';
import { chosenAlternative } from './alternate-content.ts';
import { descendants, elements, type XmlElement } from './xml.ts';

/** What reading a drawing needs of the story around it. */
export interface DrawingReader {
  /** Keeps the picture that a relationship names. */
  picture(relationship: string, alt: string): Run;
  /** Reads the paragraphs of a text box. */
  textBox(content: XmlElement): readonly Block[];
}

/** What a drawing holds. */
export interface Drawing {
  /** Pictures, and what could not be read. */
  readonly runs: readonly Run[];
  /** Text boxes and word art: they stand after the paragraph. */
  readonly boxes: readonly Block[];
  /** It floats over the text: its pictures stand after the paragraph, too. */
  readonly floats: boolean;
}

/** Reads `w:drawing`, `w:pict` or `w:object`. */
export function readDrawing(element: XmlElement, reader: DrawingReader): Drawing {
  const runs: Run[] = [];
  const boxes: Block[] = [];
  const alt = descendants(element, 'wp:docPr').next().value?.attributes.descr ?? '';
  const walk = (above: XmlElement): void => {
    for (const inner of elements(above)) {
      switch (inner.name) {
        case 'w:txbxContent':
          for (const block of reader.textBox(inner)) boxes.push(block);
          break;
        case 'mc:AlternateContent': {
          const chosen = chosenAlternative(inner);
          if (chosen) walk(chosen);
          break;
        }
        case 'a:blip': {
          const { 'r:embed': embedded, 'r:link': linked } = inner.attributes;
          if (embedded !== undefined) runs.push(reader.picture(embedded, alt));
          else if (linked !== undefined) runs.push(unread('picture-remote', alt));
          break;
        }
        case 'v:imagedata': {
          const id = inner.attributes['r:id'];
          if (id !== undefined) runs.push(reader.picture(id, inner.attributes['o:title'] ?? alt));
          break;
        }
        case 'v:textpath': {
          const text = inner.attributes.string?.trim();
          if (text) boxes.push({ kind: 'paragraph', runs: [{ kind: 'text', text }] });
          break;
        }
        case 'a:graphicData':
          if (/\/(?:diagram|chart|chartex)$/.test(inner.attributes.uri ?? ''))
            runs.push(unread('drawing-not-read', alt));
          walk(inner);
          break;
        default:
          walk(inner);
      }
    }
  };
  walk(element);
  return { runs, boxes, floats: descendants(element, 'wp:anchor').next().value !== undefined };
}
