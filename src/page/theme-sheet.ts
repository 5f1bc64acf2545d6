/** Style sheets by theme id; each is fetched when a page first asks for its theme. */
export type ThemeSheets = Readonly<Record<string, () => Promise<string>>>;

/**
 * Sheets of one kind of output, by theme id.
 *
 * @param found what `import.meta.glob` gives for `/themes/*\/NAME.css`, each imported as text
 */
export function themeSheets(found: Readonly<Record<string, () => Promise<string>>>): ThemeSheets {
  return Object.fromEntries(Object.entries(found).map(([path, load]) => [path.split('/').at(-2)!, load]));
}

/**
 * The theme's style sheet of a page. It stands last in the head, so that of equal selectors the theme's win.
 */
export class ThemeSheet {
  readonly #element = document.createElement('style');

  /** @param fallback id of the theme that is used in place of an unknown one */
  constructor(
    private readonly sheets: ThemeSheets,
    private readonly fallback: string,
  ) {
    document.head.append(this.#element);
  }

  /** Resolves when the page has the theme's styles. */
  async use(id: string): Promise<void> {
    const known = Object.hasOwn(this.sheets, id) ? id : this.fallback;
    if (this.#element.dataset.theme === known) return;
    const css = (await this.sheets[known]?.()) ?? '';
    document.head.append(this.#element);
    this.#element.textContent = css;
    this.#element.dataset.theme = known;
  }
}
