import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SearchHit, SpeechEntry, SpeechListing } from '../../library/protocol.ts';
import { searchWords } from '../../library/text-search.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import type { MenuItem } from '../ui/menu-button.ts';
import { inOrder, type ListOrder, ORDERS, shortTime } from './list-order.ts';
import { scriptInsensitiveQuery } from './script-insensitive-query.ts';
import { speechListStyles } from './speech-list-styles.ts';
import '../ui/menu-button.ts';

/** A search in the texts begins when typing has paused this long, ms; names are searched at once. */
const SEARCH_PAUSE = 150;

/** What a person can do with one speech: `detail` of `speech-asked`. */
export interface SpeechWish {
  readonly what: 'rename' | 'duplicate' | 'remove' | 'versions' | 'save-as';
  readonly name: string;
}

/**
 * The speeches: searched, put in order, opened. Fires `speech-chosen` (CustomEvent<string>, name),
 * `speech-asked` (CustomEvent<SpeechWish>), `new-speech`, `open-files`, `list-asked` (CustomEvent<string>, an item
 * of the list's own menu).
 */
@customElement('speech-list')
export class SpeechList extends LitElement {
  static override styles = [controls, speechListStyles];

  @property({ attribute: false }) listing: SpeechListing | undefined;
  @property() current = '';
  /** Title of the open speech, as it is while it is edited. */
  @property({ attribute: 'current-title' }) currentTitle = '';
  /** Searches the texts. */
  @property({ attribute: false }) search: ((query: string) => Promise<readonly SearchHit[]>) | undefined;

  @state() private sought = '';
  /** What the search in the texts found; undefined while it has not answered. */
  @state() private hits: ReadonlyMap<string, SearchHit> | undefined;
  @state() private order: ListOrder = ORDERS.find((order) => order === preference('list-order')) ?? 'name';
  @query('input[type="search"]') private readonly field!: HTMLInputElement;

  private readonly words = new LanguageController(this);
  private searchTimer: ReturnType<typeof setTimeout> | undefined;

  protected override render() {
    const { t, language } = this.words;
    const speeches = this.listing?.speeches;
    const shown = inOrder(speeches ?? [], this.order, language).filter(this.found);
    const next = this.order === 'name' ? 'changed' : 'name';
    const sortLabel = t(`list.order.${this.order}`, { other: t(`list.order.to.${next}`) });
    return html`
      <header>
        <h2 id="heading" class="unseen">${t('pane.list')}</h2>
        <button class="button small quiet" data-testid="button-new" title=${t('list.new.hint')}
          @click=${() => this.fire('new-speech', undefined)}>${icons.plus}${t('list.new')}</button>
        <button class="button small quiet" data-testid="button-open" title=${t('list.open.hint')}
          @click=${() => this.fire('open-files', undefined)}>${icons.open}${t('list.open')}</button>
        <menu-button data-testid="list-menu" label=${t('list.more')} .items=${this.listMenu()}
          @menu-chosen=${(event: CustomEvent<string>) => this.fire('list-asked', event.detail)}></menu-button>
      </header>
      <div class="tools" role="search">
        <span class="search">${icons.search}<input type="search" data-testid="list-search" autocomplete="off" spellcheck="false"
          aria-label=${t('list.search')} placeholder=${t('list.search')} .value=${this.sought}
          @input=${this.searched} @keydown=${this.fieldKeyed} /></span>
        <button class="button quiet square" data-testid="list-order" aria-label=${sortLabel} title=${sortLabel}
          @click=${() => this.sortBy(next)}>${this.order === 'name' ? icons['sort-name'] : icons['sort-time']}</button>
      </div>
      <nav aria-labelledby="heading">
        ${
          speeches?.length === 0
            ? html`<p class="empty">${t('list.empty')}</p>`
            : html`<ul @keydown=${this.rowsKeyed}>${repeat(shown, (entry) => entry.name, this.row)}</ul>`
        }
        <p class="none" role="status">${this.sought === '' ? nothing : this.countSentence(shown.length)}</p>
      </nav>
      <footer>${this.listing ? (this.listing.folder ? t('list.folder', { folder: this.listing.folder }) : t('list.browser')) : nothing}</footer>
    `;
  }

  private listMenu(): readonly MenuItem[] {
    const { t } = this.words;
    return [
      { id: 'export', label: t('archive.export') },
      { id: 'import', label: t('archive.import') },
      { id: 'removed', label: t('list.removed'), apart: true },
    ];
  }

  private rowMenu(): readonly MenuItem[] {
    const { t } = this.words;
    return [
      { id: 'rename', label: t('list.rename'), key: 'F2' },
      { id: 'duplicate', label: t('list.duplicate') },
      { id: 'versions', label: t('list.versions') },
      { id: 'save-as', label: t('own.save-as') },
      { id: 'remove', label: t('list.remove'), key: 'Del', danger: true, apart: true },
    ];
  }

  private readonly row = ({ name, title, modified }: SpeechEntry) => {
    const { t, language } = this.words;
    const current = name === this.current;
    const shown = (current && this.currentTitle) || title || t('app.untitled');
    const excerpt = this.hits?.get(name)?.excerpt;
    return html`<li>
      <a href="#file=${encodeURIComponent(name)}" data-testid="speech-item" data-name=${name}
        aria-current=${current ? 'page' : nothing}
        @click=${(event: MouseEvent) => this.clicked(event, name)}>
        <span class="title">${shown}</span>
        ${excerpt ? html`<span class="excerpt">${excerpt.before}<mark>${excerpt.match}</mark>${excerpt.after}</span>` : nothing}
        <span class="facts"><span class="name">${name}</span><span class="time">${shortTime(modified, Date.now(), language)}</span></span>
      </a>
      <menu-button label=${t('list.actions', { name: shown })} .items=${this.rowMenu()}
        @menu-chosen=${(event: CustomEvent<SpeechWish['what']>) => this.ask(event.detail, name)}></menu-button>
    </li>`;
  };

  private readonly found = ({ name, title }: SpeechEntry): boolean => {
    if (this.sought === '') return true;
    const here = `${name} ${title}`.toLowerCase();
    return (
      searchWords(this.sought).every((forms) => forms.some((form) => here.includes(form))) ||
      this.hits?.has(name) === true
    );
  };

  private countSentence(count: number): string {
    const { t, number } = this.words;
    if (count > 0) return t('list.found', { count: number(count) });
    return this.hits ? t('list.found.none', { query: this.sought }) : '';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    // A speech that was renamed is found under its new name.
    if (changed.has('listing') && this.hits) void this.searchTexts(this.sought);
  }

  private readonly searched = () => {
    this.seek(this.field.value.trim());
  };

  private seek(query: string): void {
    this.sought = query;
    this.hits = undefined;
    clearTimeout(this.searchTimer);
    if (query !== '') this.searchTimer = setTimeout(() => void this.searchTexts(query), SEARCH_PAUSE);
  }

  private async searchTexts(query: string): Promise<void> {
    // A failed search of texts is not announced here; names are still found.
    const hits = (await this.search?.(await scriptInsensitiveQuery(query)).catch(() => [])) ?? [];
    if (query === this.sought) this.hits = new Map(hits.map((hit) => [hit.name, hit]));
  }

  private sortBy(order: ListOrder): void {
    this.order = order;
    setPreference('list-order', order);
  }

  private readonly fieldKeyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.sought !== '') this.seek('');
    else if (event.key === 'ArrowDown') this.links[0]?.focus();
    else if (event.key === 'Enter' && this.sought !== '') this.links[0]?.click();
    else return;
    event.preventDefault();
  };

  private readonly rowsKeyed = (event: KeyboardEvent) => {
    const link = event.target as HTMLElement;
    const name = link.dataset.name;
    if (name === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { links } = this;
    const at = links.indexOf(link);
    if (event.key === 'F2') this.ask('rename', name);
    else if (event.key === 'Delete') this.ask('remove', name);
    else if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp') (links[at - 1] ?? this.field).focus();
    else if (event.key === 'Home') links[0]?.focus();
    else if (event.key === 'End') links.at(-1)?.focus();
    else return;
    event.preventDefault();
  };

  /** Gives the keyboard to a speech: its row is a new one after it got another name. */
  async focusOn(name: string): Promise<void> {
    await this.updateComplete;
    this.links.find((link) => link.dataset.name === name)?.focus();
  }

  private get links(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('a[data-name]')];
  }

  /** Gives the keyboard to the speech beside one. */
  private leave(name: string): void {
    const { links } = this;
    const at = links.findIndex((link) => link.dataset.name === name);
    (links[at + 1] ?? links[at - 1] ?? this.field).focus();
  }

  private clicked(event: MouseEvent, name: string): void {
    // A new tab or window is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.fire('speech-chosen', name);
  }

  private ask(what: SpeechWish['what'], name: string): void {
    // The keyboard stays in the list.
    if (what === 'remove') this.leave(name);
    this.fire('speech-asked', { what, name } satisfies SpeechWish);
  }

  private fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
