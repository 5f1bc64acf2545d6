import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap } from '@codemirror/view';
import { diagnosticGutter } from './diagnostic-gutter.ts';
import { diagnosticState } from './diagnostics.ts';
import { editorStyles } from './editor-styles.ts';
import { cursorBehindFold, foldStaysWhole, frontMatterFold } from './front-matter-fold.ts';
import { newLine } from './new-line.ts';
import { placeHighlight } from './place-highlight.ts';
import { deleteBesideSigns } from './sign-decorations.ts';
import { pairsStayWhole } from './sign-edits.ts';
import { structureDecorations } from './structure-decorations.ts';
import { undoKeys } from './undo.ts';

/** Extensions that every text in the editor has. Key bindings of other extensions come first. */
export const baseExtensions: Extension = [
  history(),
  drawSelection(),
  dropCursor(),
  highlightSelectionMatches({ minSelectionLength: 2 }),
  search({ top: true }),
  keymap.of([
    { key: 'Enter', run: newLine },
    ...deleteBesideSigns,
    ...searchKeymap,
    ...defaultKeymap,
    ...undoKeys,
    ...historyKeymap,
  ]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    // It has the focus by Tab without that, but not every tool that checks pages knows.
    tabindex: '0',
  }),
  structureDecorations,
  frontMatterFold,
  cursorBehindFold,
  foldStaysWhole,
  pairsStayWhole,
  placeHighlight,
  diagnosticState,
  diagnosticGutter,
  editorStyles,
];
