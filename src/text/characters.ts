/**
 * Classes of characters as UTF-16 codes and as regular expression sources.
 */

/** Han characters of the basic plane, with 〇 and 々; what a rule means by "between Han". */
export const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff〇々';

/** Punctuation that only Chinese typesetting uses. */
export const HAN_PUNCTUATION = '，。、；：？！（）《》〈〉「」『』【】〔〕“”‘’…—·';

const HAN_CHARACTER = new RegExp(`^[${HAN}]$`);

export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || HAN_CHARACTER.test(character);
}
