import { raisedText } from '../../text/raised.ts';
import { symbolCharacter, symbolText } from '../../text/symbol-fonts.ts';
import type { Run } from '../document.ts';
import type { LeftOutKind } from '../left-out.ts';
import type { RunLook } from './styles.ts';
import type { XmlElement } from './xml.ts';

/** Adds what is left out to runs; neighbours of one kind are one. */
export function leaveOut(what: LeftOutKind, text: string, runs: Run[]): void {
  const last = runs.at(-1);
  if (last?.kind === 'left-out' && last.what === what)
    runs[runs.length - 1] = { ...last, text: last.text + text };
  else if (text !== '') runs.push({ kind: 'left-out', what, text });
}

/** The characters a reader sees for those that are stored: signs of symbol fonts, capitals, raised figures. */
export function shownText(text: string, { font, caps, raised }: RunLook): string {
  let seen = font === undefined ? text : symbolText(font, text);
  if (caps === true) seen = seen.toUpperCase();
  return (raised === 'superscript' || raised === 'subscript' ? raisedText(seen, raised) : undefined) ?? seen;
}

/** The sign of `w:sym` (17.3.3.30) or `w16se:symEx`; undefined where its font is not known. */
export function symbolOf({ name, attributes }: XmlElement): string | undefined {
  const font = attributes['w:font'] ?? attributes.font ?? '';
  const code = Number.parseInt(attributes['w:char'] ?? attributes.char ?? '', 16);
  if (!(code > 0 && code <= 0x10ffff)) return undefined;
  const sign = symbolCharacter(font, code);
  if (sign !== undefined) return sign;
  const named = code > 0xffff ? name === 'symEx' : !(code >= 0xd800 && code <= 0xf8ff);
  return named ? String.fromCodePoint(code) : undefined;
}

export function textRun(text: string, look: RunLook, href?: string): Run {
  return {
    kind: 'text',
    text,
    ...(look.bold === true && { bold: true }),
    ...(look.mark === true && { mark: true }),
    ...(href !== undefined && { href }),
  };
}
