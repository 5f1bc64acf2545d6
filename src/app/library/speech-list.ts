import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SpeechEntry, SpeechListing } from '../../store/protocol.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';
import { icons } from '../look/icons.ts';

/**
 * The speeches of the folder. Fires `speech-chosen` (CustomEvent<string>, name), `new-speech` and
 * `files-chosen` (CustomEvent<File[]>).
 */
@customElement('speech-list')
export class SpeechList extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100%; min-height: 0; background: var(--paper); }
      header { display: flex; align-items: center; justify-content: space-between; padding: 6px 10px 6px 16px; min-height: 45px; border-bottom: 1px solid var(--line); }
      h2 { margin: 0; margin-inline-end: auto; font-size: 15px; font-weight: 600; }
      input { display: none; }
      nav { overflow-y: auto; }
      ul { list-style: none; margin: 0; padding: 8px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; }
      a {
        display: block; padding: 8px 10px; border-radius: var(--round); color: inherit; text-decoration: none; cursor: pointer;
      }
      a:hover { background: var(--surface-sunk); }
      a[aria-current] { background: var(--surface); box-shadow: inset 3px 0 0 var(--accent), 0 0 0 1px var(--line); }
      .title {
        display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
        font-size: 14px; line-height: 1.45; overflow-wrap: anywhere;
      }
      a[aria-current] .title { font-weight: 600; }
      .name { display: block; margin-top: 2px; font-size: 12px; color: var(--ink-faint); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .empty { padding: 16px; color: var(--ink-soft); line-height: 1.7; }
      footer { padding: 8px 16px; border-top: 1px solid var(--line); font-size: 12px; color: var(--ink-faint); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    `,
  ];

  @property({ attribute: false }) listing: SpeechListing | undefined;
  @property() current = '';
  /** Title of the open speech, as it is while it is edited. */
  @property({ attribute: 'current-title' }) currentTitle = '';

  @query('input') private readonly files!: HTMLInputElement;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    const speeches = this.listing?.speeches;
    return html`
      <header>
        <h2 id="heading">${t('pane.list')}</h2>
        <button class="button small quiet" data-testid="button-new" title=${t('list.new.hint')}
          @click=${() => this.fire('new-speech', undefined)}>${icons.plus}${t('list.new')}</button>
        <button class="button small quiet" data-testid="button-open" title=${t('list.open.hint')}
          @click=${() => this.files.click()}>${icons.open}${t('list.open')}</button>
        <input type="file" multiple accept=".txt,.md,.docx,.html,.htm" data-testid="open-files" tabindex="-1"
          aria-hidden="true" @change=${this.filesChosen} />
      </header>
      <nav aria-labelledby="heading">
        ${
          speeches?.length === 0
            ? html`<p class="empty">${t('list.empty')}</p>`
            : html`<ul>${repeat(speeches ?? [], (entry) => entry.name, this.row)}</ul>`
        }
      </nav>
      <footer>${this.listing ? (this.listing.folder ? t('list.folder', { folder: this.listing.folder }) : t('list.browser')) : nothing}</footer>
    `;
  }

  private readonly row = ({ name, title }: SpeechEntry) => {
    const current = name === this.current;
    const shown = (current && this.currentTitle) || title || this.words.t('app.untitled');
    return html`<li>
      <a href="#file=${encodeURIComponent(name)}" data-testid="speech-item" data-name=${name}
        aria-current=${current ? 'page' : nothing}
        @click=${(event: MouseEvent) => this.clicked(event, name)}>
        <span class="title">${shown}</span>
        <span class="name">${name}</span>
      </a>
    </li>`;
  };

  private readonly filesChosen = () => {
    const files = [...(this.files.files ?? [])];
    // The same file can be chosen again.
    this.files.value = '';
    if (files.length > 0) this.fire('files-chosen', files);
  };

  private clicked(event: MouseEvent, name: string): void {
    // A new tab or window is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.fire('speech-chosen', name);
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
