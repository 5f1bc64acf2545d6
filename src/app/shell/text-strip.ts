import { html, nothing, type TemplateResult } from 'lit';
import type { Encoding } from '../../read/bytes.ts';
import { errorSentence } from '../i18n/error-sentence.ts';
import type { LanguageController } from '../i18n/language-controller.ts';
import type { Workspace } from '../session/workspace.ts';
import './encoding-choice.ts';
import './proof-badge.ts';

/** Over the text: how long it is, in which encoding it was read, and the proof that nothing is lost. */
export function textStrip(space: Workspace, words: LanguageController): TemplateResult {
  return html`<div class="strip">
    ${counts(space, words)}
    ${encodingChoice(space)}
    ${space.session ? html`<proof-badge .proof=${space.outcome?.proof} .pages=${space.live.pages}></proof-badge>` : nothing}
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
  const { listing, listError, openError } = space;
  if (listError)
    return html`<div class="cover" role="alert"><p>${errorSentence(listError, language)}</p>
      <button class="button" @click=${() => location.reload()}>${t('app.retry')}</button></div>`;
  if (listing?.speeches.length === 0)
    return html`<div class="cover"><p>${t('list.empty')}</p>
      <div class="ways"><button class="button primary" @click=${newSpeech}>${t('list.new.hint')}</button>
        <button class="button" @click=${openFiles}>${t('welcome.open')}</button></div></div>`;
  return openError ? html`<div class="cover"></div>` : nothing;
}

function counts({ outcome }: Workspace, { t, number }: LanguageController): TemplateResult {
  if (!outcome) return html`<span class="counts"></span>`;
  const { characters } = outcome.proof;
  const minutes = Math.max(1, Math.round(outcome.seconds / 60));
  return html`<span class="counts" data-testid="counts" title=${t('count.hint', { rate: outcome.rate })}>
    ${t('count.characters', { count: number(characters) })}${characters > 0 ? html` · ${t('count.minutes', { minutes: number(minutes) })}` : nothing}</span>`;
}

/** Only where there is something to doubt: for UTF-8 there is not. */
function encodingChoice(space: Workspace): TemplateResult | typeof nothing {
  const { decoding, session } = space;
  // Once edited, the file is UTF-8 and its original bytes are kept beside it.
  if (!decoding?.doubtful || session?.converted) return nothing;
  return html`<encoding-choice encoding=${decoding.encoding}
    @encoding-chosen=${(event: CustomEvent<Encoding>) => void space.decodeAs(event.detail)}></encoding-choice>`;
}
