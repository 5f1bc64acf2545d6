import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { KEY_NAMES } from '../../deck/show/keys.ts';
import { COMMAND_MESSAGES, SHOW_MESSAGES } from '../../deck/show/messages.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { controls } from '../ui/controls.ts';

/** Keys of the editor page, in the order a speaker meets them, and those of a Mac where they are others. `Ctrl` is ⌘ there. */
const KEYS: readonly (readonly [what: MessageKey, keys: readonly string[], mac?: readonly string[]])[] = [
  ['app.present', ['F5']],
  ['keys.present.here', ['Shift', 'F5']],
  ['app.print', ['Ctrl', 'P']],
  ['format.on-slide', ['Ctrl', 'Enter']],
  ['format.off-slide', ['Ctrl', 'Shift', 'Enter']],
  ['format.bold', ['Ctrl', 'B']],
  ['keys.find', ['Ctrl', 'F']],
  ['keys.replace', ['Ctrl', 'H'], ['Ctrl', '⌥', 'F']],
  ['keys.diagnostic', ['F8']],
  ['keys.undo', ['Ctrl', 'Z']],
  ['keys.redo', ['Ctrl', 'Y'], ['Ctrl', 'Shift', 'Z']],
  ['keys.save', ['Ctrl', 'S']],
  ['own.save-as', ['Ctrl', 'Shift', 'S']],
  ['keys.rename', ['F2']],
  ['keys.delete', ['Delete']],
  ['keys.page-sentence', ['Enter']],
  ['keys.list', ['F1']],
];

/** The keys of the editor page and, beside them, those of the show. */
@customElement('key-list-dialog')
export class KeyListDialog extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(920px, calc(100vw - 32px)); padding: 18px 24px; border: 1px solid var(--line); border-radius: 14px;
        background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
        max-height: calc(100dvh - 32px);
      }
      dialog::backdrop { background: rgb(30 22 12 / 35%); }
      .lists { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr)); gap: 18px 36px; align-items: start; }
      h2 { margin: 0 0 10px; font-size: 17px; }
      dl { display: grid; grid-template-columns: 1fr auto; margin: 0; }
      dt, dd { margin: 0; padding: 3px 0; line-height: 1.7; border-bottom: 1px solid var(--line); }
      dd { padding-inline-start: 20px; text-align: end; }
      kbd {
        display: inline-block; min-width: 24px; padding: 1px 7px; margin-inline-start: 4px; border: 1px solid var(--line-strong);
        border-radius: 5px; background: var(--surface-sunk); font: 12.5px/1.5 var(--font-ui); text-align: center;
      }
      .actions { display: flex; justify-content: flex-end; margin-top: 10px; }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly words = new LanguageController(this);

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render() {
    const { t, language } = this.words;
    const onMac = /Mac|iPhone|iPad/.test(navigator.platform);
    const shown = (key: string) => (key === 'Ctrl' && onMac ? '⌘' : key);
    return html`<dialog aria-labelledby="title" data-testid="key-list">
      <div class="lists">
        <section><h2 id="title">${t('keys.title')}</h2>
        <dl>${KEYS.map(
          ([what, keys, mac = keys]) => html`<dt>${t(what)}</dt>
            <dd>${(onMac ? mac : keys).map((key) => html`<kbd>${shown(key)}</kbd>`)}</dd>`,
        )}</dl></section>
        <section><h2>${SHOW_MESSAGES.keys[language]}</h2>
        <dl data-testid="key-list-show">${KEY_NAMES.map(
          ([command, names]) => html`<dt>${COMMAND_MESSAGES[command][language]}</dt>
            <dd>${names.map((name) => html`<kbd>${name}</kbd>`)}</dd>`,
        )}</dl></section>
      </div>
      <div class="actions"><button class="button" @click=${() => this.dialog.close()}>${t('app.close')}</button></div>
    </dialog>`;
  }
}
