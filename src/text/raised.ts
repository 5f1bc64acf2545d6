const RAISED = '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻–⁻－⁻=⁼(⁽)⁾nⁿiⁱ';
const LOWERED = '0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋–₋－₋=₌(₍)₎';

const tableOf = (pairs: string): ReadonlyMap<string, string> => {
  const characters = [...pairs];
  const table = new Map<string, string>();
  for (let index = 0; index < characters.length; index += 2)
    table.set(characters[index]!, characters[index + 1]!);
  return table;
};
const TABLES = { superscript: tableOf(RAISED), subscript: tableOf(LOWERED) };

/**
 * Raised or lowered text in characters that are themselves raised or lowered: 10 and raised 8 → ⁸.
 * Only figures, their signs, n and i have such characters in text fonts.
 *
 * @returns undefined where some character has none
 */
export function raisedText(text: string, how: 'superscript' | 'subscript'): string | undefined {
  let raised = '';
  for (const character of text.trim()) {
    const one = TABLES[how].get(character);
    if (one === undefined) return undefined;
    raised += one;
  }
  return raised === '' ? undefined : raised;
}
