import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, placeholder } from '@codemirror/view';
import { CODEMIRROR_PHRASES } from '../i18n/codemirror-phrases.ts';
import type { LanguageController } from '../i18n/language-controller.ts';
import { choiceName } from '../navigation/slide-layouts.ts';
import type { DiagnosticMessages } from './diagnostic-tooltip.ts';
import { signDecorations } from './sign-decorations.ts';

/** Everything the editor says, in the user's language as it now is. */
export function editorMessages({ t, language }: LanguageController): Extension {
  return [
    signDecorations({
      notes: t('editor.notes-only'),
      slide: t('editor.slide-only'),
      print: t('editor.print-only'),
      choices: (entries) =>
        t('slides.layout', { name: entries.map((entry) => choiceName(entry, t)).join(' · ') }),
      break: t('format.new-slide'),
      picture: t('editor.picture'),
    }),
    EditorState.phrases.of(CODEMIRROR_PHRASES[language]),
    placeholder(t('editor.placeholder')),
    EditorView.contentAttributes.of({
      'aria-label': t('editor.label'),
      'data-interface': language,
    }),
  ];
}

/** What the card of a diagnostic says. */
export function diagnosticMessages({ t }: LanguageController): DiagnosticMessages {
  return {
    fix: (text) => (text === '' ? t('diagnostics.fix') : t('diagnostics.fix.hint', { text })),
    next: t('diagnostics.next'),
    previous: t('diagnostics.previous'),
    close: t('app.close'),
    none: t('diagnostics.none'),
  };
}
