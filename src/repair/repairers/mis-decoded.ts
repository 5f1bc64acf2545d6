import { isHan } from '../../text/characters.ts';
import { commonness } from '../../text/common-characters.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { gbkTable } from '../../text/gbk.ts';
import { textDecoder } from '../../text/text-decoder.ts';
import type { Edit } from '../edits.ts';
import { NO_REPAIRS, type RepairInput, type RepairResult } from '../repairer.ts';

/** Characters of the upper half of Windows-1252 that are not their own byte. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const latinByte = (character: string): number => {
  const code = character.charCodeAt(0);
  if (code <= 0xff) return code;
  const at = WINDOWS.indexOf(character);
  return at < 0 ? -1 : 0x80 + at;
};

function latinBytes(text: string): Uint8Array | undefined {
  const bytes = Uint8Array.from(text, latinByte as (c: string) => number);
  return [...text].every((character) => latinByte(character) >= 0) ? bytes : undefined;
}

function gbkBytes(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes.push(code);
    else if (code === 0x20ac) bytes.push(0x80);
    else {
      const pair = gbkTable().bytes(code);
      if (pair === 0) return undefined;
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

/** Wrong readings that can be turned back: how the characters become bytes again, and what those were. */
const MISTAKES: readonly {
  readonly back: (text: string) => Uint8Array | undefined;
  readonly was: 'utf-8' | 'gbk';
  readonly sign: RegExp;
}[] = [
  // UTF-8 lead bytes E4–E9 of Han read as Latin-1: ä å æ ç è é and two characters of the upper half.
  { back: latinBytes, was: 'utf-8', sign: /[ä-éïâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}/ },
  // GBK read as Latin-1: pairs of B0–F7 and A1–FE.
  { back: latinBytes, was: 'gbk', sign: /(?:[\u00b0-\u00f7][\u00a1-\u00fe]){3}/ },
  // UTF-8 read as GBK: 我们 → 鎴戜滑.
  { back: gbkBytes, was: 'utf-8', sign: /[鎴鐨勬槸鍦ㄤ鍜岄涓浠绛]/ },
];

/** Lines of this share of common characters are Chinese already. */
const PROSE = 0.85;

/**
 * Text that was decoded with the wrong table before it reached us → what it was, line by line, if the whole
 * document shows the mistake and a line's inverse is valid and Chinese prose. A line with lost bytes is
 * reported as `mis-decoded`.
 */
export function misDecoded({ text }: RepairInput): RepairResult {
  const mistake = MISTAKES.find(({ sign }) => sign.test(text));
  if (mistake === undefined) return NO_REPAIRS;
  const edits: Edit[] = [];
  const problems: Diagnostic[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (/[^\0-\x7f]/.test(line)) {
      const was = inverted(line, mistake.back, mistake.was);
      if (was !== undefined && prose(was) >= PROSE && prose(was) > prose(line))
        edits.push({ start, end, insert: was, kind: 'mis-decoded', reason: 'repair.mis-decoded' });
      else if (mistake.sign.test(line) && prose(line) < 0.4)
        problems.push({
          code: 'mis-decoded',
          severity: 'error',
          values: { text: line.slice(0, 30) },
          range: { start, end },
        });
    }
    start = end + 1;
  }
  if (edits.length === 0) return NO_REPAIRS;
  return { edits, problems, untouchable: problems.map(({ range }) => range) };
}

function inverted(
  line: string,
  back: (text: string) => Uint8Array | undefined,
  was: string,
): string | undefined {
  const bytes = back(line);
  if (bytes === undefined) return undefined;
  try {
    return textDecoder(was, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // bytes were lost on the way
  }
}

/** Share of common characters and Chinese punctuation among the characters beyond ASCII. */
function prose(text: string): number {
  const wide = [...text].filter((character) => character > '\x7f');
  const good = wide.filter((character) =>
    isHan(character) ? commonness(character) > 0 : /[，。、：；？！（）《》“”‘’…—·　]/.test(character),
  );
  return wide.length === 0 ? 0 : good.length / wide.length;
}
