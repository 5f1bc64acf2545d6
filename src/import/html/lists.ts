import { formatNumber } from '../number-formats.ts';
import type { Declarations } from './style.ts';
import { attribute, type HtmlElement } from './tree.ts';

/** How a list shows its items: `format` of number-formats.ts with what stands behind it. */
interface ListStyle {
  readonly format: string;
  readonly suffix: string;
}

/** CSS Counter Styles Level 3, those that lists of Chinese pages use, with the suffix it gives them. */
const STYLES: Readonly<Record<string, ListStyle>> = {
  decimal: { format: 'decimal', suffix: '.' },
  'decimal-leading-zero': { format: 'decimalZero', suffix: '.' },
  'lower-alpha': { format: 'lowerLetter', suffix: '.' },
  'lower-latin': { format: 'lowerLetter', suffix: '.' },
  'upper-alpha': { format: 'upperLetter', suffix: '.' },
  'upper-latin': { format: 'upperLetter', suffix: '.' },
  'lower-roman': { format: 'lowerRoman', suffix: '.' },
  'upper-roman': { format: 'upperRoman', suffix: '.' },
  'cjk-decimal': { format: 'ideographDigital', suffix: '、' },
  'cjk-ideographic': { format: 'chineseCountingThousand', suffix: '、' },
  'simp-chinese-informal': { format: 'chineseCountingThousand', suffix: '、' },
  'trad-chinese-informal': { format: 'taiwaneseCountingThousand', suffix: '、' },
  'simp-chinese-formal': { format: 'chineseLegalSimplified', suffix: '、' },
  'trad-chinese-formal': { format: 'ideographLegalTraditional', suffix: '、' },
  'cjk-heavenly-stem': { format: 'ideographTraditional', suffix: '、' },
  'cjk-earthly-branch': { format: 'ideographZodiac', suffix: '、' },
};
/** The attribute `type` of HTML's lists. */
const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** A list being read: what its next item shows. */
export class ListCounter {
  private readonly style: ListStyle | 'bullet' | 'none';
  private value: number;
  private readonly step: number;

  constructor(list: HtmlElement, declared: Declarations) {
    this.style = styleOf(list, declared);
    const reversed = attribute(list, 'reversed') !== undefined;
    const items = list.childNodes.filter((node) => node.nodeName === 'li').length;
    this.value = integer(attribute(list, 'start')) ?? (reversed ? items : 1);
    this.step = reversed ? -1 : 1;
  }

  /** The mark of the next item; an own `value` or `list-style` of the item is obeyed. */
  next(item: HtmlElement, declared: Declarations): { number: string } | 'bullet' | undefined {
    const value = integer(attribute(item, 'value')) ?? this.value;
    this.value = value + this.step;
    const style = namedStyle(declared) ?? this.style;
    if (style === 'none') return undefined;
    if (style === 'bullet') return 'bullet';
    return { number: formatNumber(value, style.format) + style.suffix };
  }
}

function styleOf(list: HtmlElement, declared: Declarations): ListStyle | 'bullet' | 'none' {
  const named = namedStyle(declared);
  if (named !== undefined) return named;
  if (list.tagName !== 'ol') return 'bullet';
  return STYLES[TYPES[attribute(list, 'type') ?? '1'] ?? 'decimal']!;
}

function namedStyle(declared: Declarations): ListStyle | 'bullet' | 'none' | undefined {
  for (const word of `${declared.get('list-style-type') ?? ''} ${declared.get('list-style') ?? ''}`.split(
    /\s+/,
  )) {
    if (word === 'none') return 'none';
    if (/^(?:disc|circle|square)$/.test(word)) return 'bullet';
    if (Object.hasOwn(STYLES, word)) return STYLES[word];
  }
  return undefined;
}

function integer(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}
