import { simplified } from '../../text/common-characters.ts';

const HAN = /[\u4e00-\u9fff]/;

/**
 * A text for looking words up in: its common Traditional characters as their Simplified forms, so that rules are
 * written once. As long as the text it came from: offsets are the same in both. Never shown.
 */
export function matchingText(text: string): string {
  if (!HAN.test(text)) return text;
  let found = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const form = simplified(character);
    if (form === character) continue;
    found += text.slice(copied, at) + form;
    copied = at + 1;
  }
  return copied === 0 ? text : found + text.slice(copied);
}
