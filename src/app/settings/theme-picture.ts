import { html, LitElement, type PropertyValues, render } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Deck } from '../../deck/plan/types.ts';
import base from '../../deck/show/base.css?inline';
import { SLIDE_SIZES } from '../../deck/show/slide-size.ts';
import { sectionsOf } from '../../deck/show/slides.ts';
import { themeSheets } from '../../page/theme-sheet.ts';
import '../../fonts/faces.css';

/** In the app, rules for the slide pages' root element hold for the element around the picture. */
const forHost = (css: string): string =>
  css.replace(/:root(\[[^\]]*\])?/g, (_, attribute?: string) =>
    attribute ? `:host(${attribute})` : ':host',
  );

const themes = themeSheets(
  import.meta.glob<string>('/themes/*/deck.css', { query: '?inline', import: 'default' }),
);
const sheets = new Map<string, Promise<CSSStyleSheet>>();

function sheetOf(id: string, css: Promise<string>): Promise<CSSStyleSheet> {
  const known = sheets.get(id);
  if (known) return known;
  const made = css.then((text) => new CSSStyleSheet().replace(forHost(text)));
  sheets.set(id, made);
  return made;
}

/** The picture's own rules; behind those of the slides. */
const FRAME = `
  :host { display: block; position: relative; overflow: hidden; contain: strict; background: var(--paper); }
  .reveal { position: absolute; inset: 0 auto auto 0; width: var(--width); height: var(--height); transform-origin: 0 0; transform: scale(var(--scale)); pointer-events: none; }
  .reveal section { display: block; width: 100%; height: 100%; }
`;

/** The first slide of a deck in a theme, as small as the element is wide: the same drawing as on the slides, in a shadow tree. */
@customElement('theme-picture')
export class ThemePicture extends LitElement {
  @property({ attribute: false }) deck: Deck | undefined;
  /** Id of a theme. */
  @property() theme = '';

  private readonly observer = new ResizeObserver(() => this.fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theme')) void this.dress();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const { deck, renderRoot } = this;
    if (!deck) return;
    this.dataset.ratio = deck.ratio;
    const { width, height } = SLIDE_SIZES[deck.ratio];
    this.style.setProperty('--width', `${width}px`);
    this.style.setProperty('--height', `${height}px`);
    this.style.aspectRatio = `${width} / ${height}`;
    this.fit();
    const options = { ratio: deck.ratio, baseUrl: '', fragments: false };
    const [first] = sectionsOf({ ...deck, slides: deck.slides.slice(0, 1) }, options);
    render(
      html`<div class="reveal" lang=${deck.lang}><div class="slides">${first}</div></div>`,
      renderRoot as ShadowRoot,
    );
  }

  private async dress(): Promise<void> {
    const { theme, renderRoot } = this;
    const found = await Promise.all([
      sheetOf('', Promise.resolve(base)),
      sheetOf(theme, themes[theme]?.() ?? Promise.resolve('')),
      sheetOf('frame', Promise.resolve(FRAME)),
    ]);
    if (theme === this.theme) (renderRoot as ShadowRoot).adoptedStyleSheets = found;
  }

  private fit(): void {
    const width = this.deck && SLIDE_SIZES[this.deck.ratio].width;
    if (width) this.style.setProperty('--scale', String(this.clientWidth / width));
  }
}
