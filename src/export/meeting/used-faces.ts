/** Text in a style that no element of a page has now, and will have later. */
export interface ExpectedText {
  /** CSS `font-family`. */
  readonly stack: string;
  readonly weight: number;
  readonly text: string;
}

/** A page, and the names under which its faces are asked for. */
export interface FacedPage {
  /** With all its text, styles loaded. */
  readonly document: Document;
  readonly names: readonly string[];
  /** Text that it does not show yet. */
  readonly expected: readonly ExpectedText[];
}

/** A font that text needs: parts of one face, from the one with its marks on. */
export interface UsedFont {
  readonly parts: readonly string[];
  readonly text: string;
}

/** A rule of the faces that are used. */
export interface UsedRule {
  readonly family: string;
  /** CSS `font-weight`. */
  readonly weight: string;
  /** CSS `unicode-range`; empty where the font holds nothing that other families should draw. */
  readonly range: string;
  /** Names of the pages that have it. */
  readonly pages: readonly string[];
  /** Index of its font. */
  readonly font: number;
}

export interface UsedFaces {
  readonly fonts: readonly UsedFont[];
  readonly rules: readonly UsedRule[];
}

interface FaceRule {
  readonly family: string;
  readonly weight: string;
  readonly from: number;
  readonly to: number;
  readonly range: string;
  readonly spans: readonly (readonly [from: number, to: number])[];
  readonly url: string;
}

/** Parts whose ranges name only what they have (docs/fonts.md); those of others run on across what is in none. */
const SURE = /-common-|-traditional-|\/marks-|\/tinos-/;

/** Last in every stack: it has the rare characters. */
const LAST_FAMILY = 'LXGW WenKai';

/**
 * The faces that the text of some pages is drawn in, found as the browser finds them: by the family, weight and range of each
 * rule of the pages' own style sheets (CSS Fonts 4, 5.2).
 */
export function usedFaces(pages: readonly FacedPage[]): UsedFaces {
  const fonts = new Map<string, { readonly parts: Set<string>; readonly text: Set<string> }>();
  const rules = new Map<string, Omit<UsedRule, 'font'> & { readonly group: string }>();
  for (const { document: page, names: pageNames, expected } of pages) {
    const families = groupedBy(faceRules(page), ({ family }) => family);
    const groups = groupsByFile([...families.values()].flat());
    const add = (rule: FaceRule, character: string) => {
      const { family, weight } = rule;
      const alone = families.get(family)!.filter((other) => other.weight === weight).length === 1;
      // Rare characters of one weight may be drawn by the files of another: each weight has its own font all the same.
      const group = alone ? groups.get(rule.url)! : `${family} ${weight}`;
      const font = fonts.get(group) ?? { parts: new Set(), text: new Set() };
      fonts.set(group, font);
      font.parts.add(rule.url);
      font.text.add(character);
      const key = `${family} ${weight}`;
      const names = [...new Set([...(rules.get(key)?.pages ?? []), ...pageNames])];
      rules.set(key, { family, weight, range: alone ? rule.range : '', pages: names, group });
    };
    const draw = (stack: string, weight: number, text: string) => {
      const names = familyNames(stack);
      for (const character of new Set(text)) {
        const found = rulesFor(character, names, weight, families);
        for (const rule of found) add(rule, character);
        // None of them may have it; the last family with Chinese characters then does.
        if (found.length > 0 && !found.some(({ url }) => SURE.test(url)))
          for (const rule of rulesFor(character, [LAST_FAMILY], weight, families)) add(rule, character);
      }
    };
    for (const { stack, weight, text } of [...textsOf(page), ...expected]) draw(stack, weight, text);
  }
  const order = [...fonts.keys()];
  return {
    fonts: order.map((group) => {
      const { parts, text } = fonts.get(group)!;
      return { parts: commonFirst([...parts]), text: [...text].sort().join('') };
    }),
    rules: [...rules.values()].map(({ group, ...rule }) => ({ ...rule, font: order.indexOf(group) })),
  };
}

/** All text of a page with the style it is drawn in, equal styles together. */
function textsOf(page: Document): ExpectedText[] {
  const found = new Map<string, Set<string>>();
  const add = ({ fontFamily, fontWeight }: CSSStyleDeclaration, text: string) => {
    const key = `${fontWeight} ${fontFamily}`;
    const characters = found.get(key) ?? new Set();
    found.set(key, characters);
    for (const character of text) characters.add(character);
  };
  const view = page.defaultView!;
  for (const element of page.body.querySelectorAll('*')) {
    if (element.matches('script, style')) continue;
    const own = [...element.childNodes].flatMap((node) => (node instanceof view.Text ? [node.data] : []));
    const style = view.getComputedStyle(element);
    if (own.length > 0) add(style, own.join(''));
    for (const side of ['::before', '::after']) {
      const pseudo = view.getComputedStyle(element, side);
      if (!/["(]/.test(pseudo.content)) continue;
      // Counters are digits here; quotation marks around the text do no harm.
      add(pseudo, `${pseudo.content}0123456789`);
    }
  }
  return [...found].map(([key, characters]) => {
    const [weight = '400', ...stack] = key.split(' ');
    return { stack: stack.join(' '), weight: Number(weight), text: [...characters].join('') };
  });
}

function faceRules(page: Document): FaceRule[] {
  const { CSSFontFaceRule } = page.defaultView!;
  return [...page.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const value = (name: string) => style.getPropertyValue(name);
      const url = /url\("?([^")]+)"?\)/.exec(value('src'))?.[1];
      if (url === undefined) return [];
      const weight = value('font-weight') || '400';
      const [from = 400, to = from] = weight
        .replace(/normal/g, '400')
        .replace(/bold/g, '700')
        .split(/\s+/)
        .map(Number);
      const range = value('unicode-range');
      return [
        {
          family: unquoted(value('font-family')),
          weight,
          from,
          to,
          range,
          spans: spansOf(range),
          url: new URL(url, sheet.href ?? page.baseURI).href,
        },
      ];
    }),
  );
}

/** `U+20-7E, U+4E??` → code points from–to; no range means all. */
function spansOf(range: string): [number, number][] {
  const parts = [...range.matchAll(/U\+([\da-f?]+)(?:-([\da-f]+))?/gi)];
  if (parts.length === 0) return [[0, 0x10ffff]];
  return parts.map(([, from = '', to]) => [
    Number.parseInt(from.replace(/\?/g, '0'), 16),
    Number.parseInt(to ?? from.replace(/\?/g, 'F'), 16),
  ]);
}

/** Which font each file goes into. Marks of another family may come from a file of running text: one font then serves both. */
function groupsByFile(rules: readonly FaceRule[]): Map<string, string> {
  const parts = groupedBy(rules, ({ family, weight }) => `${family} ${weight}`);
  const largestFirst = [...parts].sort(([, a], [, b]) => b.length - a.length);
  const groups = new Map<string, string>();
  for (const [group, files] of largestFirst)
    for (const { url } of files) if (!groups.has(url)) groups.set(url, group);
  return groups;
}

/** The rules of the first family that names a character: the one that has it, or all that may. */
function rulesFor(
  character: string,
  families: readonly string[],
  weight: number,
  rules: ReadonlyMap<string, readonly FaceRule[]>,
): readonly FaceRule[] {
  const code = character.codePointAt(0)!;
  for (const family of families) {
    const all = rules.get(family) ?? [];
    const near = nearestWeight(all, weight);
    const naming = all.filter(
      ({ from, to, spans }) =>
        from === near?.from && to === near.to && spans.some(([a, b]) => a <= code && code <= b),
    );
    // Of two rules that name a character the later one holds, and the other where its file does not have it.
    const last = naming.at(-1);
    if (last) return SURE.test(last.url) ? [last] : naming;
  }
  return [];
}

/** The rule whose weight is nearest, by the order of CSS Fonts 4, 5.2. */
function nearestWeight(rules: readonly FaceRule[], weight: number): FaceRule | undefined {
  const distance = ({ from, to }: FaceRule) => {
    if (from <= weight && weight <= to) return 0;
    const up = from > weight;
    const by = up ? from - weight : weight - to;
    if (weight >= 400 && weight <= 500) return up && from <= 500 ? by : up ? 2000 + by : 1000 + by;
    return up === weight > 500 ? by : 1000 + by;
  };
  return [...rules].sort((a, b) => distance(a) - distance(b))[0];
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function familyNames(stack: string): string[] {
  return stack.split(',').map((name) => unquoted(name.trim()));
}

const unquoted = (name: string) => name.replace(/^["']|["']$/g, '');

/** The part with marks and letters first: its layout features are those of the font. */
function commonFirst(urls: readonly string[]): string[] {
  const rank = (url: string) => (/-common-1\b/.test(url) ? 0 : 1);
  return [...urls].sort((a, b) => rank(a) - rank(b));
}
