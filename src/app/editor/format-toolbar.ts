import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';
import type { TextCommand } from './text-commands.ts';

/** In the order of the bar; the first two are what a speaker needs most. */
const COMMANDS: readonly TextCommand[] = [
  'on-slide',
  'off-slide',
  'heading',
  'quote',
  'table',
  'cue',
  'new-slide',
];

/**
 * Buttons for people who know no markup. Fires `text-command` (CustomEvent<TextCommand>) and
 * `picture-chosen` (CustomEvent<File>), `undo-asked`, `redo-asked`, `toggle-follow`.
 */
@customElement('format-toolbar')
export class FormatToolbar extends LitElement {
  static override styles = [
    controls,
    css`
      :host { container-type: inline-size; display: block; border-bottom: 1px solid var(--line); background: var(--surface); }
      .bar { display: flex; gap: 2px; padding: 3px 10px; overflow-x: auto; scrollbar-width: none; }
      .button.small { padding: 0 9px; color: var(--ink-soft); }
      .button.small:hover { color: var(--ink); }
      .button.small.bare { padding: 0 6px; }
      input { display: none; }
      .follow { position: sticky; inset-inline-end: 0; margin-inline-start: auto; background: var(--surface); }
      .follow[aria-pressed="true"] { color: var(--accent-ink); background: var(--accent-wash); }
      /* Where both have no room, words say more than pictures; where there is none for words, pictures scroll. */
      @container (max-width: 780px) {
        .button.small { padding: 0 6px; }
        .button:nth-of-type(n + 3):not(.follow, .bare) .icon, .follow .label { display: none; }
      }
      @container (max-width: 560px) {
        .bar { padding: 3px 6px; gap: 0; }
        .button.small, .button.small.bare { padding: 0 5px; }
      }
      /* 上螢幕 is a character longer than 上屏. */
      @container (min-width: 471px) and (max-width: 560px) {
        :host(:lang(zh-Hant)) .button:nth-of-type(-n + 2) .icon { display: none; }
      }
      @container (max-width: 470px) {
        .button:nth-of-type(n + 3) .label { display: none; }
        .button:nth-of-type(n + 3):not(.follow) .icon { display: block; }
        .button.small { padding: 0 8px; }
      }
      @container (max-width: 380px) { .label { display: none; } }
      /* Words of English are longer. */
      @container (max-width: 880px) {
        :host(:lang(en)) .button:nth-of-type(n + 3):not(.follow, .bare) .icon, :host(:lang(en)) .follow .label { display: none; }
      }
      @container (max-width: 640px) {
        :host(:lang(en)) .button:nth-of-type(n + 3) .label { display: none; }
        :host(:lang(en)) .button:nth-of-type(n + 3):not(.follow) .icon { display: block; }
      }
    `,
  ];

  /** Text, slides and handout follow one another. */
  @property({ type: Boolean }) following = false;
  @query('input') private readonly picture!: HTMLInputElement;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    return html`<div class="bar" role="toolbar" aria-label=${t('format.label')} @keydown=${this.keyed}>
      ${COMMANDS.map(
        (
          command,
          index,
        ) => html`<button class="button small quiet" data-testid="format-${command}" tabindex=${index === 0 ? 0 : -1}
          aria-label=${t(`format.${command}`)} title=${t(`format.${command}.hint`)} @mousedown=${keepFocus}
          @click=${() => this.fire('text-command', command)}>${icons[command]}<span class="label">${t(`format.${command}`)}</span></button>`,
      )}
      <button class="button small quiet" data-testid="format-picture" tabindex="-1" aria-label=${t('format.picture')} title=${t('format.picture.hint')}
        @click=${() => this.picture.click()}>${icons.picture}<span class="label">${t('format.picture')}</span></button>
      ${this.bare('bold', () => this.fire('text-command', 'bold'))}
      ${this.bare('undo', () => this.fire('undo-asked'))}
      ${this.bare('redo', () => this.fire('redo-asked'))}
      <input type="file" accept=".png,.jpg,.jpeg,.gif,.webp,.svg" tabindex="-1" aria-hidden="true" data-testid="picture-file"
        @change=${this.pictureChosen} />
      <button class="button small quiet follow" data-testid="toggle-follow" tabindex="-1" aria-pressed=${this.following} aria-label=${t('follow.label')}
        title=${t('follow.hint')} @mousedown=${keepFocus} @click=${() => this.fire('toggle-follow')}>${icons.follow}<span class="label">${t('follow.label')}</span></button>
    </div>`;
  }

  /** A button that its picture says, as in any editor. */
  private bare(name: 'bold' | 'undo' | 'redo', does: () => void) {
    const { t } = this.words;
    return html`<button class="button small quiet bare" data-testid="format-${name}" tabindex="-1" aria-label=${t(`format.${name}`)}
      title=${t(`format.${name}.hint`)} @mousedown=${keepFocus} @click=${does}>${icons[name]}</button>`;
  }

  /** One stop for Tab; arrows move inside, as in any toolbar. */
  private keyed(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = buttons[(at + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
    event.preventDefault();
  }

  private readonly pictureChosen = () => {
    const file = this.picture.files?.[0];
    this.picture.value = '';
    if (file) this.fire('picture-chosen', file);
  };

  private fire(name: string, detail?: TextCommand | File): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The selection in the text stays while a button is pressed. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
