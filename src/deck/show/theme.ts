import { DEFAULT_THEME } from '../themes.ts';

/** Style sheets of the themes, by path; each is fetched when a deck first asks for its theme. */
const SHEETS = import.meta.glob<string>('/themes/*/deck.css', { query: '?inline', import: 'default' });

const style = document.createElement('style');

/** Dresses the page in a theme; an unknown one falls back to 党建红. */
export async function useTheme(id: string): Promise<void> {
  const known = `/themes/${id}/deck.css` in SHEETS ? id : DEFAULT_THEME;
  if (style.dataset.theme === known) return;
  const css = await SHEETS[`/themes/${known}/deck.css`]?.();
  // Last in the head: equal selectors of the theme win.
  document.head.append(style);
  style.textContent = css ?? '';
  style.dataset.theme = known;
}
