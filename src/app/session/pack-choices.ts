import type { PackOptions } from '../../pack/types.ts';
import { preference, setPreference } from '../preferences/preferences.ts';

/** What the user chose and typed for the papers of one speech's meeting. */
export type PackChoices = Pick<
  PackOptions,
  'labels' | 'parts' | 'typed' | 'kind' | 'ceremony' | 'withoutQuestions'
>;

/** Choices kept for a speech. */
export function packChoices(name: string): PackChoices {
  return kept<PackChoices>(`pack/${name}`) ?? {};
}

/** Keeps choices for a speech; how many people are expected is never kept. */
export function keepPackChoices(name: string, choices: PackChoices): void {
  const { expected: _, ...typed } = choices.typed ?? {};
  setPreference(`pack/${name}`, JSON.stringify({ ...choices, typed }));
}

/** A speech was renamed: what the user typed for it goes with it. */
export function movePackChoices(name: string, to: string): void {
  setPreference(`pack/${to}`, JSON.stringify(packChoices(name)));
  forgetPackChoices(name);
}

/** A speech was removed: another one of its name shall not have what was typed for it. */
export function forgetPackChoices(name: string): void {
  setPreference(`pack/${name}`, '{}');
}

/** Labels that the user has renamed, for all speeches of this library. */
export function renamedLabels(): NonNullable<PackOptions['renamed']> {
  return kept<NonNullable<PackOptions['renamed']>>('pack-labels') ?? {};
}

export function keepRenamedLabels(renamed: NonNullable<PackOptions['renamed']>): void {
  setPreference('pack-labels', JSON.stringify(renamed));
}

function kept<Value>(what: 'pack-labels' | `pack/${string}`): Value | undefined {
  try {
    const value: unknown = JSON.parse(preference(what) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Value) : undefined;
  } catch {
    return undefined;
  }
}
