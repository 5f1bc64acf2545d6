import { SaxesParser, type SaxesTagNS } from 'saxes';
import { textDecoder } from '../../text/text-decoder.ts';
import { ImportError } from '../import-error.ts';

/** An element with its name and attributes under the usual prefixes (`w:p`, `r:id`), whatever the file's own are. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/**
 * Namespaces of ECMA-376, transitional and strict, by the prefix its examples use. Elements of any other
 * namespace keep their local name only.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** Elements nest about ten deep in a table; walks of the tree are recursive. */
const DEEPEST = 400;

/**
 * XML → tree. Document types and entities of the file's own are refused: no part of an OOXML file has them.
 *
 * @throws ImportError `docx-broken` when it is not well-formed
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  const broken = (): never => {
    throw new ImportError('docx-broken');
  };
  parser.on('error', broken);
  parser.on('doctype', broken);
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: nameOf(tag), attributes: attributesOf(tag), children: [] };
    const { Requires: prefixes } = element.attributes;
    if (element.name === 'mc:Choice' && prefixes !== undefined)
      (element.attributes as Record<string, string>).Requires = namespacesOf(prefixes, parser);
    open.at(-1)!.children.push(element);
    if (open.push(element) > DEEPEST) broken();
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const text = (piece: string) => {
    if (open.length > 1) open.at(-1)!.children.push(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decodeXml(bytes)).close();
  const top = root.children[0];
  return typeof top === 'object' ? top : broken();
}

/** Prefixes of `mc:Choice Requires` mean nothing outside their file: they are replaced by what they stand for. */
function namespacesOf(prefixes: string, parser: SaxesParser<{ xmlns: true }>): string {
  const names = prefixes.split(/\s+/).filter((prefix) => prefix !== '');
  return names.map((prefix) => parser.resolve(prefix) ?? prefix).join(' ');
}

function nameOf({ uri, local }: SaxesTagNS): string {
  const prefix = PREFIXES[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}

/** Of the many elements without any: an object for each would be a third of the tree. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  const all = Object.values(tag.attributes);
  if (all.length === 0) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = {};
  for (const { uri, local, value } of all) {
    const prefix = PREFIXES[uri];
    attributes[prefix === undefined ? local : `${prefix}:${local}`] = value;
  }
  return attributes;
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return textDecoder(encoding).decode(bytes);
}

/** First child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const node of element.children) if (typeof node === 'object' && node.name === name) return node;
  return undefined;
}

/** Last child element of that name: of a property that is written twice the last counts, as in word processors. */
export function lastChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.findLast(
    (node): node is XmlElement => typeof node === 'object' && node.name === name,
  );
}

/** All child elements, or those of that name. */
export function* elements(element: XmlElement | undefined, name?: string): Generator<XmlElement> {
  for (const node of element?.children ?? [])
    if (typeof node === 'object' && (name === undefined || node.name === name)) yield node;
}

/** All descendants of that name, in order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const node of elements(element)) {
    if (node.name === name) yield node;
    yield* descendants(node, name);
  }
}

/** `w:val` of the last child element of that name: `<w:pStyle w:val="a3"/>`. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return lastChild(element, name)?.attributes['w:val'];
}

/** A property that is on by being there: `<w:b/>`; `w:val` of 0, false or off turns it off. Undefined if absent. */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = lastChild(element, name);
  if (found === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '1');
}

/** All text inside. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : textOf(node);
  return text;
}
