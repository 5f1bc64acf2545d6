import { html, render } from 'lit';
import type { Language } from '../../i18n/language.ts';
import { KEY_NAMES } from './keys.ts';
import { COMMAND_MESSAGES, SHOW_MESSAGES } from './messages.ts';

/** The list of keys over the slides; closed by the same key, Escape or a click. */
export class KeyList {
  private readonly element = document.createElement('div');

  constructor() {
    this.element.className = 'key-list';
    this.element.addEventListener('click', () => this.close());
  }

  get open(): boolean {
    return this.element.isConnected;
  }

  toggle(language: Language): void {
    if (this.open) {
      this.close();
      return;
    }
    const title = SHOW_MESSAGES.keys[language];
    render(
      html`<div class="box" role="dialog" aria-label=${title} lang=${language}>
        <h2>${title}</h2>
        <dl>${KEY_NAMES.map(
          ([command, names]) =>
            html`<dt>${names.map((name) => html`<kbd>${name}</kbd>`)}</dt><dd>${COMMAND_MESSAGES[command][language]}</dd>`,
        )}</dl>
      </div>`,
      this.element,
    );
    document.body.append(this.element);
  }

  close(): void {
    this.element.remove();
  }
}
