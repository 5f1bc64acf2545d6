import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import type { Deck } from '../deck/plan/types.ts';
import type { Ratio } from '../deck/show/line-room.ts';
import { showLanguage } from '../deck/show/messages.ts';
import { listThemes, type Theme } from '../deck/themes.ts';
import { GALLERY_MESSAGES } from './messages.ts';
import { sampleDecks } from './sample-decks.ts';
import { specimenDeck } from './specimen.ts';

const RATIOS: readonly Ratio[] = ['16:9', '4:3'];

/** All layouts of all themes in both ratios. */
@customElement('theme-gallery')
export class ThemeGallery extends LitElement {
  static override styles = css`
    :host { display: block; max-width: 1500px; margin: 0 auto; padding: 40px 24px 80px; color: #1f1d1b; font: 400 17px/1.6 var(--hei); line-break: strict; text-autospace: normal; }
    h1 { margin: 0; font: 700 40px/1.3 var(--xbs); }
    h2 { margin: 56px 0 4px; font: 700 30px/1.3 var(--xbs); display: flex; align-items: baseline; gap: 18px; flex-wrap: wrap; }
    h2 small { font: 400 16px/1.4 var(--hei); color: #5c5751; }
    h3 { margin: 18px 0 4px; font: 500 16px/1.4 var(--hei); color: #5c5751; }
    p { margin: 8px 0 0; max-width: 50em; }
    .colours { display: flex; gap: 6px; align-self: center; }
    .colours span { width: 26px; height: 26px; border-radius: 50%; box-shadow: inset 0 0 0 1px rgb(0 0 0 / 20%); }
    iframe { display: block; width: 100%; height: 300px; border: 0; }
  `;

  /** Undefined until the speeches are compiled. */
  @state() private specimen: Deck | undefined;
  private readonly language = showLanguage(new URLSearchParams(location.search).get('language'));
  private readonly filled = new WeakSet<HTMLIFrameElement>();

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    document.title = GALLERY_MESSAGES.title[this.language];
    void sampleDecks().then((decks) => {
      this.specimen = specimenDeck(decks);
    });
  }

  protected override render() {
    const { language, specimen } = this;
    const ids = listThemes()
      .map((theme) => theme.id)
      .join(' | ');
    return html`
      <h1>${GALLERY_MESSAGES.title[language]}</h1>
      <p>${GALLERY_MESSAGES.about[language].replace('{ids}', ids)}</p>
      ${specimen ? listThemes().map((theme) => this.theme(theme, { ...specimen, theme: theme.id })) : nothing}
    `;
  }

  private theme({ id, name, colours }: Theme, deck: Deck) {
    return html`<section id=${id}>
      <h2>${name[this.language as keyof typeof name]}<small>${id}</small>
        <span class="colours">${Object.values(colours).map((colour) => html`<span style="background: ${colour}"></span>`)}</span></h2>
      ${RATIOS.map(
        (ratio) => html`<h3>${ratio}</h3>
          <iframe title="${id} ${ratio}" src="./deck.html?view=sheets&ratio=${encodeURIComponent(ratio)}"
            @load=${(event: Event) => this.fill(event.target as HTMLIFrameElement, deck)}
            ${ref((frame) => frame && this.follow(frame as HTMLIFrameElement))}></iframe>`,
      )}
    </section>`;
  }

  private async fill(frame: HTMLIFrameElement, deck: Deck): Promise<void> {
    const api = frame.contentWindow?.jiangtaiDeck;
    await api?.ready;
    await api?.show(deck, { baseUrl: new URL('./', document.baseURI).href, language: this.language });
    this.fit(frame);
    frame.dataset.filled = 'true';
  }

  /** A frame is as high as what is in it, at every width. */
  private follow(frame: HTMLIFrameElement): void {
    if (this.filled.has(frame)) return;
    this.filled.add(frame);
    new ResizeObserver(() => this.fit(frame)).observe(this);
  }

  private fit(frame: HTMLIFrameElement): void {
    const content = frame.contentDocument?.querySelector('.overview');
    if (content) frame.style.height = `${Math.ceil(content.getBoundingClientRect().height)}px`;
  }
}
