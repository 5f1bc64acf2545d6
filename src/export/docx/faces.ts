import { element, type Xml } from '../ooxml/xml.ts';

/** What a face is for (GB/T 9704—2012 7.2, 7.3): the title, levels one and two, running text, page numbers. */
export type FaceRole = 'title' | 'first' | 'second' | 'body' | 'folio';

interface Face {
  /** As offices ask for it. */
  readonly name: string;
  /** What a computer may have instead, best first: Windows and WPS, then macOS. */
  readonly instead: readonly string[];
  readonly family: 'roman' | 'modern' | 'script' | 'swiss';
}
type Faces = Readonly<Record<FaceRole, Face>>;

/** docs/spec/office-files.md A3, B1. Office programs on a Mac, and those set to traditional characters, were not tried. */
const FACES: Readonly<Record<'zh-Hans' | 'zh-Hant', Faces>> = {
  'zh-Hans': {
    title: {
      name: '方正小标宋简体',
      instead: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
      family: 'script',
    },
    first: { name: '黑体', instead: ['SimHei', 'STHeiti'], family: 'modern' },
    second: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', 'STKaiti'], family: 'modern' },
    body: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', 'STFangsong'], family: 'modern' },
    folio: { name: '宋体', instead: ['SimSun', 'STSong'], family: 'roman' },
  },
  'zh-Hant': {
    title: { name: '標楷體', instead: ['DFKai-SB', 'BiauKai'], family: 'script' },
    first: { name: '微軟正黑體', instead: ['Microsoft JhengHei', 'PingFang TC'], family: 'swiss' },
    second: { name: '標楷體', instead: ['DFKai-SB', 'BiauKai'], family: 'script' },
    body: { name: '新細明體', instead: ['PMingLiU', 'Songti TC'], family: 'roman' },
    folio: { name: '新細明體', instead: ['PMingLiU', 'Songti TC'], family: 'roman' },
  },
};

/** Letters and digits (GB/T 9704 leaves their face open; offices use this one). */
export const LATIN_FACE = 'Times New Roman';

export type Language = keyof typeof FACES;

/** Name of a face in a file of that language. */
export function faceName(role: FaceRole, language: Language): string {
  return FACES[language][role].name;
}

/** The part word/fontTable.xml: what stands in for a face that a computer does not have (17.8.3). */
export function fontTable(language: Language): Xml {
  const charset = language === 'zh-Hans' ? '86' : '88';
  const faces = new Map(Object.values(FACES[language]).map((face) => [face.name, face]));
  const fonts = [...faces.values()].map(({ name, instead, family }) =>
    element(
      'w:font',
      { 'w:name': name },
      element('w:altName', { 'w:val': instead.join(',') }),
      element('w:charset', { 'w:val': charset }),
      element('w:family', { 'w:val': family }),
      element('w:pitch', { 'w:val': 'variable' }),
    ),
  );
  const latin = element(
    'w:font',
    { 'w:name': LATIN_FACE },
    element('w:charset', { 'w:val': '00' }),
    element('w:family', { 'w:val': 'roman' }),
    element('w:pitch', { 'w:val': 'variable' }),
  );
  return element('w:fonts', { 'xmlns:w': W }, latin, ...fonts);
}

/** Namespace of WordprocessingML. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
