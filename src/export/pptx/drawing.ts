import { element, escapeXml, type Xml } from '../ooxml/xml.ts';

/** Namespaces of a part of a presentation. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** A place on a slide, English metric units (914,400 an inch). */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Language of text: `zh-CN`. */
export type TextLanguage = 'zh-CN' | 'zh-TW';

/** URI of a relationship: `slide`, `slideLayout` … */
export function relation(kind: string): string {
  return `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
}

/** Media type of a part: `slide`, `slideLayout` … */
export function contentType(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml`;
}

export function schemeColour(name: string): Xml {
  return element('a:solidFill', {}, element('a:schemeClr', { val: name }));
}

/** `a:xfrm` or `p:xfrm`. */
export function transform({ x, y, width, height }: Box, name = 'a:xfrm'): Xml {
  return element(name, {}, element('a:off', { x, y }), element('a:ext', { cx: width, cy: height }));
}

/** Background of a slide, layout or master: a colour of the theme. */
export function background(colour: string): Xml {
  return element('p:bg', {}, element('p:bgPr', {}, schemeColour(colour), element('a:effectLst')));
}

/** The tree of shapes of a slide, layout or master. */
export function shapeTree(...shapes: readonly Xml[]): Xml {
  return element(
    'p:spTree',
    {},
    element(
      'p:nvGrpSpPr',
      {},
      element('p:cNvPr', { id: 1, name: '' }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    element('p:grpSpPr'),
    ...shapes,
  );
}

/** A paragraph of one run; an empty one keeps its language. */
export function textParagraph(
  text: string,
  language: TextLanguage,
  options: {
    readonly properties?: Xml;
    readonly run?: Readonly<Record<string, string | number>>;
    /** Scheme colour; absent: that of the place. */
    readonly colour?: string;
  } = {},
): Xml {
  const common = { lang: language, altLang: 'en-US', ...options.run };
  // A line feed in a run is drawn by some programs and not by others; a tab is one.
  const line = text.replace(/[\r\n]+/g, ' ');
  return element(
    'a:p',
    {},
    options.properties,
    line === ''
      ? undefined
      : element(
          'a:r',
          {},
          element('a:rPr', common, options.colour && schemeColour(options.colour)),
          element('a:t', {}, escapeXml(line)),
        ),
    element('a:endParaRPr', common),
  );
}

export function textBody(paragraphs: readonly Xml[], listStyle?: Xml, bodyProperties?: Xml): Xml {
  return element(
    'p:txBody',
    {},
    bodyProperties ?? element('a:bodyPr'),
    listStyle ?? element('a:lstStyle'),
    ...paragraphs,
  );
}

/** A placeholder: type and index tie a slide's to its layout's. */
export interface Placeholder {
  readonly type?: string;
  readonly idx?: number;
}

/** A shape in a placeholder; without a box it stands where its layout says. */
export function placeholderShape(
  id: number,
  name: string,
  { type, idx }: Placeholder,
  body: Xml,
  options: { readonly box?: Box; readonly hidden?: boolean } = {},
): Xml {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name, hidden: options.hidden ? 1 : undefined }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', { type, idx })),
    ),
    element('p:spPr', {}, options.box && transform(options.box)),
    body,
  );
}

/** A drawn rectangle of a layout, which no slide changes. */
export function ornament(id: number, box: Box, colour: string): Xml {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: `Ornament ${id}` }),
      element('p:cNvSpPr'),
      element('p:nvPr', { userDrawn: 1 }),
    ),
    element(
      'p:spPr',
      {},
      transform(box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      schemeColour(colour),
      element('a:ln', {}, element('a:noFill')),
    ),
    textBody([element('a:p')]),
  );
}
