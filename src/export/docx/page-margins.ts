import type { Handout } from '../../handout/flow/types.ts';
import type { OfficePackage } from '../ooxml/package.ts';
import { element, escapeXml, type Xml } from '../ooxml/xml.ts';
import { W } from './faces.ts';
import { paragraph } from './paragraph.ts';
import { textRun } from './run-xml.ts';
import { relation } from './story.ts';
import { type Typography, twips } from './typography.ts';

type Place = 'default' | 'even' | 'first';
type Kind = 'header' | 'footer';

/** Distance of header and footer from the edges of the paper. */
const HEADER = twips(15);
const FOOTER = { official: twips(22), podium: twips(18) } as const;

/** Makes the parts of page heads and feet, and the properties of sections that refer to them. */
export class PageMargins {
  readonly #references: { readonly kind: Kind; readonly place: Place; readonly id: string }[] = [];
  readonly #handout: Handout;
  readonly #type: Typography;

  constructor(office: OfficePackage, handout: Handout, type: Typography) {
    this.#handout = handout;
    this.#type = type;
    const { folio, runningHead } = handout.style;
    const add = (kind: Kind, place: Place, name: string, content: Xml) => {
      const part = `word/${name}.xml`;
      office.add(
        part,
        `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
        element(kind === 'header' ? 'w:hdr' : 'w:ftr', { 'xmlns:w': W }, content),
      );
      this.#references.push({ kind, place, id: office.relate('word/document.xml', relation(kind), part) });
    };
    if (runningHead) {
      const head = paragraph({ pStyle: 'Header' }, textRun(handout.title, {}));
      add('header', 'default', 'header1', head);
      if (this.twoSided) add('header', 'even', 'header2', head);
    }
    if (folio === 'none') return;
    if (this.twoSided) {
      add('footer', 'default', 'footer1', folioParagraph('right'));
      add('footer', 'even', 'footer2', folioParagraph('left'));
    } else add('footer', 'default', 'footer1', folioParagraph('center'));
    // A first page that has no head has a foot all the same.
    if (runningHead) add('footer', 'first', 'footer3', folioParagraph(this.twoSided ? 'right' : 'center'));
  }

  /** Heads and feet of left and right pages differ. */
  get twoSided(): boolean {
    const { layout, style } = this.#handout;
    return style.folio === 'outer' && layout !== 'podium';
  }

  /**
   * Properties of a section.
   *
   * @param isFirst its first page is the first of the document
   * @param counted its pages are numbered, from 1
   * @param inner children of `w:sectPr` only
   */
  section(isFirst: boolean, counted: boolean): Xml {
    const { page, margins } = this.#type;
    const { runningHead } = this.#handout.style;
    const references = this.#references
      .filter(({ kind }) => counted || kind === 'header')
      .map(({ kind, place, id }) => element(`w:${kind}Reference`, { 'w:type': place, 'r:id': id }));
    const layout = this.#handout.layout === 'podium' ? 'podium' : 'official';
    return [
      ...references,
      element('w:type', { 'w:val': 'nextPage' }),
      element('w:pgSz', { 'w:w': page.width, 'w:h': page.height }),
      element('w:pgMar', {
        'w:top': margins.top,
        'w:right': margins.right,
        'w:bottom': margins.bottom,
        'w:left': margins.left,
        'w:header': HEADER,
        'w:footer': FOOTER[layout],
        'w:gutter': 0,
      }),
      counted ? element('w:pgNumType', { 'w:start': 1 }) : '',
      element('w:cols', { 'w:space': 720 }),
      runningHead && isFirst ? element('w:titlePg') : '',
    ].join('');
  }
}

/** — 1 — at the outer edge, one character in (GB/T 9704—2012 7.5), or in the middle. */
function folioParagraph(side: 'left' | 'right' | 'center'): Xml {
  const field = (type: string) => element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  const indent = side === 'center' ? {} : { ind: { [side]: 320, [`${side}Chars`]: 100 } };
  return paragraph(
    { pStyle: 'Footer', ...indent, jc: side },
    [
      textRun('— ', {}),
      field('begin'),
      element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(' PAGE '))),
      field('separate'),
      element('w:r', {}, element('w:t', {}, '1')),
      field('end'),
      textRun(' —', {}),
    ].join(''),
  );
}
