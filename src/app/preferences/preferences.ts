/**
 * Choices of the interface that are kept in the browser, and what importing a file left out. Never text of a speech; what is typed
 * for a meeting's papers is the user's own.
 */
export type PreferenceName =
  | 'language'
  | 'look'
  | 'last-speech'
  | 'list-width'
  | 'preview-share'
  | 'list-hidden'
  | 'list-order'
  | 'tab'
  | `preview/${'slides' | 'points' | 'zoom' | 'handout-share' | 'follow'}`
  | 'welcomed'
  | 'print'
  | `repairs/${string}`
  | `left-out/${string}`
  | `pack/${string}`
  | 'pack-labels';

const PREFIX = 'jiangtai.choice/';

/** The kept choice; undefined when there is none or the browser keeps nothing. */
export function preference(what: PreferenceName): string | undefined {
  try {
    return localStorage.getItem(PREFIX + what) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice; a browser that refuses simply forgets it. */
export function setPreference(what: PreferenceName, value: string): void {
  try {
    localStorage.setItem(PREFIX + what, value);
  } catch {
    // A choice is not worth a message.
  }
}
