/** What keys ask of the app wherever the keyboard is; see the list of keys. */
export type Shortcut =
  | 'present'
  | 'present-current'
  | 'print'
  | 'save'
  | 'save-as'
  | 'keys'
  | 'find'
  | 'replace'
  | 'undo'
  | 'redo'
  | 'next-diagnostic'
  | 'previous-diagnostic';

/** Keys without Ctrl (⌘), and with Shift. */
const PLAIN: Readonly<Record<string, readonly [alone: Shortcut, shift: Shortcut]>> = {
  F1: ['keys', 'keys'],
  F5: ['present', 'present-current'],
  F8: ['next-diagnostic', 'previous-diagnostic'],
};

/** Keys with Ctrl (⌘), and with Shift. */
const WITH_CONTROL: Readonly<Record<string, readonly [alone: Shortcut, shift: Shortcut]>> = {
  p: ['print', 'print'],
  s: ['save', 'save-as'],
  f: ['find', 'find'],
  h: ['replace', 'replace'],
  z: ['undo', 'redo'],
  y: ['redo', 'redo'],
};

/** They mean the text; where something else is written in, they are its own. */
const OF_THE_TEXT: readonly Shortcut[] = [
  'find',
  'replace',
  'undo',
  'redo',
  'next-diagnostic',
  'previous-diagnostic',
];

/**
 * @param event a key event that no element has handled
 * @returns undefined when it asks nothing of the app
 */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  // Of a Mac, whose Ctrl+H is a backspace; Alt makes another sign of the letter.
  const macReplace = event.metaKey && event.altKey && event.code === 'KeyF';
  if (event.altKey && !macReplace) return undefined;
  const control = event.ctrlKey || event.metaKey;
  const letter = macReplace ? 'h' : event.key.toLowerCase();
  const row = control ? WITH_CONTROL[letter] : PLAIN[event.key];
  const shortcut = row?.[event.shiftKey ? 1 : 0];
  if (!shortcut || (OF_THE_TEXT.includes(shortcut) && isElsewhere(event) && !isSearch(event, shortcut)))
    return undefined;
  return shortcut;
}

/** In the field for finding, the keys that show it mean it. */
function isSearch(event: KeyboardEvent, shortcut: Shortcut): boolean {
  return (
    (shortcut === 'find' || shortcut === 'replace') &&
    event.composedPath().some((target) => target instanceof Element && target.matches('.cm-search'))
  );
}

/** In a dialogue, or where something is written that is not the speech. A choice in the layout panel is undone in the text. */
function isElsewhere(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof Element &&
        target.matches(
          'dialog, input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], [popover]',
        ),
    );
}
