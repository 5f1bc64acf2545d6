import type { TextFormat } from '../text/source.ts';

/** Script a speech is shown in: as written, simplified, traditional, and the traditional forms of Taiwan and Hong Kong. */
export const SCRIPTS = ['source', 'hans', 'hant', 'tw', 'hk'] as const;

/** Marks of quotations where a speech is shown in Traditional: as written, or 「」. */
export const QUOTES = ['written', 'corner'] as const;

/** How much of the text is shown on slides. */
export const DENSITIES = ['low', 'normal', 'high'] as const;

/** Ratios of width to height that slides are planned and drawn for. */
export const RATIOS = ['16:9', '16:10', '4:3'] as const;
export type Ratio = (typeof RATIOS)[number];

/** Ratio of the slides where nothing else is said. */
export const DEFAULT_RATIO: Ratio = '16:9';

/** What an author may choose: a ratio, or that of the screen at hand. */
export const RATIO_CHOICES = [...RATIOS, 'screen'] as const;

/**
 * - `official`: running text as offices file it (GB/T 9704—2012)
 * - `podium`: the speaker's own copy, large
 * - `notes`: running text with a ruled margin for the listener
 * - `outline`: headings, key points and questions on a page or two
 */
export const HANDOUT_LAYOUTS = ['official', 'podium', 'notes', 'outline'] as const;
export type HandoutLayout = (typeof HANDOUT_LAYOUTS)[number];

export const PAPERS = ['a4', '16k', 'a5'] as const;
export const LINE_PITCHES = ['grid', 'strict'] as const;
export const FOLIOS = ['outer', 'center', 'none'] as const;
export const FONTS = ['bundled', 'system'] as const;
export const PODIUM_SIZES = ['large', 'xlarge'] as const;

/** Slowest and fastest rate a speech is read at, characters a minute (with room on both sides). */
export const RATE_LIMITS = { min: 60, max: 400 } as const;

/** Rate of speaking where nothing else is said: an ordinary speaker who reads a formal speech, characters a minute (typography §6: 160–200). */
export const DEFAULT_RATE = 180;

/** Theme of slides and handout where nothing else is said: its folder in `themes/`. */
export const DEFAULT_THEME = 'dang-hong';

/** Settings the author wrote into the front matter; absent = the default. */
export interface Settings {
  /** Declares a plain text to be Markdown. */
  readonly format?: TextFormat;
  /** Id of a theme. */
  readonly theme?: string;
  readonly script?: (typeof SCRIPTS)[number];
  readonly quotes?: (typeof QUOTES)[number];
  /** Characters a minute. */
  readonly rate?: number;
  readonly deck?: {
    readonly agenda?: boolean;
    readonly density?: (typeof DENSITIES)[number];
    readonly ratio?: (typeof RATIO_CHOICES)[number];
  };
  readonly handout?: HandoutSettings;
  /** Words that script conversion leaves as they are. */
  readonly names?: readonly string[];
}

/** How the handout is to look. */
export interface HandoutSettings {
  readonly layout?: HandoutLayout;
  readonly paper?: (typeof PAPERS)[number];
  readonly pitch?: (typeof LINE_PITCHES)[number];
  readonly folio?: (typeof FOLIOS)[number];
  readonly size?: (typeof PODIUM_SIZES)[number];
  readonly fonts?: (typeof FONTS)[number];
  readonly mirror?: boolean;
  readonly cover?: boolean;
  readonly contents?: boolean;
  readonly head?: boolean;
  readonly booklet?: boolean;
}
