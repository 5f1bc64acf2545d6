import { html, nothing, type TemplateResult } from 'lit';
import { sectionAt } from '../../compile/outline-entries.ts';
import type { Encoding } from '../../import/bytes.ts';
import type { LanguageController } from '../i18n/language-controller.ts';
import { errorMessage } from '../messages/error-message.ts';
import type { Workspace } from '../session/workspace.ts';
import './encoding-choice.ts';
import './integrity-badge.ts';

/** Where the user is in the text. */
export interface TextPlace {
  /** Offset of the cursor. */
  readonly cursor: number;
  /** Visible characters that are selected. */
  readonly selected: number;
}

/**
 * Over the text: how long it is, and its section at the cursor or what is selected; in which encoding it was read, and
 * the check that nothing is lost.
 *
 * @param failed the pages cannot be laid out
 */
export function editorStatus(
  space: Workspace,
  words: LanguageController,
  place: TextPlace,
  failed: boolean,
): TemplateResult {
  return html`<div class="strip">
    ${counts(space, words, place)}
    ${encodingChoice(space)}
    ${space.session ? html`<integrity-badge .integrity=${space.result?.integrity} .pages=${space.compiler.pages} ?failed=${failed}></integrity-badge>` : nothing}
  </div>`;
}

/**
 * In place of the text while no speech is open: why, and what to do.
 *
 * @param newSpeech begins one
 * @param openFiles lets the user choose files
 */
export function noSpeech(
  space: Workspace,
  { t, language }: LanguageController,
  newSpeech: () => void,
  openFiles: () => void,
): TemplateResult | typeof nothing {
  const { listing, listError } = space.library;
  if (listError)
    return html`<div class="cover" role="alert"><p>${errorMessage(listError, language)}</p>
      <button class="button" @click=${() => location.reload()}>${t('app.retry')}</button></div>`;
  if (listing?.speeches.length === 0)
    return html`<div class="cover"><p>${t('list.empty')}</p>
      <div class="ways"><button class="button primary" @click=${newSpeech}>${t('list.new.hint')}</button>
        <button class="button" @click=${openFiles}>${t('welcome.open')}</button></div></div>`;
  return space.notifications.openError ? html`<div class="cover"></div>` : nothing;
}

function counts(
  { result }: Workspace,
  { t, number }: LanguageController,
  { cursor, selected }: TextPlace,
): TemplateResult {
  if (!result) return html`<span class="counts"></span>`;
  const { characters } = result.integrity;
  const minutes = (seconds: number) => number(Math.max(1, Math.round(seconds / 60)));
  const section = sectionAt(result.outline, cursor);
  const part =
    selected > 0
      ? t('count.selected', { count: number(selected) })
      : section &&
        t('count.section', { count: number(section.characters), minutes: minutes(section.seconds) });
  const time = characters > 0 ? ` · ${t('count.minutes', { minutes: minutes(result.seconds) })}` : '';
  return html`<span class="counts" title=${t('count.hint', { rate: result.rate })}><span data-testid="counts">${t(
    'count.characters',
    { count: number(characters) },
  )}${time}</span>${part ? html`<span class="part" data-testid="counts-part">${part}</span>` : nothing}</span>`;
}

/** Only where there is something to doubt: for UTF-8 there is not. */
function encodingChoice(space: Workspace): TemplateResult | typeof nothing {
  const { decoding, session } = space;
  // Once edited, the file is UTF-8 and its original bytes are kept beside it.
  if (!decoding?.doubtful || session?.converted) return nothing;
  return html`<encoding-choice encoding=${decoding.encoding}
    @encoding-chosen=${(event: CustomEvent<Encoding>) => void space.decodeAs(event.detail)}></encoding-choice>`;
}
