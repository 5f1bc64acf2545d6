import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../i18n/language.ts';
import { LanguageController, setLanguage } from '../i18n/language-controller.ts';
import { chosenLook, LOOKS, setLook } from '../preferences/appearance.ts';
import type { SaveState } from '../session/session-state.ts';
import { controls } from '../ui/controls.ts';
import { icons, nameMark } from '../ui/icons.ts';
import { EXPORT_KINDS, type ExportKind } from './export-kinds.ts';
import '../ui/menu-button.ts';

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['zh-Hans', '简体'],
  ['zh-Hant', '繁體'],
  ['en', 'English'],
];

/**
 * Name, title, where the text stands, and the two things a speech is for.
 * Fires `present`, `print`, `export` (CustomEvent<ExportKind>), `toggle-list`, `show-keys`. Its slot stands beside the title.
 */
@customElement('app-header')
export class AppHeader extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: flex; align-items: center; gap: 10px; height: 56px; padding: 0 14px; background: var(--surface); border-bottom: 1px solid var(--line); }
      .mark { display: flex; align-items: center; gap: 9px; }
      .mark svg { display: block; }
      h1 { margin: 0; font-size: 18px; font-weight: 700; letter-spacing: 0.12em; }
      :host(:lang(en)) h1 { letter-spacing: 0.01em; }
      .rule { width: 1px; height: 26px; background: var(--line); margin: 0 4px; }
      .title { min-width: 0; display: grid; flex: 0 1 auto; }
      .title strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 15px; font-weight: 600; line-height: 1.3; }
      .save { display: inline-flex; align-items: center; gap: 5px; font-size: 12px; line-height: 1.35; color: var(--ink-soft); white-space: nowrap; }
      .save::before { content: ""; width: 7px; height: 7px; border-radius: 50%; background: var(--good); }
      .save[data-state="unsaved"]::before, .save[data-state="saving"]::before { background: var(--repair); }
      .save[data-state="failed"], .save[data-state="conflict"], .save[data-state="unkept"] { color: var(--bad); }
      .save[data-state="failed"]::before, .save[data-state="conflict"]::before, .save[data-state="unkept"]::before { background: var(--bad); }
      .space { flex: 1; }
      .tools { display: flex; align-items: center; gap: 8px; }
      select { min-height: 34px; max-width: 92px; field-sizing: content; padding: 0 4px; border: 1px solid transparent; border-radius: var(--round); background: none; color: var(--ink-soft); cursor: pointer; }
      select option { background: var(--surface); color: var(--ink); }
      select:hover { background: var(--surface-sunk); }
      .square { width: 34px; padding: 0; color: var(--ink-soft); }
      @media (max-width: 760px) {
        :host { gap: 6px; padding: 0 10px; }
        h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .rule, .toggle-list, .print-label { display: none; }
        .print { width: 38px; padding: 0; }
      }
      @media (max-height: 500px) {
        :host { height: 44px; }
      }
      /* A page at twice its size on a laptop is wider than that and has all of them. */
      @media (max-width: 520px) {
        .aside { display: none; }
      }
    `,
  ];

  @property({ attribute: 'document-title' }) documentTitle = '';
  /** `unkept`: nothing survives the closing of the page. */
  @property({ attribute: 'save-state' }) saveState: SaveState | 'unkept' | '' = '';
  @property({ type: Boolean }) ready = false;
  @property({ type: Boolean, attribute: 'list-hidden' }) listHidden = false;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t, language } = this.words;
    const look = chosenLook();
    const next = LOOKS[(LOOKS.indexOf(look) + 1) % LOOKS.length]!;
    const lookIcon = { auto: icons.auto, light: icons.sun, dark: icons.moon }[look];
    const listLabel = t(this.listHidden ? 'pane.list.show' : 'pane.list.hide');
    return html`
      <button class="button quiet square toggle-list" aria-label=${listLabel} title=${listLabel}
        aria-expanded=${!this.listHidden} @click=${() => this.fire('toggle-list')}>${icons.list}</button>
      <div class="mark">${nameMark}<h1>${t('app.name')}</h1></div>
      <span class="rule"></span>
      <div class="title">
        <strong data-testid="document-title">${this.documentTitle}</strong>
        ${
          this.saveState
            ? html`<span class="save" data-testid="save-state" data-state=${this.saveState} role="status">${t(`save.${this.saveState}`)}</span>`
            : ''
        }
      </div>
      <slot></slot>
      <span class="space"></span>
      <div class="tools">
        <button class="button quiet square aside" aria-label=${t('keys.title')} title="${t('keys.title')}（F1）"
          data-testid="button-keys" @click=${() => this.fire('show-keys')}>${icons.keyboard}</button>
        <button class="button quiet square aside" aria-label=${t(`app.look.${look}`)} title=${t(`app.look.${look}`)}
          data-testid="button-look" @click=${() => this.look(next)}>${lookIcon}</button>
        <select class="aside" aria-label=${t('app.language')} title=${t('app.language')} data-testid="select-language"
          @change=${(event: Event) => setLanguage((event.target as HTMLSelectElement).value as Language)}>
          ${LANGUAGES.map(([value, name]) => html`<option value=${value} ?selected=${value === language}>${name}</option>`)}
        </select>
        <menu-button worded data-testid="button-export" label=${t('app.export')} .icon=${icons.export} ?disabled=${!this.ready}
          .items=${EXPORT_KINDS.map((kind) => ({
            id: kind,
            label: t(`export.${kind}`),
            ...(kind === 'print' && { key: 'Ctrl+P' }),
            ...(kind === 'pack' && { apart: true }),
          }))}
          @menu-chosen=${this.exportChosen}></menu-button>
        <button class="button print" data-testid="button-print" title=${t('app.print.hint')} aria-label=${t('app.print')}
          ?disabled=${!this.ready} @click=${() => this.fire('print')}>${icons.print}<span class="print-label">${t('app.print')}</span></button>
        <button class="button primary" data-testid="button-present" title=${t('app.present.hint')}
          ?disabled=${!this.ready} @click=${() => this.fire('present')}>${icons.present}${t('app.present')}</button>
      </div>
    `;
  }

  private look(next: (typeof LOOKS)[number]): void {
    setLook(next);
    this.requestUpdate();
  }

  private exportChosen(event: CustomEvent<string>): void {
    event.stopPropagation();
    const detail = event.detail as ExportKind;
    this.dispatchEvent(new CustomEvent('export', { detail, bubbles: true, composed: true }));
  }

  private fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }
}
