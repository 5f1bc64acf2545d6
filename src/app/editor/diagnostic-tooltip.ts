import type { Extension } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import { showDiagnostic } from './diagnostic-gutter.ts';
import { diagnosticState, type EditorDiagnostic, nextDiagnostic, openDiagnostic } from './diagnostics.ts';

/** Labels of the tooltip beside the diagnostic's message, in the user's language. */
export interface DiagnosticMessages {
  readonly fix: (text: string) => string;
  readonly next: string;
  readonly previous: string;
  readonly close: string;
  readonly none: string;
}

/**
 * Tooltip at a diagnostic: its message and the button that fixes it. F8 and Shift+F8 go to the next one, Escape closes.
 *
 * @param words called whenever a tooltip opens
 * @param mend applies a fix as one step of undo
 */
export function diagnosticTooltip(
  words: () => DiagnosticMessages,
  mend: (fix: NonNullable<EditorDiagnostic['fix']>) => void,
): Extension {
  return [
    showTooltip.from(diagnosticState, ({ open }): Tooltip | null =>
      open
        ? {
            pos: open.range.start,
            above: false,
            create: (view) => ({ dom: card(view, open, words(), mend) }),
          }
        : null,
    ),
    keymap.of([
      {
        key: 'F8',
        run: (view) => goToDiagnostic(view, 1, words()),
        shift: (view) => goToDiagnostic(view, -1, words()),
      },
      { key: 'Escape', run: close },
    ]),
  ];
}

/** Shows the next diagnostic after the cursor, or the previous one; wraps around at the end of the text. */
export function goToDiagnostic(view: EditorView, step: 1 | -1, { none }: DiagnosticMessages): true {
  const { from, empty } = view.state.selection.main;
  // What is selected has been seen.
  const offset = empty || step < 0 ? from : from + 1;
  const diagnostic = nextDiagnostic(view.state.field(diagnosticState), offset, step);
  if (diagnostic) showDiagnostic(view, diagnostic);
  else view.dispatch({ effects: EditorView.announce.of(none) });
  return true;
}

function close(view: EditorView): boolean {
  if (!view.state.field(diagnosticState).open) return false;
  view.dispatch({ effects: openDiagnostic.of(undefined) });
  view.focus();
  return true;
}

function card(
  view: EditorView,
  { sentence, severity, fix }: EditorDiagnostic,
  words: DiagnosticMessages,
  mend: (fix: NonNullable<EditorDiagnostic['fix']>) => void,
): HTMLElement {
  const dom = document.createElement('div');
  dom.className = `jt-diagnostic-tooltip jt-${severity}`;
  dom.setAttribute('role', 'group');
  dom.setAttribute('aria-label', sentence);
  dom.dataset.testid = 'diagnostic-tooltip';
  const said = document.createElement('p');
  said.textContent = sentence;
  const actions = document.createElement('div');
  const button = (name: string, className: string, run: () => void) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = className;
    one.textContent = name;
    one.addEventListener('click', run);
    actions.append(one);
  };
  if (fix)
    button(words.fix(fix.insert), 'jt-fix', () => {
      mend(fix);
      view.focus();
    });
  if (view.state.field(diagnosticState).all.length > 1) {
    button(words.previous, '', () => goToDiagnostic(view, -1, words));
    button(words.next, '', () => goToDiagnostic(view, 1, words));
  }
  button(words.close, '', () => close(view));
  dom.append(said, actions);
  dom.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && close(view)) event.preventDefault();
  });
  return dom;
}
