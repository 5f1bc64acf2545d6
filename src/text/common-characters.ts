import { FREQUENT_CHARACTERS, RATHER_FREQUENT_CHARACTERS } from './data/frequent.ts';
import { TRADITIONAL_FORMS } from './data/traditional.ts';
import { gbkTable } from './gbk.ts';

let first: string[] | undefined;

/** The 3,755 characters of GB2312 level 1 in the order of the standard. */
export function levelOne(): readonly string[] {
  if (first === undefined) {
    first = [];
    const gbk = gbkTable();
    for (let lead = 0xb0; lead <= 0xd7; lead++)
      for (let trail = 0xa1; trail <= 0xfe; trail++) {
        const code = gbk.code(lead, trail);
        if (code >= 0x4e00) first.push(String.fromCharCode(code));
      }
    // D7FA–D7FE are unassigned in GB2312; vendors put private characters there.
    first = first.filter((character) => character < '\ue000');
  }
  return first;
}

let folded: Map<string, string> | undefined;

/** Traditional form → the level 1 character written for it in Simplified text. */
export function simplifiedForms(): ReadonlyMap<string, string> {
  if (folded === undefined) {
    folded = new Map();
    for (const entry of TRADITIONAL_FORMS.trim().split(/\s+/))
      for (const form of entry.slice(1)) if (form !== '/') folded.set(form, entry.charAt(0));
  }
  return folded;
}

/** The Simplified form of a common character; any other character as it is. */
export function simplified(character: string): string {
  return simplifiedForms().get(character) ?? character;
}

let variants: Set<string> | undefined;

/** True for a rarer variant of a Traditional character (衆 beside 眾). */
export function isVariant(character: string): boolean {
  variants ??= new Set(
    TRADITIONAL_FORMS.trim()
      .split(/\s+/)
      .flatMap((entry) => [...(entry.split('/')[1] ?? '')]),
  );
  return variants.has(character);
}

export type Commonness = 0 | 1 | 2 | 3;

let ranks: Map<string, number> | undefined;

/**
 * How common a Han character is in either script: 3 among the most frequent 500, 2 among the next few hundred,
 * 1 in GB2312 level 1 or the Traditional form of one, 0 otherwise.
 */
export function commonness(character: string): Commonness {
  if (ranks === undefined) {
    ranks = new Map();
    for (const one of levelOne()) ranks.set(one, 1);
    for (const one of RATHER_FREQUENT_CHARACTERS) ranks.set(one, 2);
    for (const one of FREQUENT_CHARACTERS) ranks.set(one, 3);
    for (const [traditional, simplified] of simplifiedForms()) ranks.set(traditional, ranks.get(simplified)!);
  }
  return (ranks.get(character) ?? 0) as Commonness;
}

/** True for a character that only Traditional text uses (of the common ones). */
export function isTraditionalOnly(character: string): boolean {
  return simplifiedForms().has(character);
}
