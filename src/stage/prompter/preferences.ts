/** How the text moves: by pages, evenly by itself, or sentence by sentence. */
export type PrompterMode = 'page' | 'scroll' | 'sentence';

export const MODES: readonly PrompterMode[] = ['page', 'scroll', 'sentence'];

/** Sizes of the text, px: smallest, largest, step. */
export const SIZES = { smallest: 32, largest: 120, step: 8 } as const;

/** What a speaker has set; kept in the browser for all speeches. */
export interface PrompterPreferences {
  readonly mode: PrompterMode;
  readonly size: number;
  readonly linked: boolean;
  readonly mirror: boolean;
  readonly flip: boolean;
  readonly pinyin: boolean;
  readonly numbers: boolean;
}

const FIRST: PrompterPreferences = {
  mode: 'page',
  size: 56,
  linked: true,
  mirror: false,
  flip: false,
  pinyin: true,
  numbers: false,
};

const KEPT = 'jiangtai-prompter';

export function readPreferences(): PrompterPreferences {
  const kept = readJson('localStorage', KEPT);
  if (typeof kept !== 'object' || kept === null) return FIRST;
  const { mode, size, ...rest } = kept as Record<string, unknown>;
  const flags = Object.entries(rest).filter(([name, on]) => name in FIRST && typeof on === 'boolean');
  return {
    ...FIRST,
    ...Object.fromEntries(flags),
    ...(MODES.includes(mode as PrompterMode) && { mode: mode as PrompterMode }),
    ...(typeof size === 'number' && size >= SIZES.smallest && size <= SIZES.largest && { size }),
  };
}

export function keepPreferences(preferences: PrompterPreferences): void {
  keepJson('localStorage', KEPT, preferences);
}

type Storages = 'localStorage' | 'sessionStorage';

/** Storage may be refused or hold what others wrote; then nothing was kept. */
export function readJson(storage: Storages, key: string): unknown {
  try {
    return JSON.parse(window[storage].getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

export function keepJson(storage: Storages, key: string, value: unknown): void {
  try {
    window[storage].setItem(key, JSON.stringify(value));
  } catch {
    // As above: all works without.
  }
}
