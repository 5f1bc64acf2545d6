import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Language } from '../../i18n/language.ts';
import { frameAttributes } from '../../page/carried-pages.ts';
import type { Shown } from '../link/stage-link.ts';

/**
 * All slides over the console, to choose one: the deck page in a frame. Fires `slide-chosen` (CustomEvent<string>, the slide's id)
 * and `chooser-closed`.
 */
@customElement('slide-chooser')
export class SlideChooser extends LitElement {
  static override styles = css`
    :host { display: block; position: relative; min-height: 0; background: #2b2a29; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; color-scheme: light; }
  `;

  @property({ attribute: false }) shown: Shown | undefined;
  @property() language: Language = 'en';
  /** Id of the slide that is shown. */
  @property() current = '';
  @property() label = '';
  @query('iframe') private readonly frame!: HTMLIFrameElement;
  private loaded = false;

  protected override render() {
    const { src, srcdoc } = frameAttributes('deck', { view: 'grid', ratio: this.shown?.ratio ?? '16:9' });
    return html`<iframe src=${ifDefined(src)} srcdoc=${ifDefined(srcdoc)} title=${this.label} @load=${this.ready}></iframe>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('shown')) void this.show();
    else if (changed.has('current') && this.loaded) this.frame.contentWindow?.jiangtaiDeck?.go(this.current);
  }

  private ready(): void {
    const { contentWindow } = this.frame;
    if (!contentWindow) return;
    this.loaded = true;
    contentWindow.addEventListener('jiangtai-slide', ({ detail }) => {
      if (detail.byHand) this.dispatchEvent(new CustomEvent('slide-chosen', { detail: detail.id }));
    });
    contentWindow.addEventListener('keydown', (event) => {
      const closes = event.key === 'Escape' || event.code === 'KeyG';
      const turns = event.key === 'PageDown' || event.key === 'PageUp';
      if (!closes && !turns) return;
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('chooser-closed'));
      // A clicker moves the show, whatever has the keys.
      if (turns) window.dispatchEvent(new KeyboardEvent('keydown', event));
    });
    void this.show();
  }

  private async show(): Promise<void> {
    const api = this.loaded ? this.frame.contentWindow?.jiangtaiDeck : undefined;
    const { shown, language } = this;
    if (!api || !shown) return;
    api.go(this.current);
    await api.show(shown.silent, { baseUrl: shown.baseUrl, language });
    api.go(this.current);
    this.frame.contentWindow?.focus();
    this.frame.contentDocument?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }
}
