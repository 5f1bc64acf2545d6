import { CELL_LOOK, LINE_LOOKS, TABLE_GAP } from '../../pack/line-styles.ts';
import type { LineStyle } from '../../pack/types.ts';
import { faceName, LATIN_FACE, type Language, W } from '../docx/faces.ts';
import {
  fontSize,
  type ParagraphProperties,
  paragraphProperties,
  type RunProperties,
  runProperties,
} from '../docx/properties.ts';
import { wordLanguage } from '../docx/styles.ts';
import { twips } from '../docx/typography.ts';
import { element, type Xml } from '../ooxml/xml.ts';

/** Names of the styles in Word's list. */
const NAMES: Readonly<Record<LineStyle, Readonly<Record<Language, string>>>> = {
  title: { 'zh-Hans': '材料名称', 'zh-Hant': '文件名稱' },
  occasion: { 'zh-Hans': '会议', 'zh-Hant': '會議' },
  heading: { 'zh-Hans': '栏目', 'zh-Hant': '欄目' },
  subject: { 'zh-Hans': '讲稿题目', 'zh-Hant': '講稿題目' },
  body: { 'zh-Hans': '材料正文', 'zh-Hant': '文件正文' },
  point: { 'zh-Hans': '材料要点', 'zh-Hant': '文件重點' },
  question: { 'zh-Hans': '讨论题目', 'zh-Hant': '討論題' },
  'cue-title': { 'zh-Hans': '提示卡名称', 'zh-Hant': '提示卡名稱' },
  'cue-label': { 'zh-Hans': '提示卡栏目', 'zh-Hant': '提示卡欄目' },
  cue: { 'zh-Hans': '主持词', 'zh-Hant': '主持詞' },
  'cue-text': { 'zh-Hans': '提示卡正文', 'zh-Hant': '提示卡正文' },
};

/** Id of the style of a line. */
export function lineStyleId(style: LineStyle): string {
  return `Pack${style.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
}

export const CELL_STYLE = 'PackCell';
export const LABEL_CELL_STYLE = 'PackLabel';
/** Of a label without a frame. */
export const PLAIN_LABEL_STYLE = 'PackPlainLabel';
/** Of a name on a sign, whose size is its own. */
export const SIGN_STYLE = 'PackSign';
/** Between two tables, which Word would join, and behind the last one. */
export const GAP_STYLE = 'PackGap';
export const FOOTER_STYLE = 'Footer';

/** pt → twips. */
const points = (value: number) => Math.round(value * 20);

/** The part word/styles.xml of a paper: headings have outline levels, type in cells may grow. */
export function packStyles(language: Language): Xml {
  const standard = runProperties({
    rFonts: { ascii: LATIN_FACE, hAnsi: LATIN_FACE, cs: LATIN_FACE, eastAsia: faceName('body', language) },
    ...fontSize(CELL_LOOK.size * 2),
    lang: { val: 'en-US', eastAsia: wordLanguage(language) },
  });
  const face = (role: Parameters<typeof faceName>[0]): RunProperties => ({
    rFonts: { eastAsia: faceName(role, language) },
  });
  const cell = { spacing: { line: points(CELL_LOOK.pitch), lineRule: 'atLeast' } };
  const lines = (Object.keys(LINE_LOOKS) as LineStyle[]).map((style) => {
    const look = LINE_LOOKS[style];
    const { size, pitch, align, bold, before = 0, after = 0, indent = 0 } = look;
    return styleXml(
      lineStyleId(style),
      NAMES[style][language],
      {
        spacing: { before: points(before), after: points(after), line: points(pitch), lineRule: 'exact' },
        ...(indent > 0 && { ind: { left: points(indent * size), leftChars: indent * 100 } }),
        jc: align,
        ...(OUTLINE[style] !== undefined && { outlineLvl: OUTLINE[style] }),
      },
      { ...face(look.face), ...(bold && { b: true, bCs: true }), ...fontSize(size * 2) },
    );
  });
  return element(
    'w:styles',
    { 'xmlns:w': W },
    element('w:docDefaults', {}, element('w:rPrDefault', {}, standard), element('w:pPrDefault')),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      element('w:name', { 'w:val': 'Normal' }),
      element('w:qFormat'),
      paragraphProperties({ widowControl: true, overflowPunct: false }),
    ),
    ...lines,
    styleXml(CELL_STYLE, language === 'zh-Hans' ? '单元格' : '儲存格', { ...cell, jc: 'left' }, {}),
    styleXml(
      LABEL_CELL_STYLE,
      language === 'zh-Hans' ? '栏名' : '欄名',
      { ...cell, jc: 'center' },
      face('first'),
    ),
    styleXml(
      PLAIN_LABEL_STYLE,
      language === 'zh-Hans' ? '无框栏名' : '無框欄名',
      { ...cell, jc: 'left' },
      face('first'),
    ),
    styleXml(
      SIGN_STYLE,
      language === 'zh-Hans' ? '席签姓名' : '桌牌姓名',
      { jc: 'center' },
      { ...face('title'), b: true, bCs: true },
    ),
    styleXml(
      GAP_STYLE,
      language === 'zh-Hans' ? '间隔' : '間隔',
      { spacing: { line: twips(TABLE_GAP), lineRule: 'exact' } },
      fontSize(2),
    ),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:styleId': FOOTER_STYLE },
      element('w:name', { 'w:val': 'footer' }),
      element('w:basedOn', { 'w:val': 'Normal' }),
      paragraphProperties({ jc: 'center' }),
      runProperties({ ...face('folio'), ...fontSize(28) }),
    ),
    TABLE_NORMAL,
  );
}

/** Outline levels, from 0: what an office program lists as headings. */
const OUTLINE: Partial<Readonly<Record<LineStyle, number>>> = {
  title: 0,
  'cue-title': 0,
  heading: 1,
  'cue-label': 1,
};

function styleXml(id: string, name: string, paragraph: ParagraphProperties, run: RunProperties): Xml {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    paragraphProperties(paragraph),
    runProperties(run),
  );
}

const TABLE_NORMAL = element(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  element('w:name', { 'w:val': 'Normal Table' }),
  element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' })),
);
