import { EditorSelection, type StateCommand } from '@codemirror/state';

/**
 * Ends the line. The next one begins with the white space that this one has before the cursor, the very characters:
 * Chinese paragraphs begin with two of U+3000, which are no eight columns of ASCII spaces.
 */
export const newLine: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const change = state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    const indent = /^\s*/.exec(line.text.slice(0, from - line.from))?.[0] ?? '';
    return {
      changes: { from, to, insert: state.lineBreak + indent },
      range: EditorSelection.cursor(from + 1 + indent.length),
    };
  });
  dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};
