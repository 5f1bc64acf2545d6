import { preference, setPreference } from './preferences.ts';

export const LOOKS = ['auto', 'light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];

const dark = matchMedia('(prefers-color-scheme: dark)');

export function chosenLook(): Look {
  return LOOKS.find((look) => look === preference('look')) ?? 'auto';
}

/** Sets light or dark on the page and keeps the choice. */
export function setLook(look: Look): void {
  setPreference('look', look);
  apply();
}

/** Follows the choice, and the system where the choice is `auto`, from now on. */
export function followLook(): void {
  dark.addEventListener('change', apply);
  apply();
}

function apply(): void {
  const look = chosenLook();
  document.documentElement.dataset.look = look === 'auto' ? (dark.matches ? 'dark' : 'light') : look;
}
