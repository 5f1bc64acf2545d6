import type { ShownRepair } from '../../compile/compile.ts';
import { REPAIR_KINDS, type RepairKind } from '../../repair/clean-text.ts';

/** Repairs of one kind, in the order of the text. */
export interface RepairGroup {
  readonly kind: RepairKind;
  readonly repairs: readonly ShownRepair[];
}

/** By kind, in one order whatever is switched off: what is being looked at stays where it is. */
export function repairGroups(
  repairs: readonly ShownRepair[],
  disabled: readonly RepairKind[],
): RepairGroup[] {
  return REPAIR_KINDS.map((kind) => ({
    kind,
    repairs: repairs.filter((repair) => repair.kind === kind),
  })).filter((group) => group.repairs.length > 0 || disabled.includes(group.kind));
}

/** A piece of text for a list: one line, long ones shortened in the middle, what cannot be seen by its code. */
export function visibleText(text: string, limit = 36): string {
  const characters = [...text];
  const half = Math.floor(limit / 2);
  const shown =
    characters.length > limit
      ? [...characters.slice(0, half), '…', ...characters.slice(-half + 1)]
      : characters;
  return shown.map(visibleCharacter).join('');
}

function visibleCharacter(character: string): string {
  if (character === '\n') return '↵';
  if (character === ' ' || character === '\u3000') return '␣';
  if (!/[\p{Cc}\p{Cf}\p{Co}\p{Zs}]/u.test(character)) return character;
  return `<${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}>`;
}
