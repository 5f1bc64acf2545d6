import { type EditorState, type Extension, type Range, RangeSet, StateField } from '@codemirror/state';
import { EditorView, GutterMarker, gutter } from '@codemirror/view';
import { diagnosticState, type EditorDiagnostic, openDiagnostic, setDiagnostics } from './diagnostics.ts';

const SEVERITIES = ['info', 'warning', 'error'] as const;

/** A line's mark: shape and colour of its most severe diagnostic; the tooltip has the messages of all. */
class DiagnosticMarker extends GutterMarker {
  constructor(
    private readonly severity: EditorDiagnostic['severity'],
    private readonly sentences: string,
  ) {
    super();
  }
  override eq(other: DiagnosticMarker): boolean {
    return other.severity === this.severity && other.sentences === this.sentences;
  }
  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = `jt-diagnostic-mark jt-${this.severity}`;
    mark.title = this.sentences;
    return mark;
  }
}

/** Rebuilt with each compilation; edits in between only move them. */
const diagnosticMarkers = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update: (current, { changes, effects, state }) =>
    effects.some((effect) => effect.is(setDiagnostics)) ? markers(state) : current.map(changes),
});

const marginMarkers = gutter({
  class: 'jt-diagnostic-marks',
  // Its width stays: text must not move when something is found.
  initialSpacer: () => new DiagnosticMarker('info', ''),
  markers: ({ state }) => state.field(diagnosticMarkers),
  domEventHandlers: {
    mousedown(view, { from, to }) {
      const found = view.state
        .field(diagnosticState)
        .all.find(({ range }) => range.start >= from && range.start <= to);
      if (found) showDiagnostic(view, found);
      return found !== undefined;
    },
  },
});

/** Where something needs a look, in the margin; a click shows what. F8 does so from the keyboard. Needs {@link diagnosticState}. */
export const diagnosticGutter: Extension = [diagnosticMarkers, marginMarkers];

/** Selects a diagnostic's place, scrolls to it, opens its tooltip and announces it to screen readers. */
export function showDiagnostic(view: EditorView, diagnostic: EditorDiagnostic): void {
  const { start, end } = diagnostic.range;
  view.dispatch({
    selection: { anchor: start, head: end },
    effects: [
      openDiagnostic.of(diagnostic),
      EditorView.scrollIntoView(start, { y: 'nearest', yMargin: 120 }),
      EditorView.announce.of(diagnostic.sentence),
    ],
    userEvent: 'select',
  });
  view.focus();
}

function markers(state: EditorState): RangeSet<GutterMarker> {
  const { doc } = state;
  const lines = new Map<number, EditorDiagnostic[]>();
  for (const diagnostic of state.field(diagnosticState).all) {
    const { from } = doc.lineAt(diagnostic.range.start);
    const line = lines.get(from);
    if (line) line.push(diagnostic);
    else lines.set(from, [diagnostic]);
  }
  const ranges = [...lines].map(([from, diagnostics]): Range<GutterMarker> => {
    const worst = SEVERITIES.findLast((severity) => diagnostics.some((one) => one.severity === severity));
    const sentences = diagnostics.map(({ sentence }) => sentence).join('\n');
    return new DiagnosticMarker(worst ?? 'info', sentences).range(from);
  });
  return RangeSet.of(ranges, true);
}
