import { element, type Xml } from '../ooxml/xml.ts';
import {
  background,
  NAMESPACES,
  placeholderShape,
  schemeColour,
  shapeTree,
  type TextLanguage,
  textBody,
  textParagraph,
} from './drawing.ts';
import { boxOf, placeholderText, type SlideSize } from './layouts.ts';
import type { SlideColours } from './themes.ts';

/** First id of masters and layouts: they count together from 2³¹. */
export const FIRST_MASTER_ID = 2_147_483_648;

/** Roles of the theme's colours: paper is the background, `tx2` the ground of cover and dividers. */
const COLOUR_MAP = element('p:clrMap', {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
});

/** Distance of lines, thousandths of a percent. */
const LINE = { title: 110_000, body: 125_000 } as const;

function level(name: string, size: number, face: '+mj' | '+mn', spacing: number, before: number): Xml {
  return element(
    name,
    { marL: 0, indent: 0, algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 0 },
    element('a:lnSpc', {}, element('a:spcPct', { val: spacing })),
    element('a:spcBef', {}, element('a:spcPts', { val: before })),
    element('a:buNone'),
    element(
      'a:defRPr',
      { sz: size, kern: 1200 },
      schemeColour('tx1'),
      element('a:latin', { typeface: `${face}-lt` }),
      element('a:ea', { typeface: `${face}-ea` }),
      element('a:cs', { typeface: `${face}-cs` }),
    ),
  );
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The part of the one master: places, colours and faces that every layout starts from. */
export function masterPart(
  slide: SlideSize,
  language: TextLanguage,
  layouts: readonly { readonly id: number; readonly relation: string }[],
): Xml {
  const shapes = (
    [
      [{ type: 'title' }, 'Title', [0.07, 0.07, 0.86, 0.15]],
      [{ type: 'body', idx: 1 }, 'Text', [0.07, 0.26, 0.86, 0.61]],
      [{ type: 'sldNum', idx: 4 }, 'Number', [0.83, 0.91, 0.12, 0.06]],
    ] as const
  ).map(([placeholder, name, place], index) =>
    placeholderShape(
      index + 2,
      `${name} ${index + 2}`,
      placeholder,
      textBody(
        [placeholderText(placeholder, language)],
        undefined,
        element('a:bodyPr', {
          vert: 'horz',
          lIns: 0,
          tIns: 0,
          rIns: 0,
          bIns: 0,
          anchor: index === 0 ? 'ctr' : 't',
        }),
      ),
      { box: boxOf(place, slide) },
    ),
  );
  return element(
    'p:sldMaster',
    NAMESPACES,
    element('p:cSld', {}, background('bg1'), shapeTree(...shapes)),
    COLOUR_MAP,
    element(
      'p:sldLayoutIdLst',
      {},
      ...layouts.map(({ id, relation }) => element('p:sldLayoutId', { id, 'r:id': relation })),
    ),
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, level('a:lvl1pPr', 4000, '+mj', LINE.title, 0)),
      element(
        'p:bodyStyle',
        {},
        ...LEVELS.map((one) => level(`a:lvl${one}pPr`, one === 1 ? 3200 : 2800, '+mn', LINE.body, 600)),
      ),
      element('p:otherStyle', {}, level('a:lvl1pPr', 1800, '+mn', LINE.body, 0)),
    ),
  );
}

/** The part of the master of notes. */
export function notesMasterPart(language: TextLanguage): Xml {
  const image = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 2, name: 'Slide 2' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg', idx: 2 })),
    ),
    element(
      'p:spPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x: 685_800, y: 1_143_000 }),
        element('a:ext', { cx: 5_486_400, cy: 3_086_100 }),
      ),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      element('a:noFill'),
      element('a:ln', { w: 12_700 }, element('a:solidFill', {}, element('a:prstClr', { val: 'black' }))),
    ),
  );
  const notes = placeholderShape(
    3,
    'Notes 3',
    { type: 'body', idx: 3 },
    textBody([textParagraph('', language)]),
    {
      box: { x: 685_800, y: 4_400_550, width: 5_486_400, height: 3_600_450 },
    },
  );
  return element(
    'p:notesMaster',
    NAMESPACES,
    element('p:cSld', {}, background('bg1'), shapeTree(image, notes)),
    COLOUR_MAP,
    element('p:notesStyle', {}, level('a:lvl1pPr', 1400, '+mn', LINE.body, 0)),
  );
}

/** Faces of a deck: of titles and of text. In Latin places too, where “” would else be set in another face. */
const FACES = {
  'zh-CN': { script: 'Hans', title: '黑体', text: '微软雅黑' },
  'zh-TW': { script: 'Hant', title: '微軟正黑體', text: '微軟正黑體' },
} as const;

/** A theme part: the colours and faces by which PowerPoint changes a whole deck. */
export function themePart(name: string, colours: SlideColours, language: TextLanguage): Xml {
  const { script, title, text } = FACES[language];
  const scheme: readonly (readonly [string, string])[] = [
    ['dk1', colours.ink],
    ['lt1', colours.paper],
    ['dk2', colours.deep],
    ['lt2', colours.onDeep],
    ['accent1', colours.accent],
    ['accent2', colours.gold],
    ['accent3', colours.soft],
    ['accent4', colours.line],
    ['accent5', colours.furniture],
    ['accent6', colours.ink],
    ['hlink', colours.accent],
    ['folHlink', colours.furniture],
  ];
  const font = (kind: string, face: string) =>
    element(
      kind,
      {},
      element('a:latin', { typeface: face }),
      element('a:ea', { typeface: face }),
      element('a:cs', { typeface: '' }),
      element('a:font', { script, typeface: face }),
    );
  const fill = schemeColour('phClr');
  const three = (one: Xml) => [one, one, one];
  return element(
    'a:theme',
    { 'xmlns:a': NAMESPACES['xmlns:a'], name },
    element(
      'a:themeElements',
      {},
      element(
        'a:clrScheme',
        { name },
        ...scheme.map(([role, value]) =>
          element(`a:${role}`, {}, element('a:srgbClr', { val: value.toUpperCase() })),
        ),
      ),
      element('a:fontScheme', { name }, font('a:majorFont', title), font('a:minorFont', text)),
      element(
        'a:fmtScheme',
        { name },
        element('a:fillStyleLst', {}, ...three(fill)),
        element('a:lnStyleLst', {}, ...three(element('a:ln', { w: 9525 }, fill))),
        element('a:effectStyleLst', {}, ...three(element('a:effectStyle', {}, element('a:effectLst')))),
        element('a:bgFillStyleLst', {}, ...three(fill)),
      ),
    ),
  );
}
