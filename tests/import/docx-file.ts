import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"',
  'xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex"',
].join(' ');
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a .docx made in a test holds; bodies are WordprocessingML without the root element. */
export interface DocxContent {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Files of word/media by name. */
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Further relationships: id → target; an address becomes an external link. */
  readonly links?: Readonly<Record<string, string>>;
  readonly more?: Zippable;
}

/** A .docx with the parts every word processor writes. */
export function makeDocx(content: DocxContent): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': contentTypes(content),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml', false]]),
    'word/document.xml': part('document', `<w:body>${content.body}<w:sectPr/></w:body>`),
  };
  const links: [string, string, string, boolean][] = [];
  for (const kind of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header'] as const) {
    const xml = content[kind];
    if (xml === undefined) continue;
    files[`word/${kind}.xml`] = part(kind === 'header' ? 'hdr' : kind, xml);
    links.push([`own-${kind}`, kind, `${kind}.xml`, false]);
  }
  for (const [name, bytes] of Object.entries(content.media ?? {})) {
    files[`word/media/${name}`] = bytes;
    links.push([name, 'image', `media/${name}`, false]);
  }
  for (const [id, target] of Object.entries(content.links ?? {}))
    links.push([id, /^\w+:/.test(target) ? 'hyperlink' : 'image', target, /^\w+:/.test(target)]);
  files['word/_rels/document.xml.rels'] = relationships(links);
  return zipSync({ ...files, ...content.more });
}

function contentTypes(content: DocxContent): Uint8Array {
  const type = (kind: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  const own = (['styles', 'numbering', 'footnotes', 'endnotes'] as const).filter(
    (kind) => content[kind] !== undefined,
  );
  const overrides = [['document', type('document.main')], ...own.map((kind) => [kind, type(kind)])].map(
    ([name, contentType]) => `<Override PartName="/word/${name}.xml" ContentType="${contentType}"/>`,
  );
  return strToU8(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
  );
}

function part(name: string, xml: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${xml}</w:${name}>`);
}

function relationships(links: readonly (readonly [string, string, string, boolean])[]): Uint8Array {
  const lines = links.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${REL}/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`,
  );
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A run; `properties` are those of w:rPr. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph of text or of ready runs; `properties` are those of w:pPr. */
export function p(content: string, properties = ''): string {
  const runs = /^<[wm]:/.test(content) || content === '' ? content : r(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A paragraph of a list. */
export function item(text: string, numId: number, level = 0, more = ''): string {
  return p(text, `${more}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

/** A list whose levels are `[format, text]` or `[format, text, more]`. */
export function list(id: number, levels: readonly (readonly [string, string, string?])[]): string {
  const xml = levels.map(
    ([format, text, more = ''], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${xml.join('')}</w:abstractNum>`;
}

export function num(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

export function table(rows: readonly (readonly (string | readonly [string, string])[])[]): string {
  const cell = (content: string | readonly [string, string]) => {
    const [text, properties] = typeof content === 'string' ? [content, ''] : content;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<w:p') || text.startsWith('<w:tbl') ? text : p(text)}</w:tc>`;
  };
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** The smallest PNG. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

export function picture(id: string, alt = '', floats = false): string {
  const kind = floats ? 'anchor' : 'inline';
  return `<w:r><w:drawing><wp:${kind}><wp:docPr id="1" name="x" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r>`;
}
