import type { ContentsBlock } from '../../handout/flow/types.ts';
import { element, escapeXml, type Xml } from '../ooxml/xml.ts';
import type { Language } from './faces.ts';
import { paragraph } from './paragraph.ts';
import type { ParagraphProperties } from './properties.ts';
import { textRun } from './run-xml.ts';

/** Name of the bookmark at the n-th listed heading, from 0. */
export function contentsBookmark(index: number): string {
  return `_Toc${String(index + 1).padStart(6, '0')}`;
}

const sign = (type: 'begin' | 'separate' | 'end', dirty = false): Xml =>
  element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type, 'w:dirty': dirty ? 1 : undefined }));

const code = (text: string): Xml =>
  element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(text)));

/**
 * A table of contents as Word makes it: a field in a content control, an entry a heading. On which pages they stand only
 * the program knows that lays them out: the numbers are fields to be brought up to date when the file is opened.
 */
export function contentsXml({ entries }: ContentsBlock, language: Language, place: ParagraphProperties): Xml {
  const title = paragraph(
    { pStyle: 'TOCHeading', ...place },
    textRun(language === 'zh-Hant' ? '目　錄' : '目　录', {}),
  );
  const lines = entries.map(({ level, text }, index) => {
    const anchor = contentsBookmark(index);
    const number = [
      sign('begin', true),
      code(` PAGEREF ${anchor} \\h `),
      sign('separate'),
      element('w:r', {}, element('w:t', {}, '1')),
      sign('end'),
    ];
    const link = element(
      'w:hyperlink',
      { 'w:anchor': anchor, 'w:history': 1 },
      textRun(text, {}),
      element('w:r', {}, element('w:tab')),
      ...number,
    );
    const start = index === 0 ? sign('begin') + code(' TOC \\o "1-2" \\h \\z ') + sign('separate') : '';
    const end = index === entries.length - 1 ? sign('end') : '';
    return paragraph({ pStyle: `TOC${Math.min(2, level)}` }, start + link + end);
  });
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element(
        'w:docPartObj',
        {},
        element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
        element('w:docPartUnique'),
      ),
    ),
    element('w:sdtContent', {}, title, ...lines),
  );
}
