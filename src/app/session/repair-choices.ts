import type { RepairKind } from '../../repair/clean-text.ts';
import type { TextOrigin } from '../../text/source.ts';
import { preference, setPreference } from '../preferences/preferences.ts';

/** What the user does not want repaired in one speech. */
export interface RepairChoices {
  readonly disabled: readonly RepairKind[];
  /** Keys of single repairs, see pipeline/undo-repairs.ts. */
  readonly undone: readonly string[];
  /** What the speech was imported from. */
  readonly origin?: TextOrigin;
}

const NONE: RepairChoices = { disabled: [], undone: [] };

export function repairChoices(name: string): RepairChoices {
  try {
    return { ...NONE, ...(JSON.parse(preference(`repairs/${name}`) ?? '{}') as Partial<RepairChoices>) };
  } catch {
    return NONE;
  }
}

export function keepRepairChoices(name: string, choices: RepairChoices): void {
  setPreference(`repairs/${name}`, JSON.stringify(choices));
}

/** The list with the item in it if it was not, without it if it was. */
export function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

/** A speech was renamed: what the user chose for it goes with it. */
export function moveRepairChoices(name: string, to: string): void {
  keepRepairChoices(to, repairChoices(name));
  keepRepairChoices(name, NONE);
}
