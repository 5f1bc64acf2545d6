import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Deck } from '../../deck/plan/types.ts';
import type { Ratio } from '../../deck/show/line-room.ts';
import { frameAttributes } from '../../page/carried-pages.ts';

/** One slide of a deck as the audience sees it, small: the deck page in a frame that hears no keys. */
@customElement('mirror-slide')
export class MirrorSlide extends LitElement {
  static override styles = css`
    :host { display: block; position: relative; overflow: hidden; border-radius: 6px; background: #000; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; pointer-events: none; }
  `;

  @property({ attribute: false }) deck: Deck | undefined;
  @property() base = '';
  @property() ratio: Ratio = '16:9';
  /** Id of the slide. */
  @property() slideId = '';
  /** What the slide is, for those who do not see it. */
  @property() label = '';
  @query('iframe') private readonly frame!: HTMLIFrameElement;
  private loaded = false;

  protected override render() {
    const { src, srcdoc } = frameAttributes('deck', { view: 'mirror', ratio: this.ratio });
    return html`<iframe src=${ifDefined(src)} srcdoc=${ifDefined(srcdoc)} title=${this.label} tabindex="-1" @load=${this.ready}></iframe>`;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('ratio')) this.loaded = false;
    const [wide, high] = this.ratio.split(':').map(Number) as [number, number];
    this.style.setProperty('--ratio', String(wide / high));
    this.style.aspectRatio = 'var(--ratio)';
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('deck') || changed.has('base')) void this.show();
    else if (changed.has('slideId')) this.go();
  }

  private ready(): void {
    this.loaded = true;
    void this.show();
  }

  private async show(): Promise<void> {
    const api = this.loaded ? this.frame.contentWindow?.jiangtaiDeck : undefined;
    if (!api || !this.deck) return;
    await api.ready;
    await api.show(this.deck, { baseUrl: this.base });
    this.go();
  }

  private go(): void {
    if (this.loaded) this.frame.contentWindow?.jiangtaiDeck?.go(this.slideId);
  }
}
