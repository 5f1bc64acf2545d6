import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Connection } from '../../deck/state/connection.ts';
import { seenPlace } from '../../deck/state/stage.ts';
import type { Language } from '../../i18n/language.ts';
import type { StageLink } from '../link/stage-link.ts';
import { type PresenterMessageKey, presenterMessage } from './messages.ts';

/** What the console says in each state of the connection. */
const CONNECTION_MESSAGES = {
  connecting: 'connecting',
  synced: 'synced',
  outOfSync: 'outOfSync',
  frozen: 'frozen',
  lost: 'lost',
  closed: 'gone',
} as const satisfies Record<Connection, PresenterMessageKey>;

/** How the console stands to the audience's window: small while all is well. */
@customElement('connection-line')
export class ConnectionLine extends LitElement {
  static override styles = css`
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 10px; font-size: 15px; min-width: 0; }
    .connection { padding: 5px 12px; border-radius: 6px; background: #54330c; color: #ffdca8; }
    .connection[data-state="synced"] { padding: 0; background: none; color: #8fce9b; font-size: 13px; }
    .connection[data-state="synced"]::before { content: "●"; margin-inline-end: 0.4em; }
    .connection[data-state="frozen"] { background: #173a52; color: #b9e0ff; }
    button { min-height: 26px; margin-inline-start: 8px; padding: 0 10px; border: 1px solid currentColor; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
    .hint { font-size: 13px; color: #b3a999; }
  `;

  @property({ attribute: false }) link!: StageLink;
  @property({ attribute: false }) connection: Connection = 'connecting';
  /** Id of the slide that the audience sees; of the one that the console shows. */
  @property({ attribute: false }) seen: string | undefined;
  @property({ attribute: false }) wanted = '';
  @property({ attribute: false }) awake = true;
  @property({ attribute: false }) language: Language = 'en';

  protected override render() {
    const { connection, link, language } = this;
    const numberOf = (id: string | undefined) => link.outline.findIndex((slide) => slide.id === id) + 1;
    const values = { seen: numberOf(this.seen), wanted: numberOf(link.at && seenPlace(link.at).slide) };
    const t = (key: PresenterMessageKey) => presenterMessage(key, language, values);
    return html`<span class="connection" role="status" data-state=${connection}>${t(CONNECTION_MESSAGES[connection])}${
      connection === 'outOfSync' || connection === 'lost'
        ? html` <button @click=${() => link.realign()}>${t('realign')}</button>`
        : nothing
    }</span>${this.awake ? nothing : html`<span class="hint">${t('asleep')}</span>`}`;
  }
}
