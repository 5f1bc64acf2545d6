/** Colours of a theme as themes/ID/deck.css has them, six hexadecimal digits each (held to it by a test). */
export interface SlideColours {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
  readonly gold: string;
  /** Behind the title of cover, dividers and end, and the letters on it. */
  readonly deep: string;
  readonly onDeep: string;
  readonly soft: string;
  readonly line: string;
  readonly furniture: string;
}

const ROWS: Readonly<Record<string, readonly string[]>> = {
  'dang-hong': ['fdf9f2', '1f1a17', '9e0e14', 'b98a2e', '9e0e14', 'fffaf0', 'f6ecdd', 'e3d2b8', '5d534b'],
  'ke-ji-lan': ['f7fafd', '0f2136', '0a4a8f', '12a5c4', '0a1f3d', 'f3f9ff', 'e8f0f8', 'bccfe2', '36506c'],
  'shen-se': ['191716', 'f4ede2', 'f0b95a', 'f0b95a', '100f0e', 'f7f0e6', '292523', '4b443e', 'b5aa9b'],
  'xi-qing-hong': ['fffaf3', '1f1512', 'a3000c', 'c8952f', 'a3000c', 'fffaf0', 'fff1dd', 'efd3a4', '5f5047'],
  'su-jian': ['ffffff', '17171a', '17171a', '6b675f', 'ffffff', '17171a', 'f4f2ee', 'bdb9b1', '55524c'],
  'zhu-qing': ['f6f9f4', '14241c', '1f4d3a', '7d9a3c', '1f4d3a', 'f4faf3', 'e6efe4', 'b9cdb8', '3c5a4c'],
};

/** Names of the colours, in the order of the rows. */
export const COLOUR_NAMES = [
  'paper',
  'ink',
  'accent',
  'gold',
  'deep',
  'onDeep',
  'soft',
  'line',
  'furniture',
] as const satisfies readonly (keyof SlideColours)[];

/** Ids of the themes that have a row. */
export const COLOURED_THEMES: readonly string[] = Object.keys(ROWS);

/** The colours of a theme; those of the first for one that has none. */
export function slideColours(theme: string): SlideColours {
  const row = ROWS[theme] ?? ROWS['dang-hong']!;
  return Object.fromEntries(
    COLOUR_NAMES.map((name, index) => [name, row[index]!]),
  ) as unknown as SlideColours;
}
