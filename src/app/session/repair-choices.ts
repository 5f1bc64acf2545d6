import type { SpeechChoices } from '../../import/meeting-file.ts';
import { presentKind, REPAIR_KINDS, type RepairKind } from '../../repair/clean-text.ts';
import type { TextOrigin } from '../../text/source.ts';
import { preference, setPreference } from '../preferences/preferences.ts';

/** What the user does not want repaired in one speech. */
export interface RepairChoices {
  readonly disabled: readonly RepairKind[];
  /** Keys of single repairs, see src/compile/undo-repairs.ts. */
  readonly undone: readonly string[];
  /** What the speech was imported from. */
  readonly origin?: TextOrigin;
}

const NONE: RepairChoices = { disabled: [], undone: [] };

export function repairChoices(name: string): RepairChoices {
  try {
    const kept = JSON.parse(preference(`repairs/${name}`) ?? '{}') as Partial<RepairChoices>;
    const choices = { ...NONE, ...kept };
    const disabled = choices.disabled.map(presentKind) as RepairKind[];
    return { ...choices, disabled, undone: choices.undone.map(presentKey) };
  } catch {
    return NONE;
  }
}

/** The choices in a file from outside, as far as they are any. */
export function keptChoices(choices: Partial<SpeechChoices> | undefined): RepairChoices {
  const { disabled = [], undone = [] } = choices ?? {};
  return { disabled: disabled.map(presentKind).filter(isKind), undone };
}

const isKind = (kind: string): kind is RepairKind => (REPAIR_KINDS as readonly string[]).includes(kind);

/** Keys of single repairs begin with their kind. */
function presentKey(key: string): string {
  const [kind, ...place] = JSON.parse(key) as [string, ...string[]];
  return JSON.stringify([presentKind(kind), ...place]);
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
