import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageController } from '../i18n/language-controller.ts';
import { diagnosticMessage } from '../messages/diagnostic-message.ts';
import { errorMessage } from '../messages/error-message.ts';
import type { ImportedArchive } from '../session/incoming-files.ts';
import type { ExportNews, Notifications } from '../session/notifications.ts';
import { isWelcomeSample } from '../session/speech-address.ts';
import type { Workspace } from '../session/workspace.ts';
import '../ui/notice-bar.ts';

/** What buttons of the bars do. */
export interface NoticeActions {
  /** Begins a speech with pasted text. */
  readonly paste: () => void;
  /** Lets the user choose files that become speeches. */
  readonly openFiles: () => void;
  /** Offers the text as a file. */
  readonly download: () => void;
  /** Writes over what another program wrote into the user's own file. */
  readonly saveOver: () => void;
  /** Lets the user choose another file. */
  readonly saveAs: () => void;
}

/**
 * The bars over the text, most urgent first. News can be dismissed, states cannot.
 *
 * @param doing what its buttons do beside what the workspace does itself
 */
export function notificationBars(
  space: Workspace,
  words: LanguageController,
  doing: NoticeActions,
): TemplateResult {
  const { download } = doing;
  const { t, language } = words;
  const { session } = space;
  const browser = space.library.store?.kind === 'browser';
  const why = (error: unknown) => errorMessage(error, language);
  const time = (at: number) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return html`
    ${
      space.notifications.welcome && isWelcomeSample(space.name)
        ? html`<notice-bar data-testid="welcome" tone="info" closable .sentence=${t('welcome.text')}
            @close=${() => space.notifications.dismiss('welcome')}>
            <button class="button small primary" data-testid="welcome-paste" @click=${doing.paste}>${t('welcome.paste')}</button>
            <button class="button small" data-testid="welcome-open" @click=${doing.openFiles}>${t('welcome.open')}</button>
          </notice-bar>`
        : nothing
    }
    ${
      space.library.store?.lasting === false
        ? html`<notice-bar data-testid="unkept-bar" tone="bad" .sentence=${t('save.unkept.bar')}>
            <button class="button small" ?disabled=${!session} @click=${download}>${t('save.download')}</button>
          </notice-bar>`
        : nothing
    }
    ${
      session?.state === 'conflict'
        ? html`<notice-bar data-testid="conflict-bar" tone="warn" whole
            .sentence=${`${t(browser ? 'conflict.text.browser' : 'conflict.text', { name: session.name })}${language === 'en' ? ' ' : ''}${t('conflict.hint')}`}>
            <button class="button small primary" data-testid="conflict-mine" @click=${() => void session.keepMine()}>${t('conflict.mine')}</button>
            <button class="button small" data-testid="conflict-theirs" @click=${() => session.takeTheirs()}>${t(browser ? 'conflict.theirs.browser' : 'conflict.theirs')}</button>
            <button class="button small" data-testid="conflict-both"
              @click=${() => void space.keepBoth((name) => t('conflict.copy', { name }))}>${t('conflict.both')}</button>
          </notice-bar>`
        : nothing
    }
    ${
      session?.state === 'failed'
        ? html`<notice-bar data-testid="save-bar" tone="bad"
            .sentence=${t(session.draftRefused ? 'save.failed.unkept' : 'save.failed.bar', { why: why(session.refusal) })}>
            ${
              session.gone
                ? html`<button class="button small primary" @click=${() => void session.recreate()}>${t('save.recreate')}</button>`
                : html`<button class="button small" @click=${() => void session.save()}>${t('app.retry')}</button>`
            }
            <button class="button small" @click=${download}>${t('save.download')}</button>
          </notice-bar>`
        : nothing
    }
    ${
      session?.merged
        ? html`<notice-bar data-testid="merged-bar" tone="info" closable .sentence=${t('save.merged')}
            @close=${() => session.dispatch({ type: 'dismissMerged' })}></notice-bar>`
        : nothing
    }
    ${
      session?.draftRefused && session.state !== 'failed' && space.library.store?.lasting
        ? html`<notice-bar tone="warn" .sentence=${t('save.draft.refused')}>
            <button class="button small" @click=${download}>${t('save.download')}</button>
          </notice-bar>`
        : nothing
    }
    ${
      space.notifications.leftOut.length > 0
        ? html`<notice-bar data-testid="left-out" tone="warn" closable
            .sentence=${t('adopt.left-out', {
              count: space.notifications.leftOut.length,
              what: [
                ...new Set(
                  space.notifications.leftOut.map((diagnostic) => diagnosticMessage(diagnostic, language)),
                ),
              ]
                .slice(0, 3)
                .join(' '),
            })}
            @close=${() => space.notifications.dismiss('leftOut')}></notice-bar>`
        : nothing
    }
    ${
      space.notifications.imported
        ? html`<notice-bar data-testid="imported-bar" tone="good" closable .sentence=${importedSentence(space.notifications.imported, words)}
            @close=${() => space.notifications.dismiss('imported')}></notice-bar>`
        : nothing
    }
    ${
      space.notifications.refused.length > 0
        ? html`<notice-bar data-testid="open-bar" tone="bad" closable .sentence=${refusedSentence(space.notifications, words)}
            @close=${() => space.notifications.dismiss('refused')}></notice-bar>`
        : nothing
    }
    ${space.notifications.exported ? exportedBars(space.notifications.exported, words, () => space.notifications.dismiss('exported')) : nothing}
    ${
      space.notifications.openError
        ? html`<notice-bar data-testid="open-bar" tone="bad" closable .sentence=${why(space.notifications.openError)}
            @close=${() => space.notifications.dismiss('openError')}></notice-bar>`
        : nothing
    }
    ${
      space.compiler.fault
        ? html`<notice-bar tone="bad" closable .sentence=${t('app.fault', { reason: space.compiler.fault })}
            @close=${() => space.compiler.forgetFault()}></notice-bar>`
        : nothing
    }
    ${
      space.recovery?.restored
        ? html`<notice-bar data-testid="draft-bar" tone="info" closable
            .sentence=${t('draft.restored', { time: time(space.recovery.restored) })}
            @close=${() => space.recovery?.dismiss('restored')}></notice-bar>`
        : nothing
    }
    ${
      space.recovery?.versionOf
        ? html`<notice-bar data-testid="left-version-bar" tone="info" closable
            .sentence=${t('draft.version', { time: time(space.recovery.versionOf) })}
            @close=${() => space.recovery?.dismiss('versionOf')}></notice-bar>`
        : nothing
    }
    ${
      space.recovery?.copy
        ? html`<notice-bar data-testid="left-copy-bar" tone="info" closable .sentence=${t('draft.copy', { name: space.recovery.copy })}
            @close=${() => space.recovery?.dismiss('copy')}></notice-bar>`
        : nothing
    }
    ${
      space.notifications.marks
        ? html`<notice-bar data-testid="marks-bar" tone="info" closable .sentence=${t('marks.begun')}
            @close=${() => space.notifications.dismiss('marks')}></notice-bar>`
        : nothing
    }
    ${space.notifications.ownFile ? ownFileNotice(space, words, doing) : nothing}
    ${
      space.notifications.wentBack
        ? html`<notice-bar data-testid="went-back-bar" tone="info" closable
            .sentence=${t('versions.restored', { time: time(space.notifications.wentBack.time) })}
            @close=${() => space.notifications.dismiss('wentBack')}>
            <button class="button small" data-testid="went-back-undo" @click=${() => space.undoGoingBack()}>${t('removed.undo')}</button>
          </notice-bar>`
        : nothing
    }
    ${
      space.notifications.keptCopy
        ? html`<notice-bar tone="info" closable .sentence=${t('conflict.kept-both', { name: space.notifications.keptCopy })}
            @close=${() => space.notifications.dismiss('keptCopy')}></notice-bar>`
        : nothing
    }
    ${
      session?.converted
        ? html`<notice-bar tone="info" .sentence=${t('save.converted', {
            encoding: session.converted.from.toUpperCase(),
            original: session.converted.original,
          })}></notice-bar>`
        : nothing
    }
  `;
}

function importedSentence(
  { speeches, pictures, same }: ImportedArchive,
  { t, language }: LanguageController,
) {
  const counted = t('archive.imported', { speeches, pictures });
  return same === 0
    ? counted
    : `${counted}${language === 'en' ? ' ' : ''}${t('archive.same', { count: same })}`;
}

/** Which files from outside were not taken, and why. */
function refusedSentence({ refused }: Notifications, { t, language }: LanguageController): string {
  const [first] = refused;
  if (refused.length === 1) return errorMessage(first?.error, language);
  const what = refused.map(({ name, error }) =>
    t('adopt.refused.one', { name, why: errorMessage(error, language) }),
  );
  return t('adopt.refused', { count: refused.length, what: what.slice(0, 4).join(' ') });
}

function ownFileNotice(space: Workspace, { t, language }: LanguageController, doing: NoticeActions) {
  const news = space.notifications.ownFile!;
  const close = () => space.notifications.dismiss('ownFile');
  if (news.kind === 'saved')
    return html`<notice-bar data-testid="own-saved-bar" tone="good" closable
      .sentence=${t('own.saved', { name: news.file })} @close=${close}></notice-bar>`;
  if (news.kind === 'kept')
    return html`<notice-bar data-testid="kept-bar" tone="good" closable .sentence=${t('own.kept')} @close=${close}></notice-bar>`;
  return html`<notice-bar data-testid="own-failed-bar" tone="bad" closable
    .sentence=${errorMessage(news.error, language)} @close=${close}>
    ${
      news.error.code === 'changed'
        ? html`<button class="button small" data-testid="own-over" @click=${doing.saveOver}>${t('own.over')}</button>`
        : nothing
    }
    <button class="button small" @click=${doing.saveAs}>${t('own.save-as')}</button>
  </notice-bar>`;
}

/** So many characters are named. */
const MOST_NAMED = 12;

/** What an exported file could not hold. */
function exportedBars(
  { file, missing, unwritable, uncovered = [] }: ExportNews,
  { t }: LanguageController,
  close: () => void,
): TemplateResult[] {
  const sentences = [
    ...(missing.length > 0 ? [t('export.missing', { file, names: missing.join(', ') })] : []),
    ...(unwritable.length > 0
      ? [t('export.unwritable', { file, count: unwritable.length, names: unwritable.join(', ') })]
      : []),
  ];
  if (uncovered.length > 0)
    sentences.push(
      t('export.uncovered', {
        file,
        count: uncovered.length,
        names: uncovered.slice(0, MOST_NAMED).join(' '),
      }),
    );
  return sentences.map(
    (sentence) => html`<notice-bar data-testid="exported-bar" tone="warn" closable .sentence=${sentence}
      @close=${close}></notice-bar>`,
  );
}
