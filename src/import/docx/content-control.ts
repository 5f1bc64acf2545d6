import type { LeftOutKind } from '../left-out.ts';
import { child, descendants, type XmlElement } from './xml.ts';

/**
 * Why the content of a control (`w:sdt`, 17.5.2) is not the author's text: it prompts for some, or it repeats the
 * headings. Undefined where it is text.
 */
export function unshownControl(element: XmlElement): LeftOutKind | undefined {
  const properties = child(element, 'w:sdtPr');
  if (properties === undefined) return undefined;
  if (child(properties, 'w:showingPlcHdr') !== undefined) return 'placeholder';
  const gallery = descendants(properties, 'w:docPartGallery').next().value;
  return /table of contents/i.test(gallery?.attributes['w:val'] ?? '') ? 'contents' : undefined;
}
