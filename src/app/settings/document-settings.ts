import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SlideCounts } from '../../compile/compile.ts';
import type { Deck } from '../../deck/plan/types.ts';
import { listThemes } from '../../deck/themes.ts';
import type { Settings } from '../../speech/settings.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import {
  handoutRows,
  type SettingChoice,
  type SettingRow,
  settingChoice,
  sharedRows,
  slideRows,
} from './setting-rows.ts';
import { settingsStyles } from './settings-styles.ts';
import './theme-picture.ts';

const TABS = ['slides', 'handout'] as const;
type Tab = (typeof TABS)[number];

/** Rows whose options are too long for three in a line. */
const LONG = ['layout', 'size', 'pitch', 'fonts', 'ratio'];

/**
 * The panel 版式 beside slides and handout: theme, amount, paper, script, pace. Each choice is kept in the document.
 * Fires `setting-chosen` (CustomEvent<SettingChoice>) and `settings-closed`.
 */
@customElement('document-settings')
export class DocumentSettings extends LitElement {
  static override styles = [controls, settingsStyles];

  @property({ attribute: false }) settings: Settings = {};
  /** The slides: its first is the picture of each theme. */
  @property({ attribute: false }) deck: Deck | undefined;
  /** Number of slides of each density, once they are counted. */
  @property({ attribute: false }) counts: SlideCounts | undefined;
  /** Names of the faces the handout is set in. */
  @property({ attribute: false }) faces: readonly string[] = [];
  @state() private tab: Tab = 'slides';

  private readonly words = new LanguageController(this);

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  protected override render() {
    const { t } = this.words;
    const { tab, settings, faces } = this;
    const rows = tab === 'slides' ? slideRows(settings) : handoutRows(settings);
    return html`
      <header>
        <h2>${t('settings.title')}</h2>
        <button class="button quiet close" data-testid="settings-close" aria-label=${t('settings.close')} title=${t('settings.close')}
          @click=${this.close}>${icons.close}</button>
        <div class="tabs" role="tablist" aria-label=${t('settings.tabs')} @keydown=${this.tabKeyed}>${TABS.map(
          (one) => html`<button role="tab" id="tab-${one}" data-testid="settings-${one}" aria-controls="rows"
            aria-selected=${one === tab} tabindex=${one === tab ? 0 : -1} @click=${() => this.show(one)}>${t(`settings.tab.${one}`)}</button>`,
        )}</div>
      </header>
      <div class="rows" id="rows" role="tabpanel" aria-labelledby="tab-${tab}">
        ${repeat(rows, ({ path }) => path.join(), this.row)}
        ${tab === 'handout' && faces.length > 0 ? html`<p data-testid="faces">${t('settings.faces', { faces: faces.join('、') })}</p>` : nothing}
        <div class="shared">
          <h3>${t('settings.both')}</h3>
          ${repeat(sharedRows(settings), ({ path }) => path.join(), this.row)}
        </div>
        <p>${t('settings.kept')}</p>
      </div>`;
  }

  private readonly row = (row: SettingRow) => {
    const { t } = this.words;
    const { path, label, value, choices } = row;
    const id = `setting-${path.join('-')}`;
    switch (row.control) {
      case 'themes':
        return this.themes(row);
      case 'switch':
        return html`<label class="row"><span>${t(label)}</span>
          <input type="checkbox" role="switch" class="switch" data-testid=${id} .checked=${live(value === 'true')}
            @change=${(event: Event) => this.choose(row, String((event.target as HTMLInputElement).checked))}></label>`;
      case 'list':
        return html`<label class="row"><span>${t(label)}</span>
          <select data-testid=${id} @change=${(event: Event) => this.choose(row, (event.target as HTMLSelectElement).value)}>
            ${choices.map((choice) => html`<option value=${choice} .selected=${live(choice === value)}>${this.nameOf(row, choice)}</option>`)}
          </select></label>`;
      case 'options':
        return html`<fieldset data-testid=${id}><legend>${t(label)}</legend>
          <div class="options ${LONG.includes(path.at(-1)!) ? 'long' : ''}">${choices.map(
            (choice) =>
              html`<label class="option">${this.radio(row, choice)}<span>${this.nameOf(row, choice)}</span>${this.count(row, choice)}</label>`,
          )}</div></fieldset>`;
    }
  };

  private themes(row: SettingRow) {
    const { t, language } = this.words;
    return html`<fieldset data-testid="setting-theme"><legend>${t(row.label)}</legend>
      <div class="themes">${listThemes().map(
        ({ id, name }) => html`<label class="theme">${this.radio(row, id)}
          <span class="picture" aria-hidden="true"><theme-picture theme=${id} .deck=${this.deck}></theme-picture></span>
          <span>${name[language as keyof typeof name] ?? name.en}</span></label>`,
      )}</div>
      <p><a href="./themes.html?language=${language}" target="_blank" data-testid="settings-themes">${t('settings.themes.all')}</a></p>
    </fieldset>`;
  }

  private radio(row: SettingRow, choice: string) {
    return html`<input type="radio" name=${row.path.join('-')} value=${choice} .checked=${live(choice === row.value)}
      @change=${() => this.choose(row, choice)}>`;
  }

  /** The number of slides each density gives. */
  private count({ path }: SettingRow, choice: string) {
    const { counts } = this;
    if (path.at(-1) !== 'density' || !counts) return nothing;
    return html`<small>${this.words.t('settings.density.count', { count: counts[choice as keyof SlideCounts] })}</small>`;
  }

  private nameOf({ path, label }: SettingRow, choice: string): string {
    const { t } = this.words;
    if (path[0] === 'rate') return t('settings.rate.value', { rate: choice });
    return t(`${label}.${choice}` as MessageKey);
  }

  private choose(row: SettingRow, chosen: string): void {
    const detail: SettingChoice = settingChoice(row, chosen);
    this.dispatchEvent(new CustomEvent('setting-chosen', { detail, bubbles: true, composed: true }));
  }

  private show(tab: Tab): void {
    this.tab = tab;
  }

  private async tabKeyed(event: KeyboardEvent): Promise<void> {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    this.show(TABS.find((tab) => tab !== this.tab)!);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('settings-closed', { bubbles: true, composed: true }));
  }
}
