import { allElements, attribute, type HtmlDocument, type HtmlElement, isText } from './tree.ts';

/** Properties by name, lower case. */
export type Declarations = ReadonlyMap<string, string>;

/** `a: b; c: d` → map. Values are compared, never used as addresses. */
export function declarations(style: string): Declarations {
  const found = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    if (name !== '' && value !== '') found.set(name, value);
  }
  return found;
}

interface Rule {
  readonly tag?: string;
  readonly className?: string;
  readonly id?: string;
  readonly declared: Declarations;
}

/** What a page's own style sheets say of a screen by tag, class or id. Anything finer is left out. */
export class PageStyles {
  private readonly rules: Rule[] = [];

  constructor(document: HtmlDocument) {
    for (const element of allElements(document)) {
      if (element.tagName !== 'style') continue;
      const css = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
      if (css.length < LONGEST_SHEET) this.add(css);
    }
  }

  /** True if a reader does not see the element. */
  hides(element: HtmlElement): boolean {
    if (attribute(element, 'hidden') !== undefined) return true;
    // WeChat's article is hidden until the page's program has run.
    return attribute(element, 'id') !== 'js_content' && isHidden(this.of(element));
  }

  private add(css: string): void {
    this.addRules(css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' '), 0);
  }

  /** Rules, and those inside at-rules that hold on a screen. */
  private addRules(text: string, nested: number): void {
    let depth = 0;
    let from = 0;
    let selector = '';
    for (let at = 0; at < text.length; at++) {
      if (text[at] === '{') {
        if (depth === 0) selector = text.slice(from, at);
        depth++;
        if (depth === 1) from = at + 1;
      } else if (text[at] === '}' && depth > 0) {
        depth--;
        if (depth > 0) continue;
        const inside = text.slice(from, at);
        from = at + 1;
        const rule = selector.trim();
        if (!rule.startsWith('@')) this.addRule(selector, declarations(inside));
        else if (nested < DEEPEST_RULES && holdsOnScreen(rule)) this.addRules(inside, nested + 1);
      } else if (text[at] === ';' && depth === 0) from = at + 1;
    }
  }

  private addRule(selectors: string, declared: Declarations): void {
    if (![...declared.keys()].some((name) => READ.test(name))) return;
    for (const selector of selectors.split(',')) {
      const match = /^([a-z][a-z0-9]*)?(?:\.([\w-]+)|#([\w-]+))?$/i.exec(selector.trim());
      if (!match || selector.trim() === '' || this.rules.length > MOST_RULES) continue;
      this.rules.push({ tag: match[1]?.toLowerCase(), className: match[2], id: match[3], declared });
    }
  }

  /** What is declared for an element, its own style last. */
  of(element: HtmlElement): Declarations {
    const own = attribute(element, 'style');
    const found = new Map<string, string>();
    if (this.rules.length > 0) {
      const classes = (attribute(element, 'class') ?? '').split(/\s+/);
      const id = attribute(element, 'id');
      for (const rule of this.rules) {
        if (rule.tag !== undefined && rule.tag !== element.tagName) continue;
        if (rule.className !== undefined && !classes.includes(rule.className)) continue;
        if (rule.id !== undefined && rule.id !== id) continue;
        for (const [name, value] of rule.declared) found.set(name, value);
      }
    }
    if (own !== undefined) for (const [name, value] of declarations(own)) found.set(name, value);
    return found;
  }
}

const LONGEST_SHEET = 200_000;
const MOST_RULES = 400;
const READ =
  /^(?:display|visibility|font-weight|font-family|font-size|vertical-align|white-space|list-style|mso-)/;

/** Width of the window that a page is thought to be read in, CSS pixels. */
const SCREEN_WIDTH = 1280;
const DEEPEST_RULES = 4;

/** True for `@media` whose query holds on an ordinary screen (Media Queries 3), and for `@supports` and `@layer`. */
function holdsOnScreen(rule: string): boolean {
  if (/^@(?:supports|layer)\b/i.test(rule)) return true;
  const queries = /^@media\b([\s\S]*)$/i.exec(rule)?.[1];
  return queries?.split(',').some(queryHolds) === true;
}

function queryHolds(query: string): boolean {
  const text = query.toLowerCase();
  if (/\bnot\b|\b(?:print|speech|aural|handheld|tty|tv)\b/.test(text)) return false;
  for (const [, bound, value, unit] of text.matchAll(/\((min|max)-width\s*:\s*([\d.]+)\s*(px|r?em)?\s*\)/g)) {
    const width = Number(value) * (unit?.endsWith('em') ? 16 : 1);
    if (bound === 'min' ? width > SCREEN_WIDTH : width < SCREEN_WIDTH) return false;
  }
  return !/prefers-|\bmonochrome\b|-width\s*:\s*[^\d\s]/.test(text);
}

/** What is there but is not seen. */
function isHidden(declared: Declarations): boolean {
  return (
    declared.get('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(declared.get('visibility') ?? '') ||
    declared.get('mso-hide') === 'all' ||
    declared.get('mso-element') === 'comment-list' ||
    declared.get('content-visibility') === 'hidden' ||
    /^0(?:\.0+)?$/.test(declared.get('opacity') ?? '')
  );
}

/** Bold by weight: undefined where nothing is said. */
export function isBold(declared: Declarations): boolean | undefined {
  const weight = declared.get('font-weight');
  if (weight === undefined || /^(?:inherit|initial|unset)$/.test(weight)) return undefined;
  return /^bold/.test(weight) || Number(weight) >= 600;
}
