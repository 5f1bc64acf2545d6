import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, MAX_TEXT_BYTES } from '../../src/import/bytes.ts';
import { ImportError } from '../../src/import/import-error.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, i) => bytes[i ^ 1]!);
const SPEECH = '同志们：今天我们召开全市安全生产工作会议。';

/** Text → bytes of an encoding, by the platform's own decoder turned round. */
function encoder(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true });
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      try {
        bytesOf.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
      } catch {}
  return (text) =>
    Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : bytesOf.get(c)!)));
}

describe('decodeBytes', () => {
  it.each([
    ['utf-8', utf8(SPEECH), false],
    ['utf-8', utf8(`\ufeff${SPEECH}`), true],
    ['utf-16le', utf16(`\ufeff${SPEECH}`), true],
    ['utf-16le', utf16(SPEECH), false],
    ['utf-16be', swapped(utf16(`\ufeff${SPEECH}`)), true],
    ['utf-16be', swapped(utf16(SPEECH)), false],
    ['gb18030', encoder('gbk')(SPEECH), false],
  ])('%s', (encoding, bytes, hadBom) => {
    expect(decodeBytes(bytes)).toEqual({
      text: SPEECH,
      encoding,
      hadBom,
      lineEnding: 'none',
      confident: true,
    });
  });

  it('Big5', () => {
    const text = '各位鄉親、各位來賓：今天我們在這裡舉行畢業典禮。';
    expect(decodeBytes(encoder('big5')(text))).toMatchObject({ text, encoding: 'big5', confident: true });
  });

  it('makes line ends \\n and says what they were', () => {
    expect(decodeBytes(utf8('一\r\n二\r\n'))).toMatchObject({ text: '一\n二\n', lineEnding: 'crlf' });
    expect(decodeBytes(utf8('一\r二'))).toMatchObject({ text: '一\n二', lineEnding: 'cr' });
    expect(decodeBytes(utf8('一\r\n二\n'))).toMatchObject({ text: '一\n二\n', lineEnding: 'mixed' });
  });

  it('obeys the user', () => {
    expect(decodeBytes(encoder('gbk')('中文'), 'big5').encoding).toBe('big5');
  });

  it('takes a file with a broken byte, but is not confident', () => {
    const bytes = new Uint8Array([...utf8(SPEECH.repeat(5)), 0xe4]);
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'utf-8', confident: false });
  });

  it.each([
    ['empty', new Uint8Array()],
    ['too-large', new Uint8Array(MAX_TEXT_BYTES + 1)],
    ['pdf', utf8('%PDF-1.7\n')],
    ['old-doc', hex('d0cf11e0a1b11ae1')],
    ['zip', hex('504b0304')],
    ['rtf', utf8('{\\rtf1')],
    ['picture', hex('89504e470d0a1a0a')],
    ['binary', hex('000102030405ff0880')],
  ])('refuses %s', (code, bytes) => {
    expect(() => decodeBytes(bytes)).toThrow(expect.objectContaining({ name: 'ImportError', code }));
  });

  it('random bytes give text or a ImportError, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(decodeBytes(bytes).text).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the real speech as UTF-8', () => {
    const bytes = readFileSync(new URL('../../speeches/jianxing-qunzhong-luxian.txt', import.meta.url));
    expect(decodeBytes(new Uint8Array(bytes))).toMatchObject({
      encoding: 'utf-8',
      hadBom: false,
      lineEnding: 'lf',
    });
  });
});
