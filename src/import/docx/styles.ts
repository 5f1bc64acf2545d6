import { LABEL_STYLE, MARK_STYLE } from './own-styles.ts';
import { child, childValue, elements, lastChild, toggle, type XmlElement } from './xml.ts';

/** What reading needs of a style's look; undefined where the style says nothing. */
export interface RunLook {
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly mark?: boolean;
  /** Letters are shown as capitals. */
  readonly caps?: boolean;
  readonly struck?: boolean;
  readonly raised?: 'superscript' | 'subscript' | 'baseline';
  /** Font of its Latin characters, as far as it matters: symbol fonts. */
  readonly font?: string;
}
export interface ParagraphLook {
  /** 0 … 8 for headings, 9 for running text. */
  readonly outline?: number;
  readonly numId?: string;
  readonly level?: number;
}
interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
}

/** Bold, hidden, highlighted: of a run or of a style. */
export function runLook(properties: XmlElement | undefined): RunLook {
  if (properties === undefined) return {};
  const highlight = childValue(properties, 'w:highlight');
  const dots = childValue(properties, 'w:em');
  const mark =
    highlight !== undefined || dots !== undefined
      ? (highlight !== undefined && !/^(?:none|white)$/.test(highlight)) || (dots ?? 'none') !== 'none'
      : undefined;
  const struck = toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike');
  const raised = childValue(properties, 'w:vertAlign');
  const fonts = lastChild(properties, 'w:rFonts')?.attributes;
  return {
    bold: toggle(properties, 'w:b'),
    hidden: toggle(properties, 'w:vanish'),
    mark,
    caps: toggle(properties, 'w:caps'),
    struck,
    raised: raised === 'superscript' || raised === 'subscript' || raised === 'baseline' ? raised : undefined,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  };
}

/** A look over the one around it: what it does not say is inherited. */
export function lookOver(own: RunLook, around: RunLook): RunLook {
  return {
    bold: own.bold ?? around.bold,
    hidden: own.hidden ?? around.hidden,
    mark: own.mark ?? around.mark,
    caps: own.caps ?? around.caps,
    struck: own.struck ?? around.struck,
    raised: own.raised ?? around.raised,
    font: own.font ?? around.font,
  };
}

/**
 * Outline level and list of a paragraph or of a style. Libraries that make .docx files write `w:numPr` twice; the
 * last one counts.
 */
export function paragraphLook(properties: XmlElement | undefined): ParagraphLook {
  const numbering = lastChild(properties, 'w:numPr');
  const outline = childValue(properties, 'w:outlineLvl');
  const level = childValue(numbering, 'w:ilvl');
  return {
    ...(outline !== undefined && { outline: Number(outline) }),
    ...(level !== undefined && { level: Number(level) }),
    numId: childValue(numbering, 'w:numId'),
  };
}

/** Styles refer to each other; a loop ends here. */
const LONGEST_CHAIN = 20;

/** The part word/styles.xml. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly numberingStyles = new Map<string, string>();
  private readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const element of elements(root, 'w:style')) {
      const { 'w:styleId': id, 'w:type': type, 'w:default': standard } = element.attributes;
      if (id === undefined) continue;
      const paragraph = paragraphLook(child(element, 'w:pPr'));
      if (type === 'numbering') {
        if (paragraph.numId !== undefined) this.numberingStyles.set(id, paragraph.numId);
        continue;
      }
      if (type === 'paragraph' && standard !== undefined && /^(?:1|true|on)$/.test(standard))
        this.defaultParagraph ??= id;
      this.styles.set(id, {
        id,
        name: (childValue(element, 'w:name') ?? id).toLowerCase(),
        basedOn: childValue(element, 'w:basedOn'),
        run: {
          ...runLook(child(element, 'w:rPr')),
          ...(childValue(element, 'w:name') === MARK_STYLE && { mark: true }),
        },
        paragraph,
      });
    }
  }

  /** The list that a numbering style names. */
  numberingOf(style: string): string | undefined {
    return this.numberingStyles.get(style);
  }

  /** Look of the runs under a style, what it is based on included. */
  run(id: string | undefined): RunLook {
    return this.chain(id).reduceRight((above: RunLook, { run }) => lookOver(run, above), {});
  }

  /**
   * Look of the paragraphs under a style. List and level are inherited independently of each other (ECMA-376
   * Part 1, 17.3.1.19): a style may name only the level, and the style it is based on the list.
   *
   * @param levelOfStyle level of a list that belongs to a style (17.9.23); it takes the place of the style's own
   *   `w:ilvl`
   * @param ownList list that the paragraph itself names
   */
  paragraph(
    id: string | undefined,
    levelOfStyle: (numId: string, style: string) => number | undefined,
    ownList?: string,
  ): ParagraphLook {
    const chain = this.chain(id ?? this.defaultParagraph);
    const outline = first(chain, ({ paragraph }) => paragraph.outline) ?? outlineByName(chain);
    const numId = first(chain, ({ paragraph }) => paragraph.numId);
    const list = ownList ?? numId;
    const level = first(
      chain,
      (style) => (list === undefined ? undefined : levelOfStyle(list, style.id)) ?? style.paragraph.level,
    );
    return { ...(outline !== undefined && { outline }), numId, ...(level !== undefined && { level }) };
  }

  /** What the style is for, by the names Word gives to its own in every language (17.7.4.9). */
  role(id: string | undefined): 'title' | 'contents' | undefined {
    for (const { name } of this.chain(id)) {
      if (name === 'title' || name === '标题' || name === '標題') return 'title';
      if (/^(?:toc|目录|目錄) ?\d$/.test(name)) return 'contents';
    }
    return undefined;
  }

  /** The style of what Jiangtai adds to a speech: labels, which are no text of it. */
  isLabel(id: string | undefined): boolean {
    return this.styles.get(id ?? '')?.name === LABEL_STYLE.toLowerCase();
  }

  private chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    let style = this.styles.get(id ?? '');
    while (style !== undefined && chain.length < LONGEST_CHAIN) {
      chain.push(style);
      style = this.styles.get(style.basedOn ?? '');
    }
    return chain;
  }
}

/** Some programs leave the outline level out of their heading styles. */
function outlineByName(chain: readonly Style[]): number | undefined {
  for (const { name } of chain) {
    const match = /^(?:heading|标题|標題) ?([1-9])$/.exec(name);
    if (match) return Number(match[1]) - 1;
  }
  return undefined;
}

function first<T>(chain: readonly Style[], look: (style: Style) => T | undefined): T | undefined {
  for (const style of chain) {
    const value = look(style);
    if (value !== undefined) return value;
  }
  return undefined;
}
