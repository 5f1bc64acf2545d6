import type { Ratio } from '../../speech/settings.ts';
import { element, type Xml } from '../ooxml/xml.ts';
import {
  type Box,
  background,
  NAMESPACES,
  ornament,
  type Placeholder,
  placeholderShape,
  schemeColour,
  shapeTree,
  type TextLanguage,
  textBody,
  textParagraph,
} from './drawing.ts';

/** Size of a slide, English metric units. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
}
export const SLIDE_SIZES: Readonly<Record<Ratio, SlideSize>> = {
  '16:9': { width: 12_192_000, height: 6_858_000 },
  '16:10': { width: 10_972_800, height: 6_858_000 },
  '4:3': { width: 9_144_000, height: 6_858_000 },
};

/** A place as shares of the slide: left, top, width, height. */
type Share = readonly [number, number, number, number];

export interface LayoutPlaceholder extends Placeholder {
  readonly name: string;
  readonly place: Share;
  /** Hundredths of a point. */
  readonly size: number;
  readonly align?: 'ctr' | 'r';
  readonly anchor?: 'ctr' | 'b' | 't';
  readonly bold?: boolean;
  readonly colour?: string;
}

export interface LayoutRow {
  readonly name: Readonly<Record<TextLanguage, string>>;
  /** Of `p:sldLayout`; absent: none of PowerPoint's own. */
  readonly type?: string;
  /** Scheme colour behind it; absent: the master's. */
  readonly background?: string;
  readonly placeholders: readonly LayoutPlaceholder[];
  readonly ornaments?: readonly (readonly [Share, string])[];
}

const ON_DEEP = 'bg2';
const TITLE = {
  type: 'title',
  name: 'Title',
  place: [0.07, 0.07, 0.86, 0.15],
  size: 4000,
  bold: true,
} as const;
const BODY = { idx: 1, name: 'Content', place: [0.07, 0.26, 0.86, 0.61], size: 3200, anchor: 't' } as const;
const NUMBER = {
  type: 'sldNum',
  idx: 12,
  name: 'Number',
  place: [0.83, 0.91, 0.12, 0.06],
  size: 2000,
  align: 'r',
  colour: 'accent5',
} as const;
const BAR: readonly (readonly [Share, string])[] = [[[0, 0, 0.012, 1], 'accent1']];

/** The layouts of every deck (docs/spec/office-files.md A2). */
export const LAYOUTS = {
  cover: {
    name: { 'zh-CN': '封面', 'zh-TW': '封面' },
    type: 'title',
    background: 'tx2',
    placeholders: [
      {
        type: 'ctrTitle',
        name: 'Title',
        place: [0.1, 0.22, 0.8, 0.32],
        size: 5400,
        align: 'ctr',
        anchor: 'b',
        bold: true,
        colour: ON_DEEP,
      },
      {
        type: 'subTitle',
        idx: 1,
        name: 'Subtitle',
        place: [0.1, 0.58, 0.8, 0.32],
        size: 2400,
        align: 'ctr',
        anchor: 't',
        colour: ON_DEEP,
      },
    ],
    ornaments: [[[0.45, 0.555, 0.1, 0.006], 'accent2']],
  },
  section: {
    name: { 'zh-CN': '章节', 'zh-TW': '章節' },
    type: 'secHead',
    background: 'tx2',
    placeholders: [
      {
        type: 'title',
        name: 'Title',
        place: [0.1, 0.2, 0.8, 0.4],
        size: 5000,
        anchor: 'ctr',
        bold: true,
        colour: ON_DEEP,
      },
      {
        type: 'body',
        idx: 1,
        name: 'Text',
        place: [0.1, 0.62, 0.8, 0.3],
        size: 2400,
        anchor: 't',
        colour: ON_DEEP,
      },
    ],
    ornaments: [[[0, 0, 0.015, 1], 'accent2']],
  },
  content: {
    name: { 'zh-CN': '标题和内容', 'zh-TW': '標題和內容' },
    type: 'obj',
    placeholders: [TITLE, BODY, NUMBER],
    ornaments: BAR,
  },
  quote: {
    name: { 'zh-CN': '引文', 'zh-TW': '引文' },
    placeholders: [
      TITLE,
      { ...BODY, place: [0.12, 0.26, 0.76, 0.45], size: 3600, anchor: 'ctr' },
      {
        type: 'body',
        idx: 13,
        name: 'Source',
        place: [0.12, 0.73, 0.76, 0.12],
        size: 2400,
        align: 'r',
        anchor: 't',
      },
      NUMBER,
    ],
    ornaments: BAR,
  },
  figure: {
    name: { 'zh-CN': '数字', 'zh-TW': '數字' },
    placeholders: [
      TITLE,
      { ...BODY, place: [0.1, 0.26, 0.8, 0.61], size: 4400, align: 'ctr', anchor: 'ctr' },
      NUMBER,
    ],
    ornaments: BAR,
  },
  closing: {
    name: { 'zh-CN': '结束', 'zh-TW': '結束' },
    background: 'tx2',
    placeholders: [
      {
        type: 'title',
        name: 'Title',
        place: [0.1, 0.2, 0.8, 0.4],
        size: 5000,
        align: 'ctr',
        anchor: 'ctr',
        bold: true,
        colour: ON_DEEP,
      },
      {
        type: 'body',
        idx: 1,
        name: 'Text',
        place: [0.1, 0.62, 0.8, 0.3],
        size: 2800,
        align: 'ctr',
        anchor: 't',
        colour: ON_DEEP,
      },
    ],
  },
} as const satisfies Readonly<Record<string, LayoutRow>>;

export type LayoutName = keyof typeof LAYOUTS;
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as readonly LayoutName[];

/** A share of a slide as a box, whole units. */
export function boxOf([x, y, width, height]: Share, slide: SlideSize): Box {
  return {
    x: Math.round(x * slide.width),
    y: Math.round(y * slide.height),
    width: Math.round(width * slide.width),
    height: Math.round(height * slide.height),
  };
}

/** The part of a layout. */
export function layoutPart(row: LayoutRow, slide: SlideSize, language: TextLanguage): Xml {
  const ornaments = (row.ornaments ?? []).map(([share, colour], index) =>
    ornament(20 + index, boxOf(share, slide), colour),
  );
  const shapes = row.placeholders.map((one, index) => layoutShape(one, index + 2, slide, language));
  return element(
    'p:sldLayout',
    { ...NAMESPACES, type: row.type, preserve: 1, userDrawn: row.type === undefined ? 1 : undefined },
    element(
      'p:cSld',
      { name: row.name[language] },
      row.background && background(row.background),
      shapeTree(...ornaments, ...shapes),
    ),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

function layoutShape(one: LayoutPlaceholder, id: number, slide: SlideSize, language: TextLanguage): Xml {
  const { place, size, align, anchor, bold, colour, name } = one;
  const isTitle = one.type === 'title' || one.type === 'ctrTitle';
  const level = element(
    'a:lvl1pPr',
    { algn: align, marL: isTitle ? undefined : 0, indent: isTitle ? undefined : 0 },
    isTitle ? undefined : element('a:buNone'),
    element(
      'a:defRPr',
      { sz: size, b: bold ? 1 : undefined },
      colour && schemeColour(colour),
      // LibreOffice sets a number of a slide in none of the theme's faces else.
      ...(one.type === 'sldNum'
        ? [element('a:latin', { typeface: '+mn-lt' }), element('a:ea', { typeface: '+mn-ea' })]
        : []),
    ),
  );
  const body = element('a:bodyPr', { anchor });
  return placeholderShape(
    id,
    `${name} ${id}`,
    one,
    textBody([placeholderText(one, language)], element('a:lstStyle', {}, level), body),
    { box: boxOf(place, slide) },
  );
}

/** What a layout shows in an empty place: the number of the slide, or nothing. */
export function placeholderText({ type }: Placeholder, language: TextLanguage): Xml {
  return type === 'sldNum' ? slideNumber(language) : textParagraph('', language);
}

/** A field with the number of the slide. */
export function slideNumber(language: TextLanguage, number = '‹#›'): Xml {
  return element(
    'a:p',
    {},
    element(
      'a:fld',
      { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
      element('a:rPr', { lang: language }),
      element('a:t', {}, number),
    ),
    element('a:endParaRPr', { lang: language }),
  );
}
