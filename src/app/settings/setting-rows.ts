import type { SettingPath } from '../../speech/setting-edit.ts';
import type { Settings } from '../../speech/settings.ts';
import {
  DEFAULT_RATE,
  DEFAULT_RATIO,
  DEFAULT_THEME,
  DENSITIES,
  FOLIOS,
  FONTS,
  HANDOUT_LAYOUTS,
  LINE_PITCHES,
  PAPERS,
  PODIUM_SIZES,
  QUOTES,
  RATIO_CHOICES,
  SCRIPTS,
} from '../../speech/settings.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** The user's choice of how the speech is shown; undefined: the default, which is not written into the text. */
export interface SettingChoice {
  readonly path: SettingPath;
  readonly value: string | number | boolean | undefined;
}

/** The value of a setting, its default, and the values it may take, as the text of a form control. */
export interface SettingRow {
  readonly path: SettingPath;
  readonly label: MessageKey;
  readonly value: string;
  readonly usual: string;
  /** `switch`: `true` or `false`; `options`: all in sight; `list`: one line that opens; `themes`: as pictures. */
  readonly control: 'switch' | 'options' | 'list' | 'themes';
  readonly choices: readonly string[];
}

/** Rates offered, characters a minute: slow and solemn to brisk (spec of pace: 160–220). */
const RATES = [140, 160, 180, 200, 220, 240] as const;

const SWITCH = ['true', 'false'] as const;

/** Settings of the slides, in the order they are shown. */
export function slideRows({ theme, deck }: Settings): SettingRow[] {
  return [
    {
      path: ['theme'],
      label: 'settings.theme',
      value: theme ?? DEFAULT_THEME,
      usual: DEFAULT_THEME,
      control: 'themes',
      choices: [],
    },
    {
      path: ['deck', 'ratio'],
      label: 'settings.ratio',
      value: deck?.ratio ?? DEFAULT_RATIO,
      usual: DEFAULT_RATIO,
      control: 'options',
      choices: RATIO_CHOICES,
    },
    {
      path: ['deck', 'density'],
      label: 'settings.density',
      value: deck?.density ?? 'normal',
      usual: 'normal',
      control: 'options',
      choices: DENSITIES,
    },
    {
      path: ['deck', 'agenda'],
      label: 'settings.agenda',
      value: String(deck?.agenda ?? true),
      usual: 'true',
      control: 'switch',
      choices: SWITCH,
    },
  ];
}

/** Settings of the handout; those that its layout does not use are left out. */
export function handoutRows({ handout = {} }: Settings): SettingRow[] {
  const layout = handout.layout ?? 'official';
  const option = <T extends string>(
    name: 'layout' | 'size' | 'paper' | 'pitch' | 'folio' | 'fonts',
    choices: readonly T[],
    usual: T,
  ): SettingRow => ({
    path: ['handout', name],
    label: `settings.${name}`,
    value: handout[name] ?? usual,
    usual,
    control: 'options',
    choices,
  });
  const switches = ['cover', 'contents', 'head', 'mirror', 'booklet'] as const;
  return [
    option('layout', HANDOUT_LAYOUTS, 'official'),
    ...(layout === 'podium' ? [option('size', PODIUM_SIZES, 'large')] : []),
    option('paper', PAPERS, 'a4'),
    ...(layout === 'official' ? [option('pitch', LINE_PITCHES, 'grid')] : []),
    option('folio', FOLIOS, 'outer'),
    option('fonts', FONTS, 'bundled'),
    ...switches.map(
      (name): SettingRow => ({
        path: ['handout', name],
        label: `settings.${name}`,
        value: String(handout[name] ?? false),
        usual: 'false',
        control: 'switch',
        choices: SWITCH,
      }),
    ),
  ];
}

/** Settings that slides and handout share. */
export function sharedRows({ script = 'source', quotes, rate }: Settings): SettingRow[] {
  const rates = [...new Set<number>([...RATES, rate ?? DEFAULT_RATE])].sort((a, b) => a - b);
  // Which marks to use is a question in Traditional only.
  const traditional = script === 'hant' || script === 'tw' || script === 'hk';
  return [
    {
      path: ['script'],
      label: 'settings.script',
      value: script,
      usual: 'source',
      control: 'list',
      choices: SCRIPTS,
    },
    ...(traditional
      ? [
          {
            path: ['quotes'],
            label: 'settings.quotes',
            value: quotes ?? 'written',
            usual: 'written',
            control: 'options',
            choices: QUOTES,
          } satisfies SettingRow,
        ]
      : []),
    {
      path: ['rate'],
      label: 'settings.rate',
      value: String(rate ?? DEFAULT_RATE),
      usual: String(DEFAULT_RATE),
      control: 'list',
      choices: rates.map(String),
    },
  ];
}

/** The choice of a value that a form control gives as text. */
export function settingChoice({ path, usual, control }: SettingRow, chosen: string): SettingChoice {
  if (chosen === usual) return { path, value: undefined };
  if (control === 'switch') return { path, value: chosen === 'true' };
  return { path, value: /^\d+$/.test(chosen) ? Number(chosen) : chosen };
}
