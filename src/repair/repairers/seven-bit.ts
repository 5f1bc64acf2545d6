import { isHan } from '../../text/characters.ts';
import { commonness } from '../../text/common-characters.ts';
import { gbkTable } from '../../text/gbk.ts';
import type { Edit } from '../edits.ts';

/** HZ (RFC 1843): GB2312 in ASCII, between ~{ and ~} or the end of the line. */
const HZ_RUN = /~\{((?:[\x21-\x77][\x21-\x7e])+)(?:~\}|(?=~?\n|$))/g;
/** UTF-7 (RFC 2152): UTF-16 in base64, between + and - or another character. */
const UTF7_RUN = /\+([A-Za-z0-9+/]{3,})-?/g;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Chinese that mail and news programs of the seven-bit age wrote in ASCII, read as if it were ASCII:
 * ~{M,V>CG#:~} → 同志们：, +VAxf107s/xo- → 同志们：. Only where every run gives common characters.
 */
export function sevenBitRuns(text: string): Edit[] {
  const hz = text.includes('~{') ? restored(text, HZ_RUN, decodeHz) : [];
  if (hz.length > 0)
    // Once a text is HZ, ~~ is a tilde, and ~ before a line end joins two lines.
    for (const match of text.matchAll(/~(?:~|\n)/g))
      if (!hz.some(({ start, end }) => match.index < end && start < match.index + 2))
        hz.push(edit(match.index, match.index + 2, match[0] === '~~' ? '~' : ''));
  const utf7 = /\+[A-Za-z0-9+/]{3}/.test(text) ? restored(text, UTF7_RUN, decodeUtf7) : [];
  if (utf7.length > 0)
    for (const match of text.matchAll(/\+-/g))
      if (!utf7.some(({ start, end }) => match.index < end && start <= match.index))
        utf7.push(edit(match.index, match.index + 2, '+'));
  return [...hz, ...utf7];
}

function restored(text: string, run: RegExp, decode: (coded: string) => string | undefined): Edit[] {
  const edits: Edit[] = [];
  let han = 0;
  for (const match of text.matchAll(run)) {
    const was = decode(match[1]!);
    if (was === undefined || ![...was].every(isCommon)) continue;
    han += [...was].filter(isHan).length;
    edits.push(edit(match.index, match.index + match[0].length, was));
  }
  // One character may come about by chance.
  return han >= 2 ? edits : [];
}

function edit(start: number, end: number, insert: string): Edit {
  return { start, end, insert, kind: 'mis-decoded', reason: 'repair.mis-decoded' };
}

function decodeHz(coded: string): string | undefined {
  const gbk = gbkTable();
  let text = '';
  for (let at = 0; at + 1 < coded.length; at += 2) {
    const code = gbk.code(coded.charCodeAt(at) | 0x80, coded.charCodeAt(at + 1) | 0x80);
    if (code === 0) return undefined;
    text += String.fromCharCode(code);
  }
  return text;
}

function decodeUtf7(coded: string): string | undefined {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const letter of coded) {
    bits = ((bits << 6) | BASE64.indexOf(letter)) & 0xffffff;
    count += 6;
    if (count >= 16) {
      count -= 16;
      text += String.fromCharCode((bits >> count) & 0xffff);
    }
  }
  // What is left over pads the last character with zeros.
  return count >= 6 || (bits & ((1 << count) - 1)) !== 0 ? undefined : text;
}

function isCommon(character: string): boolean {
  if (isHan(character)) return commonness(character) > 0;
  return /[，。、：；？！（）《》〈〉「」『』【】“”‘’…—·　\r\n]|[\u0020-\u007e]|[\uff10-\uff5a]/.test(
    character,
  );
}
