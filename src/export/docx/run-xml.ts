import { safeAddress } from '../../handout/flow/safe-address.ts';
import type { Run, RunStyle } from '../../handout/flow/types.ts';
import { element, escapeXml, type Xml } from '../ooxml/xml.ts';
import { faceName } from './faces.ts';
import { inlinePicture } from './picture-xml.ts';
import { fontSize, type RunProperties, runProperties } from './properties.ts';
import { relation, type Story } from './story.ts';
import { wordLanguage } from './styles.ts';

/** Style of a run, by what it is in the text; of several the first counts. */
const STYLE_IDS: readonly (readonly [RunStyle, string])[] = [
  ['cue', 'InlineCue'],
  ['lead', 'Lead'],
  ['heading-1', 'RunInHeading1'],
  ['heading-2', 'RunInHeading2'],
  ['heading-3', 'RunInHeading3'],
  ['heading-4', 'RunInHeading4'],
  ['mark', 'Mark'],
];

/**
 * Signs that are in Chinese faces and in Latin ones, and all that are in Chinese ones alone. Without the hint Word sets
 * “”‘’—… in the Latin face.
 */
const EAST_ASIAN = /[\u00a7\u00b0\u00b7\u00d7\u00f7\u2010-\u2bff\u2e80-\uffff]/;

/** What a paragraph adds to its runs. */
export interface RunContext {
  /** Of a heading, whose face is that of its paragraph. */
  readonly heading?: boolean;
  readonly properties?: RunProperties;
}

/** A stretch of text of one look. */
interface Piece {
  readonly properties: RunProperties;
  readonly href: string | undefined;
  text: string;
}

/** Runs as `w:r`, `w:ruby`, `w:hyperlink`; neighbours of one look are one run. */
export function runsXml(runs: readonly Run[], story: Story, context: RunContext = {}): Xml {
  let xml = '';
  let open: Piece | undefined;
  let rubyBefore = false;
  const close = () => {
    if (open) xml += pieceXml(open, story);
    open = undefined;
  };
  for (const run of runs) {
    if (run.slide !== undefined) {
      close();
      xml += label(`【${run.slide}】`, { ...context.properties, ...labelFace(story) });
    }
    const special = run.noteNumber !== undefined || run.image !== undefined;
    const ruby: boolean = !special && isRuby(run, rubyBefore);
    rubyBefore = ruby && run.ruby !== undefined;
    if (special || ruby) {
      close();
      xml += special ? specialXml(run, story) : rubyXml(run, story, lookOf(run, context));
      continue;
    }
    if (run.text === '') continue;
    const properties = lookOf(run, context);
    const href = run.href === undefined ? undefined : safeAddress(run.href);
    if (open && open.href === href && same(open.properties, properties)) open.text += run.text;
    else {
      close();
      open = { properties, href, text: run.text };
    }
  }
  close();
  return xml;
}

/** Text that is none of the speech's: our reader leaves it out. */
export function label(text: string, properties: RunProperties = {}): Xml {
  return textRun(text, { ...properties, rStyle: 'Label' });
}

/** A line's end that is none of the author's. */
export const LABEL_BREAK = element('w:r', {}, runProperties({ rStyle: 'Label' }), element('w:br'));

/** One run of text; a tab is an element of its own. */
export function textRun(text: string, properties: RunProperties): Xml {
  const look = runProperties(EAST_ASIAN.test(text) ? hinted(properties) : properties);
  const pieces = text
    .split('\t')
    .map((piece) => (piece === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, escapeXml(piece))));
  return element('w:r', {}, look, pieces.join(element('w:tab')));
}

function hinted(properties: RunProperties): RunProperties {
  const fonts = typeof properties.rFonts === 'object' ? properties.rFonts : {};
  return { ...properties, rFonts: { hint: 'eastAsia', ...fonts } };
}

function labelFace({ document }: Story): RunProperties {
  return {
    rFonts: { eastAsia: faceName('first', document.language) },
    ...fontSize(Math.round(document.type.size * 0.8)),
  };
}

function lookOf({ styles }: Run, { heading, properties = {} }: RunContext): RunProperties {
  const own = STYLE_IDS.find(
    ([style]) => styles.includes(style) && !(heading && style.startsWith('heading')),
  );
  return {
    ...properties,
    ...(own && { rStyle: own[1] }),
    // 黑体 is bold as it is.
    ...(styles.includes('strong') && !styles.includes('heading-1') && { b: true, bCs: true }),
    ...(styles.includes('mark') && own?.[0] !== 'mark' && { u: 'single' }),
    ...(styles.includes('emphasis') && { em: 'underDot' }),
  };
}

function same(one: RunProperties, other: RunProperties): boolean {
  return runProperties(one) === runProperties(other);
}

function pieceXml({ text, properties, href }: Piece, { document, part }: Story): Xml {
  if (href === undefined) return textRun(text, properties);
  const id = document.office.relate(part, relation('hyperlink'), href, true);
  const rStyle = properties.rStyle ?? 'Hyperlink';
  return element('w:hyperlink', { 'r:id': id, 'w:history': 1 }, textRun(text, { ...properties, rStyle }));
}

/**
 * Whether a reading stands above its characters. A second one beside it would share its brackets when the file is read
 * again, and another bracket than （） would become one: these stay in the line.
 */
function isRuby({ ruby, text, pinyin }: Run, before: boolean): boolean {
  if (ruby === undefined) return pinyin !== undefined;
  return !before && text === `${ruby.base}（${ruby.reading}）` && ruby.base.trim() === ruby.base;
}

/** The author's own reading, or ours, a syllable a character, which is a label. */
function rubyXml(run: Run, story: Story, properties: RunProperties): Xml {
  if (run.ruby) return rubyRun(run.ruby.base, run.ruby.reading, story, properties, false);
  return [...run.text]
    .map((character, index) => rubyRun(character, run.pinyin?.[index] ?? '', story, properties, true))
    .join('');
}

function rubyRun(
  base: string,
  reading: string,
  { document }: Story,
  properties: RunProperties,
  isLabel: boolean,
): Xml {
  if (reading === '') return textRun(base, properties);
  const { size } = document.type;
  const small = Math.round(size / 2);
  const values: readonly (readonly [string, string | number])[] = [
    ['rubyAlign', 'center'],
    ['hps', small],
    ['hpsRaise', size - 2],
    ['hpsBaseText', size],
    ['lid', wordLanguage(document.language)],
  ];
  const settings = values.map(([name, value]) => element(`w:${name}`, { 'w:val': value }));
  const above: RunProperties = { ...fontSize(small), ...(isLabel && { rStyle: 'Label' }) };
  return element(
    'w:r',
    {},
    runProperties(properties),
    element(
      'w:ruby',
      {},
      element('w:rubyPr', {}, ...settings),
      element('w:rt', {}, textRun(reading, above)),
      element('w:rubyBase', {}, textRun(base, properties)),
    ),
  );
}

/** The call of a note, or a picture in the line. */
function specialXml(run: Run, story: Story): Xml {
  const { document, part } = story;
  if (run.image) return inlinePicture(run.image, story);
  const number = run.noteNumber ?? 0;
  if (!document.notes.has(number) || part !== 'word/document.xml') return '';
  // A note stands in the file once; a second call only shows its number.
  if (document.called.has(number)) return label(String(number), { vertAlign: 'superscript' });
  document.called.add(number);
  return element(
    'w:r',
    {},
    runProperties({ rStyle: 'FootnoteReference' }),
    element('w:footnoteReference', { 'w:id': number }),
  );
}
