import { redo, undo } from '@codemirror/commands';
import type { Command, KeyBinding } from '@codemirror/view';

function untilChanged(step: Command): Command {
  return (view) => {
    const { doc } = view.state;
    const done = step(view);
    for (let more = done; more && view.state.doc.eq(doc); ) more = step(view);
    return done;
  };
}

/** Takes the last edit back that is still to be seen: a word that was given up in the input method is no edit. */
export const undoEdit: Command = untilChanged(undo);

export const redoEdit: Command = untilChanged(redo);

/** As CodeMirror's own. */
export const undoKeys: readonly KeyBinding[] = [
  { key: 'Mod-z', run: undoEdit, preventDefault: true },
  { key: 'Mod-y', mac: 'Mod-Shift-z', run: redoEdit, preventDefault: true },
  { linux: 'Ctrl-Shift-z', run: redoEdit, preventDefault: true },
];
