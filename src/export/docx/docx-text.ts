import { LABEL_STYLE } from '../../import/docx/own-styles.ts';
import { partNamed, relationshipsOf } from '../../import/docx/relationships.ts';
import { child, childValue, elements, parseXml, type XmlElement } from '../../import/docx/xml.ts';
import { readZip } from '../../import/zip.ts';

/**
 * The text of a Word file that {@link writeDocx} wrote, read from its bytes: body, then footnotes, a paragraph a line;
 * without labels. Equal to the handout's text, white space aside, or the file must not be given away.
 */
export function docxText(bytes: Uint8Array): string {
  const { files } = readZip(bytes, (name) => name.startsWith('word/') && /\.(?:xml|rels)$/.test(name));
  const main = 'word/document.xml';
  const links = relationshipsOf(files, main);
  const root = (part: string | undefined): XmlElement | undefined => {
    const found = part === undefined ? undefined : files.get(part);
    return found && parseXml(found);
  };
  const labels = new Set(
    [...elements(root(partNamed(links, 'styles')), 'w:style')]
      .filter((style) => childValue(style, 'w:name') === LABEL_STYLE)
      .map((style) => style.attributes['w:styleId']),
  );
  const isLabel = (run: XmlElement) => labels.has(childValue(child(run, 'w:rPr'), 'w:rStyle') ?? '');
  const textOf = (above: XmlElement | undefined): string => {
    let text = '';
    for (const inner of elements(above)) {
      if (inner.name === 'w:t') text += inner.children.filter((one) => typeof one === 'string').join('');
      else if (inner.name === 'w:sdt' || (inner.name === 'w:r' && isLabel(inner))) continue;
      else if (inner.name === 'w:ruby') text += rubyText(inner);
      else text += textOf(inner) + (inner.name === 'w:p' ? '\n' : '');
    }
    return text;
  };
  const rubyText = (ruby: XmlElement): string => {
    const reading = textOf(child(ruby, 'w:rt'));
    return textOf(child(ruby, 'w:rubyBase')) + (reading === '' ? '' : `（${reading}）`);
  };
  return textOf(root(main)) + textOf(root(partNamed(links, 'footnotes')));
}
