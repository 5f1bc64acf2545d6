import { type Attributes, element, type Xml } from '../ooxml/xml.ts';

/**
 * A property of WordprocessingML: `true` is there, `false` turned off, a string or a number its `w:val`, an object its
 * attributes without prefix; `xml` its children.
 */
type Property = boolean | string | number | Attributes | { readonly xml: Xml };
type Properties<Name extends string> = { readonly [name in Name]?: Property | undefined };

/** Children of `w:pPr` that are used here, in the order of the schema (ECMA-376 Part 1, 17.3.1.26). */
const PARAGRAPH = [
  'pStyle',
  'keepNext',
  'keepLines',
  'pageBreakBefore',
  'widowControl',
  'numPr',
  'pBdr',
  'tabs',
  'overflowPunct',
  'spacing',
  'ind',
  'jc',
  'outlineLvl',
  'sectPr',
] as const;

/** Children of `w:rPr` that are used here, in the order of the schema (17.3.2.28). */
const RUN = [
  'rStyle',
  'rFonts',
  'b',
  'bCs',
  'color',
  'spacing',
  'sz',
  'szCs',
  'u',
  'bdr',
  'vertAlign',
  'em',
  'lang',
] as const;

export type ParagraphProperties = Properties<(typeof PARAGRAPH)[number]>;
export type RunProperties = Properties<(typeof RUN)[number]>;

/** `w:pPr`; undefined where there is nothing to say. */
export function paragraphProperties(properties: ParagraphProperties): Xml | undefined {
  return inOrder('w:pPr', PARAGRAPH, properties);
}

/** `w:rPr`; undefined where there is nothing to say. */
export function runProperties(properties: RunProperties): Xml | undefined {
  return inOrder('w:rPr', RUN, properties);
}

function inOrder<Name extends string>(
  name: string,
  order: readonly Name[],
  properties: Properties<Name>,
): Xml | undefined {
  const children = order.flatMap((key) => {
    const value = properties[key];
    return value === undefined ? [] : [property(`w:${key}`, value)];
  });
  return children.length === 0 ? undefined : element(name, {}, ...children);
}

function property(name: string, value: Property): Xml {
  if (value === true) return element(name);
  if (typeof value !== 'object') return element(name, { 'w:val': value === false ? 0 : value });
  if ('xml' in value && value.xml !== undefined) return element(name, {}, String(value.xml));
  return element(name, prefixed(value as Attributes));
}

function prefixed(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value]));
}

/** Size of a font with its twin for complex scripts, half points. */
export function fontSize(halfPoints: number): RunProperties {
  return { sz: halfPoints, szCs: halfPoints };
}
