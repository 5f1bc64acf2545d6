import { type ChangeDesc, StateEffect, StateField, type Text } from '@codemirror/state';
import type { SourceRange } from '../../text/source.ts';

/** What the author should look at, with the sentence that says why. */
export interface EditorDiagnostic {
  readonly range: SourceRange;
  readonly severity: 'error' | 'warning' | 'info';
  readonly sentence: string;
  /** A change that fixes it. */
  readonly fix?: { readonly range: SourceRange; readonly insert: string } | undefined;
}

/** Diagnostics of the text as it now is, in order, and the one whose card is open. */
export interface DiagnosticState {
  readonly all: readonly EditorDiagnostic[];
  readonly open: EditorDiagnostic | undefined;
}

export const setDiagnostics = StateEffect.define<readonly EditorDiagnostic[]>();
/** Opens the card of a diagnostic; undefined closes it. */
export const openDiagnostic = StateEffect.define<EditorDiagnostic | undefined>();

const NONE: DiagnosticState = { all: [], open: undefined };

/** Diagnostics move with edits until the next result; a card closes when its place is edited or left. */
export const diagnosticState = StateField.define<DiagnosticState>({
  create: () => NONE,
  update(value, { changes, docChanged, effects, newDoc, newSelection, selection }) {
    let { all, open } = value;
    if (docChanged && all.length > 0) {
      const moved = new Map(all.map((diagnostic) => [diagnostic, move(diagnostic, changes)]));
      all = [...moved.values()];
      const edited = open && changes.touchesRange(open.range.start, open.range.end);
      open = open && !edited ? moved.get(open) : undefined;
    }
    const { head } = newSelection.main;
    if (open && selection && (head < open.range.start || head > open.range.end)) open = undefined;
    for (const effect of effects) {
      if (effect.is(setDiagnostics)) {
        all = placed(effect.value, newDoc);
        const { sentence, range } = open ?? {};
        open = all.find((one) => one.sentence === sentence && one.range.start === range?.start);
      }
      if (effect.is(openDiagnostic)) open = effect.value;
    }
    return all === value.all && open === value.open ? value : { all, open };
  },
});

/**
 * The diagnostic after (or before) an offset, round the end of the text.
 *
 * @param step 1: forward, -1: back
 */
export function nextDiagnostic(
  { all, open }: DiagnosticState,
  offset: number,
  step: 1 | -1,
): EditorDiagnostic | undefined {
  const at = open ? all.indexOf(open) : -1;
  if (at >= 0) return all[(at + step + all.length) % all.length];
  const first = all.findIndex(({ range }) => range.start >= offset);
  if (step > 0) return all[Math.max(first, 0)];
  return first < 0 ? all.at(-1) : all.at(first - 1);
}

function placed(diagnostics: readonly EditorDiagnostic[], { length }: Text): EditorDiagnostic[] {
  return diagnostics
    .filter(({ range }) => range.end <= length)
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function move(diagnostic: EditorDiagnostic, changes: ChangeDesc): EditorDiagnostic {
  const { range, fix } = diagnostic;
  const moved = ({ start, end }: SourceRange) => ({
    start: changes.mapPos(start, 1),
    end: changes.mapPos(end, 1),
  });
  // Where the text is another, the change may no longer be right.
  const kept = fix && !changes.touchesRange(fix.range.start, fix.range.end);
  return { ...diagnostic, range: moved(range), fix: kept ? { ...fix, range: moved(fix.range) } : undefined };
}
