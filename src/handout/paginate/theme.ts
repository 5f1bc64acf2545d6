/** Style sheets of the themes, by path; each is fetched when a handout first asks for its theme. */
const SHEETS = import.meta.glob<string>('/themes/*/handout.css', { query: '?inline', import: 'default' });

const style = document.createElement('style');
document.head.append(style);

/** Puts the theme's own layer over the layout's styles; an unknown theme has none. */
export async function useTheme(id: string): Promise<void> {
  if (style.dataset.theme === id) return;
  const css = (await SHEETS[`/themes/${id}/handout.css`]?.()) ?? '';
  // Last in the head: equal selectors of the theme win.
  document.head.append(style);
  style.textContent = css;
  style.dataset.theme = id;
}
