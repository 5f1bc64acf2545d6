/** Rate of speaking where nothing else is said: an ordinary speaker who reads a formal speech, characters a minute (typography §6: 160–200). */
export const DEFAULT_RATE = 180;

/** Theme of slides and handout where nothing else is said, or where there is no theme of that id: its folder in `themes/`. */
export const DEFAULT_THEME = 'dang-hong';
