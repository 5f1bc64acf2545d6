import { child, childValue, elements, toggle, type XmlElement } from './xml.ts';

/** What reading needs of a style's look; undefined where the style says nothing. */
export interface RunLook {
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly mark?: boolean;
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
  return { bold: toggle(properties, 'w:b'), hidden: toggle(properties, 'w:vanish'), mark };
}

/** Outline level and list of a paragraph or of a style. */
export function paragraphLook(properties: XmlElement | undefined): ParagraphLook {
  const numbering = child(properties, 'w:numPr');
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
        run: runLook(child(element, 'w:rPr')),
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
    const chain = this.chain(id);
    return {
      bold: first(chain, ({ run }) => run.bold),
      hidden: first(chain, ({ run }) => run.hidden),
      mark: first(chain, ({ run }) => run.mark),
    };
  }

  /**
   * Look of the paragraphs under a style. `numberedBy` is the style of the chain that names the list: a
   * list's level is found by it.
   */
  paragraph(id: string | undefined): ParagraphLook & { readonly numberedBy?: string } {
    const chain = this.chain(id ?? this.defaultParagraph);
    const numbered = chain.find(({ paragraph }) => paragraph.numId !== undefined);
    const outline = first(chain, ({ paragraph }) => paragraph.outline) ?? outlineByName(chain);
    return {
      ...(outline !== undefined && { outline }),
      numId: numbered?.paragraph.numId,
      level: first(chain, ({ paragraph }) => paragraph.level),
      numberedBy: numbered?.id,
    };
  }

  /** What the style is for, by the names Word gives to its own in every language (17.7.4.9). */
  role(id: string | undefined): 'title' | 'contents' | undefined {
    for (const { name } of this.chain(id)) {
      if (name === 'title' || name === '标题' || name === '標題') return 'title';
      if (/^(?:toc|目录|目錄) ?\d$/.test(name)) return 'contents';
    }
    return undefined;
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
