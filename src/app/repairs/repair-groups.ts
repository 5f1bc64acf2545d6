import type { RepairKind } from '../../read/types.ts';
import type { ShownRepair } from '../pipeline/protocol.ts';

/** Repairs of one kind, in the order of the text. */
export interface RepairGroup {
  readonly kind: RepairKind;
  readonly repairs: readonly ShownRepair[];
}

/** By kind, in the order of the first repair of each; kinds switched off come last, empty. */
export function repairGroups(
  repairs: readonly ShownRepair[],
  disabled: readonly RepairKind[],
): RepairGroup[] {
  const groups = new Map<RepairKind, ShownRepair[]>();
  for (const repair of repairs) {
    const group = groups.get(repair.kind);
    if (group) group.push(repair);
    else groups.set(repair.kind, [repair]);
  }
  for (const kind of disabled) if (!groups.has(kind)) groups.set(kind, []);
  return [...groups].map(([kind, list]) => ({ kind, repairs: list }));
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
