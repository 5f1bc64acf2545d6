import { element, type Xml } from '../ooxml/xml.ts';
import { type Language, W } from './faces.ts';
import { SEPARATOR_IDS } from './footnotes.ts';
import { wordLanguage } from './styles.ts';

const COMPATIBILITY = [
  // 15: Word 2013 and later; a lower one opens the file in compatibility mode.
  ['compatibilityMode', 15],
  ['overrideTableStyleFontSizeAndJustification', 1],
  ['enableOpenTypeFeatures', 1],
  ['doNotFlipMirrorIndents', 1],
] as const;

/** The part word/settings.xml. */
export function settingsPart(
  language: Language,
  has: { readonly twoSided: boolean; readonly mirror: boolean; readonly notes: boolean },
): Xml {
  const children: (Xml | undefined)[] = [
    has.mirror ? element('w:mirrorMargins') : undefined,
    element('w:defaultTabStop', { 'w:val': 640 }),
    has.twoSided ? element('w:evenAndOddHeaders') : undefined,
    element('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
    has.notes
      ? element('w:footnotePr', {}, ...SEPARATOR_IDS.map((id) => element('w:footnote', { 'w:id': id })))
      : undefined,
    element(
      'w:compat',
      {},
      ...COMPATIBILITY.map(([name, value]) =>
        element('w:compatSetting', {
          'w:name': name,
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': value,
        }),
      ),
    ),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': wordLanguage(language) }),
  ];
  return element('w:settings', { 'xmlns:w': W }, ...children);
}
