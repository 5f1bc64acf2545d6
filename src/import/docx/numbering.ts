import { formatNumber } from '../number-formats.ts';
import { child, childValue, descendants, elements, toggle, type XmlElement } from './xml.ts';

/** One level of a list, ECMA-376 17.9.6. */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly custom?: string;
  /** Text with `%1` … `%9` for the numbers of the levels. */
  readonly text: string;
  /** All numbers in decimal (17.9.4). */
  readonly legal: boolean;
  /** The levels above, from 1, after which it starts anew; 0 never (17.9.10). Undefined: any level above. */
  readonly restart?: number;
  readonly separator: 'tab' | 'space' | 'nothing';
  /** Style whose paragraphs stand on this level. */
  readonly style?: string;
}
interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Takes its levels from the list of this numbering style. */
  readonly styleLink?: string;
}
interface Instance {
  /** Lists are counted together by it. */
  readonly list: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** What stands before a numbered paragraph. */
export type ListMark =
  | { readonly kind: 'number'; readonly text: string; readonly separator: Level['separator'] }
  | { readonly kind: 'bullet' };

/** The lists of a document and how far each has counted. Ask for the marks in the order of the text. */
export class Numbering {
  private readonly instances = new Map<string, Instance>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  /** Restarts that were already obeyed, `numId/level`: each happens once. */
  private readonly restarted = new Set<string>();

  /**
   * @param root the part word/numbering.xml; undefined when there is none
   * @param numberingOfStyle numId that a numbering style names
   */
  constructor(root: XmlElement | undefined, numberingOfStyle: (style: string) => string | undefined) {
    const lists = new Map<string, List>();
    for (const element of elements(root, 'w:abstractNum')) {
      const id = element.attributes['w:abstractNumId'];
      if (id !== undefined)
        lists.set(id, { levels: levelsOf(element), styleLink: childValue(element, 'w:numStyleLink') });
    }
    const nums = [...elements(root, 'w:num')];
    const listOf = (numId: string | undefined) =>
      childValue(
        nums.find((num) => num.attributes['w:numId'] === numId),
        'w:abstractNumId',
      );
    for (const num of nums) {
      const id = num.attributes['w:numId'];
      let list = childValue(num, 'w:abstractNumId');
      const link = lists.get(list ?? '')?.styleLink;
      if (link !== undefined) list = listOf(numberingOfStyle(link)) ?? list;
      if (id === undefined || list === undefined) continue;
      const levels = new Map(lists.get(list)?.levels);
      const starts = new Map<number, number>();
      for (const override of elements(num, 'w:lvlOverride')) {
        const depth = Number(override.attributes['w:ilvl']);
        const own = child(override, 'w:lvl');
        if (own) levels.set(depth, levelOf(own));
        const start = childValue(override, 'w:startOverride');
        if (start !== undefined) starts.set(depth, Number(start));
      }
      this.instances.set(id, { list, levels, starts });
    }
  }

  /** The level of a list that belongs to a paragraph style; undefined if none does. */
  levelOfStyle(numId: string, style: string): number | undefined {
    for (const [depth, level] of this.instances.get(numId)?.levels ?? [])
      if (level.style === style) return depth;
    return undefined;
  }

  /** Counts one paragraph. Undefined when the list is not there or the level shows nothing. */
  next(numId: string, depth: number): ListMark | undefined {
    const instance = this.instances.get(numId);
    const level = instance?.levels.get(depth);
    if (instance === undefined || level === undefined) return undefined;
    const counters = this.counters.get(instance.list) ?? [];
    this.counters.set(instance.list, counters);
    for (const [at, start] of instance.starts) {
      const key = `${numId}/${at}`;
      if (at > depth || this.restarted.has(key)) continue;
      this.restarted.add(key);
      // A level above is shown with its new start; this one counts from it.
      counters[at] = at === depth ? start - 1 : start;
    }
    const before = counters[depth];
    counters[depth] = before === undefined ? level.start : before + 1;
    for (const [deeper, { restart }] of instance.levels)
      if (deeper > depth && (restart === undefined || depth < restart)) counters[deeper] = undefined;
    if (level.format === 'bullet') return { kind: 'bullet' };
    const text = level.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1;
      const shown = instance.levels.get(at);
      if (shown === undefined || at > depth) return '';
      counters[at] ??= shown.start;
      return formatNumber(
        counters[at],
        level.legal && !ALREADY_DECIMAL.test(shown.format) ? 'decimal' : shown.format,
        shown.custom,
      );
    });
    return text === '' ? undefined : { kind: 'number', text, separator: level.separator };
  }
}

/** Formats that `w:isLgl` leaves as they are: Arabic figures, and no figure. */
const ALREADY_DECIMAL = /^(?:decimal|decimalZero|none)$/;

function levelsOf(list: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements(list, 'w:lvl'))
    levels.set(Number(element.attributes['w:ilvl'] ?? 0), levelOf(element));
  return levels;
}

function levelOf(element: XmlElement): Level {
  // A custom format stands in an alternative for programs that know it.
  const format =
    child(element, 'w:numFmt') ??
    descendants(child(element, 'mc:AlternateContent') ?? element, 'w:numFmt').next().value;
  const restart = childValue(element, 'w:lvlRestart');
  const separator = childValue(element, 'w:suff');
  const start = Number(childValue(element, 'w:start') ?? 0);
  return {
    start: Number.isSafeInteger(start) ? start : 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    custom: format?.attributes['w:format'],
    text: childValue(element, 'w:lvlText') ?? '',
    legal: toggle(element, 'w:isLgl') === true,
    ...(restart !== undefined && { restart: Number(restart) }),
    separator: separator === 'space' || separator === 'nothing' ? separator : 'tab',
    style: childValue(element, 'w:pStyle'),
  };
}
